"""Merging persons, positions and systems."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import Fact, Holder, Landscape, Person, Role, System, Unit, fold
from procmap.register.content import HolderName, Register
from procmap.register.log import Log
from procmap.register.merging.facts import convert_fact, merge_fact
from procmap.register.merging.holders import Holders
from procmap.register.merging.unique import index_rows
from procmap.register.merging.unit_book import UnitBook, find_unit
from procmap.source import SourceLocation

__all__ = ["build_people", "build_roles", "build_systems", "name_managers"]


def build_people(
    landscape: Landscape, register: Register, log: Log, *, units: UnitBook
) -> tuple[Person, ...]:
    """Build the persons of landscape and register together, by folded name.

    Args:
        landscape: what was known before.
        register: what the register says.
        log: where problems go.
        units: the units there are.
    """
    people = {fold(person.name): person for person in landscape.people}
    for key, row in index_rows(register.people, log).items():
        before = people.get(key) or Person(name=row.name.text)
        people[key] = before.model_copy(
            update={
                "name": row.name.text,
                "unit": find_unit(row.unit, units, log) if row.unit else before.unit,
                "positions": before.positions if row.positions is None else row.positions,
                "deputy": row.deputy or before.deputy,
            }
        )
    return tuple(people[key] for key in sorted(people))


def name_managers(units: Iterable[Unit], people: Iterable[Person], log: Log) -> tuple[Unit, ...]:
    """Units whose manager was written as a person, with that person's only position instead.

    Maps and reports show positions: a name that stands where a position belongs would come out
    on them. Where the person has no position, or several, the name stays.

    Args:
        units: the units.
        people: the persons.
        log: where diagnostics go.
    """
    known = {fold(person.name): person for person in people}
    positions = {fold(position) for person in known.values() for position in person.positions}
    found = []
    for unit in units:
        manager = unit.manager.value or ""
        person = known.get(fold(manager))
        if person is None or fold(manager) in positions:
            found.append(unit)
            continue
        place = unit.manager.origin or SourceLocation("")
        log.diagnose("REG402", place, subject=(unit.key,), unit=unit.name)
        if len(person.positions) == 1:
            named = Fact.stated(person.positions[0], unit.manager.origin)
            found.append(unit.model_copy(update={"manager": named}))
        else:
            found.append(unit)
    return tuple(found)


def build_roles(
    known: Iterable[Role],
    *,
    units: Iterable[Unit],
    people: Iterable[Person],
    holders: Iterable[Holder],
    places: dict[str, SourceLocation],
) -> tuple[Role, ...]:
    """Build the positions: those known, those that manage, are held, or answer for something.

    A position belongs to the unit it manages; the chart knows that, so it is not repeated here.

    Args:
        known: the positions known before.
        units: the units with their managers.
        people: the persons with the positions they hold.
        holders: everybody who answers for something.
        places: where a person's positions were stated, by folded name of the person.
    """
    persons = {fold(person.name): person for person in people}
    before = {fold(role.name): role for role in known}
    spelled: dict[str, str] = {}
    held: dict[str, dict[str, str]] = {}
    for unit in units:
        if unit.manager.value is not None:
            _spell(unit.manager.value, spelled)
            boss = persons.get(fold(unit.manager.value))
            if boss is not None:
                held.setdefault(fold(boss.name), {})[fold(boss.name)] = boss.name
    for key, person in persons.items():
        for position in person.positions:
            _spell(position, spelled)
            held.setdefault(fold(position), {})[key] = person.name
    for holder in holders:
        if holder.kind == "role":
            _spell(holder.name, spelled)
    found = []
    for key in sorted({*before, *spelled}):
        role = before.get(key) or Role(name=spelled[key])
        names = held.get(key, {}).values()
        found.append(role.model_copy(update={"holders": _held_by(role, names, persons, places)}))
    return tuple(found)


def _spell(name: str, spelled: dict[str, str]) -> None:
    """Keep one spelling of a position, the same whatever order the rows came in."""
    spelled[fold(name)] = min(name, spelled.get(fold(name), name))


def _held_by(
    role: Role,
    holders: Iterable[str],
    people: dict[str, Person],
    places: dict[str, SourceLocation],
) -> Fact[tuple[str, ...]]:
    """Who holds a position: a person of the register holds it as long as their row says so."""
    others = [name for name in role.holders.or_none or () if fold(name) not in people]
    names = sorted({*others, *holders})
    if not names:
        return Fact() if role.holders.is_stated else role.holders
    place = next((places[fold(name)] for name in names if fold(name) in places), None)
    return Fact.stated(tuple(names), place or role.holders.origin)


def build_systems(
    landscape: Landscape, register: Register, log: Log, *, holders: Holders
) -> tuple[System, ...]:
    """Build the systems of landscape and register together, by folded name.

    Args:
        landscape: what was known before.
        register: what the register says.
        log: where problems go.
        holders: everybody who can answer for something, and the units there are.
    """

    def find(fact: Fact[HolderName]) -> Fact[Holder]:
        return convert_fact(fact, lambda written: holders.find(written, log))

    units = holders.units
    systems = {fold(system.name): system for system in landscape.systems}
    for key, row in index_rows(register.systems, log).items():
        before = systems.get(key) or System(name=row.name.text)
        responsible = convert_fact(row.responsible, lambda written: find_unit(written, units, log))
        systems[key] = before.model_copy(
            update={
                "name": row.name.text,
                "responsible": merge_fact(before.responsible, responsible),
                "line": merge_fact(before.line, find(row.line)),
                "technical": merge_fact(before.technical, find(row.technical)),
                "decides": merge_fact(before.decides, row.decides),
            }
        )
    return tuple(systems[key] for key in sorted(systems))
