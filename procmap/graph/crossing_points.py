"""Crossing points get their number, their governance and what is agreed about them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from procmap.graph.agreements import find_agreement, find_least_agreed
from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.governance import End, Governor, combine_governance
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.model import Between, Boundary, CrossingPoint, Governance, Holder, Medium, Unit, fold
from procmap.source import ElementRef

__all__ = ["CrossingKey", "Draft", "build_crossing_points"]


class CrossingKey(NamedTuple):
    """What makes two crossings the same crossing point."""

    flow: ElementRef
    source_unit: str
    target_unit: str


@dataclass(slots=True)
class Draft:
    """A crossing point before it has a number, with the sides that its hand-offs were seen on."""

    flow: ElementRef
    process: ElementRef
    source_unit: Unit
    target_unit: Unit
    medium: Medium
    between: Between
    sides: dict[tuple[ElementRef, ElementRef], tuple[set[ElementRef], set[ElementRef]]] = field(
        default_factory=dict
    )

    @property
    def key(self) -> CrossingKey:
        """What makes two crossings the same crossing point."""
        return CrossingKey(self.flow, self.source_unit.key, self.target_unit.key)

    def add_side(
        self, processes: tuple[ElementRef, ElementRef], steps: tuple[ElementRef, ElementRef]
    ) -> None:
        """Note a hand-off that goes over it: the processes and the steps on both sides."""
        sources, targets = self.sides.setdefault(processes, (set(), set()))
        sources.add(steps[0])
        targets.add(steps[1])


def build_crossing_points(
    drafts: Mapping[CrossingKey, Draft], graphs: LandscapeGraph, governor: Governor
) -> tuple[CrossingPoint, ...]:
    """Number the crossing points of each document, and say who governs them.

    Numbers follow the flow: by distance from the process's entries, then by the names of both
    units and by flow id, processes by name, messages last. They do not depend on the order of
    elements or files.
    """
    depths: dict[ElementRef, dict[ElementRef, int]] = {}
    labels = {ref: graph.process.label for ref, graph in graphs.graphs.items()}

    def place_in_order(draft: Draft) -> tuple[object, ...]:
        graph = graphs.graphs.get(draft.process)
        if draft.process not in depths:
            depths[draft.process] = _flow_depths(graph) if graph is not None else {}
        return (
            draft.flow.document,
            draft.medium == "message",
            labels.get(draft.process, ""),
            draft.process.id,
            depths[draft.process].get(draft.flow, 0),
            # Ids change with every export, and what units are called does not.
            fold(draft.source_unit.name),
            fold(draft.target_unit.name),
            draft.key,
        )

    points: list[CrossingPoint] = []
    number, document = 0, ""
    for draft in sorted(drafts.values(), key=place_in_order):
        number = number + 1 if draft.flow.document == document else 1
        document = draft.flow.document
        governance, holders = _govern(draft, governor)
        boundary = _find_boundary(draft, governor)
        points.append(
            CrossingPoint(
                key=f"{draft.flow}:{draft.source_unit.key}>{draft.target_unit.key}",
                number=number,
                flow=draft.flow,
                process=draft.process,
                source_unit=draft.source_unit,
                target_unit=draft.target_unit,
                medium=draft.medium,
                between=draft.between,
                governance=governance,
                governed_by=holders,
                routine=find_agreement(boundary),
                boundary=boundary,
                assumed=draft.source_unit.assumed or draft.target_unit.assumed,
            )
        )
    return tuple(points)


def _find_sides(draft: Draft) -> list[tuple[End, End]]:
    sides = [
        (
            End(processes[0], draft.source_unit, frozenset(steps[0])),
            End(processes[1], draft.target_unit, frozenset(steps[1])),
        )
        for processes, steps in sorted(draft.sides.items())
    ]
    unlisted = End(draft.process, draft.source_unit), End(draft.process, draft.target_unit)
    return sides or [unlisted]


def _find_boundary(draft: Draft, governor: Governor) -> Boundary | None:
    return find_least_agreed(
        tuple(found for side in _find_sides(draft) for found in governor.agreed(*side))
    )


def _govern(draft: Draft, governor: Governor) -> tuple[Governance, tuple[Holder, ...]]:
    answers = [governor.govern(*side) for side in _find_sides(draft)]
    together = combine_governance(answer for answer, _ in answers)
    if together != "yes":
        return together, ()
    return together, tuple(dict.fromkeys(holder for _, found in answers for holder in found))


def _flow_depths(graph: FlowGraph) -> dict[ElementRef, int]:
    """How many arrows from an entry of the process each drawn flow lies.

    What no entry reaches counts from where it begins, and a circle nothing leads into from its
    first node by id.
    """
    besides: dict[int, list[int]] = {}
    for vertex, ref in enumerate(graph.refs):
        if graph.entry[ref] != vertex and graph.kinds[vertex] is not VertexKind.LEAVE:
            besides.setdefault(graph.entry[ref], []).append(vertex)
    depth: dict[int, int] = {}
    _spread(graph, besides, list(graph.starts), depth)
    _spread(graph, besides, [v for v in range(len(graph.kinds)) if not graph.into[v]], depth)
    for vertex in sorted(range(len(graph.kinds)), key=lambda v: graph.refs[v]):
        _spread(graph, besides, [vertex], depth)
    return {
        arc.flow: depth[tail]
        for tail, arcs in enumerate(graph.out)
        for arc in arcs
        if arc.flow is not None
    }


def _spread(
    graph: FlowGraph, besides: Mapping[int, list[int]], first: list[int], depth: dict[int, int]
) -> None:
    """Give the fewest arrows from `first` to every vertex that has no depth yet."""
    todo = deque((vertex, 0) for vertex in first)
    while todo:
        vertex, here = todo.popleft()
        if vertex in depth:
            continue
        depth[vertex] = here
        for other in besides.get(vertex, ()):
            todo.appendleft((other, here))
        for arc in graph.out[vertex]:
            if arc.flow is None:
                todo.appendleft((arc.head, here))
            else:
                todo.append((arc.head, here + 1))
