"""What nobody has recorded yet, counted and listed; it is never called missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from procmap.labels.evidence import UNRECORDED, UNRECORDED_COUNTS
from procmap.labels.terms import FACT_STATES
from procmap.model import CrossingPoint, Fact, FactState, Governance
from procmap.reports.content.choosing import find_processes
from procmap.reports.content.handoffs import find_inside
from procmap.reports.content.names import Names
from procmap.reports.content.types import Statement, Table
from procmap.rules import Context, Report

__all__ = ["build_unrecorded"]

_OPEN = (FactState.NOT_RECORDED, FactState.UNKNOWN)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One thing that could be known: what it is about, what is known, and where."""

    about: str
    state: str
    place: str
    is_open: bool


def build_unrecorded(report: Report, names: Names) -> tuple[Statement, ...]:
    """One statement a kind of fact that is not recorded, or not known, somewhere.

    Args:
        report: what was found.
        names: what things are called.
    """
    context = Context(report.analysis)
    inside = find_inside(report)
    asked: list[tuple[str, str, Iterable[_Asked]]] = [
        ("owner", "processes", _ask_owners(context, names)),
        ("mandate", "owners", _ask_mandates(context, names)),
        ("responsible", "hand-offs", _ask_points(inside, [p.governance for p in inside], names)),
        ("agreed", "hand-offs", _ask_points(inside, [p.routine for p in inside], names)),
        ("lane", "lanes", _ask_lanes(report, names)),
        ("performer", "steps", _ask_performers(report, names)),
        ("manager", "units", _ask_managers(report, names)),
        ("kind", "processes", _ask_kinds(report, names)),
        ("benefit", "processes", _ask_benefits(report, names)),
    ]
    found = (_build(key, counted, tuple(rows), names) for key, counted, rows in asked)
    return tuple(statement for statement in found if statement is not None)


def _build(key: str, counted: str, rows: Sequence[_Asked], names: Names) -> Statement | None:
    still = [row for row in rows if row.is_open]
    if not still:
        return None
    lang = names.lang
    counts = UNRECORDED_COUNTS[counted].text(len(rows), lang).format(x=len(still), y=len(rows))
    return Statement(
        text=f"{UNRECORDED[key].text(lang)}: {counts}",
        how="",
        table=Table(
            key,
            UNRECORDED[key].text(lang),
            names.head("which", "state", "place"),
            tuple((row.about, row.state, row.place) for row in still),
        ),
    )


def _ask(about: str, state: FactState, place: str, *, names: Names) -> _Asked:
    return _Asked(about, FACT_STATES[state.value].text(names.lang), place, state in _OPEN)


def _ask_owners(context: Context, names: Names) -> Iterator[_Asked]:
    for process in context.processes:
        state = context.owner_state(process)
        yield _ask(names.process(process.ref), state, names.place(process.ref), names=names)


def _ask_mandates(context: Context, names: Names) -> Iterator[_Asked]:
    for process in context.processes:
        for owner in context.owners(process):
            about = f"{names.process(process.ref)}: {names.holder(owner.holder)}"
            yield _ask(about, owner.mandate.state, names.place(process.ref), names=names)


def _ask_points(
    points: Sequence[CrossingPoint], answers: Sequence[Governance], names: Names
) -> Iterator[_Asked]:
    for point, answer in zip(points, answers, strict=True):
        about = (
            f"{names.process(point.process)}, {point.number}: "
            f"{names.unit(point.source_unit)} → {names.unit(point.target_unit)}"
        )
        yield _Asked(about, names.word(answer), names.place(point.flow), answer == "undetermined")


def _ask_lanes(report: Report, names: Names) -> Iterator[_Asked]:
    for process in find_processes(report):
        for lane in process.leaf_lanes:
            about = f"{names.process(process.ref)}: {names.element(lane.ref)}"
            yield _ask(about, lane.meaning.state, names.place(lane.ref), names=names)


def _ask_performers(report: Report, names: Names) -> Iterator[_Asked]:
    for process in find_processes(report):
        for step in process.steps:
            place = report.analysis.places.get(step.ref)
            known = place is not None and (bool(place.units) or place.outside)
            state = FactState.STATED if known else step.performer_answer.state
            about = f"{names.process(process.ref)}: {names.element(step.ref)}"
            yield _ask(about, state, names.place(step.ref), names=names)


def _ask_managers(report: Report, names: Names) -> Iterator[_Asked]:
    for unit in report.landscape.units:
        if unit.kind == "unit":
            yield _ask(names.unit(unit), unit.manager.state, "", names=names)


def _ask_kinds(report: Report, names: Names) -> Iterator[_Asked]:
    return _ask_facts(report, [process.kind for process in find_processes(report)], names)


def _ask_benefits(report: Report, names: Names) -> Iterator[_Asked]:
    return _ask_facts(report, [process.benefit for process in find_processes(report)], names)


def _ask_facts(report: Report, facts: Sequence[Fact[T]], names: Names) -> Iterator[_Asked]:
    for process, fact in zip(find_processes(report), facts, strict=True):
        yield _ask(names.process(process.ref), fact.state, names.place(process.ref), names=names)
