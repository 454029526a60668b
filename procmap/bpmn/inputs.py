"""Which files are meant, and what their documents are known by."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import BinaryIO, Final, TypeAlias, cast

from procmap.bpmn.archives import find_members
from procmap.bpmn.contents import Content
from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.folders import SUFFIXES, Found, find_in_folder, find_matches, is_pattern
from procmap.bpmn.recognising import ARCHIVE_MARK, FOREIGN_SUFFIXES, find_format
from procmap.bpmn.refusals import Refusal, build_error, build_finding_of
from procmap.errors import UnresolvedReadError
from procmap.findings import Finding
from procmap.labels import Text, Words
from procmap.source import SourceLocation

__all__ = ["Input", "Inputs", "OneSource", "Source", "find_inputs"]

OneSource: TypeAlias = "str | os.PathLike[str] | bytes | BinaryIO"
Source: TypeAlias = "OneSource | Iterable[OneSource]"

_ANY_SOURCE: Final = Words(
    "en sti, en mappe, et mønster, bytes eller en åpen binærfil",
    "a path, folder, pattern, bytes or open binary file",
)
_WANTED: Final = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
_ANY_PATH: Final = Words("en fil, en mappe eller et mønster", "a file, folder or pattern")
_CHECK_PATH: Final = Words(
    "Sjekk stien; den går ut fra mappen du står i.",
    "Check the path; it is relative to the working directory.",
)
_EXPORT: Final = Words(
    "Eksporter modellene som BPMN 2.0, og pakk dem på nytt.",
    "Export the models as BPMN 2.0, and pack them again.",
)
_TEXT_AS_BYTES: Final = Words("Tekst oppgis som bytes.", "Text goes in as bytes.")
_UNNAMED: Final = "document.bpmn"
_UNNAMED_ARCHIVE: Final = "archive.zip"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read.

    Args:
        name: the document's name.
        content: its path, bytes, open file, or place in an archive.
        aside: it only lies beside the models, and its ending is none of theirs.
    """

    name: str
    content: Content
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read.

    Args:
        items: the files, ordered by name; no two have the same.
        single: one file was asked for, by itself.
        findings: what was noticed on the way.
    """

    items: tuple[Input, ...]
    single: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Gathered:
    max_bytes: int
    lenient: bool = False
    findings: list[Finding] = field(default_factory=list)
    files: list[Found] = field(default_factory=list)
    contents: list[Input] = field(default_factory=list)


def find_inputs(
    source: Source,
    *,
    name: str | None = None,
    max_bytes: int = 200_000_000,
    lenient: bool = False,
) -> Inputs:
    """Find what a source means.

    Args:
        source: a path, folder, pattern, bytes or open binary file, or several of these.
        name: what to call a single document.
        max_bytes: how long the models of an archive may be, unpacked.
        lenient: of several sources, an archive that cannot be read becomes a diagnostic.

    Raises:
        UnresolvedReadError: a path, folder or pattern holds nothing to read.
        ReadError: an archive is broken, or beyond the limits.
    """
    gathered = _Gathered(max_bytes)
    if isinstance(source, (str, os.PathLike, bytes)) or _is_open_file(source):
        single = _gather(source, gathered)
    else:
        single = False
        if not isinstance(source, Iterable):
            raise _refuse_type(source)
        gathered.lenient = lenient
        for each in source:
            _gather(each, gathered)
    if name is not None and not single:
        raise UnresolvedReadError(
            Words(
                "name= er oppgitt, men kilden kan være flere dokumenter",
                "name= was given, but the source may be several documents",
            ),
            expected=Words(
                "name= sammen med bytes, en åpen fil eller stien til én fil",
                "name= with bytes, an open file, or the path of one file",
            ),
        )
    return _name_all(gathered, name, single=single)


def _is_open_file(source: object) -> bool:
    return callable(getattr(source, "read", None))


def _gather(source: object, gathered: _Gathered) -> bool:
    """Gather one source; whether it is one file."""
    if isinstance(source, bytes):
        if source.startswith(ARCHIVE_MARK) and _is_of_models(find_format(source, "")):
            return _gather_archive(io.BytesIO(source), _UNNAMED_ARCHIVE, gathered)
        gathered.contents.append(Input(_UNNAMED, source))
        return True
    if isinstance(source, (str, os.PathLike)):
        return _gather_path(os.fsdecode(source), gathered)
    if _is_open_file(source):
        stated = getattr(source, "name", None)
        known = PurePath(stated).name if isinstance(stated, str) else ""
        file = cast("BinaryIO", source)
        if _is_archive(file):
            return _gather_archive(file, known or _UNNAMED_ARCHIVE, gathered)
        gathered.contents.append(Input(known or _UNNAMED, file))
        return True
    raise _refuse_type(source)


def _gather_path(path: str, gathered: _Gathered) -> bool:
    # Where a path is impossible (too long, a NUL), pathlib raises and os.path answers no.
    if os.path.isdir(path):  # noqa: PTH112
        found = find_in_folder(path)
        if not found.files and not found.closed and not found.aside:
            problem = Words("mappen har ingen BPMN-filer", "the folder holds no BPMN files")
            raise _unresolved(problem, where=path, expected=_WANTED)
    elif os.path.exists(path):  # noqa: PTH110
        file = Path(path).absolute()
        if _is_packed(file):
            return _gather_archive(path, file.name, gathered)
        gathered.files.append(Found(file.parent, [file]))
        return True
    elif is_pattern(path):
        found = find_matches(path)
        if not found.files:
            problem = Words("mønsteret passer ikke til noen fil", "the pattern matches no file")
            raise _unresolved(problem, where=path)
    else:
        problem = Words("filen eller mappen finnes ikke", "there is no such file or folder")
        raise _unresolved(problem, where=path[:200])
    gathered.files.append(found)
    return False


def _is_packed(path: Path) -> bool:
    """Whether a file is an archive of models; many formats of programs are archives too."""
    try:
        # What a pipe gave once it does not give again.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(4)
    except OSError:
        return False
    if head != ARCHIVE_MARK:
        return False
    return _is_of_models(find_format(head, path.name, path=path))


def _is_of_models(known: Refusal | None) -> bool:
    return known is not None and known.code == "BPM114"


def _is_archive(file: BinaryIO) -> bool:
    try:
        at = file.tell()
        head = file.read(4)
        file.seek(at)
    except (OSError, ValueError, AttributeError):
        return False
    return head == ARCHIVE_MARK


def _gather_archive(source: str | BinaryIO, name: str, gathered: _Gathered) -> bool:
    wanted = (*SUFFIXES, *sorted(FOREIGN_SUFFIXES))
    members = find_members(source, suffixes=wanted, max_bytes=gathered.max_bytes)
    if isinstance(members, Refusal):
        if not gathered.lenient:
            raise build_error(name, members)
        gathered.findings.append(build_finding_of(name, members))
        return False
    if not members:
        problem = Words("arkivet har ingen BPMN-filer", "the archive holds no BPMN files")
        raise UnresolvedReadError(problem, where=name, expected=_WANTED, remedy=_EXPORT)
    gathered.contents += (
        Input(inner, member, aside=not inner.lower().endswith(SUFFIXES))
        for inner, member in members
    )
    return False


def _refuse_type(source: object) -> UnresolvedReadError:
    return UnresolvedReadError(
        Words(
            "en kilde av typen {kind} kan ikke leses", "a source of type {kind} cannot be read"
        ).fill(kind=type(source).__name__),
        expected=_ANY_SOURCE,
    )


def _unresolved(
    problem: Text, *, where: str = "", expected: Text | str = ""
) -> UnresolvedReadError:
    return UnresolvedReadError(
        problem,
        where=where,
        expected=expected or _ANY_PATH,
        # Somebody gave the text of a model where its path belongs.
        remedy=_TEXT_AS_BYTES if "<" in where else _CHECK_PATH,
    )


def _name_all(gathered: _Gathered, name: str | None, *, single: bool) -> Inputs:
    base = _find_common([found.base for found in gathered.files])
    findings = gathered.findings
    items = list(gathered.contents)
    seen: set[str] = set()
    for found in gathered.files:
        findings += (
            build_diagnostic("BPM106", SourceLocation(_name(path, base))) for path in found.leaving
        )
        findings += (
            build_diagnostic(
                "BPM105", SourceLocation(_name(path, base)), parameters={"problem": reason}
            )
            for path, reason in found.closed
        )
        for paths, aside in ((found.files, False), (found.aside, True)):
            for path in paths:
                # As a text, since to hash a path takes as long as to list it.
                key = os.path.normcase(path)
                if key not in seen:
                    seen.add(key)
                    items.append(Input(_name(path, base), path, aside))
    if not items and not findings:
        raise _unresolved(Words("det er ikke oppgitt noe å lese", "nothing was given to read"))
    if single and name is not None:
        items = [Input(unicodedata.normalize("NFC", name), items[0].content)]
    return Inputs(_make_unique(items, findings), single, tuple(findings))


def _find_common(folders: list[Path]) -> Path | None:
    if not folders:
        return None
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return None  # on different drives


def _name(path: Path, base: Path | None) -> str:
    text = path.as_posix()
    if base is not None:
        # Files come from their base; to ask the path takes as long as to read a small file.
        around = base.as_posix().removesuffix("/") + "/"
        inside = text.startswith(around)
        text = text[len(around) :] if inside else path.relative_to(base).as_posix()
    if text.isascii():
        return text
    # Names that are no text, which file systems allow, could not be written out again.
    return unicodedata.normalize("NFC", os.fsencode(text).decode("utf-8", "replace"))


def _make_unique(items: list[Input], findings: list[Finding]) -> tuple[Input, ...]:
    """Give each its own name: two can differ in Unicode's normal form alone."""
    taken = {item.name for item in items}
    used: set[str] = set()
    found: list[Input] = []
    for item in sorted(items, key=lambda item: (item.name, _spelling(item))):
        name, number = item.name, 1
        while name in used or (number > 1 and name in taken):
            number += 1
            path = PurePath(item.name)
            name = path.with_name(f"{path.stem}~{number}{path.suffix}").as_posix()
        used.add(name)
        found.append(item if name == item.name else replace(item, name=name))
        if name != item.name:
            place = SourceLocation(name)
            values = {"name": item.name, "unique": name}
            findings.append(build_diagnostic("BPM107", place, parameters=values))
    return tuple(sorted(found, key=lambda item: item.name))


def _spelling(item: Input) -> str:
    return str(item.content) if isinstance(item.content, Path) else ""
