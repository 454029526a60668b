"""The arrows of a circle: as wide as there are hand-offs, in a style for each governance."""

from __future__ import annotations

import math
from typing import Final

from procmap.maps.layout.geometry import Point
from procmap.maps.svg.markup import Value, element, number, polygon
from procmap.maps.theme import Theme
from procmap.model import Governance

__all__ = ["draw_arrow", "draw_sample", "find_line_width"]

_THINNEST: Final = 1.4
_WIDEST: Final = 9.0
# Where no arrow has as many, none is drawn at its widest: two of two are still few.
_LEAST_MOST: Final = 9


def find_line_width(count: int, most: int) -> float:
    """Width of an arrow: that of the thinnest for one hand-off, and more for each further one.

    Examples:
        >>> find_line_width(1, 50), find_line_width(50, 50)
        (1.4, 9.0)
    """
    return _THINNEST + (_WIDEST - _THINNEST) * (count - 1) / (max(most, _LEAST_MOST) - 1)


def draw_arrow(
    start: Point, control: Point, tip: Point, *, width: float, governance: Governance, theme: Theme
) -> str:
    """A curved arrow: the line that carries the data first, then what tells its governance.

    Args:
        start: where it leaves.
        control: what it bends towards.
        tip: where it arrives.
        width: width of the line.
        governance: double line, solid, or dashed.
        theme: colours.
    """
    away = math.hypot(tip[0] - control[0], tip[1] - control[1]) or 1.0
    along = ((tip[0] - control[0]) / away, (tip[1] - control[1]) / away)
    length, half = 8 + 1.1 * width, 3.4 + 0.75 * width
    foot = (tip[0] - along[0] * length, tip[1] - along[1] * length)
    end = (tip[0] - along[0] * length * 0.7, tip[1] - along[1] * length * 0.7)
    across = (-along[1] * half, along[0] * half)
    colour = theme.base if governance == "yes" else theme.handoff
    d = f"M{_at(start)} Q{_at(control)} {_at(end)}"
    wide = max(width, 3.6) if governance == "yes" else width
    look: dict[str, Value] = {
        "class": "procmap-line",
        "d": d,
        "fill": "none",
        "stroke": colour,
        "stroke_width": wide,
        "stroke_dasharray": f"{number(5 + width)} {number(3 + 0.6 * width)}"
        if governance == "undetermined"
        else None,
    }
    parts = [element("path", look)]
    if governance == "yes":
        core: dict[str, Value] = {"stroke": theme.paper, "stroke_width": wide - 2.6}
        parts.append(element("path", {"d": d, "fill": "none", **core}))
    head = [
        tip,
        (foot[0] + across[0], foot[1] + across[1]),
        (foot[0] - across[0], foot[1] - across[1]),
    ]
    parts.append(polygon(head, {"fill": colour, "stroke": theme.paper, "stroke_width": 0.6}))
    return "".join(parts)


def draw_sample(x: float, y: float, *, theme: Theme, governance: Governance) -> str:
    """An arrow for the legend."""
    return draw_arrow(
        (x, y), (x + 22, y), (x + 44, y), width=3.2, governance=governance, theme=theme
    )


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
