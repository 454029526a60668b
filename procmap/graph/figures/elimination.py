"""Solves traffic equations: how often each place is passed, loops included.

No matrix library is needed: the equations are as sparse as the drawing, and eliminating one place
after the other shows on the way whether work in a loop grows without end.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from procmap.graph.figures.components import find_components

__all__ = ["EntangledError", "GrowingError", "solve_traffic"]

Label = TypeVar("Label", bound=Hashable)

_NEARLY_ONE: Final = 1 - 1e-9


class GrowingError(Exception):
    """Internal: work in a loop comes back at least as often as it goes in."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class EntangledError(Exception):
    """Internal: the loops are too entangled to be solved in reasonable time."""


def solve_traffic(
    size: int,
    arcs: Sequence[Mapping[int, float]],
    sources: Mapping[int, Mapping[Label, float]],
    *,
    max_work: int = 5_000_000,
) -> list[dict[Label, float]]:
    """Solve ``x = sources + Wᵀx`` for non-negative W, once for each label.

    Args:
        size: number of places, numbered from 0.
        arcs: for each place the places that follow it, with weights of 0 or more.
        sources: what enters each place from outside, by label.
        max_work: how many weights may be changed before giving up.

    Raises:
        GrowingError: a loop has no finite answer.
        EntangledError: `max_work` is used up.

    Examples:
        >>> solve_traffic(2, [{1: 1.0}, {0: 0.5}], {0: {"case": 1.0}})
        [{'case': 2.0}, {'case': 2.0}]
    """
    flows: list[dict[Label, float]] = [dict(sources.get(place, {})) for place in range(size)]
    work = max_work
    for component in reversed(find_components(range(size), [list(heads) for heads in arcs])):
        loop = len(component) > 1 or component[0] in arcs[component[0]]
        if loop and any(flows[place] for place in component):
            work = _Loop(component, arcs, flows).solve(work)
        inside = set(component) if loop else ()
        for place in component:
            for head, weight in arcs[place].items():
                if head not in inside and weight:
                    _add(flows[head], flows[place], weight)
    return flows


def _add(into: dict[Label, float], what: Mapping[Label, float], weight: float) -> None:
    for label, amount in what.items():
        into[label] = into.get(label, 0.0) + amount * weight


class _Loop(Generic[Label]):
    """Eliminates the places of one loop, those with the fewest neighbours first.

    The weights stay non-negative, so that nothing cancels; and the way back to a place that has
    taken over all others is below 1 just where the answer is finite.
    """

    def __init__(
        self,
        component: Sequence[int],
        arcs: Sequence[Mapping[int, float]],
        flows: list[dict[Label, float]],
    ) -> None:
        inside = set(component)
        self.flows = flows
        self.ahead = {
            place: {head: w for head, w in arcs[place].items() if head in inside and w}
            for place in component
        }
        self.behind: dict[int, dict[int, float]] = {place: {} for place in component}
        for place, heads in self.ahead.items():
            for head, weight in heads.items():
                self.behind[head][place] = weight

    def solve(self, work: int) -> int:
        """Replace what enters the places by what passes them; gives back the work left."""
        heap = [(self._degree(place), place) for place in self.ahead]
        heapq.heapify(heap)
        order: list[tuple[int, float, dict[int, float]]] = []
        while heap:
            degree, place = heapq.heappop(heap)
            if place not in self.ahead:
                continue
            if degree < self._degree(place):
                heapq.heappush(heap, (self._degree(place), place))
                continue
            work -= degree + 1
            if work < 0:
                raise EntangledError
            order.append(self._eliminate(place))
        for place, factor, behind in reversed(order):
            passing: dict[Label, float] = {}
            _add(passing, self.flows[place], factor)
            for tail, weight in behind.items():
                _add(passing, self.flows[tail], weight * factor)
            self.flows[place] = passing
        return work

    def _degree(self, place: int) -> int:
        return len(self.ahead[place]) * len(self.behind[place])

    def _eliminate(self, place: int) -> tuple[int, float, dict[int, float]]:
        ahead, behind = self.ahead.pop(place), self.behind.pop(place)
        back = ahead.pop(place, 0.0)
        behind.pop(place, None)
        if back >= _NEARLY_ONE:
            raise GrowingError(place)
        factor = 1 / (1 - back)
        for head, weight in ahead.items():
            _add(self.flows[head], self.flows[place], weight * factor)
            into = self.behind[head]
            del into[place]
            for tail, before in behind.items():
                together = self.ahead[tail].get(head, 0.0) + before * weight * factor
                self.ahead[tail][head] = into[tail] = together
        for tail in behind:
            del self.ahead[tail][place]
        return place, factor, behind
