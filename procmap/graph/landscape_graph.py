"""The flat graphs of all processes, and what lies behind the calls between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field

from procmap.graph.call_steps import (
    Entrance,
    collect_steps,
    find_caught_ends,
    spread_first,
    spread_last,
)
from procmap.graph.flow_graph import FlowGraph, VertexKind, build_flow_graph
from procmap.model import Landscape
from procmap.source import ElementRef

__all__ = ["LandscapeGraph", "build_landscape_graph"]


@dataclass(frozen=True)
class LandscapeGraph:
    """Flow graphs by process, and the callers of each process.

    Calls are not unfolded: a process called from two places would lead from one caller into the
    other. What a caller needs to know of a called process is which steps come first in it, which
    come last, and whether it can be passed without any step.
    """

    graphs: dict[ElementRef, FlowGraph]
    passable: frozenset[ElementRef] = frozenset()
    _first: dict[Entrance, frozenset[ElementRef]] = field(default_factory=dict, repr=False)
    _last: dict[Entrance, frozenset[ElementRef]] = field(default_factory=dict, repr=False)

    def first_steps(self, process: ElementRef) -> tuple[ElementRef, ...]:
        """The steps a call enters at, those of calls right behind its entrance included."""

        def spread(at: Entrance) -> tuple[set[ElementRef], list[Entrance]]:
            return spread_first(self.graphs, at[0], self.passable)

        return tuple(sorted(collect_steps((process, ()), spread, self._first)))

    def last_steps(self, process: ElementRef, ends: tuple[int, ...]) -> tuple[ElementRef, ...]:
        """The steps from which some of a process's end vertices are reached without another."""

        def spread(at: Entrance) -> tuple[set[ElementRef], list[Entrance]]:
            return spread_last(self.graphs, at, self.passable)

        return tuple(sorted(collect_steps((process, ends), spread, self._last)))

    def returning(self, graph: FlowGraph, vertex: int) -> tuple[ElementRef, ...]:
        """The steps that a path comes from at a RETURN vertex.

        For a boundary event on a call: those whose error, escalation or cancellation it catches.
        """
        called = self.graphs[graph.calls[vertex]]
        ends = called.ends
        if vertex in graph.catches:
            ends = find_caught_ends(self.graphs, graph, vertex)
        return self.last_steps(called.process.ref, ends) if ends else ()


def build_landscape_graph(landscape: Landscape) -> LandscapeGraph:
    """Build the flow graphs of all processes that have nodes."""
    with_steps = {process.ref for process in landscape.processes if process.steps}
    graphs = {
        process.ref: build_flow_graph(process, callable_processes=with_steps)
        for process in landscape.processes
        if process.nodes
    }
    return LandscapeGraph(graphs, _find_passable(graphs))


def _find_passable(graphs: dict[ElementRef, FlowGraph]) -> frozenset[ElementRef]:
    """Called processes that can be passed from entrance to end without any step."""
    callers: dict[ElementRef, set[ElementRef]] = {}
    for graph in graphs.values():
        for called in graph.calls.values():
            callers.setdefault(called, set()).add(graph.process.ref)
    passable: set[ElementRef] = set()
    todo = deque(sorted(callers))
    while todo:
        process = todo.popleft()
        if process not in passable and _passes(graphs[process], passable):
            passable.add(process)
            todo.extend(sorted(callers.get(process, set()) & callers.keys()))
    return frozenset(passable)


def _passes(graph: FlowGraph, passable: Collection[ElementRef]) -> bool:
    ends = set(graph.ends)
    seen: set[int] = set()
    todo = list(graph.starts)
    while todo:
        vertex = todo.pop()
        if vertex in seen or graph.kinds[vertex] is VertexKind.STEP:
            continue
        seen.add(vertex)
        if graph.kinds[vertex] is VertexKind.CALL:
            if graph.calls[vertex] not in passable:
                continue
            vertex = graph.ways_back[vertex]
        if vertex in ends:
            return True
        todo.extend(arc.head for arc in graph.out[vertex])
    return False
