"""What it costs to run over a grid, whatever flows run there."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from procmap.maps.layout.grid import Grid

__all__ = ["BEND_COST", "BORDER_COST", "CROSSING_COST", "JOIN_COST", "Port", "Terrain"]

# In the drawing's units: what a bend, a crossing, joining a line to the same target, and crossing
# a lane border are worth in length.
BEND_COST: Final = 45
CROSSING_COST: Final = 160
JOIN_COST: Final = 70
BORDER_COST: Final = 12


@dataclass(frozen=True, slots=True)
class Port:
    """A point where a flow may leave a node or reach it.

    Args:
        point: the point, on the node's side.
        out: direction away from the node: 0 right, 1 down, 2 left, 3 up.
        cost: what using it is worth in length.
    """

    point: int
    out: int
    cost: int = 0


@dataclass
class Terrain:
    """What steps on a grid cost, whatever flows run there.

    Attributes:
        grid: the grid.
        steps: cost of a step in each direction, by point.
        px: nominal place across, by point.
        py: nominal place down, by point.
        work: how many points searches have looked at so far.
        width: lines across.
    """

    grid: Grid
    steps: list[list[int]] = field(default_factory=list)
    px: list[int] = field(default_factory=list)
    py: list[int] = field(default_factory=list)
    work: int = 0
    width: int = 0

    def __post_init__(self) -> None:
        self.width = self.grid.width
        x, y = self.grid.x, self.grid.y
        borders = {part.first for part in y.parts if part.kind == "border"}
        right = [b - a for a, b in pairwise(x.nominal)] + [0]
        down = [
            b - a + (BORDER_COST if i in borders else 0) + (BORDER_COST if i + 1 in borders else 0)
            for i, (a, b) in enumerate(pairwise(y.nominal))
        ] + [0]
        width, height = len(x), len(y)
        self.steps = [
            right * height,
            [cost for cost in down for _ in range(width)],
            [0, *right[:-1]] * height,
            [cost for cost in [0, *down[:-1]] for _ in range(width)],
        ]
        self.px = x.nominal * height
        self.py = [place for place in y.nominal for _ in range(width)]
