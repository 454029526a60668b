"""The order in which a map is read: from the left, and along the flow."""

from __future__ import annotations

from procmap.maps.layout.geometry import Geometry
from procmap.maps.layout.levels import Link, Member
from procmap.maps.layout.ordering import find_order
from procmap.maps.scene import Scene

__all__ = ["find_reading_order"]


def find_reading_order(scene: Scene, geometry: Geometry) -> list[int]:
    """Find the order of nodes: by column, and inside a column as work goes from one to the next.

    Args:
        scene: what is drawn.
        geometry: where.
    """
    members = [Member(node.index, node.lane) for node in scene.nodes]
    links = [
        Link(flow.source.node, flow.target.node)
        for flow in scene.flows
        if flow.kind == "sequence" and flow.source.node is not None and flow.target.node is not None
    ]
    place = {index: i for i, index in enumerate(find_order(members, links).members)}
    along = 1 if scene.turned else 0
    return sorted(place, key=lambda i: (round(geometry.nodes[i].middle[along]), place[i]))
