"""How often a case passes each place of a process.

Visits follow what starts each piece of work: where parallel ways join, what comes after is done
once. The weights are how often work goes on over each arc, for each time it is at its tail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.graph.figures.case_graph import ArcKind, CaseGraph, Join, WithheldError
from procmap.graph.figures.elimination import EntangledError, GrowingError, solve_traffic
from procmap.graph.figures.joins import find_splits
from procmap.graph.figures.probabilities import Chances
from procmap.source import ElementRef

__all__ = ["Traffic", "find_traffic", "solve_or_withhold"]

_EQUAL: Final = 1e-7
_NEVER: Final = 1e-200
_DRAWS: Final = (1, 2)
_STARTS: Final = -1


@dataclass(frozen=True, slots=True)
class Traffic:
    """How often things happen in one case, on average.

    Args:
        visits: how often each vertex is passed.
        weights: how often work goes on over each arc, for each time it is at the tail.
        starts: how often a case begins at each of its starts.
        together: exits of sub-processes and calls inside which several things go on at once.
        single: a case is in one place at a time; nothing runs in parallel.
    """

    visits: tuple[float, ...]
    weights: tuple[float, ...]
    starts: Mapping[int, float]
    together: frozenset[int]
    single: bool


@dataclass(frozen=True, slots=True)
class _Rates:
    """Weights of all arcs under some probabilities; `kept` is what no event interrupts."""

    weights: list[float]
    kept: dict[int, float]
    starts: dict[int, float]


def find_traffic(case: CaseGraph, chances: Chances) -> Traffic:
    """Solve the traffic equations, and check that they mean something.

    Raises:
        WithheldError: a join waits for what may never come, work in a loop multiplies, or the
            model does not say how often something is done.
    """
    forks = _find_forks(case, chances)
    parallel = {entrance for vertex in forks for entrance in case.enclosing(vertex)}
    broken = sorted(parallel & case.interrupted)
    if broken:
        raise WithheldError(
            "an error can break off work that goes on beside it", (case.nodes[broken[0]].ref,)
        )
    splits = find_splits(case)
    waiting = any(
        join is not Join.EACH and len(case.into[vertex]) > 1
        for vertex, join in enumerate(case.joins)
    )
    for draw in _DRAWS if waiting else ():
        rates = _find_rates(case, chances, draw)
        visits = _find_visits(case, rates, splits, parallel)
        _check_joins(case, rates, visits, splits)
    rates = _find_rates(case, chances)
    visits = _find_visits(case, rates, splits, parallel)
    _refuse_repeats(case, visits)
    _refuse_dead_ends(case, visits)
    if forks:
        _refuse_terminate(case, visits)
    return Traffic(
        visits=tuple(visits),
        weights=tuple(rates.weights),
        starts=rates.starts,
        together=frozenset(case.exits[e] for e in parallel if e in case.exits),
        single=not forks,
    )


def solve_or_withhold(
    refs: Sequence[ElementRef],
    arcs: Sequence[Mapping[int, float]],
    sources: Mapping[int, Mapping[int, float]],
) -> list[dict[int, float]]:
    """Solve traffic equations over places that stand for elements.

    Raises:
        WithheldError: a loop has no finite answer, or the loops are too entangled.
    """
    try:
        return solve_traffic(len(arcs), arcs, sources)
    except GrowingError as error:
        raise WithheldError(
            "work in a loop never comes to an end, or multiplies", (refs[error.place],)
        ) from None
    except EntangledError:
        raise WithheldError("its loops are too entangled to be solved") from None


def _find_forks(case: CaseGraph, chances: Chances) -> list[int]:
    """Vertices that one arrival can leave by several ways at once."""
    exclusive = {choice.vertex for choice in chances.choices if choice.exclusive}
    beside = {
        arc.tail
        for arc in case.arcs
        for event in arc.events
        if not event.interrupting and chances.events[event.ref] > 0
    }
    return [
        vertex
        for vertex, numbers in enumerate(case.out)
        if vertex in beside
        or (
            vertex not in exclusive
            and sum(case.arcs[number].kind is ArcKind.FLOW for number in numbers) > 1
        )
    ]


def _find_rates(case: CaseGraph, chances: Chances, draw: int | None = None) -> _Rates:
    """Weights as stated; with a draw, weights that mean nothing, to see what holds for any."""
    # Below a third, the events of one host stay below 1 together as they do where stated.
    scale = 1.0 if draw is None else 0.3 + 0.01 * draw
    events = {ref: scale * share for ref, share in chances.events.items()}
    weights = [1.0] * len(case.arcs)
    starts = dict.fromkeys(case.starts, 1.0)
    for choice in chances.choices:
        shares = choice.find_weights() if draw is None else choice.find_generic_weights(draw)
        if choice.vertex == _STARTS:
            starts = dict(zip(choice.ways, shares, strict=True))
            continue
        for number, share in zip(choice.ways, shares, strict=True):
            weights[number] = share
    kept: dict[int, float] = {}
    for number, arc in enumerate(case.arcs):
        if arc.kind is ArcKind.FLOW:
            continue
        weights[number] = sum(events[event.ref] for event in arc.events)
        if arc.kind is ArcKind.SHARE:
            siblings = (case.arcs[n] for n in case.out[arc.tail])
            together = sum(events[e.ref] for sibling in siblings for e in sibling.events)
            weights[number] = weights[number] / together if together else 0.0
        else:
            leaving = case.exits[arc.tail] if arc.kind is ArcKind.ENTRY else arc.tail
            broken = sum(events[event.ref] for event in arc.events if event.interrupting)
            kept[leaving] = kept.get(leaving, 1.0) - broken
    for vertex, share in kept.items():
        for number in case.out[vertex]:
            if case.arcs[number].kind is ArcKind.FLOW:
                weights[number] *= max(0.0, share)
    return _Rates(weights, kept, starts)


def _find_visits(
    case: CaseGraph, rates: _Rates, splits: Mapping[int, int], parallel: set[int]
) -> list[float]:
    factors = _find_join_factors(case, rates, splits)
    done_together = {case.exits[entrance] for entrance in parallel if entrance in case.exits}
    arcs: list[dict[int, float]] = [{} for _ in case.nodes]
    for arc, weight in zip(case.arcs, rates.weights, strict=True):
        if arc.head in done_together:
            continue
        heads = arcs[arc.tail]
        heads[arc.head] = heads.get(arc.head, 0.0) + weight * factors.get(arc.head, 1.0)
    for entrance in parallel:
        if entrance in case.exits:
            # What goes on at once inside is done when all of it is: once for each entry.
            arcs[entrance][case.exits[entrance]] = 1.0
    sources = {start: {0: share} for start, share in rates.starts.items()}
    solved = solve_or_withhold([node.ref for node in case.nodes], arcs, sources)
    return [flows.get(0, 0.0) for flows in solved]


def _find_join_factors(
    case: CaseGraph, rates: _Rates, splits: Mapping[int, int]
) -> dict[int, float]:
    """How often a join goes on for each arrival: once for all ways that are on their way."""
    factors = {}
    for vertex, join in enumerate(case.joins):
        if join is Join.ALL and len(case.into[vertex]) > 1:
            factors[vertex] = 1 / len(case.into[vertex])
        elif vertex in splits:
            factors[vertex] = 1 / _count_active(case, rates, splits[vertex])
    return factors


def _count_active(case: CaseGraph, rates: _Rates, split: int) -> float:
    """How many ways are on their way once a split was passed, on average."""
    taken = sum(
        rates.weights[number]
        for number in case.out[split]
        if case.arcs[number].kind is ArcKind.FLOW
    )
    kept = rates.kept.get(split, 1.0)
    return taken / kept if kept > 0 and taken > 0 else 1.0


def _check_joins(
    case: CaseGraph, rates: _Rates, visits: Sequence[float], splits: Mapping[int, int]
) -> None:
    """Whatever the probabilities: equally much at all sides of a join, or it waits for ever."""
    for vertex, join in enumerate(case.joins):
        numbers = case.into[vertex]
        if len(numbers) < 2 or join is Join.EACH:
            continue
        arriving = [visits[case.arcs[n].tail] * rates.weights[n] for n in numbers]
        most = max(arriving)
        if most < _NEVER:
            continue
        if join is Join.ALL:
            sound = most - min(arriving) <= _EQUAL * most
        else:
            split = splits[vertex]
            passing = visits[split] * rates.kept.get(split, 1.0)
            expected = passing * _count_active(case, rates, split)
            sound = abs(sum(arriving) - expected) <= _EQUAL * expected
        if not sound:
            raise WithheldError(
                f"'{case.nodes[vertex].label}' joins ways of which not all need arrive",
                (case.nodes[vertex].ref,),
            )


def _refuse_repeats(case: CaseGraph, visits: Sequence[float]) -> None:
    for entrance in sorted(case.exits):
        if not visits[entrance]:
            continue
        node = case.nodes[entrance]
        if node.loop is not None:
            raise WithheldError(
                f"nobody has stated how often '{node.label}' is repeated", (node.ref,)
            )
        if node.type == "adHocSubProcess":
            raise WithheldError(
                f"nobody has stated how often the steps of '{node.label}' are done", (node.ref,)
            )


def _refuse_dead_ends(case: CaseGraph, visits: Sequence[float]) -> None:
    for vertex, visited in enumerate(visits):
        if visited and not case.out[vertex] and vertex not in case.ends:
            node = case.nodes[vertex]
            raise WithheldError(f"the way ends at '{node.label}', which is no end", (node.ref,))


def _refuse_terminate(case: CaseGraph, visits: Sequence[float]) -> None:
    for vertex, visited in enumerate(visits):
        node = case.nodes[vertex]
        if visited and node.type == "endEvent" and node.has_event("terminate"):
            raise WithheldError(
                f"'{node.label}' breaks off whatever goes on beside it", (node.ref,)
            )
