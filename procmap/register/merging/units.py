"""Merging units into the organisation: identity, the tree, and what was said about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procmap.model import Landscape, Unit, unit_key
from procmap.register.content import Register, UnitRow
from procmap.register.log import Log
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.unique import index_rows
from procmap.register.merging.unit_book import UnitBook, build_unit_book, find_unit

__all__ = ["build_units", "sort_units"]


def build_units(
    landscape: Landscape, register: Register, log: Log, *, organisation: str
) -> UnitBook:
    """Build the units of landscape and register together, parents before children.

    Args:
        landscape: what was known before.
        register: what the register says.
        log: where problems go.
        organisation: name of the organisation that the register is for, or "".
    """
    known = {unit_key(unit.organisation, unit.name): unit for unit in landscape.units}
    units = {unit.key: unit for unit in landscape.units}

    def key_of(row: UnitRow) -> str:
        key = unit_key(_home(row, organisation), row.name.text)
        if key not in known and row.organisation is None:
            # It may have been registered before anybody said whose it is.
            key = unit_key("", row.name.text) if unit_key("", row.name.text) in known else key
        return known[key].key if key in known else key

    rows = index_rows(register.units, log, key=key_of)
    for key, row in rows.items():
        named = {"name": row.name.text, "organisation": _home(row, organisation)}
        units[key] = units.get(key, Unit(key=key, name="")).model_copy(update=named)
    aliases = landscape.aliases
    names = build_unit_book(units.values(), organisation=organisation, aliases=aliases)
    merged = dict(units)
    for key, row in rows.items():
        parent = None if row.is_top else units[key].parent
        if row.under is not None:
            parent = find_unit(row.under, names, log)
        merged[key] = units[key].model_copy(
            update={
                "parent": parent,
                "level": row.level or units[key].level,
                "kind": row.kind or units[key].kind,
                "manager": merge_fact(units[key].manager, row.manager),
            }
        )
    _note_cycles(merged, rows, log)
    ordered = sort_units(merged.values())
    return build_unit_book(ordered, organisation=organisation, aliases=aliases)


def _home(row: UnitRow, organisation: str) -> str:
    return organisation if row.organisation is None else row.organisation


def sort_units(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Units with parents before children and siblings by key, whatever order they came in.

    The first unit of a manager of several is then the highest, which is the one a position
    belongs to.
    """
    by_key = {unit.key: unit for unit in sorted(units, key=lambda u: u.key)}
    children: dict[str | None, list[str]] = {}
    for unit in by_key.values():
        parent = unit.parent if unit.parent in by_key and unit.parent != unit.key else None
        children.setdefault(parent, []).append(unit.key)
    found: list[Unit] = []
    waiting = children.get(None, [])[::-1]
    while waiting:
        key = waiting.pop()
        found.append(by_key[key])
        waiting += children.get(key, [])[::-1]
    placed = {unit.key for unit in found}
    # A ring has no top: its units are kept all the same.
    return (*found, *(unit for unit in by_key.values() if unit.key not in placed))


def _note_cycles(units: Mapping[str, Unit], rows: Mapping[str, UnitRow], log: Log) -> None:
    done: set[str] = set()
    for start in sorted(units):
        line: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in units and at not in line and at not in done:
            line[at] = None
            at = units[at].parent
        if at in line:
            ring = list(line)[list(line).index(at) :]
            _note_cycle(ring, units, rows, log)
        done.update(line)


def _note_cycle(
    ring: list[str], units: Mapping[str, Unit], rows: Mapping[str, UnitRow], log: Log
) -> None:
    """Note one ring, from the unit with the lowest key, where the register closes it."""
    first = ring.index(min(ring))
    keys = [*ring[first:], *ring[:first]]
    places = [under.place for key in keys if key in rows and (under := rows[key].under)]
    if places:
        line = " → ".join(units[key].name for key in (*keys, keys[0]))
        log.problem("unit-cycle", min(places, key=lambda p: p.line or 0), line=line)
