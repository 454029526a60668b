"""Whom to ask about a point of an agenda: positions, and never names of persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from procmap.findings import Finding
from procmap.model import CrossingPoint, Fact, Holder, Process, Unit, fold
from procmap.rules.context import Context
from procmap.rules.own.opinions import find_opinions

__all__ = ["find_people", "is_about_several"]

# With more at the table than this many processes bring, nobody is asked in particular.
_MOST_PROCESSES: Final = 3


def is_about_several(context: Context, finding: Finding) -> bool:
    """Whether a finding is about more than one process.

    Args:
        context: what was checked.
        finding: the finding.
    """
    return sum(ref in context.process_by_ref for ref in finding.elements) > 1


def find_people(
    context: Context, group: Sequence[Finding], crossings: Sequence[CrossingPoint]
) -> tuple[str, ...]:
    """Positions to ask: those a finding is about, owners, managers of units, coordinators.

    Args:
        context: what was checked.
        group: the findings of a point, the first of them the one it is about.
        crossings: the crossing points that they are about.
    """
    finding = group[0]
    processes = [
        context.process_by_ref[ref] for ref in finding.elements if ref in context.process_by_ref
    ]
    named = _ASKED.get(finding.code)
    asked = [name for each in group for name in named(context, each)] if named else []
    if 0 < len(processes) <= _MOST_PROCESSES:
        for process in processes:
            asked += [
                n for o in context.owners(process) for n in _find_positions(context, o.holder)
            ]
        asked += [
            n for unit in _find_units(context, group, crossings) for n in _manage(context, unit)
        ]
        for process in processes:
            asked += _find_coordinators(context, process, crossings)
    people = context.landscape.chart.people
    said = {fold(name): name for name in reversed(asked) if name and fold(name) not in people}
    return tuple(said[key] for key in dict.fromkeys(map(fold, asked)) if key in said)


def _find_units(
    context: Context, group: Sequence[Finding], crossings: Sequence[CrossingPoint]
) -> Iterator[Unit]:
    """The units at the crossings, else those of the steps named, else all that take part."""
    if crossings:
        yield from (unit for c in crossings for unit in (c.source_unit, c.target_unit))
        return
    finding = group[0]
    units = []
    if finding.code in _ABOUT_STEPS:
        places = (context.analysis.places.get(ref) for ref in finding.elements)
        units = [unit for place in places if place is not None for unit in place.units]
    if units:
        yield from units
        return
    for ref in finding.elements:
        if ref in context.process_by_ref:
            yield from context.stated_units(context.process_by_ref[ref])


def _manage(context: Context, unit: Unit) -> Iterator[str]:
    """Who manages a unit; the unit itself where that is not recorded."""
    chart = context.landscape.chart
    for key in unit.one_of or (unit.key,):
        known = chart.units.get(key)
        if known is not None and known.kind == "unit":
            yield chart.manager(key).value or known.name


def _find_coordinators(
    context: Context, process: Process, crossings: Iterable[CrossingPoint]
) -> Iterator[str]:
    for ownership in process.ownership_on(context.day).or_none or ():
        if ownership.kind == "coordinator":
            yield from _find_positions(context, ownership.holder)
    for crossing in crossings:
        if crossing.boundary is not None and crossing.boundary.coordinator.value is not None:
            yield from _find_positions(context, crossing.boundary.coordinator.value)


def _find_positions(context: Context, holder: Holder) -> tuple[str, ...]:
    if holder.kind != "person":
        return (holder.name,)
    person = context.landscape.chart.people.get(fold(holder.name))
    return person.positions if person is not None else ()


def _ask_those_who_answered(context: Context, finding: Finding) -> Iterator[str]:
    process = context.process_of(finding)
    units = context.landscape.chart.units
    for answer in find_opinions(context, process) if process is not None else ():
        if answer.unit in units:
            yield from _manage(context, units[answer.unit])


def _ask_the_accountable(context: Context, finding: Finding) -> Iterator[str]:
    """Those with an A or an R in the process."""
    process = context.process_of(finding)
    for letter in context.landscape.responsibilities:
        if process is not None and letter.process == process.ref and letter.letter in "AR":
            yield from _find_positions(context, letter.holder)


def _ask_about_the_system(context: Context, finding: Finding) -> Iterator[str]:
    wanted = fold(str(finding.parameters.get("y", "")))
    units = context.landscape.chart.units
    for system in context.landscape.systems:
        if fold(system.name) == wanted:
            holders: tuple[Fact[Holder], ...] = (system.line, system.technical)
            for holder in holders:
                if holder.value is not None:
                    yield from _find_positions(context, holder.value)
            if system.responsible.value in units:
                yield from _manage(context, units[str(system.responsible.value)])


def _ask_who_follows_it_up(context: Context, finding: Finding) -> Iterator[str]:
    process = context.process_of(finding)
    for measure in (process.measures.or_none or ()) if process is not None else ():
        if measure.owner.value is not None:
            yield from _find_positions(context, measure.owner.value)


def _ask_who_sets_goals(context: Context, finding: Finding) -> Iterator[str]:
    process = context.process_of(finding)
    if process is None:
        return
    for fact in (process.goal_setter, *(goal.setter for goal in process.goals.or_none or ())):
        if fact.value is not None:
            yield from _find_positions(context, fact.value)


# Whom a finding itself points at, before owners and managers.
_ASKED: Final[Mapping[str, Callable[[Context, Finding], Iterator[str]]]] = {
    "OWN107": _ask_those_who_answered,
    "OWN110": _ask_the_accountable,
    "SYS601": _ask_about_the_system,
    "UND402": _ask_who_follows_it_up,
    "UND404": _ask_who_sets_goals,
}
# Findings about some steps of a process: whoever manages those units is asked.
_ABOUT_STEPS: Final = frozenset(
    {"HND208", "GAP308", "DAT501", "DAT502", "DAT503", "DAT504", "SYS601"}
)
