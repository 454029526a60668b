"""From an arrow to the steps it can lead to next."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.positions import NOWHERE, Positions
from procmap.source import ElementRef

__all__ = ["Reached", "Walker", "WorkExceededError"]


class WorkExceededError(Exception):
    """Internal: there are more successions than were allowed."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A step that can come next.

    Args:
        step: the step.
        call: it lies in a called process.
        flows: number of drawn flows on the way, the first arrow not counted.
        flow: the drawn flow from which on the way lies where the step does, so that a path from
            elsewhere changes hands on it; ``None`` for the first arrow.
    """

    step: ElementRef
    call: bool
    flows: int
    flow: ElementRef | None


@dataclass(frozen=True, slots=True)
class _Way:
    """How a vertex was reached: where the way lies now, since which flow, and the last flow."""

    position: int
    since: ElementRef | None
    last: ElementRef | None
    flows: int


class Walker:
    """Finds the next steps behind the vertices of one flow graph, each vertex once."""

    def __init__(
        self,
        graphs: LandscapeGraph,
        graph: FlowGraph,
        *,
        positions: Positions,
        step_spots: Mapping[ElementRef, int],
        max_work: int,
    ) -> None:
        self._graphs = graphs
        self._graph = graph
        self._positions = positions.of_vertex
        self._step_spots = step_spots
        self._work = max_work
        self._known: dict[int, tuple[Reached, ...]] = {}

    def next_steps(self, vertex: int) -> tuple[Reached, ...]:
        """The steps that can come next when a path arrives at `vertex`, nearest first.

        Raises:
            WorkExceededError: the allowed amount of work is used up.
        """
        if vertex not in self._known:
            self._known[vertex] = self._walk(vertex)
        return self._known[vertex]

    def _walk(self, first: int) -> tuple[Reached, ...]:
        graph = self._graph
        found: dict[tuple[ElementRef, bool], Reached] = {}
        done: set[int] = set()
        todo = deque([(first, _Way(self._positions[first], None, None, 0))])
        while todo:
            vertex, way = todo.popleft()
            kind = graph.kinds[vertex]
            if kind is VertexKind.STEP:
                self._note(found, graph.refs[vertex], way, call=False)
                continue
            if vertex in done:
                continue
            done.add(vertex)
            if kind is VertexKind.CALL:
                called = graph.calls[vertex]
                for step in self._graphs.first_steps(called):
                    self._note(found, step, way, call=True)
                if called not in self._graphs.passable:
                    continue
                vertex = graph.ways_back[vertex]
                way = _Way(NOWHERE, None, way.last, way.flows)
            for arc in graph.out[vertex]:
                self._work -= 1
                onward = self._onward(way, arc.head, arc.flow)
                if arc.flow is None:
                    todo.appendleft((arc.head, onward))
                else:
                    todo.append((arc.head, onward))
            if self._work < 0:
                raise WorkExceededError
        return tuple(found.values())

    def _onward(self, way: _Way, head: int, flow: ElementRef | None) -> _Way:
        last = flow if flow is not None else way.last
        flows = way.flows + (flow is not None)
        kind = self._graph.kinds[head]
        if kind is VertexKind.LEAVE:
            return _Way(NOWHERE, last, last, flows)
        if kind in (VertexKind.ENTER, VertexKind.CALL, VertexKind.RETURN):
            return _Way(way.position, way.since, last, flows)
        position = self._positions[head]
        if position == way.position and position != NOWHERE:
            return _Way(position, way.since, last, flows)
        return _Way(position, last, last, flows)

    def _note(
        self,
        found: dict[tuple[ElementRef, bool], Reached],
        step: ElementRef,
        way: _Way,
        *,
        call: bool,
    ) -> None:
        if (step, call) not in found:
            self._work -= 1
            stays = way.position != NOWHERE and way.position == self._step_spots.get(step)
            flow = way.since if stays else way.last
            found[step, call] = Reached(step, call, way.flows, flow)
