"""The fewest and the most hand-offs on one way from start to end."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from procmap.graph.figures.case_graph import CaseGraph, WithheldError
from procmap.graph.figures.components import find_components
from procmap.graph.figures.crossing_share import NOBODY_SAID
from procmap.graph.figures.figure import Figure
from procmap.graph.figures.performing import Change, Hands
from procmap.graph.figures.step_graph import StepGraph, build_step_graph
from procmap.model import Level
from procmap.source import ElementRef

__all__ = ["find_case_range"]

_ONE_WAY: Final = "Follows one way from start to end; ways walked in parallel are not added up."
_NO_WAY: Final = "no way leads from its start to an end"
_LOOPS: Final = "A loop is walked once: each hand-off inside it counts once."


def find_case_range(
    process: ElementRef, case: CaseGraph, hands: Hands, level: Level
) -> tuple[Figure, Figure]:
    """Fewest and most hand-offs start→end.

    The fewest is the shortest way. For the most, loops are condensed and walked once: no way that
    takes no succession twice has more. Undecided successions count as none, and are given as not
    clarified.

    Args:
        process: the process.
        case: the ways of its cases.
        hands: who performs.
        level: the level of the analysis.

    Raises:
        WithheldError: no way leads from a start to an end, or nobody has said who performs.
    """
    ways = _find_ways(case, hands)
    return (
        _build("fewest_handoffs", process, _find_fewest(ways), level, (_ONE_WAY,)),
        _build("most_handoffs", process, _find_most(ways), level, (_ONE_WAY, _LOOPS)),
    )


def _build(
    name: str, process: ElementRef, found: _Tally, level: Level, assumes: tuple[str, ...]
) -> Figure:
    return Figure(
        name=name,
        scope="process",
        subject=str(process),
        value=found.handed,
        numerator=found.handed,
        not_clarified=found.undecided,
        assumed=found.assumed,
        level=level,
        assumes=assumes,
        elements=found.steps,
    )


# Hand-offs, undecided successions, hand-offs that rest on assumed units, and steps.
_Cost = tuple[int, int, int, int]

_NOTHING: Final[_Cost] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The steps of a case, with what happens between them."""

    graph: StepGraph
    change: Callable[[int, int], Change]


@dataclass(frozen=True, slots=True)
class _Tally:
    handed: int = 0
    undecided: int = 0
    assumed: int = 0
    steps: tuple[ElementRef, ...] = ()


def _find_ways(case: CaseGraph, hands: Hands) -> _Ways:
    if not case.starts:
        raise WithheldError("it has no start")
    graph = build_step_graph(case)
    reached = set(graph.firsts)
    todo = list(graph.firsts)
    while todo:
        for head in graph.ahead[todo.pop()]:
            if head not in reached:
                reached.add(head)
                todo.append(head)
    if not graph.passable and not reached & graph.lasts:
        raise WithheldError(_NO_WAY)
    changes = [
        _compare(hands, graph, number, head)
        for number, heads in enumerate(graph.ahead)
        for head in heads
    ]
    if changes and all(change.undecided for change in changes):
        raise WithheldError(NOBODY_SAID)
    return _Ways(graph, lambda first, second: _compare(hands, graph, first, second))


def _compare(hands: Hands, graph: StepGraph, first: int, second: int) -> Change:
    if second in graph.hosts:
        # What interrupts a sub-process goes on from whoever performs it; nothing is handed to it.
        return Change()
    return hands.change(hands.number(graph.refs[first]), hands.number(graph.refs[second]))


def _find_fewest(ways: _Ways) -> _Tally:
    """Dijkstra over hand-offs; of equal ways the clearest and shortest, ties by reference."""
    graph = ways.graph
    if graph.passable:
        return _Tally()
    before: dict[int, int] = {}
    heap = [(_NOTHING, graph.refs[first], first, -1) for first in graph.firsts]
    heapq.heapify(heap)
    while heap:
        cost, _, number, via = heapq.heappop(heap)
        if number in before:
            continue
        before[number] = via
        if number in graph.lasts:
            return _trace(ways, before, number)
        for head in graph.ahead[number]:
            if head not in before:
                onward = _add(cost, _cost(ways.change(number, head)))
                heapq.heappush(heap, (onward, graph.refs[head], head, number))
    raise WithheldError(_NO_WAY)


def _trace(ways: _Ways, before: Mapping[int, int], last: int) -> _Tally:
    way = [last]
    while before[way[-1]] >= 0:
        way.append(before[way[-1]])
    way.reverse()
    total = _NOTHING
    for number, head in pairwise(way):
        total = _add(total, _cost(ways.change(number, head)))
    return _Tally(*total[:3], tuple(ways.graph.refs[number] for number in way))


@dataclass(frozen=True, slots=True)
class _Behind:
    """The most from a loop (or a single step) on: its cost, its least step, what comes next."""

    cost: _Cost
    least: ElementRef
    onward: int | None


def _find_most(ways: _Ways) -> _Tally:
    """The longest way over the condensation; within a loop, everything once."""
    graph = ways.graph
    components = find_components(range(len(graph.refs)), graph.ahead)
    component_of = {n: index for index, component in enumerate(components) for n in component}
    best: dict[int, _Behind] = {}
    for index, component in enumerate(components):
        inside: _Cost = (0, 0, 0, len(component))
        ends = any(number in graph.lasts for number in component)
        onward: list[tuple[_Cost, int]] = []
        for number in component:
            for head in graph.ahead[number]:
                other, cost = component_of[head], _cost(ways.change(number, head))
                if other == index:
                    inside = _add(inside, cost)
                elif other in best:
                    onward.append((_add(best[other].cost, cost), other))
        least = min(graph.refs[number] for number in component)
        found = _choose(onward, best)
        if found is not None:
            best[index] = _Behind(_add(inside, found[0]), least, found[1])
        elif ends:
            best[index] = _Behind(inside, least, None)
    firsts = {component_of[first] for first in graph.firsts} & best.keys()
    start = _choose([(best[index].cost, index) for index in firsts], best)
    if start is None:
        return _Tally()
    steps: list[ElementRef] = []
    at: int | None = start[1]
    while at is not None:
        steps += sorted(graph.refs[n] for n in components[at] if n not in graph.hosts)
        at = best[at].onward
    return _Tally(*start[0][:3], tuple(steps))


def _choose(
    ways: Sequence[tuple[_Cost, int]], best: Mapping[int, _Behind]
) -> tuple[_Cost, int] | None:
    """The way with the most; of several, the one with the least step first."""
    if not ways:
        return None
    most = max(cost for cost, _ in ways)
    return min((way for way in ways if way[0] == most), key=lambda way: best[way[1]].least)


def _cost(change: Change) -> _Cost:
    handed = int(change.handed == 1)
    return handed, int(change.undecided), int(handed and change.assumed), 1


def _add(first: _Cost, second: _Cost) -> _Cost:
    handed, undecided, assumed, steps = first
    return (
        handed + second[0],
        undecided + second[1],
        assumed + second[2],
        steps + second[3],
    )
