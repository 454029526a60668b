"""Reading BPMN files into a landscape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from procmap.bpmn.calls import resolve_calls
from procmap.bpmn.facts_applying import apply_own_facts
from procmap.bpmn.imports import find_missing_imports
from procmap.bpmn.inputs import Source, find_inputs
from procmap.bpmn.limits import Limits
from procmap.bpmn.one_file import Options, Read
from procmap.bpmn.pools import read_all
from procmap.bpmn.properties import PropertyNames
from procmap.bpmn.refusals import Refusal, build_error, build_finding_of
from procmap.bpmn.twins import find_twins
from procmap.collector import collection_paused
from procmap.errors import ReadError
from procmap.findings import Finding
from procmap.labels import Names, Words
from procmap.model import Landscape

__all__ = ["read_bpmn"]

_NO_LINE: Final = 10**9


def read_bpmn(
    source: Source,
    *,
    name: str | None = None,
    on_error: Literal["diagnose", "raise"] = "diagnose",
    progress: Callable[[int, int, str], None] | None = None,
    limits: Limits | None = None,
    properties: PropertyNames | None = None,
    jobs: int = 1,
) -> Landscape:
    """A landscape of everything that stands in some BPMN 2.0 files.

    Documents are known by their paths relative to the folder given, to the part of a pattern
    before its first wild card, or to what several sources have in common; a single file by its
    name. They are ordered by that.

    Args:
        source: path of a file; a folder, read at every depth (``*.bpmn``, ``*.bpmn2``,
            ``*.xml``; hidden files and links out of the folder are left out); a pattern such as
            ``"models/**/*.bpmn"``; a zip archive, or the bytes of one; bytes; an open binary
            file; or several of these. Drawings, pictures and files of other tools that lie in a
            folder are said, with what to do about them, unless a model of that name lies beside.
        name: what to call the document, where the source is bytes, an open file or one path.
        on_error: of many files, one that cannot be read (a broken archive too) becomes a
            diagnostic and the others are read (``"diagnose"``), or an error (``"raise"``). A
            single file always raises.
        progress: called after each file with how many are done, how many there are, and the
            document's name.
        limits: how much one file may ask for; for an archive, all its models unpacked may have
            as many bytes as one file.
        properties: which names of user-defined fields mean owner, unit, role and so on.
        jobs: how many processes read; the result is the same. Small inputs are read in this one.
            As with every process pool, a script must then be importable (``if __name__ == …``).

    Raises:
        SyntaxReadError: a file is not well-formed, has a DOCTYPE or is beyond the limits; says
            the line.
        UnsupportedReadError: a file is XML, but not BPMN; says what its root element is.
        UnresolvedReadError: a path, folder or pattern holds nothing to read.

    Examples:
        >>> xml = b'''<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        ...   <process id="P1" name="Byggesak"><userTask id="T1" name="Vurdere"/></process>
        ... </definitions>'''
        >>> landscape = read_bpmn(xml, name="byggesak.bpmn")
        >>> [node.label for node in landscape["Byggesak"].nodes]
        ['Vurdere']
    """
    if on_error not in ("diagnose", "raise"):
        raise ReadError(
            Words("on_error er «{given}»", "on_error is {given!r}").fill(given=on_error),
            expected=Names(("diagnose", "raise"), joined="or"),
        )
    if jobs < 1:
        raise ReadError(
            Words("jobs er {jobs}", "jobs is {jobs}").fill(jobs=jobs),
            expected=Words("1 eller mer", "1 or more"),
        )
    limits = limits or Limits()
    inputs = find_inputs(source, name=name, max_bytes=limits.bytes, lenient=on_error == "diagnose")
    options = Options(limits.bytes, properties or PropertyNames(), limits)
    read_files: list[Read] = []
    findings = list(inputs.findings)
    with collection_paused():
        all_read = read_all(inputs.items, options, jobs=jobs)
        for done, (item, read) in enumerate(zip(inputs.items, all_read, strict=True), start=1):
            if not isinstance(read, Refusal):
                read_files.append(read)
                findings += read.findings
            elif not item.aside and (inputs.single or on_error == "raise"):
                raise build_error(item.name, read)
            else:
                findings.append(build_finding_of(item.name, read))
            if progress is not None:
                progress(done, len(inputs.items), item.name)
    documents = [read.document for read in read_files]
    callers = {read.document.path: read.prefixes for read in read_files if read.calls}
    resolved, ambiguous = resolve_calls(documents, callers)
    imports = {read.document.path: read.imports for read in read_files}
    findings += (*ambiguous, *find_twins(documents), *find_missing_imports(imports))
    own = {read.document.path for read in read_files if read.has_facts}
    landscape = apply_own_facts(
        Landscape(documents=resolved, diagnostics=tuple(findings)), stating=own
    )
    ordered = tuple(sorted(landscape.diagnostics, key=_order))
    return landscape.model_copy(update={"diagnostics": ordered})


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
