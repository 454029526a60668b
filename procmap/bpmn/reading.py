"""Reading BPMN files into a landscape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, Literal

from procmap.bpmn.calls import resolve_calls
from procmap.bpmn.documents import build_document
from procmap.bpmn.inputs import Input, Source, find_inputs
from procmap.bpmn.parsing import parse_tree
from procmap.bpmn.pause import collection_paused
from procmap.bpmn.refusals import Refusal, build_error, build_finding_of
from procmap.errors import ReadError
from procmap.findings import Finding
from procmap.model import Document, Landscape

__all__ = ["MAX_BYTES", "read_bpmn"]

MAX_BYTES: Final = 200_000_000
_NO_LINE: Final = 10**9


def read_bpmn(
    source: Source,
    *,
    name: str | None = None,
    on_error: Literal["diagnose", "raise"] = "diagnose",
    progress: Callable[[int, int, str], None] | None = None,
    max_bytes: int = MAX_BYTES,
) -> Landscape:
    """A landscape of everything that stands in some BPMN 2.0 files.

    Documents are known by their paths relative to the folder given, to the part of a pattern
    before its first wild card, or to what several sources have in common; a single file by its
    name. They are ordered by that.

    Args:
        source: path of a file; a folder, read at every depth (``*.bpmn``, ``*.bpmn2``,
            ``*.xml``; hidden files and links out of the folder are left out); a pattern such as
            ``"models/**/*.bpmn"``; bytes; an open binary file; or several of these.
        name: what to call the document, where the source is bytes, an open file or one path.
        on_error: of many files, one that cannot be read becomes a diagnostic and the others are
            read (``"diagnose"``), or an error (``"raise"``). A single file always raises.
        progress: called after each file with how many are done, how many there are, and the
            document's name.
        max_bytes: longest file to read.

    Raises:
        SyntaxReadError: a file is not well-formed, has a DOCTYPE or is beyond the limits; says
            the line.
        UnsupportedReadError: a file is XML, but not BPMN; says what its root element is.
        UnresolvedReadError: a path, folder or pattern holds nothing to read.

    Example:
        >>> xml = b'''<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        ...   <process id="P1" name="Byggesak"><userTask id="T1" name="Vurdere"/></process>
        ... </definitions>'''
        >>> landscape = read_bpmn(xml, name="byggesak.bpmn")
        >>> [node.label for node in landscape["Byggesak"].nodes]
        ['Vurdere']
    """
    if on_error not in ("diagnose", "raise"):
        raise ReadError(f"on_error is {on_error!r}", expected="'diagnose' or 'raise'")
    inputs = find_inputs(source, name=name)
    documents: list[Document] = []
    findings = list(inputs.findings)
    with collection_paused():
        for done, item in enumerate(inputs.items, start=1):
            read = _read_document(item, max_bytes)
            if not isinstance(read, Refusal):
                documents.append(read[0])
                findings += read[1]
            elif inputs.single or on_error == "raise":
                raise build_error(item.name, read)
            else:
                findings.append(build_finding_of(item.name, read))
            if progress is not None:
                progress(done, len(inputs.items), item.name)
    resolved, ambiguous = resolve_calls(documents)
    findings += ambiguous
    return Landscape(documents=resolved, diagnostics=tuple(sorted(findings, key=_order)))


def _read_document(item: Input, max_bytes: int) -> tuple[Document, tuple[Finding, ...]] | Refusal:
    data = _read_bytes(item.content, max_bytes)
    if isinstance(data, Refusal):
        return data
    root = parse_tree(data)
    if isinstance(root, Refusal):
        return root
    return build_document(item.name, data, root)


def _read_bytes(content: Path | bytes | BinaryIO, max_bytes: int) -> bytes | Refusal:
    try:
        if isinstance(content, bytes):
            data = content
        elif isinstance(content, Path):
            with content.open("rb") as file:
                data = file.read(max_bytes + 1)
        else:
            data = content.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return Refusal("BPM105", parameters={"problem": reason or str(error)})
    if not isinstance(data, bytes):
        return Refusal("BPM105", parameters={"problem": "it was opened as text, not as bytes"})
    if len(data) > max_bytes:
        problem = f"it is longer than {max_bytes:,} bytes"
        return Refusal("BPM104", parameters={"problem": problem})
    return data


def _order(finding: Finding) -> tuple[str, int, str, str, str]:
    place = finding.location
    if place is None:
        return ("", _NO_LINE, "", finding.code, finding.fingerprint)
    return (
        place.file,
        place.line or _NO_LINE,
        finding.code,
        place.element or "",
        finding.fingerprint,
    )
