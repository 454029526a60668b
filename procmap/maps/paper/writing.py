"""Maps in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from procmap.errors import RenderError
from procmap.files import write_beside
from procmap.labels import Given, Names, Words
from procmap.maps.paper.missing import warn_of_missing
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

    Warns:
        MissingLettersWarning: PDF and PNG show boxes for letters that the fonts do not have.
    """
    ending = target.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise RenderError(
            Words("et kart kan ikke skrives som {ending}", "cannot write a map as {ending}").fill(
                ending=target.suffix or Words("en fil uten filendelse", "a file without an ending")
            ),
            where=str(target),
            expected=Names(tuple(f".{f}" for f in FORMATS), joined="or", quoted=False),
            remedy=Words("Lagre det som {name}.", "Save it as {name}.").fill(
                name=Given(target.with_suffix(".svg").name)
            ),
        )
    if ending != "svg":
        warn_of_missing(svgs, str(target))
    if ending == "pdf":
        return write_beside(target, write_pdf([read_drawing(svg) for svg in svgs]))
    if len(svgs) != 1:
        raise RenderError(
            Words("{count} ark får ikke plass i én fil", "{count} sheets do not fit one file").fill(
                count=len(svgs)
            ),
            where=str(target),
            expected=Words(
                "en fil som slutter på .pdf, eller en mappe", "a file ending in .pdf, or a folder"
            ),
        )
    return write_beside(target, svgs[0] if ending == "svg" else write_png(svgs[0]))
