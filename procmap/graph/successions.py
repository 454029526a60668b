"""Successions: which step may come next after which, and over which drawn flow work crosses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.positions import Positions
from procmap.graph.walks import Walker, WorkExceededError
from procmap.source import ElementRef

__all__ = ["Step", "find_sources", "find_successions"]

_WORK_PER_SUCCESSION: Final = 5


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
            five times as many steps of work.
    """
    walker = Walker(
        graphs,
        graph,
        positions=positions,
        step_spots=step_spots,
        max_work=max_successions * _WORK_PER_SUCCESSION,
    )
    best: dict[tuple[ElementRef, ElementRef, bool], tuple[int, ElementRef]] = {}
    for vertex, sources, returning in find_sources(graphs, graph):
        for flow, head in _first_arrows(graph, vertex):
            for reached in walker.next_steps(head):
                call = returning or reached.call
                over = (1 + reached.flows, reached.flow or flow)
                for source in sources:
                    key = (source, reached.step, call)
                    known = best.get(key)
                    if known is None or over < known:
                        best[key] = over
        if len(best) > max_successions:
            raise WorkExceededError
    return [
        Step(source, target, "call" if call else "sequence", flow=flow, flows=flows)
        for (source, target, call), (flows, flow) in sorted(best.items(), key=_order)
    ]


def _order(
    item: tuple[tuple[ElementRef, ElementRef, bool], tuple[int, ElementRef]],
) -> tuple[ElementRef, ElementRef, bool]:
    source, target, call = item[0]
    return source, target, not call


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
