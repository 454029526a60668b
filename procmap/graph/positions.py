"""Where the vertices of a flow graph lie, as small numbers that can be compared fast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.graph.analysis import StepPlace
from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.model import Unit
from procmap.source import ElementRef

__all__ = ["NOWHERE", "Positions", "Spots", "build_positions"]

NOWHERE = -1
_PASSED = (VertexKind.ENTER, VertexKind.LEAVE)


@dataclass(frozen=True)
class Spots:
    """Numbers for the sets of units that steps lie in; one table for a whole landscape."""

    units: list[tuple[Unit, ...]] = field(default_factory=list)
    numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    def number(self, place: StepPlace | None) -> int:
        """The number of a place, or `NOWHERE` where the performer is not known."""
        if place is None or not place.units:
            return NOWHERE
        key = tuple(unit.key for unit in place.units)
        if key not in self.numbers:
            self.numbers[key] = len(self.units)
            self.units.append(place.units)
        return self.numbers[key]

    def crosses(self, first: int, second: int) -> bool | None:
        """Whether work changes hands from one place to another; ``None`` where undecided."""
        if first == NOWHERE or second == NOWHERE:
            return None
        if first == second:
            return False if len(self.units[first]) == 1 else None
        keys = {unit.key for unit in self.units[first]}
        return None if keys & {unit.key for unit in self.units[second]} else True

    def is_outside(self, number: int) -> bool:
        """Whether a place is an outside party."""
        return all(unit.kind == "outside" for unit in self.units[number])


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each vertex of one flow graph lies.

    Entrances and exits of sub-processes, boundary events and link catches have no place of their
    own (`NOWHERE`), whatever lane they are drawn in: they stand for the paths through them.
    """

    of_vertex: tuple[int, ...]


def build_positions(
    graph: FlowGraph, places: Mapping[ElementRef, StepPlace], spots: Spots
) -> Positions:
    """Place the vertices; a gateway or event in no lane lies where the path before it does."""
    kinds = graph.kinds
    found = [
        spots.number(places.get(ref))
        if kinds[vertex] in (VertexKind.STEP, VertexKind.THROUGH)
        else NOWHERE
        for vertex, ref in enumerate(graph.refs)
    ]
    ahead = [[(arc.head, arc.flow is not None) for arc in arcs] for arcs in graph.out]
    behind: list[list[tuple[int, bool]]] = [[] for _ in ahead]
    for tail, arcs in enumerate(ahead):
        for head, drawn in arcs:
            behind[head].append((tail, drawn))
    _spread(found, kinds, ahead, spots)
    _spread(found, kinds, behind, spots)
    return Positions(
        tuple(
            NOWHERE if kinds[vertex] in _PASSED else number for vertex, number in enumerate(found)
        )
    )


def _spread(
    found: list[int],
    kinds: tuple[VertexKind, ...],
    neighbours: Sequence[Sequence[tuple[int, bool]]],
    spots: Spots,
) -> None:
    """Carry known positions over to neighbouring gateways and events that have none.

    Arrow by arrow, and by name where neighbours lie in several places, so that the order of a
    file's elements decides nothing. The edge of a sub-process is passed and is no arrow, so that
    wrapping a stretch in one decides nothing either.
    """

    def offer(from_: Iterable[int], *, drawn: bool) -> list[int]:
        offers: dict[int, set[int]] = {}
        todo = [
            (other, found[vertex])
            for vertex in from_
            for other, is_drawn in neighbours[vertex]
            if is_drawn is drawn
        ]
        while todo:
            vertex, number = todo.pop()
            open_ = found[vertex] == NOWHERE and kinds[vertex] in (VertexKind.THROUGH, *_PASSED)
            if open_ and number not in offers.setdefault(vertex, set()):
                offers[vertex].add(number)
                todo += [(other, number) for other, is_drawn in neighbours[vertex] if not is_drawn]
        taken = [vertex for vertex, numbers in offers.items() if numbers]
        for vertex in taken:
            found[vertex] = min(
                offers[vertex], key=lambda n: [(unit.name, unit.key) for unit in spots.units[n]]
            )
        return taken

    level = [vertex for vertex, number in enumerate(found) if number != NOWHERE]
    level += offer(level, drawn=False)
    while level:
        level = offer(level, drawn=True)
