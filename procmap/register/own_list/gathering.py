"""From the rows of somebody's own list to what they say about each process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from procmap.model import tidy
from procmap.register.cell_text import split_list
from procmap.register.own_list.cells import is_vague
from procmap.register.own_list.columns import ColumnMatch, SheetMatch
from procmap.register.own_list.facts import take_facts, take_owners, take_units
from procmap.register.own_list.findings import LeftReason, Tray
from procmap.register.own_list.options import OwnListOptions
from procmap.register.own_list.persons import is_person
from procmap.register.own_list.processes import ProcessMatch, find_process, names_several
from procmap.register.own_list.said import Gathered, Reader, Said
from procmap.register.own_list.uses import Certainty, Use
from procmap.register.own_list.vocabulary import Vocabulary
from procmap.register.reading.grid import GridRow
from procmap.register.words import read_state

__all__ = ["gather_sheet", "is_accepted"]

_NOTE: Final = re.compile(
    r"[*†]|\b(?:merk|merknad|note|nb|kilde|source|sist|last|oppdatert|updated|total|totalt|sum|"
    r"antall|forklaring|obs|se også|see also)\b",
    re.IGNORECASE,
)
_LONG: Final = 120
_Cells = Mapping[Use, tuple[int, str]]


def is_accepted(column: ColumnMatch, accept: Certainty) -> bool:
    """Whether a column is taken over without asking further."""
    return column.use != "nothing" and (column.is_settled or column.certainty >= accept)


def gather_sheet(
    match: SheetMatch,
    gathered: Gathered,
    *,
    known: Vocabulary,
    options: OwnListOptions,
    accept: Certainty,
) -> None:
    """Gather what one sheet says, and note every cell that is not taken over.

    Args:
        match: the sheet and its columns.
        gathered: what is gathered; added to.
        known: the names there are.
        options: what somebody has said about names.
        accept: how sure a column must be.
    """
    sheet = match.sheet
    heads = {c.column: tidy(c.head) for c in match.columns}
    tray = gathered.trays.setdefault(sheet.title, Tray(sheet, heads))
    columns = {c.column: c for c in match.columns if is_accepted(c, accept)}
    reader = Reader(gathered, tray, columns, known, options, sheet.file)
    for cell in sheet.unread:
        is_formula = cell.problem == "formula"
        detail = () if is_formula else (cell.problem,)
        reason: LeftReason = "formula" if is_formula else "error"
        tray.leave((cell.line, cell.column), "", reason, detail=detail)
    for row in sheet.rows:
        cells = {at: text for at, text in enumerate(row.cells, start=1) if text.strip()}
        if match.head is not None and row.line == match.head:
            continue
        why = _why_no_row(row, cells, match, columns)
        if why is not None:
            for at, text in cells.items():
                tray.leave((row.line, at), text, why)
            continue
        for at, text in cells.items():
            if at not in columns:
                tray.leave((row.line, at), text, _why_no_column(at, match))
        used = {at: text for at, text in cells.items() if at in columns}
        if used:
            _gather_row(row.line, used, reader)


def _why_no_row(
    row: GridRow,
    cells: Mapping[int, str],
    match: SheetMatch,
    columns: Mapping[int, ColumnMatch],
) -> LeftReason | None:
    if match.head is not None and row.line < match.head:
        return "above"
    if len(cells) != 1:
        return None
    if row.line in match.sheet.titles:
        return "title"
    ((at, text),) = cells.items()
    is_note = len(text) > _LONG or _NOTE.match(text.strip()) is not None
    is_name = at in columns and columns[at].use in ("process", "model")
    return "note" if is_note and (is_name or at not in columns) else None


def _why_no_column(at: int, match: SheetMatch) -> LeftReason:
    column = next((c for c in match.columns if c.column == at), None)
    if column is None or column.use == "nothing":
        return "people-column" if column and column.looks_like_people else "no-column"
    return "people-column" if column.use == "person" else "unclear-column"


def _gather_row(line: int, cells: Mapping[int, str], reader: Reader) -> None:
    tray = reader.tray
    by_use: dict[Use, tuple[int, str]] = {}
    for at, text in cells.items():
        use = reader.columns[at].use
        if use in by_use:
            tray.leave((line, at), text, "second-column")
        else:
            by_use[use] = (at, text)
    for one in _split_processes(by_use, reader):
        _gather_process(line, cells, one, reader)


def _split_processes(by_use: _Cells, reader: Reader) -> list[_Cells]:
    """A row for each process that it names, which is nearly always one."""
    if "process" not in by_use or "model" in by_use:
        return [by_use]
    at, text = by_use["process"]
    said = reader.options.find_name("processes", text)
    if said is not None:
        # A single answer is looked up with the name it is an answer to.
        parts = said if len(said) > 1 else (text,)
    elif ";" in text and not reader.known.knows_process(text):
        # A line break is where a long name was wrapped.
        parts = split_list(tidy(text))
    else:
        parts = (text,)
    return [{**by_use, "process": (at, part)} for part in parts] or [by_use]


def _gather_process(line: int, cells: Mapping[int, str], by_use: _Cells, reader: Reader) -> None:
    tray = reader.tray
    reason, detail, found = _find_process(by_use, reader)
    if found is None:
        for at, text in cells.items():
            use = reader.columns[at].use
            is_name = use in ("process", "model")
            is_personal = use == "person" or (is_person(text) and not is_name)
            is_named = is_name or reason == "no-process"
            why: LeftReason = "person" if is_personal else reason if is_named else "row-left"
            tray.leave((line, at), text, why, detail=detail if is_named else ())
        return
    said = reader.gathered.processes.setdefault(found.key, Said(found))
    first = min(at for use in ("process", "model") if use in by_use for at, _ in (by_use[use],))
    said.places.append(reader.place(line, first))
    for use in ("process", "model"):
        if use in by_use:
            tray.take(line, by_use[use][0])
    units = take_units(line, by_use.get("unit"), said, reader)
    take_facts(line, by_use, said, reader)
    take_owners(line, by_use, said, units, reader)


def _find_process(
    by_use: Mapping[Use, tuple[int, str]], reader: Reader
) -> tuple[LeftReason, tuple[str, ...], ProcessMatch | None]:
    name = tidy(by_use["process"][1]) if "process" in by_use else ""
    model = by_use["model"][1].strip() if "model" in by_use else ""
    if not name and not model:
        return "no-process", (), None
    if name and not any(character.isalnum() for character in name):
        return "no-name", (), None
    if name and (read_state(name) is not None or is_vague(name)):
        return "word-as-process", (), None
    if names_several(name, reader.known, reader.options):
        return "several-processes", (), None
    match = find_process(name, model, reader.known, reader.options)
    if match is None:
        return "no-process", (), None
    if match.candidates:
        return "ambiguous", match.candidates, None
    return "no-process", (), match
