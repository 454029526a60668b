"""The layout of a scene: variants are tried, the cheapest is kept, then words find their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from procmap.maps.layout.badging import find_badge_rects
from procmap.maps.layout.beside import place_beside
from procmap.maps.layout.board import Board
from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.coordinates import Skeleton, build_skeleton
from procmap.maps.layout.geometry import Geometry, Rect, Words
from procmap.maps.layout.labelling import place_flow_labels, place_node_labels
from procmap.maps.layout.numbering import place_numbers
from procmap.maps.layout.outlining import find_outline_boxes, place_outline_labels
from procmap.maps.layout.placing import VARIANTS, Placement, place_scene
from procmap.maps.layout.refining import refine_rows
from procmap.maps.layout.room import find_room
from procmap.maps.layout.routing import Routes, route_flows
from procmap.maps.layout.sizes import NodeSize, measure_nodes
from procmap.maps.scene import Scene

__all__ = ["build_layout"]

# How many points searches may look at before no further variant is tried: a count of work, so that
# the picture is the same on a slow machine.
_MOST_WORK: Final = 24_000
# How many placements are routed, of those that were tried.
_MOST_ROUTED: Final = 3
# How many pairs of flows may be compared to refine one of them.
_MOST_REFINING: Final = 40_000
# A placement that follows the file's own drawing may cost a little more: people know their map.
_FAMILIAR: Final = 0.93
# How far before a lane no words may stand.
_BEFORE: Final = 96.0
_CLOSE: Final = 4.0


def build_layout(scene: Scene, *, lane_heights: Sequence[float]) -> tuple[Geometry, list[NodeSize]]:
    """Lay out a scene.

    Args:
        scene: what is drawn.
        lane_heights: how high each lane has to be for its own name.

    Returns:
        Where everything goes, and the sizes with the words inside the shapes.
    """
    sizes = measure_nodes(scene)
    routes = _find_routes(scene.core, sizes)
    if scene.core is not scene:
        placement = place_beside(scene, routes)
        routes = route_flows(scene, placement, sizes=sizes, most_work=_MOST_WORK)
    room = find_room(scene, routes, sizes=sizes)
    skeleton = build_skeleton(scene, routes, sizes=sizes, room=room, lane_heights=lane_heights)
    clearance = _find_clearance(scene, skeleton)
    lanes = skeleton.lanes
    node_labels = place_node_labels(
        scene, skeleton.nodes, sizes=sizes, room=room, clearance=clearance
    )
    outlines = find_outline_boxes(scene, skeleton.nodes, labels=node_labels)
    for boxes in outlines.values():
        for box in boxes:
            _add_frame(clearance, box)
    numbers = place_numbers(scene, skeleton.flows, lanes=lanes, clearance=clearance)
    flow_labels = place_flow_labels(scene, skeleton.flows, lanes=lanes, clearance=clearance)
    outline_labels = place_outline_labels(scene, outlines, clearance=clearance)
    geometry = Geometry(
        skeleton.width,
        skeleton.height,
        skeleton.lanes,
        skeleton.nodes,
        skeleton.flows,
        node_labels,
        flow_labels,
        {i: Words(block, rect, "start") for i, (block, rect) in skeleton.frame_labels.items()},
        numbers,
        outlines,
        outline_labels,
    )
    return geometry, sizes


def _find_routes(scene: Scene, sizes: Sequence[NodeSize]) -> Routes:
    """The cheapest routing of the placements that promise most."""

    def route(candidate: _Candidate) -> tuple[float, Routes]:
        found = route_flows(scene, candidate.placement, sizes=sizes, most_work=_MOST_WORK // 2)
        return found.cost * candidate.weight, found

    first, *others = _find_candidates(scene)
    cost, best = route(first)
    work = best.work
    for candidate in others:
        if work > _MOST_WORK or candidate.promise > cost:
            break
        other_cost, other = route(candidate)
        work += other.work
        if other_cost < cost:
            cost, best = other_cost, other
    return best


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A placement, and what it promises to cost."""

    promise: float
    rank: int
    placement: Placement
    weight: float


def _find_candidates(scene: Scene) -> list[_Candidate]:
    """Different placements: one that follows the file's drawing, then what promises most."""
    found: dict[tuple[object, ...], _Candidate] = {}
    for rank, variant in enumerate(VARIANTS):
        placement = place_scene(scene, variant)
        if placement is not None and (key := _key(placement)) not in found:
            weight = _FAMILIAR if variant.hinted else 1.0
            promise = Board(scene, placement).find_cost() * weight
            found[key] = _Candidate(promise, rank, placement, weight)
    ordered = sorted(found.values(), key=lambda each: (each.promise, each.rank))
    familiar = [each for each in ordered if each.weight != 1.0]
    others = [each for each in ordered if each.weight == 1.0]
    refined = [_refine(scene, each) for each in others[: _MOST_ROUTED - len(familiar)]]
    return [*familiar, *sorted(refined, key=lambda each: (each.promise, each.rank))]


def _refine(scene: Scene, candidate: _Candidate) -> _Candidate:
    better, cost = refine_rows(scene, candidate.placement, most_work=_MOST_REFINING)
    return _Candidate(cost, candidate.rank, better, candidate.weight)


def _key(placement: Placement) -> tuple[object, ...]:
    return placement.column, placement.row


def _find_clearance(scene: Scene, skeleton: Skeleton) -> Clearance:
    clearance = Clearance()
    for node in scene.nodes:
        if node.kind != "group":
            clearance.add_rect(skeleton.nodes[node.index], node.index)
        else:
            _add_frame(clearance, skeleton.nodes[node.index])
    for rect in find_badge_rects(scene, _turn_shapes(scene, skeleton.nodes)):
        clearance.add_rect(_turn(rect) if scene.turned else rect)
    for _, rect in skeleton.frame_labels.values():
        clearance.add_rect(rect)
    for lane in skeleton.lanes:
        # Before a lane its name stands; words may come close to it, but not upon it.
        clearance.add_rect(Rect(lane.x - _BEFORE, lane.y, _BEFORE - _CLOSE, lane.height))
        for y in (lane.y, lane.bottom):
            clearance.add_line((lane.x, y), (lane.right, y), flow=-1)
    for index, corners in skeleton.flows.items():
        for start, end in pairwise(corners):
            clearance.add_line(start, end, flow=index)
    return clearance


def _turn(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _turn_shapes(scene: Scene, shapes: Sequence[Rect]) -> Sequence[Rect]:
    """Shapes as they are seen: badges stand upper right, however the map is turned."""
    return [_turn(shape) for shape in shapes] if scene.turned else shapes


def _add_frame(clearance: Clearance, frame: Rect) -> None:
    corners = [
        (frame.x, frame.y),
        (frame.right, frame.y),
        (frame.right, frame.bottom),
        (frame.x, frame.bottom),
        (frame.x, frame.y),
    ]
    for start, end in pairwise(corners):
        clearance.add_line(start, end, flow=-1)
