"""From an arrow to the steps it can lead to next."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Final, NamedTuple

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.positions import NOWHERE, Positions
from procmap.source import ElementRef

__all__ = ["Reached", "Walker", "WorkExceededError"]

# Contracted gateways keep what lies behind them; this many steps each, or memory would not do.
_SMALL: Final = 32

_ENTRANCES: Final = (VertexKind.ENTER, VertexKind.CALL, VertexKind.RETURN)

# A vertex, where the way to it lies, since which flow, the last flow, and how many flows.
_Way = tuple[int, int, ElementRef | None, ElementRef | None, int]


class WorkExceededError(Exception):
    """Internal: there are more successions than were allowed."""


class Reached(NamedTuple):
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


class Walker:
    """Finds the next steps behind the vertices of one flow graph, each vertex once.

    Args:
        graphs: the flow graphs of the landscape.
        graph: the flow graph to walk in.
        positions: where its vertices lie.
        step_spots: where steps lie.
        max_work: how many arrows may be walked in all.
        contract: whether chains and trees of gateways are walked once for all that lead into
            them; the answers are the same.
    """

    def __init__(
        self,
        graphs: LandscapeGraph,
        graph: FlowGraph,
        *,
        positions: Positions,
        step_spots: Mapping[ElementRef, int],
        max_work: int,
        contract: bool = True,
    ) -> None:
        self._graphs = graphs
        self._graph = graph
        self._positions = positions.of_vertex
        self._step_spots = step_spots
        self._work = max_work
        self._contract = contract
        self._known: dict[int, tuple[Reached, ...]] = {}
        self._contracted: dict[int, tuple[Reached, ...] | None] = {}

    def next_steps(self, vertex: int) -> tuple[Reached, ...]:
        """The steps that can come next when a path arrives at `vertex`.

        Raises:
            WorkExceededError: the allowed amount of work is used up.
        """
        if vertex not in self._known:
            found = self._find_contracted(vertex) if self._contract else None
            self._known[vertex] = self._walk(vertex) if found is None else found
        return self._known[vertex]

    def _spend(self, work: int) -> None:
        self._work -= work
        if self._work < 0:
            raise WorkExceededError

    def _walk(self, first: int) -> tuple[Reached, ...]:
        """Breadth first, so that each step is reached over the fewest flows, ties by flow id.

        What is on the list is how a vertex was reached: where the way lies now, since which flow,
        the last flow, and how many.
        """
        graph = self._graph
        kinds, out = graph.kinds, graph.out
        found: dict[tuple[ElementRef, bool], Reached] = {}
        done: set[int] = set()
        todo: deque[_Way] = deque([(first, self._positions[first], None, None, 0)])
        while todo:
            vertex, position, since, last, flows = todo.popleft()
            kind = kinds[vertex]
            if kind is VertexKind.STEP:
                steps: tuple[ElementRef, ...] = (graph.refs[vertex],)
                self._note(found, steps, (vertex, position, since, last, flows), call=False)
                continue
            if vertex in done:
                continue
            done.add(vertex)
            if kind is VertexKind.CALL:
                called = graph.calls[vertex]
                steps = self._graphs.first_steps(called)
                self._note(found, steps, (vertex, position, since, last, flows), call=True)
                if called not in self._graphs.passable:
                    continue
                vertex, position, since = graph.ways_back[vertex], NOWHERE, None
            self._spend(len(out[vertex]))
            for arc in out[vertex]:
                if arc.flow is None:
                    todo.appendleft(self._onward(arc.head, position, since, last, flows))
                else:
                    todo.append(self._onward(arc.head, position, since, last, flows + 1, arc.flow))
        return tuple(found.values())

    def _onward(
        self,
        head: int,
        position: int,
        since: ElementRef | None,
        last: ElementRef | None,
        flows: int,
        flow: ElementRef | None = None,
    ) -> _Way:
        """The way one arrow further; entrances lie nowhere themselves, and change nothing."""
        last = flow or last
        kind = self._graph.kinds[head]
        if kind is VertexKind.LEAVE:
            return head, NOWHERE, last, last, flows
        there = self._positions[head]
        stays = there == position and there != NOWHERE
        if stays or kind in _ENTRANCES:
            return head, position, since, last, flows
        return head, there, last, last, flows

    def _note(
        self,
        found: dict[tuple[ElementRef, bool], Reached],
        steps: tuple[ElementRef, ...],
        way: _Way,
        *,
        call: bool,
    ) -> None:
        _, position, since, last, flows = way
        for step in steps:
            if (step, call) not in found:
                self._spend(1)
                stays = position != NOWHERE and position == self._step_spots.get(step)
                found[step, call] = Reached(step, call, flows, since if stays else last)

    def _find_contracted(self, first: int) -> tuple[Reached, ...] | None:
        """The next steps put together from those behind each arrow; ``None`` where that fails.

        Without it, a thousand steps that enter a chain of gateways would each walk to its end.
        """
        on_the_way: set[int] = set()
        todo = [first]
        while todo:
            vertex = todo[-1]
            if vertex in self._contracted:
                todo.pop()
                continue
            if vertex in on_the_way or not self._is_plain(vertex):
                on_the_way.discard(vertex)
                self._contracted[vertex] = self._merge(vertex)
                continue
            on_the_way.add(vertex)
            behind = [
                arc.head for arc in self._graph.out[vertex] if arc.head not in self._contracted
            ]
            # A circle of gateways has no end to begin at.
            self._contracted.update(dict.fromkeys(on_the_way.intersection(behind)))
            todo.extend(head for head in behind if head not in on_the_way)
        return self._contracted[first]

    def _is_plain(self, vertex: int) -> bool:
        """A gateway or event with nothing but drawn flows to steps, gateways and events."""
        kinds = self._graph.kinds
        return kinds[vertex] is VertexKind.THROUGH and all(
            arc.flow is not None and kinds[arc.head] in (VertexKind.STEP, VertexKind.THROUGH)
            for arc in self._graph.out[vertex]
        )

    def _merge(self, vertex: int) -> tuple[Reached, ...] | None:
        """The nearest over all arrows, as a walk from the vertex would find them."""
        if self._graph.kinds[vertex] is VertexKind.STEP:
            return (Reached(self._graph.refs[vertex], call=False, flows=0, flow=None),)
        if not self._is_plain(vertex):
            return None
        found: dict[ElementRef, Reached] = {}
        for arc in self._graph.out[vertex]:
            behind = self._contracted[arc.head]
            if behind is None:
                return None
            self._spend(len(behind))
            here = self._positions[vertex]
            stays = here == self._positions[arc.head] and here != NOWHERE
            for step, call, flows, flow in behind:
                known = found.get(step)
                if known is None or flows + 1 < known.flows:
                    since = flow if flow is not None or stays else arc.flow
                    found[step] = Reached(step, call, flows + 1, since)
            if len(found) > _SMALL:
                return None
        return tuple(found.values())
