"""The arrows between processes, in a style for each kind."""

from __future__ import annotations

import math
from typing import Final

from procmap.labels.overviews import DEPENDENCY_KINDS
from procmap.maps.dependencies.layout import PlacedArrow
from procmap.maps.dependencies.network import DependencyKind
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block
from procmap.maps.svg.markup import (
    Value,
    attribute,
    element,
    number,
    path,
    polygon,
    rectangle,
    text,
)
from procmap.maps.theme import Theme

__all__ = ["draw_dependency", "draw_sample"]

# As in BPMN: a call is a solid line, a message is dashed and open, data is dotted.
_DASHES: Final[dict[str, str | None]] = {"call": None, "message": "8 4", "data": "1.6 4"}
_PIECES: Final = 2


def draw_dependency(
    arrow: PlacedArrow, *, by: Point, label: Block, title: str, theme: Theme, lang: str
) -> str:
    """An arrow as a group with its one line.

    Args:
        arrow: where it runs.
        by: how far its part of the map is moved.
        label: the words beside it.
        title: what it says in words.
        theme: colours.
        lang: ``"nb"`` or ``"en"``.
    """
    each = arrow.dependency
    points = [(x + by[0], y + by[1]) for x, y in arrow.points]
    tip = (arrow.tip[0] + by[0], arrow.tip[1] + by[1])
    parts = [
        _draw_line(_write_curve(points, tip), points[0], (points[-1], tip), each.kind, theme),
        f"<title>{attribute(title)}</title>",
    ]
    if arrow.label is not None and label.lines:
        x, y = arrow.label[0] + by[0], arrow.label[1] + by[1]
        place = Rect(x - label.width / 2, y - label.height / 2, label.width, label.height)
        # Other arrows may run under it.
        parts.append(rectangle(place, {"fill": theme.paper, "fill_opacity": 0.85}))
        parts.append(text(label, place, fill=theme.ink, class_="procmap-label"))
    return element(
        "g",
        {
            "class": "procmap-flow",
            "data-source": each.source.id,
            "data-source-document": each.source.document,
            "data-target": each.target.id,
            "data-target-document": each.target.document,
            "data-document": each.source.document,
            "data-kind": each.kind,
            "data-count": str(each.count),
            "aria-label": DEPENDENCY_KINDS[each.kind].text(lang),
        },
        parts,
    )


def draw_sample(x: float, y: float, *, theme: Theme, kind: DependencyKind) -> str:
    """An arrow for the legend."""
    line = path([(x, y), (x + 34, y)])
    return _draw_line(line, (x, y), ((x + 34, y), (x + 44, y)), kind, theme)


def _draw_line(
    d: str, start: Point, head: tuple[Point, Point], kind: DependencyKind, theme: Theme
) -> str:
    look: dict[str, Value] = {
        "class": "procmap-line",
        "d": d,
        "fill": "none",
        "stroke": theme.line,
        "stroke_width": 1.6 if kind != "data" else 1.9,
        "stroke_dasharray": _DASHES[kind],
        "stroke_linecap": "round" if kind == "data" else None,
    }
    drawn = [element("path", look)]
    foot, tip = head
    away = math.hypot(tip[0] - foot[0], tip[1] - foot[1])
    along = ((tip[0] - foot[0]) / away, (tip[1] - foot[1]) / away) if away else (1.0, 0.0)
    back = (tip[0] - along[0] * 10, tip[1] - along[1] * 10)
    left = (back[0] - along[1] * 4.6, back[1] + along[0] * 4.6)
    right = (back[0] + along[1] * 4.6, back[1] - along[0] * 4.6)
    outline: dict[str, Value] = {"stroke": theme.line, "stroke_width": 1.3}
    if kind == "data":
        open_: dict[str, Value] = {"d": path([left, tip, right]), "fill": "none", **outline}
        drawn.append(element("path", open_))
    else:
        fill = theme.line if kind == "call" else theme.paper
        drawn.append(polygon([tip, left, right], {"fill": fill, **outline}))
    if kind == "message":
        ring: dict[str, Value] = {"cx": start[0], "cy": start[1], "r": 3.4, "fill": theme.paper}
        drawn.append(element("circle", {**ring, **outline}))
    return "".join(drawn)


def _write_curve(points: list[Point], tip: Point) -> str:
    """Graphviz's cubic curves as quadratic ones, each cubic in a few pieces.

    The two differ by less than the width of the line: a cubic cut in halves bends so little that
    the quadratic with the same tangents lies on it.
    """
    words = [f"M{_at(points[0])}"]
    for i in range(0, len(points) - 3, 3):
        for piece in _split(points[i : i + 4], _PIECES):
            a, b, c, d = piece
            control = (
                (3 * (b[0] + c[0]) - a[0] - d[0]) / 4,
                (3 * (b[1] + c[1]) - a[1] - d[1]) / 4,
            )
            words.append(f"Q{_at(control)} {_at(d)}")
    if len(words) == 1:
        words.append(f"L{_at(tip)}")
    return " ".join(words)


def _split(cubic: list[Point], depth: int) -> list[list[Point]]:
    """A cubic curve halved as many times (de Casteljau)."""
    pieces = [cubic]
    for _ in range(depth):
        halves: list[list[Point]] = []
        for a, b, c, d in pieces:
            ab, bc, cd = _mean(a, b), _mean(b, c), _mean(c, d)
            abc, bcd = _mean(ab, bc), _mean(bc, cd)
            middle = _mean(abc, bcd)
            halves += [[a, ab, abc, middle], [middle, bcd, cd, d]]
        pieces = halves
    return pieces


def _mean(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
