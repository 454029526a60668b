"""Lanes, and which of them counts for a node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text
from procmap.bpmn.trusted import trust
from procmap.model import Lane
from procmap.source import ElementRef

__all__ = ["Placement", "build_lanes", "find_placement"]


_build: Final = trust(Lane)


@dataclass(frozen=True, slots=True)
class Placement:
    """Which lanes count for the nodes of one process.

    Args:
        lanes: the lanes that list a node and have no lane inside them that lists it too, by node
            id, in file order; usually one.
        leaves: ids of the lanes without lanes inside them.
        leaf_of: the first of its lanes that is one of these, by node id.
    """

    lanes: Mapping[str, tuple[Draft, ...]]
    leaves: frozenset[str]
    leaf_of: Mapping[str, ElementRef]


_NOWHERE: Final = Placement({}, frozenset(), {})


def find_placement(process: Draft, inventory: Inventory) -> Placement:
    """Find which lane counts for each node of a process.

    The innermost lane counts: parents often repeat what their children list. Lanes of the nearest
    sub-process go before those around it. A node in two lanes that do not nest is reported.
    """
    lanes = process.within("lane")
    if not lanes:
        return _NOWHERE
    parents = {lane.parent for lane in lanes}
    listed: dict[Draft, list[Draft]] = {}
    for lane in lanes:
        for node in _find_listed(lane, inventory):
            listed.setdefault(node, []).append(lane)
    found: dict[str, tuple[Draft, ...]] = {}
    for node, candidates in listed.items():
        innermost = candidates if len(candidates) == 1 else _find_innermost(candidates)
        found[node.id] = tuple(innermost)
        if len(innermost) > 1:
            names = ", ".join(lane.name or lane.id for lane in innermost)
            inventory.notes.about(node, "BPM207", lanes=names)
    leaves = frozenset(lane.id for lane in lanes if lane not in parents)
    leaf_of = {
        node: lane.ref for node, its in found.items() for lane in reversed(its) if lane.id in leaves
    }
    return Placement(found, leaves, leaf_of)


def build_lanes(process: Draft, placement: Placement, inventory: Inventory) -> tuple[Lane, ...]:
    """Build the lanes of a process, parents before children."""
    lanes = process.within("lane")
    if not lanes:
        return ()
    nodes: dict[str, list[Draft]] = {}
    for node in process.within("node"):
        for lane in placement.lanes.get(node.id, ()):
            nodes.setdefault(lane.id, []).append(node)
    return tuple(
        _build(
            ref=lane.ref,
            name=lane.name,
            documentation=lane.text,
            line=lane.line,
            attributes=lane.rest(),
            kept=inventory.seal(lane.kept),
            process=process.ref,
            parent=_parent_lane(lane),
            nodes=tuple(node.ref for node in nodes.get(lane.id, ())),
        )
        for lane in lanes
    )


def _find_listed(lane: Draft, inventory: Inventory) -> list[Draft]:
    found: dict[Draft, None] = {}
    for part in lane.parts:
        reference = find_text(part)
        node = inventory.directory.find(reference, ("node",), near=lane.owner)
        if node is not None and node.owner is lane.owner:
            found[node] = None
        elif reference:
            name = lane.name or lane.id
            inventory.notes.about(lane, "BPM202", reference, lane=name, reference=reference)
    return list(found)


def _find_innermost(lanes: list[Draft]) -> list[Draft]:
    homes = {lane: _depth_of_home(lane) for lane in lanes}
    deepest = max(homes.values())
    nearest = [lane for lane in lanes if homes[lane] == deepest]
    around = {up for lane in nearest for up in _lines(lane)}
    return [lane for lane in nearest if lane not in around]


def _lines(lane: Draft) -> list[Draft]:
    """The lanes around a lane."""
    found: list[Draft] = []
    at = lane.parent
    while at is not None and at.kind.group == "lane":
        found.append(at)
        at = at.parent
    return found


def _depth_of_home(lane: Draft) -> int:
    """How many elements the process or sub-process of a lane stands in."""
    at, depth = lane.parent, 0
    while at is not None:
        depth += at.kind.group != "lane"
        at = at.parent
    return depth


def _parent_lane(lane: Draft) -> ElementRef | None:
    parent = lane.parent
    return parent.ref if parent is not None and parent.kind.group == "lane" else None
