"""How far the line of a holder reaches among the units that take part in a process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.model import Holder, Unit, fold
from procmap.rules.context import Context

__all__ = [
    "Reach",
    "find_identities",
    "find_managed_units",
    "find_own_units",
    "find_reach",
    "is_line_recorded",
]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which participating units a holder manages, by managing them or a unit above them.

    Args:
        covered: the participating units within the holder's line.
        beyond: the participating units outside it; both in order of their keys.
        is_superior: the holder manages one unit that all participating units lie under.
    """

    covered: tuple[Unit, ...]
    beyond: tuple[Unit, ...]
    is_superior: bool


def find_managed_units(context: Context, holder: Holder) -> tuple[str, ...]:
    """Keys of the units a holder manages, not merely works in.

    A unit as holder stands for its manager, whether or not the register names one.

    Args:
        context: what is checked.
        holder: whose line.
    """
    managed = context.governor.manages(holder)
    unit = context.landscape.chart.find_unit(holder.name) if holder.kind == "unit" else None
    return tuple(dict.fromkeys((unit.key, *managed))) if unit is not None else managed


def find_reach(context: Context, holder: Holder, units: Sequence[Unit]) -> Reach:
    """How far a holder's line reaches among `units`.

    Args:
        context: what is checked.
        holder: whose line.
        units: the units that take part; stated ones only, since an assumed unit has no line.
    """
    chart = context.landscape.chart
    managed = find_managed_units(context, holder)
    ordered = sorted(units, key=lambda unit: unit.key)
    covered = tuple(
        unit for unit in ordered if any(chart.is_within(unit.key, key) for key in managed)
    )
    beyond = tuple(unit for unit in ordered if unit not in covered)
    is_superior = any(all(chart.is_within(unit.key, key) for unit in units) for key in managed)
    return Reach(covered, beyond, is_superior)


def find_own_units(context: Context, holder: Holder) -> tuple[str, ...]:
    """Keys of the units that count as a holder's own: those managed, else the one worked in.

    Args:
        context: what is checked.
        holder: whose units.
    """
    managed = find_managed_units(context, holder)
    if managed:
        return managed
    chart = context.landscape.chart
    if holder.kind == "person":
        person = chart.people.get(fold(holder.name))
        unit = person.unit if person is not None else None
    else:
        unit = chart.unit_of_role(holder.name) if holder.kind == "role" else None
    return (unit,) if unit is not None else ()


def find_identities(context: Context, holder: Holder) -> frozenset[str]:
    """What a holder is known as: a position is its holders too, where those are recorded.

    Args:
        context: what is checked.
        holder: who.
    """
    chart = context.landscape.chart
    is_role = holder.kind == "role"
    named = context.aliases.resolve("position", holder.name) if is_role else holder.name
    name = fold(named)
    found = {f"{holder.kind}:{name}"}
    if holder.kind == "role":
        names = (named, *context.aliases.find_others("position", named))
        found.update(f"person:{person}" for each in names for person in chart.holders(each))
    elif holder.kind == "person" and name in chart.people:
        positions = chart.people[name].positions
        found.update(f"role:{fold(context.aliases.resolve('position', p))}" for p in positions)
    return frozenset(found)


def is_line_recorded(context: Context, holder: Holder, units: Sequence[Unit]) -> bool:
    """Whether the register says enough to know that a holder does not manage above `units`.

    Somebody who is known to manage one unit is not the one left out where another has no manager
    recorded.

    Args:
        context: what is checked.
        holder: whose line.
        units: the units asked about.
    """
    if find_managed_units(context, holder):
        return True
    chart = context.landscape.chart
    managers = (chart.manager(key) for unit in units for key in chart.line(unit.key))
    return all(manager.is_recorded and not manager.is_unknown for manager in managers)
