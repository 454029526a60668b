"""Crossing points: the drawn flows on which work changes hands.

Found by carrying sets of places along the arrows, not by listing pairs of steps: the number of
crossing points stays small where the number of successions does not. A crossing lies on the arrow
that enters the receiver: the last one on a path on which the place changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.positions import NOWHERE, Positions, Spots
from procmap.graph.successions import find_sources
from procmap.source import ElementRef

__all__ = ["FlowCrossing", "find_flow_crossings"]

_TRANSPARENT = (VertexKind.THROUGH, VertexKind.ENTER)


@dataclass(frozen=True, slots=True)
class FlowCrossing:
    """One crossing of one drawn flow, between two places given by their numbers."""

    flow: ElementRef
    source: int
    target: int
    medium: Literal["sequence", "call"]


@dataclass(slots=True)
class _Masks:
    """Sets of places as bits: one pair for plain sequence flow, one for ways through calls."""

    sequence: list[int]
    call: list[int]

    def merge(self, at: int, sequence: int, call: int) -> bool:
        """Add places at a vertex; whether anything was new."""
        before = self.sequence[at], self.call[at]
        self.sequence[at] |= sequence
        self.call[at] |= call
        return before != (self.sequence[at], self.call[at])


def find_flow_crossings(
    graphs: LandscapeGraph,
    graph: FlowGraph,
    *,
    positions: Positions,
    spots: Spots,
    step_spots: Mapping[ElementRef, int],
) -> Iterator[FlowCrossing]:
    """The crossings of one process's drawn flows, in no particular order."""
    senders = _find_senders(graphs, graph, step_spots)
    receivers = _find_receivers(graphs, graph, positions, step_spots)
    crosses: dict[tuple[int, int], bool] = {}
    for tail, arcs in enumerate(graph.out):
        transparent = graph.kinds[tail] in _TRANSPARENT
        sent = senders.sequence[tail] | senders.call[tail]
        for arc in arcs:
            if arc.flow is None or not sent:
                continue
            by_flow, by_call = receivers.sequence[arc.head], receivers.call[arc.head]
            if transparent:
                # The path lay there already: it crossed on an earlier arrow.
                by_flow &= ~receivers.sequence[tail]
                by_call &= ~receivers.call[tail]
            for source, target in product(_bits(sent), _bits(by_flow | by_call)):
                if (source, target) not in crosses:
                    crosses[source, target] = bool(spots.crosses(source, target))
                if crosses[source, target]:
                    plain = senders.sequence[tail] >> source & by_flow >> target & 1
                    yield FlowCrossing(arc.flow, source, target, "sequence" if plain else "call")


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _mask(steps: tuple[ElementRef, ...], step_spots: Mapping[ElementRef, int]) -> int:
    mask = 0
    for step in steps:
        spot = step_spots.get(step, NOWHERE)
        if spot != NOWHERE:
            mask |= 1 << spot
    return mask


def _find_senders(
    graphs: LandscapeGraph, graph: FlowGraph, step_spots: Mapping[ElementRef, int]
) -> _Masks:
    """For each vertex, the places of the last steps that paths arriving there come from."""
    size = len(graph.kinds)
    masks = _Masks([0] * size, [0] * size)
    todo: deque[int] = deque()
    for vertex, steps, returning in find_sources(graphs, graph):
        mask = _mask(steps, step_spots)
        if masks.merge(vertex, 0 if returning else mask, mask if returning else 0):
            todo.append(vertex)
    while todo:
        vertex = todo.popleft()
        sequence, call = masks.sequence[vertex], masks.call[vertex]
        heads = [arc.head for arc in graph.out[vertex]]
        if graph.kinds[vertex] is VertexKind.CALL:
            passable = graph.calls[vertex] in graphs.passable
            heads = [graph.ways_back[vertex]] if passable else []
        for head in heads:
            if graph.kinds[head] is not VertexKind.STEP and masks.merge(head, sequence, call):
                todo.append(head)
    return masks


def _find_receivers(
    graphs: LandscapeGraph,
    graph: FlowGraph,
    positions: Positions,
    step_spots: Mapping[ElementRef, int],
) -> _Masks:
    """For each vertex, the places of next steps that lie where the path from there lies."""
    size = len(graph.kinds)
    masks = _Masks([0] * size, [0] * size)
    todo: deque[int] = deque()
    for vertex, kind in enumerate(graph.kinds):
        sequence = call = 0
        if kind is VertexKind.STEP:
            sequence = _mask((graph.refs[vertex],), step_spots)
        elif kind is VertexKind.CALL:
            call = _mask(graphs.first_steps(graph.calls[vertex]), step_spots)
        if masks.merge(vertex, sequence, call):
            todo.append(vertex)
    while todo:
        vertex = todo.popleft()
        for tail in graph.into[vertex]:
            if graph.kinds[tail] not in _TRANSPARENT:
                continue
            here = positions.of_vertex[tail]
            only = -1 if graph.kinds[tail] is VertexKind.ENTER else _bit(here)
            if masks.merge(tail, masks.sequence[vertex] & only, masks.call[vertex] & only):
                todo.append(tail)
    return masks


def _bit(spot: int) -> int:
    return 0 if spot == NOWHERE else 1 << spot
