"""Do hand-offs stay inside the groups of the chart: E-I index and modularity."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import networkx as nx

from procmap.graph.figures.figure import Figure, build_ratio
from procmap.graph.figures.unit_network import Edge, GroupLevel, Network

__all__ = ["find_ei_figures", "find_modularity"]

_NOTHING = "there are no hand-offs between units that are placed in the chart"


def find_ei_figures(
    network: Network, group: Callable[[str], str | None], level: GroupLevel
) -> Iterator[Figure]:
    """The E-I index (Krackhardt & Stern 1988), whole and for each group: (E − I) / (E + I).

    I are hand-offs between different units of one group, E those between groups. Hand-offs of
    units that nobody has placed in the chart are not clarified.

    Args:
        network: the unit network.
        group: the group of a unit.
        level: what the groups are.
    """
    edges, open_ = _group_edges(network, group)
    inside: dict[str, int] = {}
    outside: dict[str, int] = {}
    found = {key for key in map(group, network.names) if key is not None}
    for source, target, edge in edges:
        if source == target:
            inside[source] = inside.get(source, 0) + edge.count
        else:
            for key in (source, target):
                outside[key] = outside.get(key, 0) + edge.count
    external = sum(outside.values()) // 2
    internal = sum(inside.values())
    steps = sorted({step for source, target, e in edges if source != target for step in e.steps})
    yield build_ratio(
        "ei_index",
        "",
        external - internal,
        external + internal,
        scope="landscape",
        not_clarified=open_,
        level=level,
        elements=steps,
        nothing=_NOTHING,
    )
    for key in sorted(found):
        e, i = outside.get(key, 0), inside.get(key, 0)
        yield build_ratio(
            "ei_index",
            key,
            e - i,
            e + i,
            scope="group",
            level=level,
            nothing="it has no hand-offs with other units",
        )


def find_modularity(
    network: Network, group: Callable[[str], str | None], level: GroupLevel
) -> Figure:
    """Modularity of the network under the chart (Newman 2006; directed, weighted).

    The share of hand-offs inside groups, less the share that chance would put there.

    Args:
        network: the unit network.
        group: the group of a unit.
        level: what the groups are.
    """
    edges, open_ = _group_edges(network, group)
    total = sum(edge.count for _, _, edge in edges)
    numerator = 0
    value = None
    if total:
        graph: nx.DiGraph[str] = nx.DiGraph()
        communities: dict[str, set[str]] = {}
        for source, target, edge in edges:
            graph.add_edge(edge.source, edge.target, weight=edge.count)
            communities.setdefault(source, set()).add(edge.source)
            communities.setdefault(target, set()).add(edge.target)
        ordered = [communities[key] for key in sorted(communities)]
        value = float(nx.community.modularity(graph, ordered, weight="weight"))
        numerator = round(value * total * total)
    return Figure(
        name="modularity",
        scope="landscape",
        subject="",
        value=value,
        numerator=numerator if total else None,
        denominator=total * total if total else None,
        not_clarified=open_,
        level=level,
        withheld="" if total else _NOTHING,
    )


def _group_edges(
    network: Network, group: Callable[[str], str | None]
) -> tuple[list[tuple[str, str, Edge]], int]:
    """Edges between different units that are both placed, with the groups of both."""
    found = []
    open_ = network.not_clarified
    for edge in network.edges.values():
        source, target = group(edge.source), group(edge.target)
        if edge.source == edge.target:
            continue
        if source is None or target is None:
            open_ += edge.count
            continue
        found.append((source, target, edge))
    return found, open_
