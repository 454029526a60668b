"""Which facts of a landscape belong in which file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procmap.bpmn.own_facts import OwnFacts
from procmap.model import Boundary, Chart, Document, Landscape, Ownership, Role, Unit, fold
from procmap.source import ElementRef

__all__ = ["Named", "find_named", "find_recorded"]


@dataclass(frozen=True, slots=True)
class Named:
    """What the facts of one document name.

    Args:
        units: the units, those above them first.
        positions: the positions that hold something.
        boundaries: what is agreed between two of the units.
    """

    units: tuple[Unit, ...]
    positions: tuple[Role, ...]
    boundaries: tuple[Boundary, ...]


def find_recorded(document: Document) -> dict[ElementRef, OwnFacts]:
    """What is recorded about the processes, lanes and participants of a document."""
    found = {
        process.ref: OwnFacts(kind=process.kind, ownership=process.ownership)
        for process in document.processes
        if process.kind.is_recorded or process.ownership.is_recorded
    }
    lanes = ((lane.ref, lane.meaning) for process in document.processes for lane in process.lanes)
    pools = ((pool.ref, pool.meaning) for pool in document.participants)
    for ref, meaning in (*lanes, *pools):
        if meaning.is_recorded:
            found[ref] = OwnFacts(meaning=meaning)
    return found


def find_named(
    facts: Iterable[OwnFacts], landscape: Landscape, *, present: Iterable[OwnFacts]
) -> Named:
    """The units and positions that facts cannot be understood without, and what is agreed there.

    These are the units that they name, those that their holders manage or belong to, and all
    units above; the positions that hold something; and the boundaries between units they name.

    Args:
        facts: the facts of one document.
        landscape: the units and positions there are.
        present: what the file says already; units and positions in it stay.
    """
    chart = landscape.chart
    managed: dict[str, list[str]] = {}
    for unit in landscape.units:
        if unit.manager.value is not None:
            managed.setdefault(fold(unit.manager.value), []).append(unit.key)
    keys: set[str] = set()
    holding: set[str] = set()
    for each in present:
        keys.update(unit.key for unit in each.units)
        holding.update(fold(role.name) for role in each.positions)
    for each in facts:
        keys.update(each.meaning.value.units if each.meaning.value else ())
        for ownership in each.ownership.value or ():
            holding.add(fold(ownership.holder.name))
            keys.update(_keys_of(ownership, chart))
            keys.update(managed.get(fold(ownership.holder.name), ()))
    boundaries = _settle(keys, holding, landscape, managed)
    roles = tuple(
        Role(name=role.name, unit=role.unit)
        for role in sorted(landscape.roles, key=lambda role: fold(role.name))
        if fold(role.name) in holding and role.unit is not None
    )
    units = (unit for unit in landscape.units if unit.key in keys and not unit.assumed)
    ordered = sorted(units, key=lambda unit: (len(chart.line(unit.key)), unit.key))
    return Named(tuple(ordered), roles, boundaries)


def _settle(
    keys: set[str], holding: set[str], landscape: Landscape, managed: Mapping[str, list[str]]
) -> tuple[Boundary, ...]:
    """Add the units and positions that others bring along, until none does; and what is agreed."""
    chart = landscape.chart
    while True:
        before = len(keys), len(holding)
        keys.update(
            role.unit
            for role in landscape.roles
            if role.unit is not None and fold(role.name) in holding
        )
        keys.update({above for key in keys for above in chart.line(key)})
        boundaries = _find_boundaries(keys, landscape)
        for boundary in boundaries:
            if boundary.coordinator.value is not None:
                name = fold(boundary.coordinator.value.name)
                holding.add(name)
                keys.update(managed.get(name, ()))
        if (len(keys), len(holding)) == before:
            return boundaries


def _find_boundaries(keys: set[str], landscape: Landscape) -> tuple[Boundary, ...]:
    """Where something is recorded, between two of these units."""
    found = [
        each
        for each in landscape.boundaries
        if each.source_unit in keys
        and each.target_unit in keys
        and any(fact.is_recorded for fact in (each.coordinator, each.routine, each.channel))
    ]
    return tuple(sorted(found, key=lambda each: (each.source_unit, each.target_unit)))


def _keys_of(ownership: Ownership, chart: Chart) -> set[str]:
    keys = set(ownership.scope.value.units if ownership.scope.value else ())
    keys.update(ownership.mandate.value.units if ownership.mandate.value else ())
    if ownership.holder.kind in ("unit", "network"):
        named = chart.units_by_name.get(fold(ownership.holder.name), ())
        keys.update(unit.key for unit in named)
    return keys
