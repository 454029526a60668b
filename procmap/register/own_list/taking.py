"""Taking over a list that somebody keeps already: what is clear, and an account of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from procmap.collector import collection_paused
from procmap.model import Landscape, fold
from procmap.register.log import Log
from procmap.register.merging.landscape import merge_register
from procmap.register.own_list.building import build_notes, build_own_register
from procmap.register.own_list.columns import SheetMatch, match_columns
from procmap.register.own_list.findings import Left, Tray, Unmatched
from procmap.register.own_list.gathering import gather_sheet
from procmap.register.own_list.listing import list_columns, list_taken
from procmap.register.own_list.options import (
    NameKind,
    OwnListOptions,
    SheetOptions,
    read_options,
    write_options,
)
from procmap.register.own_list.reading import OwnSheet, read_own_sheets
from procmap.register.own_list.said import Gathered
from procmap.register.own_list.uses import Certainty, Use
from procmap.register.own_list.vocabulary import Vocabulary, build_vocabulary
from procmap.register.sheets import Lang
from procmap.source import ElementRef, SourceLocation

__all__ = ["ACCEPTED", "Accept", "OwnList", "read_own_list"]

Accept = Literal["sure", "likely"]

ACCEPTED: Mapping[Accept, Certainty] = {"sure": Certainty.SURE, "likely": Certainty.LIKELY}
_NEAREST = 3


@dataclass(frozen=True)
class OwnList:
    """What came of somebody's own list.

    Args:
        file: the list.
        sheets: its sheets, with what each column is for.
        landscape: the landscape with the list taken over.
        matched: (name in the list, name of the known process), where the two differ.
        unmatched: names taken over as they stand, since nothing known has them.
        left: every cell that was not taken over, with the reason.
        rows: number of rows that were taken over.
        with_owner: number of processes whose owner the list gave.
        options: what was said about it.
        accept: how sure a column had to be.
        taken: (sheet, row, column) of every cell that was taken over.
    """

    file: str
    sheets: tuple[SheetMatch, ...]
    landscape: Landscape
    matched: tuple[tuple[str, str], ...]
    unmatched: tuple[Unmatched, ...]
    left: tuple[Left, ...]
    rows: int
    with_owner: int
    options: OwnListOptions
    accept: Accept
    taken: frozenset[tuple[str, int, int]]
    _gathered: Gathered

    def columns_table(self, lang: Lang = "nb") -> str:
        """Their columns and what each is for, with examples and how sure that is."""
        return list_columns(self.sheets, ACCEPTED[self.accept], lang)

    def listing(self, lang: Lang = "nb") -> str:
        """What was taken over, what nobody knows, and every cell that was left."""
        return list_taken(self, lang)

    def options_text(self, lang: Lang = "nb") -> str:
        """The option file for next time, as text."""
        return write_options(self.sheets, self.options, accept=ACCEPTED[self.accept], lang=lang)

    def notes(self, lang: Lang = "nb") -> dict[ElementRef, str]:
        """Where in the list each process stands."""
        name = Path(self.file).name
        return build_notes(self._gathered, self.landscape, file=name, lang=lang)

    def __str__(self) -> str:
        return f"{self.columns_table('en')}\n\n{self.listing('en')}"


def read_own_list(
    landscape: Landscape,
    path: str | Path,
    *,
    options: OwnListOptions | str | Path | None = None,
    accept: Accept = "sure",
    people: bool = False,
) -> OwnList:
    r"""Take over a list of owners that somebody keeps already.

    Columns are told by their heads and by what stands in them. What is not clear is left, and
    listed; nothing is guessed. Names of persons are taken over only where somebody has said so.

    Args:
        landscape: the models, with or without a register.
        path: a workbook or CSV file, however it is laid out.
        options: what somebody has said about it, or the file that holds that.
        accept: ``"sure"`` takes over columns that leave no doubt, ``"likely"`` also those that
            probably are what they seem.
        people: whether a column of persons' names is taken over.

    Raises:
        RegisterError: list or options cannot be read.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "eiere.csv")
        >>> _ = file.write_text("Prosess;Prosesseier\nLønn;Lønnssjef\n", encoding="utf-8")
        >>> read_own_list(Landscape(), file).landscape["Lønn"].owners[0].holder.name
        'Lønnssjef'
    """
    source = Path(path)
    given = (
        options
        if isinstance(options, OwnListOptions)
        else read_options(Path(options))
        if options is not None
        else OwnListOptions()
    )
    sheets = read_own_sheets(source)
    known = build_vocabulary(landscape)
    matches = [_match(sheet, known, given, people=people) for sheet in sheets]
    gathered = Gathered()
    for match in matches:
        is_meant = not match.sheet.is_hidden or given.names_sheet(match.sheet.title)
        if match.is_used and is_meant:
            gather_sheet(match, gathered, known=known, options=given, accept=ACCEPTED[accept])
        else:
            _leave_all(match.sheet, gathered)
    register = build_own_register(gathered, source.as_posix(), known=known)
    log = Log()
    with collection_paused():
        merged = merge_register(landscape, register, log)
    log.check()
    left = [left for tray in gathered.trays.values() for left in tray.left.values()]
    return OwnList(
        file=source.as_posix(),
        sheets=tuple(matches),
        landscape=merged,
        matched=_find_matched(gathered),
        unmatched=tuple(_find_unmatched(gathered, known)),
        left=tuple(left),
        rows=sum(len(said.places) for said in gathered.processes.values()),
        with_owner=sum(row.ownership.is_recorded for row in register.processes),
        options=given,
        accept=accept,
        taken=frozenset(
            (title, line, column)
            for title, tray in gathered.trays.items()
            for line, column in tray.taken
        ),
        _gathered=gathered,
    )


def _match(
    sheet: OwnSheet, known: Vocabulary, options: OwnListOptions, *, people: bool
) -> SheetMatch:
    said: SheetOptions = options.find_sheet(sheet.title)
    match = match_columns(sheet, known, head=said.head, said=said.columns)
    persons = [c for c in match.columns if c.use == "person" and not c.is_settled]
    if not people or len(persons) != 1:
        return match
    uses: dict[str, Use] = {**said.columns, fold(persons[0].letters): "person"}
    # By its letters: its head may stand over another column too.
    uses = {key: use for key, use in uses.items() if key != fold(persons[0].head) or not key}
    return match_columns(sheet, known, head=match.head or 0, said=uses)


def _leave_all(sheet: OwnSheet, gathered: Gathered) -> None:
    tray = gathered.trays.setdefault(sheet.title, Tray(sheet, {}))
    for row in sheet.rows:
        for at, text in enumerate(row.cells, start=1):
            if text.strip():
                tray.leave((row.line, at), text, "hidden" if sheet.is_hidden else "sheet")
    for cell in sheet.unread:
        is_formula = cell.problem == "formula"
        tray.leave((cell.line, cell.column), "", "formula" if is_formula else "error")


def _find_matched(gathered: Gathered) -> tuple[tuple[str, str], ...]:
    return tuple(
        (said.match.text, said.match.process.label)
        for said in gathered.processes.values()
        if said.match.process is not None
        and fold(said.match.process.label) != fold(said.match.text)
    )


def _find_unmatched(gathered: Gathered, known: Vocabulary) -> list[Unmatched]:
    log = gathered.log
    found: list[Unmatched] = []

    def note(
        kind: NameKind, text: str, places: list[SourceLocation], names: tuple[str, ...]
    ) -> None:
        near = log.nearest(text, names, most=_NEAREST)
        found.append(Unmatched(kind, text, tuple(places), near))

    for said in gathered.processes.values():
        if said.match.process is None:
            note("processes", said.match.text, said.places, known.labels)
    positions = tuple(known.positions.values())
    owners: dict[str, tuple[str, list[SourceLocation]]] = {}
    for said in gathered.processes.values():
        for owner in said.owners:
            is_known = known.knows_position(owner.name.text) or known.units.candidates(
                owner.name.text
            )
            if not owner.is_person and not is_known:
                named = owners.setdefault(fold(owner.name.text), (owner.name.text, []))
                named[1].append(owner.name.place)
    for text, places in owners.values():
        note("owners", text, places, positions)
    for name in gathered.units.values():
        note("units", name.text, [name.place], ())
    return found
