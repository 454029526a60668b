"""What one row of somebody's own list says: its units, facts and owners."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from procmap.model import Fact, fold, tidy
from procmap.register.cell_text import split_list
from procmap.register.content import Name, Reach
from procmap.register.own_list.cells import (
    Owners,
    is_vague,
    read_day,
    read_own_reach,
    read_own_word,
    read_owners,
)
from procmap.register.own_list.findings import LeftReason
from procmap.register.own_list.persons import is_person, spell_person
from procmap.register.own_list.said import Reader, Said, SaidOwner
from procmap.register.own_list.uses import Use
from procmap.register.words import PROCESS_KINDS, read_state
from procmap.source import SourceLocation

__all__ = ["take_facts", "take_owners", "take_units"]

T = TypeVar("T")


def take_units(
    line: int, cell: tuple[int, str] | None, said: Said, reader: Reader
) -> tuple[Name, ...]:
    """Take the units of a row.

    Args:
        line: the row.
        cell: column and text of the cell, or ``None``.
        said: what is said about its process; added to.
        reader: what reading needs.
    """
    if cell is None:
        return ()
    at, text = cell
    found: list[Name] = []
    is_whole = True
    for part in split_list(text):
        name, reason, detail = _find_unit(tidy(part), reader)
        if reason is not None:
            is_whole = False
            reader.tray.leave((line, at), part, reason, detail=detail)
            continue
        found += (Name(unit, reader.place(line, at)) for unit in name)
    for unit in found:
        said.units.setdefault(unit.text, reader.columns[at].key)
        if not reader.known.units.candidates(unit.text):
            reader.gathered.units.setdefault(fold(unit.text), unit)
    if is_whole:
        reader.tray.take(line, at)
    return tuple(found)


def _find_unit(
    text: str, reader: Reader
) -> tuple[tuple[str, ...], LeftReason | None, tuple[str, ...]]:
    known = reader.known.units
    given = reader.options.find_name("units", text)
    if given:
        return given, None, ()
    if read_state(text) is not None or is_vague(text):
        return (), "vague", ()
    keys = known.candidates(text)
    if len(keys) > 1:
        return (), "ambiguous", keys
    if keys:
        return (known.spell(keys[0]),), None, ()
    if is_person(text):
        return (), "person", ()
    names = tuple(unit.name for unit in known.by_key.values())
    near = () if given is not None else reader.gathered.log.nearest(text, names)
    return ((), "unit-alike", near) if near else ((text,), None, ())


def take_facts(
    line: int, by_use: Mapping[Use, tuple[int, str]], said: Said, reader: Reader
) -> None:
    """Take kind and benefit of a row's process.

    Args:
        line: the row.
        by_use: column and text of its cells, by what they are for.
        said: what is said about its process; added to.
        reader: what reading needs.
    """
    if "type" in by_use:
        at, text = by_use["type"]
        kind = read_own_word(text, PROCESS_KINDS, reader.place(line, at))
        words = zip(PROCESS_KINDS.norwegian, PROCESS_KINDS.english, strict=True)
        detail = tuple(f"{nb} / {en}" for nb, en in words)
        said.kind = _keep(said.kind, kind, (line, at, text), reader, detail=detail)
    if "benefit" in by_use:
        at, text = by_use["benefit"]
        place = reader.place(line, at)
        state = read_state(text)
        benefit: Fact[str] = Fact(state, None, place) if state else Fact.stated(tidy(text), place)
        said.benefit = _keep(said.benefit, benefit, (line, at, text), reader)


def _keep(
    before: Fact[T],
    now: Fact[T] | None,
    cell: tuple[int, int, str],
    reader: Reader,
    *,
    detail: tuple[str, ...] = (),
) -> Fact[T]:
    """The fact of the first row that says it; another row that says something else is left."""
    line, at, text = cell
    if now is None:
        reader.tray.leave((line, at), text, "bad-word", detail=detail)
        return before
    if before.is_recorded and (before.state, before.value) != (now.state, now.value):
        reader.tray.leave((line, at), text, "contradiction")
        return before
    reader.tray.take(line, at)
    return now if now.is_recorded else before


def take_owners(
    line: int,
    by_use: Mapping[Use, tuple[int, str]],
    said: Said,
    units: tuple[Name, ...],
    reader: Reader,
) -> None:
    """Take who answers for a row's process.

    Args:
        line: the row.
        by_use: column and text of its cells, by what they are for.
        said: what is said about its process; added to.
        units: the units the row names.
        reader: what reading needs.
    """
    terms = _read_terms(line, by_use, reader)
    positions = _read_cell(line, by_use.get("owner"), "positions", reader)
    people = _read_cell(line, by_use.get("person"), "people", reader)
    managers = _read_cell(line, by_use.get("manager"), "positions", reader)
    title = reader.tray.sheet.title
    found: list[SaidOwner] = []
    said_of: dict[Use, Owners | None] = {
        "owner": positions,
        "person": people,
        "manager": managers,
    }
    for use, owners in said_of.items():
        if owners is None:
            continue
        at = by_use[use][0]
        place = reader.place(line, at)
        kind: Literal["owner", "manager"] = "manager" if use == "manager" else "owner"
        found += (SaidOwner(Name(n, place), kind, False, (title, line, at)) for n in owners.names)
        # Where the row names a position too, the position owns, and the person holds it.
        is_owner = positions is None or not positions.names
        for person in owners.people:
            name = spell_person(person)
            if is_owner:
                found.append(SaidOwner(Name(name, place), kind, True, (title, line, at)))
            _take_person(Name(name, place), positions, units, reader)
        if owners.state is not None and use != "manager":
            fact: Fact[object] = Fact(owners.state, None, place)
            said.state = said.state or (fact, (title, line, at))
    said.owners += [_with_terms(owner, terms) for owner in found]
    if not any(owner.kind == "owner" for owner in found):
        for use in ("scope", "mandate", "source", "from", "to"):
            if use in by_use and (line, by_use[use][0]) in reader.tray.taken:
                reader.tray.taken.discard((line, by_use[use][0]))
                reader.tray.leave((line, by_use[use][0]), by_use[use][1], "no-owner")


def _take_person(
    name: Name, positions: Owners | None, units: tuple[Name, ...], reader: Reader
) -> None:
    _, held, under = reader.gathered.people.setdefault(fold(name.text), (name, {}, {}))
    held.update({fold(p): p for p in (positions.names if positions else ())})
    under.update({fold(unit.text): unit for unit in units})


def _read_cell(
    line: int,
    cell: tuple[int, str] | None,
    holds: Literal["positions", "people"],
    reader: Reader,
) -> Owners | None:
    if cell is None:
        return None
    at, text = cell
    is_mixed = reader.columns[at].looks_like_people
    owners = read_owners(text, reader.options, reader.known, holds=holds, is_mixed=is_mixed)
    for part, reason in owners.left:
        shown = "" if is_mixed or holds == "people" else part
        reader.tray.leave((line, at), shown, reason)
    if not owners.left:
        reader.tray.take(line, at)
    return owners


def _with_terms(owner: SaidOwner, terms: SaidOwner) -> SaidOwner:
    if owner.kind != "owner":
        return owner
    return SaidOwner(
        owner.name,
        owner.kind,
        owner.is_person,
        owner.at,
        terms.scope,
        terms.mandate,
        terms.source,
        terms.valid_from,
        terms.valid_to,
    )


def _read_terms(line: int, by_use: Mapping[Use, tuple[int, str]], reader: Reader) -> SaidOwner:
    """What a row says about its ownership, beside who owns."""
    reach: dict[str, Fact[Reach]] = {"scope": Fact(), "mandate": Fact()}
    days: dict[str, dt.date | None] = {"from": None, "to": None}
    reaches: Iterable[Use] = ("scope", "mandate")
    for use in reaches:
        if use in by_use:
            at, text = by_use[use]
            found = read_own_reach(text, reader.known, reader.place(line, at))
            reach[use] = _keep(Fact(), found, (line, at, text), reader)
    ends: Iterable[Use] = ("from", "to")
    for use in ends:
        if use in by_use:
            at, text = by_use[use]
            day = read_day(text, reader.place(line, at))
            if day is None:
                reader.tray.leave((line, at), text, "bad-date")
            else:
                reader.tray.take(line, at)
                days[use] = day.value
    if days["from"] and days["to"] and days["to"] < days["from"]:
        at, text = by_use["to"]
        reader.tray.taken.discard((line, at))
        reader.tray.leave((line, at), text, "contradiction")
        days["to"] = None
    source = ""
    if "source" in by_use:
        at, text = by_use["source"]
        source = tidy(text)
        reader.tray.take(line, at)
    nobody = Name("", SourceLocation(""))
    return SaidOwner(
        nobody,
        "owner",
        False,
        ("", 0, 0),
        reach["scope"],
        reach["mandate"],
        source,
        days["from"],
        days["to"],
    )
