"""Files that are no BPMN, recognised by what is in them: what they are, and so what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from procmap.bpmn.refusals import Refusal

__all__ = [
    "ARCHIVE_MARK",
    "FOREIGN_SUFFIXES",
    "PICTURE_SUFFIXES",
    "find_by_ending",
    "find_format",
    "find_notation",
]

ARCHIVE_MARK: Final = b"PK\x03\x04"
_COMPOUND_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_VISIO, _BIZAGI, _PICTURE, _OFFICE, _NOTATION = "BPM109", "BPM110", "BPM111", "BPM112", "BPM113"
_ARCHIVE: Final = "BPM114"

_MARKS: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"\x89PNG\r\n", _PICTURE, "PNG"),
    (b"\xff\xd8\xff", _PICTURE, "JPEG"),
    (b"GIF8", _PICTURE, "GIF"),
    (b"BM", _PICTURE, "BMP"),
    (b"II*\0", _PICTURE, "TIFF"),
    (b"MM\0*", _PICTURE, "TIFF"),
    (b"RIFF", _PICTURE, "WebP"),
    (b"\x01\0\0\0", _PICTURE, "EMF"),
    (b"%PDF-", _PICTURE, "PDF"),
)
# What a compound file (the Office of before 2007) calls its main stream.
_STREAMS: Final[tuple[tuple[str, str, str], ...]] = (
    ("VisioDocument", _VISIO, ".vsd"),
    ("WordDocument", _OFFICE, "Word"),
    ("Workbook", _OFFICE, "Excel"),
    ("PowerPoint Document", _OFFICE, "PowerPoint"),
)
_FOLDERS: Final[dict[str, tuple[str, str]]] = {
    "visio": (_VISIO, ".vsdx"),
    "xl": (_OFFICE, "Excel"),
    "word": (_OFFICE, "Word"),
    "ppt": (_OFFICE, "PowerPoint"),
}
_ENDINGS: Final[dict[str, tuple[str, str]]] = {
    ".vsd": (_VISIO, ".vsd"),
    ".vsdx": (_VISIO, ".vsdx"),
    ".vsdm": (_VISIO, ".vsdm"),
    ".vdx": (_VISIO, ".vdx"),
    ".bpm": (_BIZAGI, ".bpm"),
    ".xpdl": (_NOTATION, "XPDL"),
    ".epml": (_NOTATION, "EPML"),
    ".aml": (_NOTATION, "ARIS AML"),
    ".adl": (_NOTATION, "ADONIS ADL"),
    ".drawio": (_NOTATION, "draw.io"),
    ".zip": (_ARCHIVE, "zip"),
}
PICTURE_SUFFIXES: Final = frozenset(
    (".bmp", ".emf", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".tif", ".tiff", ".webp")
)
FOREIGN_SUFFIXES: Final = frozenset(_ENDINGS) | PICTURE_SUFFIXES

# By the root element's name, and a part of its namespace.
_ROOTS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("VisioDocument", "", _VISIO, ".vdx"),
    ("svg", "", _PICTURE, "SVG"),
    ("html", "", _PICTURE, "HTML"),
    ("mxfile", "", _NOTATION, "draw.io"),
    ("mxGraphModel", "", _NOTATION, "draw.io"),
    ("Package", "XPDL", _NOTATION, "XPDL"),
    ("Package", "wfmc", _NOTATION, "XPDL"),
    ("epml", "", _NOTATION, "EPML"),
    ("AML", "", _NOTATION, "ARIS AML"),
    ("ADOXML", "", _NOTATION, "ADONIS XML"),
    ("XMI", "", _NOTATION, "XMI (UML)"),
    ("Model", "UML", _NOTATION, "UML"),
    ("definitions", "DMN", _NOTATION, "DMN"),
    ("definitions", "CMMN", _NOTATION, "CMMN"),
    # The same model as Eclipse stores it, the drafts of the standard, and what was before it.
    ("Definitions", "BPMN/20100524/MODEL-XMI", _NOTATION, "BPMN-XMI (Eclipse)"),
    ("definitions", "schema.omg.org/spec/BPMN", _NOTATION, "BPMN 2.0 beta"),
    ("definitions", "omg.org/bpmn20", _NOTATION, "BPMN 2.0 beta"),
    ("BpmnDiagram", "stp.eclipse.org/bpmn", _NOTATION, "BPMN 1"),
    ("process", "bpel", _NOTATION, "BPEL"),
    ("pnml", "", _NOTATION, "PNML"),
    ("graphml", "", _NOTATION, "GraphML"),
    ("model", "archimate", _NOTATION, "ArchiMate"),
    ("log", "xes", _NOTATION, "XES"),
)


def find_format(data: bytes, name: str, *, path: Path | None = None) -> Refusal | None:
    """Find what a file is that cannot be XML; ``None`` where it may be.

    Args:
        data: the file's bytes, or its first thousands.
        name: its name: its ending says what its content leaves open.
        path: where it lies, if `data` is its beginning only.

    Examples:
        >>> find_format(b"%PDF-1.7 ...", "kart.bpmn").parameters
        {'format': 'PDF'}
    """
    for mark, code, kind in _MARKS:
        if data.startswith(mark):
            return Refusal(code, parameters={"format": kind})
    if data.startswith(ARCHIVE_MARK):
        return _find_packed(_list_names(path or data), name)
    if data.startswith(_COMPOUND_MARK):
        for stream, code, kind in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return Refusal(code, parameters={"format": kind})
        return find_by_ending(name) or Refusal(_OFFICE, parameters={"format": "Office"})
    # Control characters that no text has, at the very start.
    return find_by_ending(name) if data[:4].strip(b"\t\r\n") and data[0] < 9 else None


def find_notation(root: str, namespace: str) -> Refusal | None:
    """Find which notation a root element belongs to; ``None`` for one not known.

    Examples:
        >>> find_notation("mxfile", "").parameters
        {'format': 'draw.io'}
    """
    for name, part, code, kind in _ROOTS:
        if name == root and part.casefold() in namespace.casefold():
            return Refusal(code, parameters={"format": kind})
    return None


def _list_names(source: Path | bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as file:
            return file.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return []


def _find_packed(names: Sequence[str], name: str) -> Refusal | None:
    """What an archive is: many formats of programs are one."""
    for entry in names:
        known = _FOLDERS.get(entry.partition("/")[0].lower())
        if known is not None and "/" in entry:
            return Refusal(known[0], parameters={"format": known[1]})
        if entry.lower().endswith(".diag"):
            return Refusal(_BIZAGI, parameters={"format": ".bpm"})
    unknown = Refusal(_ARCHIVE, parameters={"format": "zip"}) if names else None
    return find_by_ending(name) or unknown


def find_by_ending(name: str) -> Refusal | None:
    """Find what a file is by the ending of its name alone; ``None`` for one that is not known."""
    known = _ENDINGS.get(PurePosixPath(name).suffix.lower())
    return Refusal(known[0], parameters={"format": known[1]}) if known is not None else None
