"""Which flows run where on the grid, so that no two unrelated ones share a track."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

__all__ = ["ACROSS", "BEND", "DOWN", "Traffic", "find_direction"]

# How a flow uses a point: it passes across, passes down, or bends (or begins, or ends) there.
ACROSS: Final = 0
DOWN: Final = 1
BEND: Final = 2


def find_direction(start: int, end: int) -> int:
    """0 right, 1 down, 2 left, 3 up, for two neighbouring points."""
    step = end - start
    if step in {1, -1}:
        return 0 if step == 1 else 2
    return 1 if step > 0 else 3


class Traffic:
    """The flows that run over each stretch and each point of a grid.

    Attributes:
        stretches: (flow, direction) by stretch; a stretch is twice the lower of its two points,
            plus 1 where it runs down.
        points: (flow, use) by point.
    """

    def __init__(self) -> None:
        self.stretches: dict[int, list[tuple[int, int]]] = {}
        self.points: dict[int, list[tuple[int, int]]] = {}

    def add(self, flow: int, path: Sequence[int]) -> None:
        """Enter a flow's path."""
        for stretch, direction in _find_stretches(path):
            self.stretches.setdefault(stretch, []).append((flow, direction))
        for point, use in _find_uses(path):
            self.points.setdefault(point, []).append((flow, use))

    def remove(self, flow: int, path: Sequence[int]) -> None:
        """Take a flow's path out again."""
        for stretch, direction in _find_stretches(path):
            self.stretches[stretch].remove((flow, direction))
            if not self.stretches[stretch]:
                del self.stretches[stretch]
        for point, use in _find_uses(path):
            self.points[point].remove((flow, use))
            if not self.points[point]:
                del self.points[point]

    def count_crossings(self) -> int:
        """How many times two flows cross, over all points."""
        found = 0
        for passing in self.points.values():
            across = len({flow for flow, use in passing if use == ACROSS})
            found += across * len({flow for flow, use in passing if use == DOWN})
        return found


def _find_stretches(path: Sequence[int]) -> list[tuple[int, int]]:
    found = []
    for start, end in pairwise(path):
        direction = find_direction(start, end)
        found.append((min(start, end) * 2 + (direction & 1), direction))
    return found


def _find_uses(path: Sequence[int]) -> list[tuple[int, int]]:
    found = [(path[0], BEND), (path[-1], BEND)]
    for before, at, after in zip(path, path[1:], path[2:], strict=False):
        first, second = find_direction(before, at), find_direction(at, after)
        found.append((at, BEND if first != second else first & 1))
    return found
