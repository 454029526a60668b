"""Draws the pictures of README and docs from the samples: `python tools/write_pictures.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import procmap as pm

__all__ = ["draw_pictures", "main"]

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "docs" / "pictures"


def draw_pictures(samples: Path) -> dict[str, pm.Picture]:
    """The pictures by file name.

    Args:
        samples: folder of the sample municipality.
    """
    landscape = pm.read_bpmn(samples).with_register(samples / "register.yaml")
    report = pm.analyze(landscape)
    whole = pm.draw(landscape["Byggesak"], report=report, lang="en")
    sheets = whole.sheets("A3", orientation="landscape")
    down = pm.draw(landscape["Byggesak"], report=report, lang="en", direction="down")
    poster = down.sheets("A3", cut="poster")
    return {
        "byggesak.svg": whole,
        **{f"byggesak-a3-{n}.svg": sheet for n, sheet in enumerate(sheets, 1)},
        "byggesak-poster-1a.svg": poster[0],
        "landscape.svg": pm.draw(landscape, report=report, kind="landscape", lang="en"),
        "handoffs.svg": pm.draw(landscape, report=report, kind="handoffs", lang="en"),
    }


def main() -> None:
    """Write the pictures."""
    for name, picture in draw_pictures(ROOT / "bpmn_samples").items():
        picture.save(FOLDER / name)


if __name__ == "__main__":
    main()
