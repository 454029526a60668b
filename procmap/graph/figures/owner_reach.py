"""Owner reach: how much of a process lies in its owner's line."""

from __future__ import annotations

import datetime as dt
from typing import Final

from procmap.graph.analysis import Analysis, StepPlace
from procmap.graph.figures.figure import Figure, build_ratio, build_withheld
from procmap.graph.governance import Governor
from procmap.model import Chart, FactState, Holder, Process

__all__ = ["find_owner_reach", "find_owners"]

_NAME: Final = "owner_reach"
_UNOWNED: Final = {
    FactState.ABSENT: "it is said to have no owner",
    FactState.UNKNOWN: "nobody knows who owns it",
    FactState.NOT_APPLICABLE: "it is said to need no owner",
    FactState.NOT_RECORDED: "who owns it is not recorded",
}


def find_owners(process: Process, day: dt.date | None) -> tuple[Holder, ...]:
    """The owners of a process on a day; no managers, no coordinators."""
    holding = process.ownership_on(day).or_none or ()
    return tuple(dict.fromkeys(o.holder for o in holding if o.kind == "owner"))


def find_owner_reach(analysis: Analysis, process: Process, governor: Governor) -> Figure:
    """Share of the activities that lie in units the owner manages, or below them.

    Where there are several owners, it is the one who reaches furthest. What outside parties do is
    left out. An activity is not clarified where its unit is not known, is only assumed, or where
    nobody has recorded who manages it and whether the owner manages anything.

    Args:
        analysis: where activities lie.
        process: the process.
        governor: who manages what.
    """
    subject = str(process.ref)
    owners = find_owners(process, analysis.day)
    if not owners:
        state = process.ownership_on(analysis.day).state
        if state is FactState.STATED:
            state = FactState.NOT_RECORDED
        return build_withheld(_NAME, subject, _UNOWNED[state])
    reaches = [_reach(analysis, process, governor, owner) for owner in owners]
    return max(reaches, key=lambda f: (f.value is not None, f.value or 0.0, -f.not_clarified))


def _reach(analysis: Analysis, process: Process, governor: Governor, owner: Holder) -> Figure:
    chart = analysis.landscape.chart
    managed = frozenset(governor.manages(owner))
    steps = [s.ref for s in process.steps if not analysis.places[s.ref].outside]
    answers = {ref: _is_reached(analysis.places[ref], managed, chart) for ref in steps}
    reached = [ref for ref in steps if answers[ref]]
    decided = sum(answer is not None for answer in answers.values())
    return build_ratio(
        _NAME,
        str(process.ref),
        len(reached),
        decided,
        not_clarified=len(steps) - decided,
        elements=reached,
        nothing="for none of its activities is it recorded whether the owner is in its line"
        if steps
        else "it has no activities inside the organisation",
    )


def _is_reached(place: StepPlace, managed: frozenset[str], chart: Chart) -> bool | None:
    """Whether a step lies in a line; where several units may do it, all of them must."""
    answers: set[bool | None] = set()
    for unit in place.units:
        line = chart.line(unit.key)
        if managed.intersection(line):
            answers.add(True)
        elif not line or (not managed and any(_is_open(chart, key) for key in line)):
            # An assumed unit has no line; and whoever manages nothing that is recorded may
            # manage what nobody wrote down.
            answers.add(None)
        else:
            answers.add(False)
    return answers.pop() if len(answers) == 1 else None


def _is_open(chart: Chart, key: str) -> bool:
    manager = chart.manager(key)
    return manager.is_unknown or not manager.is_recorded
