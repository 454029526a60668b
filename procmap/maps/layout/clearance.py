"""What stands in the way of words: shapes, other words, and lines; found by neighbourhood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.layout.geometry import Point, Rect

__all__ = ["Clearance"]

_CELL: Final = 96.0


@dataclass
class Clearance:
    """Rectangles and line segments, filed by the squares of a coarse grid that they touch.

    Attributes:
        rects: (rectangle, owner) by square.
        lines: (bounding rectangle of a segment, flow) by square.
    """

    rects: dict[tuple[int, int], list[tuple[Rect, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    lines: dict[tuple[int, int], list[tuple[Rect, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add_rect(self, rect: Rect, owner: int = -1) -> None:
        """File a shape or words."""
        for square in _squares(rect):
            self.rects[square].append((rect, owner))

    def add_line(self, start: Point, end: Point, *, flow: int) -> None:
        """File a straight piece of a flow, or of a border where `flow` is negative."""
        x, y = min(start[0], end[0]), min(start[1], end[1])
        segment = Rect(x, y, abs(end[0] - start[0]), abs(end[1] - start[1])).grown(0.5)
        for square in _squares(segment):
            self.lines[square].append((segment, flow))

    def count_clashes(
        self, rect: Rect, *, owner: int = -2, flow: int = -2, borders: bool = True
    ) -> tuple[int, int]:
        """How many shapes or words, and how many lines, a rectangle would stand on.

        Args:
            rect: the rectangle.
            owner: a shape that does not count.
            flow: a flow that does not count.
            borders: whether borders of lanes and frames count.
        """
        shapes = {
            (other, whose)
            for square in _squares(rect)
            for other, whose in self.rects.get(square, ())
            if whose != owner and other.overlaps(rect)
        }
        lines = {
            (other, whose)
            for square in _squares(rect)
            for other, whose in self.lines.get(square, ())
            if whose != flow and (borders or whose >= 0) and other.overlaps(rect)
        }
        return len(shapes), len(lines)


def _squares(rect: Rect) -> Iterator[tuple[int, int]]:
    for i in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for j in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield i, j
