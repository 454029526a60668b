"""Maps in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from procmap.errors import RenderError
from procmap.files import write_beside
from procmap.maps.paper.pdf import write_pdf
from procmap.maps.paper.png import write_png
from procmap.maps.paper.reading import read_drawing

__all__ = ["FORMATS", "write_pictures"]

FORMATS: Final = ("svg", "pdf", "png")


def write_pictures(svgs: Sequence[str], target: Path) -> Path:
    """Write one map, or as PDF several, to a file.

    Args:
        svgs: documents that procmap wrote; several only for PDF.
        target: the file; its ending says in which format.

    Raises:
        RenderError: the ending is none that procmap can write.
        MissingExtraError: PDF and PNG need ``pip install "procmap[print]"``.
        ProcmapError: the file cannot be written.
    """
    ending = target.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise RenderError(
            f"cannot write a map as {target.suffix or 'a file without an ending'!s}",
            where=str(target),
            expected=" or ".join(f".{each}" for each in FORMATS),
            remedy=f"Save it as {target.with_suffix('.svg').name!r}.",
        )
    if ending == "pdf":
        return write_beside(target, write_pdf([read_drawing(svg) for svg in svgs]))
    if len(svgs) != 1:
        raise RenderError(
            f"{len(svgs)} sheets do not fit one file",
            where=str(target),
            expected="a file ending in .pdf, or a folder",
        )
    return write_beside(target, svgs[0] if ending == "svg" else write_png(svgs[0]))
