"""From what somebody's own list says to a register, and what it says about origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from procmap.model import Fact, Landscape, Ownership, fold
from procmap.register.content import (
    HolderName,
    Name,
    OwnershipRow,
    PersonRow,
    ProcessRow,
    Register,
    UnitRow,
)
from procmap.register.own_list.findings import Tray
from procmap.register.own_list.said import Gathered, Said, SaidOwner
from procmap.register.own_list.vocabulary import Vocabulary
from procmap.register.sheets import Lang
from procmap.source import ElementRef, SourceLocation

__all__ = ["build_notes", "build_own_register"]

_MOST_ROWS = 12
_OTHER: Final[Mapping[str, Literal["other-owner", "not-added"]]] = {
    "owner": "other-owner",
    "manager": "not-added",
}


def build_own_register(gathered: Gathered, file: str, *, known: Vocabulary) -> Register:
    """Build the register that a list amounts to; what contradicts itself is left.

    Args:
        gathered: what the list says.
        file: its file.
        known: the names there are.
    """
    trays = gathered.trays
    place = SourceLocation(file)
    return Register(
        file=file,
        organisation="",
        inhabitants=Fact(),
        organisation_place=place,
        as_of=None,
        units=tuple(UnitRow(name) for name in gathered.units.values()),
        people=tuple(_build_people(gathered)),
        lanes=(),
        processes=tuple(_build_row(said, trays, known) for said in gathered.processes.values()),
        boundaries=(),
        systems=(),
    )


def _build_people(gathered: Gathered) -> Iterator[PersonRow]:
    for name, held, under in gathered.people.values():
        unit = next(iter(under.values())) if len(under) == 1 else None
        positions = tuple(held[key] for key in sorted(held))
        yield PersonRow(name, unit, positions or None, name.place, None)


def _build_row(said: Said, trays: Mapping[str, Tray], known: Vocabulary) -> ProcessRow:
    process = said.match.process
    is_modelled = process is not None and process.modelled
    name = process.label if process is not None else said.match.text
    place = said.places[0]
    return ProcessRow(
        name=Name(name, place) if name else None,
        model=Name(str(process.ref), place) if process is not None and is_modelled else None,
        is_unmodelled=not is_modelled,
        kind=said.kind,
        ownership=_build_ownership(said, trays, known),
        place=place,
        benefit=said.benefit,
    )


def _build_ownership(
    said: Said, trays: Mapping[str, Tray], known: Vocabulary
) -> Fact[tuple[OwnershipRow, ...]]:
    found = _build_owners(said.owners)
    before = said.match.process.ownership if said.match.process is not None else Fact()
    owned = [owner for owner in found if owner.kind == "owner"]
    state = said.state
    if state is not None and owned:
        _leave(trays, state[1], "contradiction", _name_all(found))
        state = None
    if before.is_recorded:
        # What a register says already is not written over by an older list without a question.
        for owner in said.owners:
            if not _agrees(owner, before, known):
                reason = _OTHER[owner.kind]
                _leave(trays, owner.at, reason, _name_recorded(before), hides=owner.is_person)
        if state is not None and state[0].state is not before.state:
            _leave(trays, state[1], "other-owner", _name_recorded(before))
        return Fact()
    if found:
        return Fact.stated(found, found[0].holder.name.place)
    return Fact(state[0].state, None, state[0].origin) if state is not None else Fact()


def _build_owners(owners: Iterable[SaidOwner]) -> tuple[OwnershipRow, ...]:
    rows: dict[tuple[str, str], OwnershipRow] = {}
    for owner in owners:
        row = OwnershipRow(
            holder=HolderName(owner.name, "person" if owner.is_person else None),
            kind=owner.kind,
            scope=owner.scope,
            mandate=owner.mandate,
            source=owner.source,
            valid_from=owner.valid_from,
            valid_to=owner.valid_to,
        )
        rows.setdefault((owner.kind, fold(owner.name.text)), row)
    # The register's own column is the owner's: who manages comes after.
    return tuple(sorted(rows.values(), key=lambda row: row.kind != "owner"))


def _agrees(owner: SaidOwner, before: Fact[tuple[Ownership, ...]], known: Vocabulary) -> bool:
    """Whether a register says the same of somebody, by name or by the position they hold."""
    names = {fold(o.holder.name) for o in before.value or () if o.kind == owner.kind}
    name = fold(owner.name.text)
    return name in names or bool(names & known.held.get(name, frozenset()))


def _name_recorded(before: Fact[tuple[Ownership, ...]]) -> tuple[str, ...]:
    return tuple(o.holder.name for o in before.value or () if o.holder.kind != "person")


def _name_all(rows: Iterable[OwnershipRow]) -> tuple[str, ...]:
    return tuple(row.holder.name.text for row in rows if row.holder.kind != "person")


def _leave(
    trays: Mapping[str, Tray],
    at: tuple[str, int, int],
    reason: Literal["contradiction", "other-owner", "not-added"],
    detail: tuple[str, ...],
    *,
    hides: bool = False,
) -> None:
    sheet, line, column = at
    tray = trays[sheet]
    text = tray.find(line, column)
    tray.taken.discard((line, column))
    tray.leave((line, column), "" if hides else text, reason, detail=detail)


def build_notes(
    gathered: Gathered, landscape: Landscape, *, file: str, lang: Lang
) -> dict[ElementRef, str]:
    """What is written beside each process: where in the list it stands, and its unit there.

    Args:
        gathered: what the list says.
        landscape: the landscape with the list taken over.
        file: name of the list.
        lang: language of the notes.
    """
    by_name = {fold(p.label): p.ref for p in landscape.unmodelled}
    notes: dict[ElementRef, str] = {}
    for said in gathered.processes.values():
        process = said.match.process
        ref = process.ref if process is not None else by_name.get(fold(said.match.text))
        if ref is None:
            continue
        places = "; ".join(_spell_places(said.places, file, lang))
        units = ", ".join(f"{head}: {name}" for name, head in said.units.items())
        start = "Fra" if lang == "nb" else "From"
        notes[ref] = f"{start} {places}" + (f" ({units})" if units else "")
    return notes


def _spell_places(places: Iterable[SourceLocation], file: str, lang: Lang) -> Iterator[str]:
    sheets: dict[str, list[int]] = {}
    for place in places:
        sheets.setdefault(place.sheet or "", []).append(place.line or 0)
    sheet_word, row_word = ("ark", "rad") if lang == "nb" else ("sheet", "row")
    for sheet, lines in sheets.items():
        rows = ", ".join(str(line) for line in lines[:_MOST_ROWS])
        rows += " …" if len(lines) > _MOST_ROWS else ""
        is_own = file.casefold().startswith(sheet.casefold())
        yield (
            f"{file}, {row_word} {rows}"
            if is_own
            else (f"{file}, {sheet_word} {sheet}, {row_word} {rows}")
        )
