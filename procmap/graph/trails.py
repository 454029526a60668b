"""The path between two steps, found when somebody asks for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from procmap.graph.flow_graph import VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.source import ElementRef

__all__ = ["FlowTrail", "build_flow_trail"]


@dataclass(frozen=True, slots=True)
class _At:
    """A vertex of one process; `entered` once a call was entered, which is not left again."""

    process: ElementRef
    vertex: int
    entered: bool = False


@dataclass(frozen=True)
class FlowTrail:
    """Finds paths over the flow graphs of a landscape.

    Args:
        graphs: the flow graphs.
        processes: the process that draws each flow node.
        returns: where paths go on behind the calls of each process: (caller, RETURN vertex).
    """

    graphs: LandscapeGraph = field(repr=False)
    processes: dict[ElementRef, ElementRef] = field(repr=False)
    returns: dict[ElementRef, tuple[tuple[ElementRef, int], ...]] = field(repr=False)

    def path(self, source: ElementRef, target: ElementRef) -> tuple[ElementRef, ...]:
        """Nodes and flows from `source` to `target`, both included.

        Over the fewest drawn flows, ties by flow id; ``(source, target)`` where there is none.
        """
        before: dict[_At, tuple[_At, ElementRef | None] | None] = dict.fromkeys(
            self._starts(source)
        )
        todo = deque(before)
        while todo:
            at = todo.popleft()
            for flow, onward in self._onward(at):
                graph = self.graphs.graphs[onward.process]
                if graph.kinds[onward.vertex] is VertexKind.STEP:
                    if graph.refs[onward.vertex] == target:
                        return (*self._unwind(at, before), *((flow,) if flow else ()), target)
                elif onward not in before:
                    before[onward] = (at, flow)
                    if flow is None:
                        todo.appendleft(onward)
                    else:
                        todo.append(onward)
        return (source, target)

    def _starts(self, source: ElementRef) -> Iterator[_At]:
        """The vertices that a path from a step begins at.

        A sub-process or call that hosts a boundary event stands as a step besides its entrance.
        """
        process = self.processes.get(source)
        if process is None:
            return
        graph = self.graphs.graphs[process]
        for vertex, ref in enumerate(graph.refs):
            if ref == source and (
                graph.kinds[vertex] is VertexKind.STEP or vertex in graph.catches
            ):
                yield _At(process, vertex)

    def _onward(self, at: _At) -> Iterator[tuple[ElementRef | None, _At]]:
        graph = self.graphs.graphs[at.process]
        vertex = at.vertex
        if graph.kinds[vertex] is VertexKind.CALL:
            called = graph.calls[vertex]
            for start in self.graphs.graphs[called].starts:
                yield None, _At(called, start, entered=True)
            if called not in self.graphs.passable:
                return
            vertex = graph.ways_back[vertex]
        for arc in graph.out[vertex]:
            yield arc.flow, _At(at.process, arc.head, at.entered)
        if at.entered or graph.out[vertex]:
            return
        for caller, back in self.returns.get(at.process, ()):
            if back in self.graphs.graphs[caller].catches or vertex in graph.ends:
                yield None, _At(caller, back)

    def _unwind(
        self, at: _At, before: dict[_At, tuple[_At, ElementRef | None] | None]
    ) -> tuple[ElementRef, ...]:
        parts: list[ElementRef] = []
        step: _At | None = at
        while step is not None:
            ref = self.graphs.graphs[step.process].refs[step.vertex]
            if not parts or parts[-1] != ref:
                parts.append(ref)
            link = before[step]
            step = link[0] if link else None
            if link and link[1] is not None:
                parts.append(link[1])
        return tuple(reversed(parts))


def build_flow_trail(graphs: LandscapeGraph) -> FlowTrail:
    """Build the path finder of a landscape."""
    processes: dict[ElementRef, ElementRef] = {}
    returns: dict[ElementRef, list[tuple[ElementRef, int]]] = {}
    for process, graph in graphs.graphs.items():
        for ref in graph.entry:
            processes[ref] = process
        for vertex, called in graph.calls.items():
            if graph.kinds[vertex] is VertexKind.RETURN:
                returns.setdefault(called, []).append((process, vertex))
    return FlowTrail(graphs, processes, {ref: tuple(found) for ref, found in returns.items()})
