"""Who performs each node, the strongest source first, and how procmap knows."""

from __future__ import annotations

from dataclasses import replace

from procmap.bpmn.drafts import Draft
from procmap.bpmn.geometry import build_lane_pages, find_lane
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.lanes import Placement
from procmap.bpmn.resource_roles import find_stated_performers
from procmap.model import Diagram, Performer, PerformerSource

__all__ = ["find_performers"]

Performers = tuple[Performer, ...]


def find_performers(
    process: Draft,
    *,
    pools: Performers,
    placement: Placement,
    diagrams: tuple[Diagram, ...],
    inventory: Inventory,
) -> dict[str, Performers]:
    """Find who performs the nodes of a process, by node id.

    In order: resource roles and assignments of the node; its place (the lane that lists it, else
    the lane of the host it is attached to, else who performs the sub-process around it, else the
    lane it is drawn in); the pool. Equal values are one object: big files have few of them.

    Args:
        process: the process.
        pools: its white-box pools as performers.
        placement: which lanes count.
        diagrams: the diagram pages of the document.
        inventory: the document.
    """
    nodes = process.within("node")
    lanes = {lane.id: lane for lane in process.within("lane")}
    by_lane = {key: _perform_lane(lane, pools) for key, lane in lanes.items()}
    pages = None
    shared: dict[tuple[Performers, PerformerSource], Performers] = {}
    stated: dict[str, Performers] = {}
    places: dict[str, Performers] = {}
    # A node follows the sub-process around it in file order; a host may come after what is
    # attached to it, so that boundary events go last.
    for node in sorted(nodes, key=lambda node: node.type == "boundaryEvent"):
        stated[node.id] = find_stated_performers(node, inventory)
        listed = placement.lanes.get(node.id)
        if listed is not None:
            places[node.id] = tuple(p for lane in listed for p in by_lane[lane.id])
            continue
        inherited = _inherit(node, stated, places, shared, inventory)
        if not inherited and lanes:
            if pages is None:
                pages = build_lane_pages(diagrams, placement.leaves)
            drawn_in = find_lane(node.id, pages)
            if drawn_in is not None:
                inherited = _share(by_lane[drawn_in], "geometry", shared)
        places[node.id] = inherited
    joined: dict[tuple[Performers, Performers], Performers] = {}
    return {
        node.id: joined.setdefault(
            (stated[node.id], places[node.id]),
            tuple(dict.fromkeys((*stated[node.id], *places[node.id], *pools))),
        )
        for node in nodes
    }


def _perform_lane(lane: Draft, pools: Performers) -> Performers:
    """The performer a lane stands for.

    Four lanes in ten have no name, mostly the only one of their pool: the named lane around it
    counts then, else the pool.
    """
    at: Draft | None = lane
    while at is not None and at.kind.group == "lane":
        if at.name:
            return (Performer("lane", at.name, "lane", at.ref),)
        at = at.parent
    return pools or (Performer("lane", "", "lane", lane.ref),)


def _inherit(
    node: Draft,
    stated: dict[str, Performers],
    places: dict[str, Performers],
    shared: dict[tuple[Performers, PerformerSource], Performers],
    inventory: Inventory,
) -> Performers:
    if node.type == "boundaryEvent":
        host = inventory.directory.find(
            node.element.get("attachedToRef"), ("node",), near=node.owner
        )
        place = places.get(host.id, ()) if host is not None else ()
        if place:
            return _share(place, "host", shared)
    around = node.parent
    if around is None or around.kind.group != "node":
        return ()
    return _share(stated[around.id] or places[around.id], "sub-process", shared)


def _share(
    performers: Performers,
    source: PerformerSource,
    shared: dict[tuple[Performers, PerformerSource], Performers],
) -> Performers:
    """The same performers, known in another way; those of the pool stay what they are."""
    found = shared.get((performers, source))
    if found is None:
        found = tuple(p if p.kind == "pool" else replace(p, source=source) for p in performers)
        shared[performers, source] = found
    return found
