"""What people answered when they were asked who owns a process, and which answers are the same."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import FactState, Opinion, Process, fold
from procmap.rules.context import Context

__all__ = ["find_opinions", "group_identities", "identify"]

_ANSWERS = (FactState.STATED, FactState.ABSENT, FactState.UNKNOWN)


def find_opinions(context: Context, process: Process) -> tuple[Opinion, ...]:
    """The answers about a process, by its reference or a name that it alone has.

    Args:
        context: what is checked.
        process: the process.
    """
    found = (*context.opinions.get(fold(str(process.ref)), ()),)
    if len(context.processes_by_label.get(fold(process.label), ())) == 1:
        found += context.opinions.get(fold(process.label), ())
    return tuple(answer for answer in found if answer.owner.state in _ANSWERS)


def identify(context: Context, name: str) -> frozenset[str]:
    """Names that mean the same as the owner somebody named: positions, persons, a unit's manager.

    Args:
        context: what is checked.
        name: the name, as it was said.
    """
    chart = context.landscape.chart
    folded = fold(name)
    found = {folded, *chart.holders(name)}
    unit = chart.find_unit(name)
    manager = chart.manager(unit.key).value if unit is not None else None
    if manager is not None:
        found |= {fold(manager), *chart.holders(manager)}
    person = chart.people.get(folded)
    if person is not None:
        found.update(map(fold, person.positions))
    return frozenset(found)


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
