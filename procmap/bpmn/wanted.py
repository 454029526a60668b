"""Which facts of a landscape belong in which file."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.bpmn.own_facts import OwnFacts
from procmap.model import Chart, Document, Landscape, Ownership, Role, Unit, fold
from procmap.source import ElementRef

__all__ = ["find_named", "find_recorded"]


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
) -> tuple[tuple[Unit, ...], tuple[Role, ...]]:
    """The units and positions that facts cannot be understood without.

    These are the units that they name, those that their holders manage or belong to, and all
    units above; and the positions that hold something.

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
    roles = tuple(
        Role(name=role.name, unit=role.unit)
        for role in sorted(landscape.roles, key=lambda role: fold(role.name))
        if fold(role.name) in holding and role.unit is not None
    )
    keys.update(role.unit for role in roles if role.unit is not None)
    lines = {above for key in keys for above in chart.line(key)}
    units = (unit for unit in landscape.units if unit.key in lines and not unit.assumed)
    return tuple(sorted(units, key=lambda unit: (len(chart.line(unit.key)), unit.key))), roles


def _keys_of(ownership: Ownership, chart: Chart) -> set[str]:
    keys = set(ownership.scope.value.units if ownership.scope.value else ())
    keys.update(ownership.mandate.value.units if ownership.mandate.value else ())
    if ownership.holder.kind in ("unit", "network"):
        named = chart.units_by_name.get(fold(ownership.holder.name), ())
        keys.update(unit.key for unit in named)
    return keys
