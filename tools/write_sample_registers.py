"""Writes the sample municipality's register as a workbook and as CSV, from register.yaml."""

from __future__ import annotations

import shutil
from pathlib import Path

import procmap as pm

SAMPLES = Path(__file__).parent.parent / "bpmn_samples"


def main() -> None:
    """Write both anew; what stands in register.yaml is what counts."""
    landscape = pm.read_bpmn(SAMPLES).with_register(SAMPLES / "register.yaml")
    workbook, folder = SAMPLES / "register.xlsx", SAMPLES / "register-csv"
    workbook.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    for target in (workbook, folder):
        pm.write_register(landscape, target)
        print(target.relative_to(SAMPLES.parent).as_posix())


if __name__ == "__main__":
    main()
