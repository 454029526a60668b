"""Successions: which step may come next after which, and over which drawn flow work crosses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.positions import Positions
from procmap.graph.walks import Reached, Walker, WorkExceededError
from procmap.source import ElementRef

__all__ = ["Step", "find_sources", "find_successions"]


@dataclass(frozen=True, slots=True)
class Step:
    """One succession, with the drawn flow on which it would change hands.

    Args:
        source: the step before.
        target: the step after.
        medium: by sequence flow or by call.
        flow: the drawn flow.
        flows: number of drawn flows on the way.
    """

    source: ElementRef
    target: ElementRef
    medium: Literal["sequence", "call"]
    flow: ElementRef
    flows: int


def find_sources(
    graphs: LandscapeGraph, graph: FlowGraph
) -> Iterator[tuple[int, tuple[ElementRef, ...], bool]]:
    """Vertices that paths leave steps from: (vertex, the steps, whether by a call's return)."""
    for vertex, kind in enumerate(graph.kinds):
        if kind is VertexKind.STEP:
            yield vertex, (graph.refs[vertex],), False
        elif kind is VertexKind.RETURN:
            steps = graphs.returning(graph, vertex)
            if steps:
                yield vertex, steps, True
            elif vertex in graph.catches:
                # Nothing inside throws it: what interrupts the call interrupts who performs it.
                yield vertex, (graph.refs[vertex],), False


def find_successions(
    graphs: LandscapeGraph,
    graph: FlowGraph,
    *,
    positions: Positions,
    step_spots: Mapping[ElementRef, int],
    max_successions: int,
) -> list[Step]:
    """The successions whose arrows are drawn in one process, by source, target and medium.

    One per ordered pair and medium, over the fewest flows, ties by flow id.

    Raises:
        WorkExceededError: there are more than `max_successions`, or finding them takes
            fifty times as many steps of work.
    """
    walker = Walker(
        graphs,
        graph,
        positions=positions,
        step_spots=step_spots,
        max_work=max_successions * 50,
    )
    best: dict[tuple[ElementRef, ElementRef, str], Step] = {}
    for vertex, sources, returning in find_sources(graphs, graph):
        for flow, head in _first_arrows(graph, vertex):
            for reached in walker.next_steps(head):
                for source in sources:
                    step = _build_step(source, reached, flow, returning=returning)
                    key = (step.source, step.target, step.medium)
                    known = best.get(key)
                    if known is None or (step.flows, step.flow) < (known.flows, known.flow):
                        best[key] = step
        if len(best) > max_successions:
            raise WorkExceededError
    return [best[key] for key in sorted(best)]


def _first_arrows(graph: FlowGraph, vertex: int) -> Iterator[tuple[ElementRef, int]]:
    """The drawn flows that paths leave a vertex by, and where each leads.

    A boundary event hangs on its host, and the last node of a sub-process leads to its exit: where
    nothing is drawn, the first arrow is the one behind.
    """
    todo = [vertex]
    while todo:
        for arc in graph.out[todo.pop()]:
            if arc.flow is None:
                todo.append(arc.head)
            else:
                yield arc.flow, arc.head


def _build_step(source: ElementRef, reached: Reached, flow: ElementRef, *, returning: bool) -> Step:
    return Step(
        source=source,
        target=reached.step,
        medium="call" if returning or reached.call else "sequence",
        flow=reached.flow or flow,
        flows=1 + reached.flows,
    )
