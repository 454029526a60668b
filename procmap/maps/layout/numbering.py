"""Where the numbers of crossing points stand: on the flow, where it crosses the lane border."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.geometry import Point, Rect, Spot
from procmap.maps.scene import Scene

__all__ = ["NUMBER_RADIUS", "place_numbers"]

NUMBER_RADIUS: Final = 10.0
# An arrow head, or a corner, wants so much of the line for itself.
_END: Final = 22.0


def place_numbers(
    scene: Scene,
    flows: dict[int, list[Point]],
    *,
    lanes: Sequence[Rect],
    clearance: Clearance,
) -> list[Spot]:
    """Place the numbers of all crossing points, and file them as standing in the way.

    Args:
        scene: what is drawn.
        flows: corners of each flow.
        lanes: bodies of the lanes.
        clearance: what stands in the way already.
    """
    borders = sorted({lane.y for lane in lanes} | {lane.bottom for lane in lanes})
    spots = []
    for flow in scene.flows:
        for which in range(len(flow.marks)):
            candidates = _find_candidates(flows[flow.index], borders)
            best = min(
                range(len(candidates)),
                key=lambda i: (_count(clearance, candidates[i], flow.index), i),
            )
            clearance.add_rect(_around(candidates[best]))
            spots.append(Spot(flow.index, which, candidates[best]))
    return spots


def _around(centre: Point) -> Rect:
    return Rect(centre[0], centre[1], 0, 0).grown(NUMBER_RADIUS + 1)


def _count(clearance: Clearance, centre: Point, flow: int) -> int:
    shapes, lines = clearance.count_clashes(_around(centre), flow=flow, borders=False)
    return 3 * shapes + lines


def _find_candidates(corners: Sequence[Point], borders: Sequence[float]) -> list[Point]:
    """Places for a number: on lane borders, the receiver's first; then along the longest runs."""
    found: list[Point] = []
    for start, end in reversed(list(pairwise(corners))):
        low, high = min(start[1], end[1]), max(start[1], end[1])
        crossed = [y for y in borders if low < y < high and start[0] == end[0]]
        if end[1] > start[1]:
            crossed.reverse()
        found += [(start[0], y) for y in crossed]
    for start, end in sorted(pairwise(corners), key=lambda run: -_length(*run)):
        length = _length(start, end)
        if length < 2 * NUMBER_RADIUS + 4 and found:
            continue
        shares = [0.5, 0.35, 0.65, 0.2, 0.8]
        if length > 2 * _END:
            shares += [_END / length, 1 - _END / length]
        found += [
            (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            for share in shares
        ]
    return found


def _length(start: Point, end: Point) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])
