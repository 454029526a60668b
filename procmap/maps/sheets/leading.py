"""Where connectors stand at the sides of a strip, and how lines are led to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.sheets.connectors import CONNECTOR_RADIUS, Connector, spread
from procmap.maps.sheets.pieces import Piece

__all__ = ["lead_lines"]

# Where a connector stands, from the side of its strip.
_FROM_SIDE: Final = 22.0
# What it needs above its centre, and below it with its words.
_ABOVE: Final = 12.0
_BELOW: Final = 24.0
_APART: Final = _ABOVE + _BELOW


def lead_lines(
    lines: Mapping[int, Sequence[Point]],
    pieces: Mapping[int, Piece],
    *,
    lanes: Sequence[Rect],
    frames: Sequence[Rect],
    width: float,
) -> tuple[dict[int, Sequence[Point]], list[Connector]]:
    """Place the connectors of a strip, and lead the lines that are cut to them.

    Args:
        lines: the line of each flow.
        pieces: what of each flow that is.
        lanes: bodies of the lanes.
        frames: frames of sub-processes and groups.
        width: of the strip.

    Returns:
        The lines, and the connectors.
    """
    led, found = dict(lines), list[Connector]()
    top = min((lane.y for lane in lanes), default=0.0) + _ABOVE
    bottom = max((lane.bottom for lane in lanes), default=0.0) - _BELOW
    for side in (-1, 1):
        cut = [box for box in frames if (box.x <= 0 if side < 0 else box.right >= width)]
        borders = sorted(y for box in (*lanes, *cut) for y in (box.y, box.bottom))
        ends = []
        for i, piece in pieces.items():
            if side in (piece.goes_on, piece.comes_from):
                y = lines[i][-1 if piece.goes_on == side else 0][1]
                ends.append((_keep_clear(y, borders), y, i))
        ends.sort()
        apart = min(_APART, (bottom - top) / max(1, len(ends) - 1))
        places = spread([wanted for wanted, _, _ in ends], apart=apart, low=top, high=bottom)
        x = _FROM_SIDE if side < 0 else width - _FROM_SIDE
        touch = x - side * CONNECTOR_RADIUS
        for (_, y, i), wanted in zip(ends, places, strict=True):
            outward = pieces[i].goes_on == side
            centre = y if abs(wanted - y) < 0.5 else wanted
            lead = [(touch, centre)]
            if centre != y:
                lead.append((touch - side * 5, centre))
            led[i] = [*lines[i], *lead[::-1]] if outward else [*lead, *lines[i]]
            captioned = len(ends) == 1 or apart > _APART - 1
            found.append(Connector(i, x, centre, outward, pieces[i].other, captioned))
    return led, found


def _keep_clear(y: float, borders: Sequence[float]) -> float:
    """A connector and the words below it stand between two borders, where there is room."""
    i = bisect_right(borders, y)
    if not 0 < i < len(borders) or borders[i] - borders[i - 1] < _APART:
        return y
    return min(max(y, borders[i - 1] + _ABOVE), borders[i] - _BELOW)
