"""Flows in pieces: what of a flow is drawn on which strip."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from procmap.maps.layout.geometry import Point

__all__ = ["Piece", "clip_to_strip", "find_strip", "split_flow"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a flow is drawn on one strip.

    Args:
        flow: index of the flow.
        strip: index of the strip.
        corners: its line, in the coordinates of the uncut map.
        goes_on: on which side it goes on elsewhere: 1 right, -1 left, 0 where it arrives.
        comes_from: on which side it comes from elsewhere; 0 where it begins.
        other: the strip on which it goes on, or from which it comes; its own where it is whole.
    """

    flow: int
    strip: int
    corners: tuple[Point, ...]
    goes_on: int = 0
    comes_from: int = 0
    other: int = 0

    @property
    def is_cut(self) -> bool:
        """The flow is drawn on two strips."""
        return bool(self.goes_on or self.comes_from)


def find_strip(x: float, cuts: Sequence[float]) -> int:
    """The strip that a place lies on.

    Examples:
        >>> [find_strip(x, [100, 200]) for x in (0, 150, 250)]
        [0, 1, 2]
    """
    return bisect_right(cuts, x)


def split_flow(flow: int, corners: Sequence[Point], cuts: Sequence[float]) -> list[Piece]:
    """Split a flow that begins on one strip and ends on another in two.

    What lies between is left out: the same letter stands where the line leaves and where it
    arrives, and nobody has to follow it over a strip where nothing happens to it.

    Args:
        flow: index of the flow.
        corners: its line.
        cuts: where the map is cut.

    Examples:
        >>> [piece.corners for piece in split_flow(0, [(0, 5), (90, 5)], [20, 70])]
        [((0, 5), (20, 5.0)), ((70, 5.0), (90, 5))]
    """
    start, end = find_strip(corners[0][0], cuts), find_strip(corners[-1][0], cuts)
    if start == end:
        return [Piece(flow, start, tuple(corners), other=start)]
    side = 1 if end > start else -1
    leaves = cuts[start] if side > 0 else cuts[start - 1]
    arrives = cuts[end - 1] if side > 0 else cuts[end]
    head = _cut_after(corners, leaves)
    tail = _cut_after(corners[::-1], arrives)[::-1]
    return [
        Piece(flow, start, tuple(head), goes_on=side, other=end),
        Piece(flow, end, tuple(tail), comes_from=-side, other=start),
    ]


def _cut_after(corners: Sequence[Point], x: float) -> list[Point]:
    """A line up to where it first reaches x."""
    kept = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        if min(x0, x1) <= x <= max(x0, x1) and x0 != x1:
            kept.append((x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)))
            return kept
        kept.append((x1, y1))
    return kept


def clip_to_strip(corners: Sequence[Point], left: float, right: float) -> list[Point]:
    """A line kept between two sides: where it went further, it runs along the side.

    Examples:
        >>> clip_to_strip([(0, 0), (30, 0), (30, 9), (0, 9)], -5, 20)
        [(0, 0), (20, 0), (20, 9), (0, 9)]
    """
    kept: list[Point] = []
    for x, y in corners:
        point = (min(max(x, left), right), y)
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return kept


def _is_straight(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])
