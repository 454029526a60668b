"""Feeds the reader with what atheris makes up, until it raises anything but a ReadError.

    pip install atheris
    python tools/fuzz_reader.py [FOLDER OF MODELS] [libFuzzer options, as -max_total_time=60]

A folder of real models as the corpus to start from makes it find more. Nothing in the package or
in the tests needs atheris, which installs on few platforms.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,unused-ignore]

with atheris.instrument_imports(include=["procmap"]):
    from procmap.bpmn import read_bpmn
    from procmap.bpmn.limits import Limits
    from procmap.errors import ReadError

_LIMITS = Limits(bytes=200_000, kept=2_000_000, placements=100_000, performers=100_000)


def read_one(data: bytes) -> None:
    """Read, look at all that is built late, and write it out."""
    try:
        landscape = read_bpmn(data, name="fuzzed.bpmn", limits=_LIMITS)
    except ReadError:
        return
    landscape.to_json()
    for finding in landscape.diagnostics:
        finding.message("nb")
        finding.message("en")


def main() -> None:
    """Run until something is found."""
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
