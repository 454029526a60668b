"""The unit network: units as nodes, hand-offs between them as weighted edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from procmap.graph.analysis import Analysis
from procmap.graph.figures.case_graph import WithheldError
from procmap.model import Chart, CrossingPoint, Handoff, Unit, fold
from procmap.source import ElementRef

__all__ = ["Edge", "GroupLevel", "Network", "build_network", "find_depth", "find_group", "lift"]

GroupLevel = Literal["unit", "organisation"] | int


@dataclass(frozen=True, slots=True)
class Edge:
    """Hand-offs from one node to another.

    Args:
        source: key of the node that hands over.
        target: key of the node that takes over.
        count: how many hand-offs.
        governed: for how many somebody is responsible for both sides.
        ungoverned: for how many nobody is; the rest is undetermined.
        agreed: for how many a routine or channel is agreed.
        not_agreed: for how many there is none; the rest is undetermined.
        steps: the steps, or message ends, on both sides.
    """

    source: str
    target: str
    count: int = 0
    governed: int = 0
    ungoverned: int = 0
    agreed: int = 0
    not_agreed: int = 0
    steps: tuple[ElementRef, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Network:
    """A weighted directed network.

    Args:
        names: what to call each node that performs a step or hands over, by its key.
        edges: one for each ordered pair with hand-offs, by source and target.
        not_clarified: hand-offs with a side that may be several nodes, or that is not known.
        assumed: keys of nodes that are assumed units.
    """

    names: Mapping[str, str]
    edges: Mapping[tuple[str, str], Edge]
    not_clarified: int = 0
    assumed: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """Number of hand-offs in it."""
        return sum(edge.count for edge in self.edges.values())


def build_network(analysis: Analysis) -> Network:
    """Collect the hand-offs between units.

    Args:
        analysis: hand-offs at unit level; contacts with outside parties are none.

    Raises:
        WithheldError: the successions of some process were not listed.
    """
    for process, reason in sorted(analysis.withheld.items()):
        raise WithheldError(f"the successions of {process} were not listed: {reason}", (process,))
    points = {(p.flow, p.source_unit.key, p.target_unit.key): p for p in analysis.crossings}
    names: dict[str, str] = {}
    assumed: set[str] = set()
    edges: dict[tuple[str, str], list[Edge]] = {}
    open_ = 0
    for place in analysis.places.values():
        if place.unit is not None and not place.outside:
            _note(place.unit, names, assumed)
    for handoff in analysis.handoffs:
        source, target = handoff.source_unit, handoff.target_unit
        if source is None or target is None or source.one_of or target.one_of:
            open_ += 1
            continue
        _note(source, names, assumed)
        _note(target, names, assumed)
        key = (source.key, target.key)
        edges.setdefault(key, []).append(_build_edge(handoff, source, target, points))
    return Network(dict(sorted(names.items())), _sum_up(edges), open_, frozenset(assumed))


def lift(network: Network, group: Callable[[str], str | None], names: Mapping[str, str]) -> Network:
    """The network of groups; hand-offs inside a group become an edge from it to itself.

    Args:
        network: the network of units.
        group: the group of a node; ``None`` where it is not known.
        names: what to call the groups.
    """
    edges: dict[tuple[str, str], list[Edge]] = {}
    open_ = network.not_clarified
    for edge in network.edges.values():
        source, target = group(edge.source), group(edge.target)
        if source is None or target is None:
            open_ += edge.count
        else:
            edges.setdefault((source, target), []).append(edge)
    found = sorted({key for key in map(group, network.names) if key is not None})
    assumed = frozenset(key for key in found if key in network.assumed)
    return Network({key: names.get(key, key) for key in found}, _sum_up(edges), open_, assumed)


def _sum_up(edges: Mapping[tuple[str, str], list[Edge]]) -> dict[tuple[str, str], Edge]:
    return {
        (source, target): Edge(
            source,
            target,
            count=sum(edge.count for edge in found),
            governed=sum(edge.governed for edge in found),
            ungoverned=sum(edge.ungoverned for edge in found),
            agreed=sum(edge.agreed for edge in found),
            not_agreed=sum(edge.not_agreed for edge in found),
            steps=tuple(sorted({step for edge in found for step in edge.steps})),
        )
        for (source, target), found in sorted(edges.items())
    }


def find_group(chart: Chart, level: GroupLevel) -> Callable[[str], str | None]:
    """Which group a unit belongs to at a level; ``None`` for a unit nobody has placed.

    Args:
        chart: the organisation chart.
        level: ``"unit"`` (itself), ``"organisation"``, or the depth of an ancestor (0 is the
            top); a unit that lies higher is its own group.
    """

    def group(key: str) -> str | None:
        if level == "unit":
            return key
        unit = chart.units.get(key)
        if unit is None:
            return None
        if level == "organisation":
            return fold(unit.organisation) or None
        line = chart.line(key)[::-1]
        return line[min(level, len(line) - 1)]

    return group


def find_depth(network: Network, chart: Chart) -> int | None:
    """The shallowest depth at which the units that hand over lie in different groups."""
    placed = sorted({key for pair in network.edges for key in pair if key in chart.units})
    deepest = max((len(chart.line(key)) for key in placed), default=0)
    for depth in range(deepest):
        group = find_group(chart, depth)
        if len({group(key) for key in placed}) > 1:
            return depth
    return None


def _note(unit: Unit, names: dict[str, str], assumed: set[str]) -> None:
    names.setdefault(unit.key, unit.name)
    if unit.assumed:
        assumed.add(unit.key)


def _build_edge(
    handoff: Handoff,
    source: Unit,
    target: Unit,
    points: Mapping[tuple[ElementRef, str, str], CrossingPoint],
) -> Edge:
    point = points.get((handoff.flow, source.key, target.key))
    routine = point.routine if point is not None else "undetermined"
    return Edge(
        source.key,
        target.key,
        count=1,
        governed=int(handoff.governance == "yes"),
        ungoverned=int(handoff.governance == "no"),
        agreed=int(routine == "yes"),
        not_agreed=int(routine == "no"),
        steps=tuple(sorted({handoff.source, handoff.target})),
    )
