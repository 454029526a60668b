"""Rectangles on shelves, so that the whole has about the shape of a sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.maps.layout.geometry import Point

__all__ = ["pack"]

_ASPECT: Final = 1.5


def pack(
    sizes: Sequence[tuple[float, float]], *, gap: float, least: float
) -> tuple[list[Point], float, float]:
    """Set rectangles on shelves, the highest first.

    Args:
        sizes: width and height of each.
        gap: how far apart they stand.
        least: width that may be used in any case.

    Returns:
        The upper left corner of each, and width and height of them all.

    Examples:
        >>> pack([(60.0, 10.0), (30.0, 20.0), (60.0, 10.0)], gap=10.0, least=100.0)
        ([(40.0, 0.0), (0.0, 0.0), (0.0, 30.0)], 100.0, 40.0)
    """
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    room = max([least, math.sqrt(area * _ASPECT), *(width for width, _ in sizes)])
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    shelves: list[_Shelf] = []
    # The highest first: what comes later fits beside it, and below what stands beside it.
    for index in sorted(range(len(sizes)), key=lambda i: (-sizes[i][1], i)):
        size = sizes[index]
        spots = (shelf.find(size, gap, room) for shelf in shelves)
        spot = next((spot for spot in spots if spot is not None), None)
        if spot is None:
            top = shelves[-1].top + shelves[-1].height + gap if shelves else 0.0
            shelves.append(_Shelf(top, size[1], [[0.0, *size]]))
            spot = 0.0, top
        corners[index] = spot
    ends = [(x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    return corners, max((x for x, _ in ends), default=0.0), max((y for _, y in ends), default=0.0)


@dataclass
class _Shelf:
    """A shelf with columns: left side, width and how far down each is full."""

    top: float
    height: float
    columns: list[list[float]]

    def find(self, size: tuple[float, float], gap: float, room: float) -> Point | None:
        """Where a rectangle stands on it, if there is room: under another, else beside them."""
        width, height = size
        for column in self.columns:
            left, across, full = column
            if width <= across and full + gap + height <= self.height:
                column[2] += gap + height
                return left, self.top + full + gap
        left = sum(across + gap for _, across, _ in self.columns)
        if left + width > room:
            return None
        self.columns.append([left, width, height])
        return left, self.top
