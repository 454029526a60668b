"""Work that reaches a join by several ways at once, and is handed over once all the same.

Where work goes out over parallel ways and some of them have no step, it comes to the join several
times. The next step takes it over once. How often that is depends on how likely each way is to be
passed without a step, which no sum over the ways gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from procmap.graph.figures.case_graph import ArcKind, CaseGraph, Join, Role, WithheldError
from procmap.graph.figures.choices import Choice
from procmap.graph.figures.elimination import EntangledError, GrowingError, solve_traffic

__all__ = ["find_corrections"]

_MAX_WORK: Final = 2_000_000
_ROOT: Final = -1
_ALL: Final = -1


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A fork and the join at which several of its ways can arrive without a step on them."""

    fork: int
    join: int
    between: frozenset[int]
    depth: int


def find_corrections(
    case: CaseGraph,
    choices: Sequence[Choice],
    weights: Sequence[float],
    together: frozenset[int],
) -> list[tuple[int, int, float]]:
    """What to add to the weights from forks to joins, so that the same work counts once.

    Args:
        case: the ways of a case.
        choices: its choices.
        weights: how often work goes on over each arc.
        together: exits of sub-processes and calls inside which several things go on at once.

    Returns:
        Triples of fork, join and what to add, which is not above 0.

    Raises:
        WithheldError: the ways do not divide and meet at one place, or are too many.
    """
    joins = [
        vertex
        for vertex, join in enumerate(case.joins)
        if len(case.into[vertex]) > 1 and (join is not Join.EACH or vertex in together)
    ]
    if not joins:
        return []
    above, depths = _find_dominators(case)
    meetings = _find_meetings(case, choices, joins, above, depths)
    arcs: list[dict[int, float]] = [{} for _ in case.nodes]
    for arc, weight in zip(case.arcs, weights, strict=True):
        arcs[arc.tail][arc.head] = arcs[arc.tail].get(arc.head, 0.0) + weight
    corrections = []
    by_vertex = {choice.vertex: choice for choice in choices if not choice.exclusive}
    for meeting in meetings:
        added = _correct(case, meeting, by_vertex.get(meeting.fork), arcs)
        if added:
            corrections.append((meeting.fork, meeting.join, added))
            heads = arcs[meeting.fork]
            heads[meeting.join] = heads.get(meeting.join, 0.0) + added
    return corrections


def _find_dominators(case: CaseGraph) -> tuple[dict[int, int | None], dict[int, int]]:
    graph: nx.DiGraph[int] = nx.DiGraph([(_ROOT, start) for start in case.starts])
    graph.add_edges_from((arc.tail, arc.head) for arc in case.arcs)
    graph.add_node(_ROOT)
    above = dict(nx.immediate_dominators(graph, _ROOT))
    depths = {_ROOT: 0}
    for vertex in above:
        line = []
        at: int | None = vertex
        while at is not None and at not in depths:
            line.append(at)
            at = above[at]
        for step in reversed(line):
            higher = above[step]
            depths[step] = depths[higher if higher is not None else _ROOT] + 1
    return above, depths


def _find_meetings(
    case: CaseGraph,
    choices: Sequence[Choice],
    joins: Sequence[int],
    above: Mapping[int, int | None],
    depths: Mapping[int, int],
) -> list[_Meeting]:
    exclusive = {choice.vertex for choice in choices if choice.exclusive}
    spending = _Spending(case)
    tops = {join: above[join] for join in joins if above.get(join) is not None}
    found = []
    for join, top in tops.items():
        between, _ = spending.walk_back(join, top, {})
        _, arriving = spending.walk_back(join, top, tops)
        forks = [v for v, count in arriving.items() if count > 1 and v not in exclusive]
        if any(fork != top for fork in forks):
            raise WithheldError(
                f"the same work can reach '{case.nodes[join].label}' by several ways at once",
                (case.nodes[join].ref,),
            )
        found += [_Meeting(fork, join, frozenset(between), depths[fork]) for fork in forks]
    # Inner ones first; of one fork, the join that lies on the way to the other.
    return sorted(found, key=lambda meeting: (-meeting.depth, len(meeting.between)))


class _Spending:
    """Walks back from joins over what is no step, within an allowance of work."""

    def __init__(self, case: CaseGraph) -> None:
        self.case = case
        self.work = _MAX_WORK

    def walk_back(
        self, join: int, top: int | None, tops: Mapping[int, int | None]
    ) -> tuple[set[int], dict[int, int]]:
        """What lies between a join and the last place that all ways to it pass.

        Also how many ways lead on from each vertex. What divides and meets again on the way, as
        `tops` says, is one way.
        """
        case = self.case
        between: set[int] = set()
        arriving: dict[int, int] = {}
        todo = [join]
        while todo:
            vertex = todo.pop()
            higher = tops.get(vertex) if vertex != join else None
            tails = (
                [higher]
                if higher is not None
                else [
                    case.arcs[n].tail
                    for n in case.into[vertex]
                    if case.arcs[n].kind is ArcKind.FLOW
                ]
            )
            self.work -= 1 + len(tails)
            if self.work < 0:
                raise WithheldError("there are too many ways between its joins")
            for tail in tails:
                if tail == _ROOT:
                    continue
                arriving[tail] = arriving.get(tail, 0) + 1
                passes = case.roles[tail] is Role.THROUGH and tail not in (top, join)
                if passes and tail not in between:
                    between.add(tail)
                    todo.append(tail)
        return between, arriving


def _correct(
    case: CaseGraph,
    meeting: _Meeting,
    choice: Choice | None,
    arcs: Sequence[Mapping[int, float]],
) -> float:
    """How likely some way is passed without a step, less what adding up the ways gives."""
    ways = [n for n in case.out[meeting.fork] if case.arcs[n].kind is ArcKind.FLOW]
    passing, added_up = _find_passing(case, meeting, ways, arcs)
    if choice is None:
        none_passes = 1.0
        for share in passing:
            none_passes *= 1 - share
        return (1 - none_passes) - added_up
    by_way = dict(zip(ways, passing, strict=True))
    always = [share for number, share in by_way.items() if number not in choice.ways]
    return choice.find_passing([by_way[n] for n in choice.ways], always) - added_up


def _find_passing(
    case: CaseGraph, meeting: _Meeting, ways: Sequence[int], arcs: Sequence[Mapping[int, float]]
) -> tuple[list[float], float]:
    """How likely each way, once taken, arrives at the join without a step; and what arrives now."""
    numbers = {vertex: i for i, vertex in enumerate(sorted(meeting.between))}
    join = numbers[meeting.join] = len(numbers)
    local = [
        {numbers[head]: weight for head, weight in arcs[vertex].items() if head in numbers}
        for vertex in numbers
    ]
    local[join] = {}
    sources: dict[int, dict[int, float]] = {
        numbers[head]: {_ALL: weight}
        for head, weight in arcs[meeting.fork].items()
        if head in numbers
    }
    for number in ways:
        head = case.arcs[number].head
        if head in numbers:
            sources.setdefault(numbers[head], {})[number] = 1.0
    try:
        arriving = solve_traffic(len(numbers), local, sources)[join]
    except (GrowingError, EntangledError):
        raise WithheldError("its loops are too entangled to be solved") from None
    each = [min(1.0, arriving.get(number, 0.0)) for number in ways]
    return each, arriving.get(_ALL, 0.0)
