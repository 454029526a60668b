"""The flat graphs of all processes, and what lies behind the calls between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from procmap.graph.flow_graph import FlowGraph, VertexKind, build_flow_graph
from procmap.graph.throws import find_catchers
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
    _first: dict[ElementRef, tuple[ElementRef, ...]] = field(default_factory=dict, repr=False)
    _last: dict[tuple[ElementRef, tuple[int, ...]], tuple[ElementRef, ...]] = field(
        default_factory=dict, repr=False
    )

    def first_steps(self, process: ElementRef) -> tuple[ElementRef, ...]:
        """The steps a call enters at, those of calls right behind its entrance included."""
        if process not in self._first:
            self._first[process] = self._find_first(process)
        return self._first[process]

    def last_steps(self, process: ElementRef, ends: tuple[int, ...]) -> tuple[ElementRef, ...]:
        """The steps from which some of a process's end vertices are reached without another."""
        key = (process, ends)
        if key not in self._last:
            self._last[key] = self._find_last(process, ends)
        return self._last[key]

    def returning(self, graph: FlowGraph, vertex: int) -> tuple[ElementRef, ...]:
        """The steps that a path comes from at a RETURN vertex.

        For a boundary event on a call: those whose error, escalation or cancellation it catches.
        """
        called = self.graphs[graph.calls[vertex]]
        boundary = graph.catches.get(vertex)
        if boundary is None:
            return self.last_steps(called.process.ref, called.ends)
        siblings = [n for n in graph.process.nodes if n.attached_to == boundary.attached_to]
        ends = tuple(
            end
            for end, node in called.thrown
            if any(
                boundary.ref in find_catchers(definition, siblings)
                for definition in node.event_definitions
            )
        )
        return self.last_steps(called.process.ref, ends) if ends else ()

    def _find_first(self, process: ElementRef) -> tuple[ElementRef, ...]:
        found: dict[ElementRef, None] = {}
        seen: set[tuple[ElementRef, int]] = set()
        todo = deque((process, start) for start in self.graphs[process].starts)
        while todo:
            at = todo.popleft()
            if at in seen:
                continue
            seen.add(at)
            owner, vertex = at
            graph = self.graphs[owner]
            kind = graph.kinds[vertex]
            if kind is VertexKind.STEP:
                found[graph.refs[vertex]] = None
                continue
            if kind is VertexKind.CALL:
                called = graph.calls[vertex]
                todo.extend((called, start) for start in self.graphs[called].starts)
                if called not in self.passable:
                    continue
                vertex = graph.ways_back[vertex]
            todo.extend((owner, arc.head) for arc in graph.out[vertex])
        return tuple(sorted(found))

    def _find_last(self, process: ElementRef, ends: tuple[int, ...]) -> tuple[ElementRef, ...]:
        found: dict[ElementRef, None] = {}
        seen: set[tuple[ElementRef, int]] = set()
        todo = deque((process, end) for end in ends)
        while todo:
            at = todo.popleft()
            if at in seen:
                continue
            seen.add(at)
            owner, vertex = at
            graph = self.graphs[owner]
            kind = graph.kinds[vertex]
            if kind is VertexKind.STEP:
                found[graph.refs[vertex]] = None
                continue
            if kind is VertexKind.RETURN:
                if vertex in graph.catches:
                    found.update(dict.fromkeys(self.returning(graph, vertex)))
                    continue
                called = graph.calls[vertex]
                todo.extend((called, end) for end in self.graphs[called].ends)
                if called not in self.passable:
                    continue
                vertex = graph.entry[graph.refs[vertex]]
            todo.extend((owner, tail) for tail in graph.into[vertex])
        return tuple(sorted(found))


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


def _passes(graph: FlowGraph, passable: Iterable[ElementRef]) -> bool:
    known = set(passable)
    ends = set(graph.ends)
    seen: set[int] = set()
    todo = list(graph.starts)
    while todo:
        vertex = todo.pop()
        if vertex in seen or graph.kinds[vertex] is VertexKind.STEP:
            continue
        seen.add(vertex)
        if graph.kinds[vertex] is VertexKind.CALL:
            if graph.calls[vertex] not in known:
                continue
            vertex = graph.ways_back[vertex]
        if vertex in ends:
            return True
        todo.extend(arc.head for arc in graph.out[vertex])
    return False
