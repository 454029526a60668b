"""Brokerage: who stands between units that do not hand over to one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import lcm
from typing import Final

import networkx as nx

from procmap.graph.figures.figure import Figure, build_count, build_withheld
from procmap.graph.figures.unit_network import GroupLevel, Network

__all__ = ["BROKERAGE_ROLES", "find_betweenness", "find_brokerage"]

_MAX_WORK: Final = 2_000_000

BROKERAGE_ROLES: Final = (
    "coordinator",
    "consultant",
    "gatekeeper",
    "representative",
    "liaison",
)


def find_brokerage(
    network: Network, group: Callable[[str], str | None], level: GroupLevel
) -> Iterator[Figure]:
    """Number of open paths a → v → b that a unit v stands in, by role (Gould & Fernandez 1989).

    A path is open where a hands nothing over to b itself; all three are different. By the groups
    of a, v, b: coordinator xxx, consultant xyx, gatekeeper xyy, representative xxy, liaison xyz.

    Args:
        network: the unit network; how many hand-offs there are does not matter.
        group: the group of a unit.
        level: what the groups are.
    """
    ahead: dict[str, set[str]] = {key: set() for key in network.names}
    behind: dict[str, set[str]] = {key: set() for key in network.names}
    for source, target in network.edges:
        if source != target:
            ahead[source].add(target)
            behind[target].add(source)
    groups = {key: group(key) for key in network.names}
    for broker in network.names:
        if groups[broker] is None:
            for name in BROKERAGE_ROLES:
                yield build_withheld(
                    f"brokerage_{name}",
                    broker,
                    "it is not placed in the chart",
                    scope="unit",
                    level=level,
                )
            continue
        counts = dict.fromkeys(BROKERAGE_ROLES, 0)
        unplaced = 0
        for first in behind[broker]:
            for last in ahead[broker] - ahead[first] - {first}:
                role = _find_role(groups[first], groups[broker], groups[last])
                if role is None:
                    unplaced += 1
                else:
                    counts[role] += 1
        for name in BROKERAGE_ROLES:
            yield build_count(
                f"brokerage_{name}",
                broker,
                counts[name],
                scope="unit",
                not_clarified=unplaced,
                level=level,
            )


def find_betweenness(network: Network) -> Iterator[Figure]:
    """Share of the shortest ways between other units that lead through a unit (Freeman 1977).

    Two units are the closer the more hand-offs there are from one to the other: the distance is
    one divided by their number. 0 is nobody, 1 is everybody.

    Args:
        network: the unit network.
    """
    if len(network.names) * len(network.edges) > _MAX_WORK:
        for key in network.names:
            reason = f"there are {len(network.names)} units with {len(network.edges)} boundaries"
            yield build_withheld("betweenness", key, f"{reason}, too many", scope="unit")
        return
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(network.names)
    counts = [edge.count for pair, edge in network.edges.items() if pair[0] != pair[1]]
    # Whole numbers in the same proportions, so that equally long ways are found to be equal.
    whole = lcm(*counts) if counts else 1
    for (source, target), edge in network.edges.items():
        if source != target:
            graph.add_edge(source, target, distance=whole // edge.count)
    found = nx.betweenness_centrality(graph, weight="distance", normalized=True)
    for key in network.names:
        yield Figure(
            name="betweenness",
            scope="unit",
            subject=key,
            value=round(float(found[key]), 12),
            assumed=int(key in network.assumed),
        )


def _find_role(first: str | None, broker: str | None, last: str | None) -> str | None:
    if first is None or broker is None or last is None:
        return None
    if first == last:
        return "coordinator" if broker == first else "consultant"
    if broker == last:
        return "gatekeeper"
    return "representative" if broker == first else "liaison"
