"""The circle: parties around it, names beside it, curved arrows across."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.handoffs.lines import draw_arrow, find_line_width
from procmap.maps.handoffs.spacing import spread
from procmap.maps.handoffs.traffic import Cell, Traffic
from procmap.maps.handoffs.wording import describe_cell
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.overview.page import MARGIN, Page
from procmap.maps.svg.markup import Anchor, Value, attribute, element, path, rectangle, text

__all__ = ["Circle"]

_NAME_WIDTH: Final = 190.0
_NAME: Final = 12.0
_REACH: Final = 58.0
_GAP: Final = 8.0
_MOST_COUNTS: Final = 60
_ALONG: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class _Node:
    """A party on the circle."""

    key: str
    angle: float
    centre: Point
    radius: float
    name: Block
    note: Block

    @property
    def height(self) -> float:
        return self.name.height + self.note.height


class Circle:
    """Measures and draws a circle.

    Args:
        traffic: the hand-offs.
        order: the parties, clockwise from the top.
        lang: ``"nb"`` or ``"en"``.
    """

    def __init__(self, traffic: Traffic, order: Sequence[str], lang: str) -> None:
        self.traffic = traffic
        self.lang = lang
        self.radius: float = max(180.0, 9.5 * len(order))
        self.width: float = 2 * (self.radius + _REACH + _NAME_WIDTH)
        busy = {key: traffic.count_out(key) + traffic.count_in(key) for key in order}
        most = max(busy.values(), default=1)
        self.nodes: list[_Node] = [
            self._place(key, i, len(order), busy[key] / most) for i, key in enumerate(order)
        ]

    def _place(self, key: str, index: int, of: int, share: float) -> _Node:
        # Half a step from the top, so that nobody's name stands above the circle.
        angle = 2 * math.pi * (index + 0.5) / of - math.pi / 2
        out, in_ = self.traffic.count_out(key), self.traffic.count_in(key)
        words = [OVERVIEW_WORDS[word].text(self.lang).lower() for word in ("sum out", "sum in")]
        note = f"{words[0]} {out}, {words[1]} {in_}"
        return _Node(
            key=key,
            angle=angle,
            centre=(self.radius * math.cos(angle), self.radius * math.sin(angle)),
            radius=6 + 10 * math.sqrt(share),
            name=wrap(self.traffic.names[key], _NAME_WIDTH * 0.85, size=_NAME, lang=self.lang),
            note=wrap(note, _NAME_WIDTH, size=11, lang=self.lang),
        )

    def draw(self, page: Page) -> None:
        """Append the circle to a page."""
        right = self._find_middles([n for n in self.nodes if math.cos(n.angle) >= 0])
        left = self._find_middles([n for n in self.nodes if math.cos(n.angle) < 0])
        middles = {**right, **left}
        reach = [self.radius + 20.0]
        reach += [abs(middles[node.key]) + node.height / 2 for node in self.nodes]
        middle = MARGIN + page.width / 2, page.y + max(reach) + 6
        boxes = [_around(_move(node.centre, middle), node.radius + 2) for node in self.nodes]
        page.parts += self._draw_cells(page, middle, boxes)
        for node in self.nodes:
            page.parts.append(self._draw_node(page, node, middle, middles[node.key]))
        page.y = middle[1] + max(reach) + 6

    def _find_middles(self, nodes: Sequence[_Node]) -> dict[str, float]:
        """Where the names on one side stand, from top to bottom without touching."""
        ordered = sorted(nodes, key=lambda node: node.centre[1])
        outward = (self.radius + 26) / self.radius
        wanted = [node.centre[1] * outward for node in ordered]
        found = spread(wanted, [node.height + _GAP for node in ordered])
        return {node.key: y for node, y in zip(ordered, found, strict=True)}

    def _draw_node(self, page: Page, node: _Node, middle: Point, name_y: float) -> str:
        x, y = _move(node.centre, middle)
        side = 1 if math.cos(node.angle) >= 0 else -1
        edge = middle[0] + side * (self.radius + _REACH - 6)
        at = middle[1] + name_y
        away = self.radius + 22
        elbow = _move((away * math.cos(node.angle), away * math.sin(node.angle)), middle)
        lead: dict[str, Value] = {
            "d": path([(x, y), elbow, (edge, at)]),
            "fill": "none",
            "stroke": page.theme.border,
            "stroke_width": 0.9,
        }
        dot: dict[str, Value] = {
            "class": "procmap-shape",
            "cx": x,
            "cy": y,
            "r": node.radius,
            "fill": page.theme.header,
            "stroke": page.theme.base,
            "stroke_width": 1.5,
        }
        start = edge + 6 if side > 0 else edge - 6 - _NAME_WIDTH
        align: Anchor = "start" if side > 0 else "end"
        top = at - node.height / 2
        name = Rect(start, top, _NAME_WIDTH, node.name.height)
        note = Rect(start, name.bottom, _NAME_WIDTH, node.note.height)
        return element(
            "g",
            {"class": "procmap-unit", "data-id": node.key},
            [
                element("circle", dot),
                f"<title>{attribute(self.traffic.names[node.key])}</title>",
                element("path", lead),
                # The line to the name runs under the dot.
                element("circle", {**dot, "class": None}),
                text(node.name, name, align=align, fill=page.theme.ink),
                text(node.note, note, align=align, fill=page.theme.faint),
            ],
        )

    def _draw_cells(self, page: Page, middle: Point, taken: list[Rect]) -> list[str]:
        """The arrows, the widest on top, and the counts of the widest."""
        nodes = {node.key: node for node in self.nodes}
        cells = sorted(self.traffic.cells.values(), key=lambda c: (c.count, c.source, c.target))
        most = max(cell.count for cell in cells)
        drawn: list[str] = []
        counts: list[str] = []
        for i, cell in enumerate(cells):
            curve = _find_curve(nodes[cell.source], nodes[cell.target], self.radius)
            start, control, tip = (_move(point, middle) for point in curve)
            arrow = draw_arrow(
                start,
                control,
                tip,
                width=find_line_width(cell.count, most),
                governance=cell.governance,
                theme=page.theme,
            )
            title = (
                f"<title>{attribute(describe_cell(cell, self.traffic.names, self.lang))}</title>"
            )
            drawn.append(element("g", _data_of(cell), [arrow, title]))
            if cell.count > 1 and i >= len(cells) - _MOST_COUNTS:
                counts.append(_write_count(page, cell, (start, control, tip), taken))
        return [*drawn, *reversed(counts)]


def _data_of(cell: Cell) -> dict[str, Value]:
    return {
        "class": "procmap-flow procmap-handoff",
        "data-source": cell.source,
        "data-target": cell.target,
        "data-count": str(cell.count),
        "data-ungoverned": str(cell.ungoverned),
        "data-undetermined": str(cell.undetermined),
        "data-governance": cell.governance,
    }


def _find_curve(source: _Node, target: _Node, radius: float) -> tuple[Point, Point, Point]:
    """Start, control and tip of an arrow; the two ways between two nodes bend apart."""
    if source.key == target.key:
        return _find_loop(source, radius)
    (x1, y1), (x2, y2) = source.centre, target.centre
    apart = math.hypot(x2 - x1, y2 - y1)
    inward = 1 - 0.72 * apart / (2 * radius)
    # Neighbours are close to each other, and their two arrows with them.
    aside = 0.08 + 0.16 * (1 - apart / (2 * radius))
    control = (
        (x1 + x2) / 2 * inward - (y2 - y1) * aside,
        (y1 + y2) / 2 * inward + (x2 - x1) * aside,
    )
    away = math.hypot(x2 - control[0], y2 - control[1]) or 1.0
    back = target.radius + 2
    tip = (x2 - (x2 - control[0]) / away * back, y2 - (y2 - control[1]) / away * back)
    return source.centre, control, tip


def _find_loop(node: _Node, radius: float) -> tuple[Point, Point, Point]:
    turn = 0.5 * (node.radius + 16) / radius
    inner, far = radius - node.radius, radius - 6 * node.radius - 30

    def at(angle: float, away: float) -> Point:
        return away * math.cos(angle), away * math.sin(angle)

    return (
        at(node.angle - turn, inner),
        at(node.angle, far),
        at(node.angle + turn, inner + 2),
    )


def _write_count(
    page: Page, cell: Cell, curve: tuple[Point, Point, Point], taken: list[Rect]
) -> str:
    """How many, on the arrow, where nothing else stands; else nowhere: the title says it too."""
    block = wrap(str(cell.count), 60, size=11, bold=True)
    for along in _ALONG:
        x, y = _find_point(curve, along)
        rect = Rect(x - block.width / 2 - 2, y - 7, block.width + 4, 14)
        if any(rect.overlaps(other) for other in taken):
            continue
        taken.append(rect)
        under = rectangle(rect, {"fill": page.theme.paper, "fill_opacity": 0.88, "rx": 3.0})
        return under + text(block, rect, fill=page.theme.ink, class_="procmap-label")
    return ""


def _find_point(curve: tuple[Point, Point, Point], t: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2) = curve
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2


def _move(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def _around(centre: Point, by: float) -> Rect:
    return Rect(centre[0] - by, centre[1] - by, 2 * by, 2 * by)
