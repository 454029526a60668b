"""Where the vertices of a flow graph lie, as small numbers that can be compared fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from procmap.graph.analysis import StepPlace
from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.model import Unit
from procmap.source import ElementRef

__all__ = ["NOWHERE", "Positions", "Spots", "build_positions"]

NOWHERE = -1


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
    ahead = [[arc.head for arc in arcs] for arcs in graph.out]
    _spread(found, kinds, ahead, spots)
    _spread(found, kinds, graph.into, spots)
    return Positions(tuple(found))


def _spread(
    found: list[int],
    kinds: tuple[VertexKind, ...],
    neighbours: Sequence[Sequence[int]],
    spots: Spots,
) -> None:
    """Carry known positions over to neighbouring gateways and events that have none.

    Level by level, and by name where neighbours lie in several places, so that the order of a
    file's elements decides nothing.
    """
    level = [vertex for vertex, number in enumerate(found) if number != NOWHERE]
    while level:
        offers: dict[int, set[int]] = {}
        for vertex in level:
            for other in neighbours[vertex]:
                if found[other] == NOWHERE and kinds[other] is VertexKind.THROUGH:
                    offers.setdefault(other, set()).add(found[vertex])
        for vertex, numbers in offers.items():
            found[vertex] = min(
                numbers, key=lambda n: [(unit.name, unit.key) for unit in spots.units[n]]
            )
        level = list(offers)
