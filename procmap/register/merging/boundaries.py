"""Merging what is agreed between units."""

from __future__ import annotations

from procmap.model import Boundary
from procmap.register.content import BoundaryRow, Name, Register
from procmap.register.log import Log
from procmap.register.merging.facts import convert_fact, merge_fact
from procmap.register.merging.holders import Holders
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.unit_book import find_unit

__all__ = ["build_boundaries"]


def build_boundaries(
    recorded: tuple[Boundary, ...], register: Register, log: Log, *, holders: Holders
) -> tuple[Boundary, ...]:
    """Build the boundaries of landscape and register together, by their two units.

    A row that names two units and nothing else says nothing.

    Args:
        recorded: what was known before.
        register: what the register says.
        log: where problems go.
        holders: everybody who can answer for something, and the units there are.
    """
    found = {(b.source_unit, b.target_unit): b for b in recorded}
    names: dict[tuple[str, str], Name] = {}
    for row in register.boundaries:
        source = find_unit(row.source, holders.units, log)
        target = find_unit(row.target, holders.units, log)
        coordinator = convert_fact(row.coordinator, lambda written: holders.find(written, log))
        if source is None or target is None:
            continue
        key = (source, target)
        name = Name(f"{row.source.text} → {row.target.text}", row.source.place)
        if source == target:
            log.problem("same-unit", row.target.place, name=row.target.text)
        elif key in names:
            note_duplicate(name, names[key], log)
        names[key] = name
        if not _says_something(row):
            continue
        before = found.get(key, Boundary(source, target))
        found[key] = Boundary(
            source,
            target,
            coordinator=merge_fact(before.coordinator, coordinator),
            routine=merge_fact(before.routine, row.routine),
            channel=merge_fact(before.channel, row.channel),
        )
    return tuple(found[key] for key in sorted(found))


def _says_something(row: BoundaryRow) -> bool:
    return row.coordinator.is_recorded or row.routine.is_recorded or row.channel.is_recorded
