"""Merging how processes are measured, and the goals set for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from procmap.model import Fact, FactState, Goal, Measure, Process, fold
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import GoalRow, MeasureRow
from procmap.register.written import Name, ProcessName
from procmap.source import ElementRef, SourceLocation

__all__ = ["merge_goals", "merge_measures"]


class _Aim(Protocol):
    """A row about something that a process has several of."""

    @property
    def process(self) -> ProcessName:
        """The process."""
        ...

    @property
    def name(self) -> Fact[str]:
        """Its name, or what is said about all of them."""
        ...


R = TypeVar("R", bound=_Aim)
T = TypeVar("T")


def merge_measures(
    rows: Iterable[MeasureRow], names: WorkNames
) -> dict[ElementRef, Fact[tuple[Measure, ...]]]:
    """Build the measures of the processes that the register gives some, by reference.

    Args:
        rows: what the register says.
        names: the processes and holders there are.
    """

    def build(row: MeasureRow) -> Measure:
        owner = names.find_holder(row.owner)
        return Measure(row.name.value or "", row.target, row.baseline, owner)

    return _merge(rows, names, build, lambda process: process.measures)


def merge_goals(
    rows: Iterable[GoalRow], names: WorkNames
) -> dict[ElementRef, Fact[tuple[Goal, ...]]]:
    """Build the goals of the processes that the register gives some, by reference.

    Args:
        rows: what the register says.
        names: the processes and holders there are.
    """

    def build(row: GoalRow) -> Goal:
        return Goal(row.name.value or "", names.find_holder(row.setter), row.path)

    return _merge(rows, names, build, lambda process: process.goals)


def _merge(
    rows: Iterable[R],
    names: WorkNames,
    build: Callable[[R], T],
    recorded: Callable[[Process], Fact[tuple[T, ...]]],
) -> dict[ElementRef, Fact[tuple[T, ...]]]:
    by_process: dict[ElementRef, tuple[Process, list[R]]] = {}
    for row in rows:
        process = names.find_process(row.process)
        if process is not None:
            by_process.setdefault(process.ref, (process, []))[1].append(row)
    found = {}
    for ref, (process, listed) in by_process.items():
        said = _settle(listed, names, build)
        found[ref] = override_fact(
            recorded(process), said, names.log, what=process.label, element=ref
        )
    return found


def _settle(rows: list[R], names: WorkNames, build: Callable[[R], T]) -> Fact[tuple[T, ...]]:
    """What the rows of one process say together: things by name, or one answer about all."""
    things: dict[str, tuple[Name, T]] = {}
    answers: dict[FactState, SourceLocation] = {}
    for row in rows:
        place = row.name.origin or SourceLocation("")
        if row.name.value is None:
            answers.setdefault(row.name.state, place)
            continue
        name = Name(row.name.value, place)
        if fold(name.text) in things:
            note_duplicate(name, things[fold(name.text)][0], names.log)
        else:
            things[fold(name.text)] = (name, build(row))
    if len(answers) + bool(things) > 1:
        state, place = next(iter(answers.items()))
        names.log.problem("mixed-answers", place, word=state.value)
    if things:
        ordered = [things[key] for key in sorted(things)]
        return Fact.stated(tuple(thing for _, thing in ordered), ordered[0][0].place)
    state, place = next(iter(answers.items()))
    return Fact(state, None, place)
