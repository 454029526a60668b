"""Which strip the number of a crossing point stands on: one of them, on its flow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import hypot

from procmap.maps.layout.geometry import Point, Spot
from procmap.maps.sheets.pieces import Piece, find_strip

__all__ = ["assign_numbers"]


def assign_numbers(
    spots: Sequence[Spot], pieces: Sequence[Piece], cuts: Sequence[float]
) -> Mapping[int, Sequence[Spot]]:
    """The numbers on each strip, each where it stood if its flow is drawn there.

    Args:
        spots: where numbers stand on the uncut map.
        pieces: what of the flows is drawn.
        cuts: where the map is cut.
    """
    by_flow: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_flow.setdefault(piece.flow, []).append(piece)
    found: dict[int, list[Spot]] = {}
    for spot in spots:
        here, drawn = find_strip(spot.centre[0], cuts), by_flow[spot.flow]
        kept = [p for p in drawn if p.strip == here and _lies_on(spot.centre, p.corners)]
        if kept:
            found.setdefault(here, []).append(spot)
        else:
            # It stood where the flow is left out; work is taken over where the flow arrives.
            middle = _find_middle(drawn[-1].corners)
            found.setdefault(drawn[-1].strip, []).append(replace(spot, centre=middle))
    return found


def _lies_on(point: Point, corners: Sequence[Point]) -> bool:
    return any(_measure_distance(point, start, end) < 1.0 for start, end in pairwise(corners))


def _measure_distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch of a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0
    if length:
        share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
        share = min(max(share, 0.0), 1.0)
    return hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def _find_middle(corners: Sequence[Point]) -> Point:
    """The middle of the longest stretch."""
    (x0, y0), (x1, y1) = max(
        pairwise(corners), key=lambda run: hypot(run[1][0] - run[0][0], run[1][1] - run[0][1])
    )
    return (x0 + x1) / 2, (y0 + y1) / 2
