"""What people answered when they were asked who owns a process, and which answers are the same."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import FactState, Opinion, Process, fold
from procmap.rules.context import Context

__all__ = ["find_opinions", "group_identities", "identify"]

_ANSWERS = (FactState.STATED, FactState.ABSENT, FactState.UNKNOWN)


def find_opinions(context: Context, process: Process) -> tuple[Opinion, ...]:
    """The answers about a process, by its reference or by any name that it alone has.

    Args:
        context: what is checked.
        process: the process.
    """
    found = context.opinions.get(process.ref, ())
    return tuple(answer for answer in found if answer.owner.state in _ANSWERS)


def identify(context: Context, name: str) -> frozenset[str]:
    """Names that mean the same as the owner somebody named: positions, persons, a unit's manager.

    The other names that the register lists for a position or a unit mean the same too.

    Args:
        context: what is checked.
        name: the name, as it was said.
    """
    chart, aliases = context.landscape.chart, context.aliases
    unit_names = (name, *aliases.find_others("unit", name))
    unit = next((found for each in unit_names if (found := chart.find_unit(each))), None)
    # A unit of that very name is the one meant, whatever else goes by it.
    is_bare = unit is not None and fold(unit.name) == fold(name)
    names = {name, *aliases.find_others("position", name)}
    names.update(() if is_bare else unit_names)
    if unit is not None:
        names.add(unit.name)
        manager = chart.manager(unit.key).value
        if manager is not None:
            names.update((manager, *aliases.find_others("position", manager)))
    person = chart.people.get(fold(name))
    if person is not None:
        names.update(person.positions)
    held = (holder for each in names for holder in chart.holders(each))
    return frozenset({*map(fold, names), *held})


def group_identities(names: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Names put together that mean the same.

    Examples:
        >>> sorted(map(sorted, group_identities([{"a", "b"}, {"c"}, {"b", "d"}])))
        [['a', 'b', 'd'], ['c']]
    """
    groups: list[frozenset[str]] = []
    for each in names:
        same = [group for group in groups if group & each]
        groups = [group for group in groups if not group & each]
        groups.append(frozenset(each).union(*same))
    return groups
