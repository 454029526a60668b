"""What a workbook holds that rewriting it would lose."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

__all__ = ["UNKEPT", "find_unkept"]

UNKEPT: Final = {
    "formulas": ("lagrede verdier av formler", "saved values of formulas"),
    "validation": ("nyere nedtrekkslister og formatregler", "newer drop-downs and format rules"),
    "threads": ("kommentartråder", "threaded comments"),
    "pivots": ("pivottabeller", "pivot tables"),
    "drawings": ("diagrammer, figurer og bilder", "charts, shapes and pictures"),
    "controls": ("knapper, slicere og datatilkoblinger", "buttons, slicers and data connections"),
    "rich text": ("formatering inne i celler", "formatting inside cells"),
}
_PARTS: Final = (
    ("threads", re.compile(r"xl/(?:threadedComment|persons/)")),
    ("pivots", re.compile(r"xl/pivot")),
    ("drawings", re.compile(r"xl/(?:charts|chartsheets|drawings/drawing|media|diagrams)")),
    ("controls", re.compile(r"xl/(?:ctrlProps|activeX|slicer|timeline|queryTables|connections)")),
)
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_EXTENSION: Final = re.compile(rb"<(?:\w+:)?extLst[\s>]")
_RUN: Final = re.compile(rb"<(?:\w+:)?r>")


def find_unkept(data: bytes) -> tuple[str, ...]:
    """What a workbook holds that openpyxl does not write again: keys of `UNKEPT`, in its order.

    Args:
        data: the bytes of a workbook that was found safe to open.
    """
    found: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            found.update(kind for kind, pattern in _PARTS if pattern.match(name.removeprefix("/")))
            if _SHEET.fullmatch(name):
                text = archive.read(name)
                found |= {"formulas"} if _FORMULA.search(text) else set()
                found |= {"validation"} if _EXTENSION.search(text) else set()
            elif name.endswith("sharedStrings.xml") and _RUN.search(archive.read(name)):
                found.add("rich text")
    return tuple(kind for kind in UNKEPT if kind in found)
