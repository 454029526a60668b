"""Who performs each node, the strongest source first, and how procmap knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from procmap.bpmn.drafts import Draft
from procmap.bpmn.drawing import Drawing
from procmap.bpmn.geometry import build_lane_pages, find_lane
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.lanes import Placement
from procmap.bpmn.limits import BeyondLimitsError
from procmap.bpmn.resource_roles import find_stated_performers
from procmap.model import Performer, PerformerSource

__all__ = ["find_performers"]

Performers = tuple[Performer, ...]
Shared = dict[tuple[int, PerformerSource], tuple[Performers, Performers]]


def find_performers(
    process: Draft,
    *,
    pools: Performers,
    placement: Placement,
    drawing: Drawing,
    inventory: Inventory,
) -> dict[str, Performers]:
    """Find who performs the nodes of a process, by node id.

    In order: resource roles and assignments of the node; its place (the lane that lists it, else
    the lane of the host it is attached to, else who performs the sub-process around it and the
    lane of that, else the lane it is drawn in); the pool. Equal values are one object: big files
    have few of them.

    Args:
        process: the process.
        pools: its white-box pools as performers.
        placement: which lanes count.
        drawing: the diagram pages of the document.
        inventory: the document.

    Raises:
        BeyondLimitsError: there are more of them than the limits allow.
    """
    nodes = process.within("node")
    lanes = {lane.id: lane for lane in process.within("lane")}
    by_lane = {key: _perform_lane(lane, pools) for key, lane in lanes.items()}
    pages = None
    shared: Shared = {}
    inherited: dict[str, Performers] = {}
    meter = inventory.meter
    stated = {
        node.id: performers
        for node in nodes
        # Most nodes say nothing of themselves.
        if node.kept or node.attributes or node.type == "startEvent"
        if (performers := find_stated_performers(node, inventory))
    }
    if not lanes and not stated:
        return dict.fromkeys([node.id for node in nodes], pools)
    places: dict[str, Performers] = {}
    # A node follows the sub-process around it in file order; a host may come after what is
    # attached to it, so that boundary events go last.
    attached = [node for node in nodes if node.type == "boundaryEvent"]
    others = [node for node in nodes if node.type != "boundaryEvent"] if attached else nodes
    for node in (*others, *attached):
        if not lanes and node.parent is process:
            continue
        listed = placement.lanes.get(node.id)
        if listed is not None:
            places[node.id] = _join(tuple(by_lane[lane.id] for lane in listed))
            continue
        found = _inherit(node, stated, places, shared, inherited, inventory)
        if not found and lanes:
            try:
                if pages is None:
                    pages = build_lane_pages(drawing.find_places(), placement.leaves, meter)
                drawn_in = find_lane(node.id, pages, meter)
            except BeyondLimitsError as error:
                # The drawing is a help: without it the file says less, and is no worse.
                inventory.notes.about(process, "BPM211", problem=error.problem)
                pages, drawn_in = [], None
            if drawn_in is not None:
                found = _share(by_lane[drawn_in], "geometry", shared)
        places[node.id] = found
    return _join_all(nodes, stated, places, pools, inventory)


def _join_all(
    nodes: Sequence[Draft],
    stated: dict[str, Performers],
    places: dict[str, Performers],
    pools: Performers,
    inventory: Inventory,
) -> dict[str, Performers]:
    found: dict[str, Performers] = {}
    # By identity: equal values are one object nearly always, and long ones take long to hash.
    joined: dict[tuple[int, int], Performers] = {}
    for node in nodes:
        own, place = stated.get(node.id, ()), places.get(node.id, ())
        if not own and not place:
            found[node.id] = pools
            continue
        key = id(own), id(place)
        together = joined.get(key)
        if together is None:
            inventory.meter.add_performers(len(own) + len(place) + len(pools))
            together = joined[key] = tuple(dict.fromkeys((*own, *place, *pools)))
        found[node.id] = together
    return found


def _join(several: tuple[Performers, ...]) -> Performers:
    """The performers of several lanes; unnamed lanes of one pool share theirs."""
    if len(several) == 1:
        return several[0]
    different = {id(performers): performers for performers in several}
    return tuple(performer for performers in different.values() for performer in performers)


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
    shared: Shared,
    inherited: dict[str, Performers],
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
    own, place = stated.get(around.id, ()), places.get(around.id, ())
    if own and place:
        # What a sub-process says does not take its content out of the lane.
        joined = inherited.get(around.id)
        if joined is None:
            joined = inherited[around.id] = tuple(dict.fromkeys((*own, *place)))
        return _share(joined, "sub-process", shared)
    return _share(own or place, "sub-process", shared)


def _share(
    performers: Performers,
    source: PerformerSource,
    shared: Shared,
) -> Performers:
    """The same performers, known in another way; those of the pool stay what they are."""
    # By identity, with the performers themselves, so that they stay what the identity stands for.
    key = id(performers), source
    known = shared.get(key)
    if known is None:
        found = tuple(p if p.kind == "pool" else replace(p, source=source) for p in performers)
        known = shared[key] = performers, found
    return known[1]
