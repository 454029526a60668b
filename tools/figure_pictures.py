"""Draws the small pictures on the pages of figures: lanes and arrows, or units in a circle."""

from __future__ import annotations

import math
from html import escape

from figure_examples import EXAMPLES, Example

__all__ = ["draw_picture"]

_COLUMN, _LANE, _LEFT = 92, 64, 84
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
    'font-family="Arial, Helvetica, sans-serif" font-size="13" role="img">\n'
    "<title>{title}</title>\n"
    '<rect width="{w}" height="{h}" fill="#ffffff"/>\n'
    '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
    'markerUnits="userSpaceOnUse" '
    'orient="auto"><path d="M 0 0 L 8 4 L 0 8 Z" fill="#333333"/></marker></defs>\n'
)
_CROSSING, _PLAIN = "#c24a00", "#555555"


def draw_picture(name: str) -> str:
    """The picture of a figure, as SVG."""
    example = EXAMPLES[name]
    return _draw_network(example, name) if example.is_network else _draw_process(example, name)


def _columns(example: Example) -> dict[str, int]:
    """How far from the start each node lies; arrows that lead back are passed over."""
    order = list(example.lanes())
    column = dict.fromkeys(order, 0)
    for _ in order:
        for a, b, _count in example.arrows():
            if order.index(a) < order.index(b) or _is_join(example, b):
                column[b] = max(column[b], column[a] + 1)
    return column


def _is_join(example: Example, name: str) -> bool:
    """A node that nothing leads on from to where it is reached: safe to push to the right."""
    ahead = {b for a, b, _ in example.arrows() if a == name}
    seen = set(ahead)
    while ahead:
        ahead = {b for a, b, _ in example.arrows() if a in ahead} - seen
        seen |= ahead
    return name not in seen


def _draw_process(example: Example, name: str) -> str:
    lanes = example.lanes()
    rows = list(dict.fromkeys(lane for lane in lanes.values() if lane)) or [""]
    if "" in lanes.values() and "" not in rows:
        rows.append("")
    column = _columns(example)
    used: dict[tuple[int, str], int] = {}
    place: dict[str, tuple[int, int]] = {}
    heights = dict.fromkeys(rows, 1)
    for node, lane in lanes.items():
        slot = used.get((column[node], lane), 0)
        used[column[node], lane] = slot + 1
        heights[lane] = max(heights[lane], slot + 1)
        place[node] = (column[node], slot)
    tops: dict[str, int] = {}
    top = 4
    for row in rows:
        tops[row] = top
        top += heights[row] * _LANE
    width = _LEFT + (max(column.values()) + 1) * _COLUMN + 8
    height = top + 26
    at = {
        node: (
            _LEFT + place[node][0] * _COLUMN + _COLUMN // 2,
            tops[lane] + place[node][1] * _LANE + _LANE // 2,
        )
        for node, lane in lanes.items()
    }
    parts = [_HEAD.format(w=width, h=height, title=escape(name))]
    parts += [
        f'<rect x="4" y="{tops[row]}" width="{width - 8}" height="{heights[row] * _LANE}" '
        f'fill="#f6f8fa" stroke="#8a97a5"/>\n'
        f'<text x="12" y="{tops[row] + heights[row] * _LANE // 2 + 5}">'
        f"{escape(row or '(no lane)')}</text>\n"
        for row in rows
    ]
    for a, b, _count in example.arrows():
        known = bool(lanes[a]) and bool(lanes[b])
        kind = "undecided" if not known else "crossing" if lanes[a] != lanes[b] else "plain"
        parts.append(_arrow((a, *at[a]), (b, *at[b]), kind=kind, bottom=top + 14))
        share = example.shares.get(f"{a}>{b}")
        if share is not None:
            x, y = (at[a][0] + at[b][0]) // 2, (at[a][1] + at[b][1]) // 2
            if at[b][0] <= at[a][0]:
                y = top + 10
            parts.append(f'<text x="{x + 4}" y="{y - 4}" font-size="11">{share:g}</text>\n')
    parts += [_message(at[a], at[b]) for a, b in example.messages]
    parts += [_node(example, node, *at[node]) for node in lanes]
    return "".join(parts) + "</svg>\n"


_STYLES = {
    "crossing": f'stroke="{_CROSSING}" stroke-width="2.4"',
    "plain": f'stroke="{_PLAIN}" stroke-width="1.4"',
    "undecided": f'stroke="{_PLAIN}" stroke-width="1.4" stroke-dasharray="3 3"',
}
_HALF = {"S": 14, "E": 15, "X": 20, "P": 20}


def _arrow(
    start: tuple[str, int, int], end: tuple[str, int, int], *, kind: str, bottom: int
) -> str:
    (a, x1, y1), (b, x2, y2) = start, end
    if x2 > x1:
        path = f"M {x1 + _HALF.get(a[0], 32)} {y1} L {x2 - _HALF.get(b[0], 32) - 2} {y2}"
    else:
        path = f"M {x1} {y1 + 18} L {x1} {bottom} L {x2} {bottom} L {x2} {y2 + 20}"
    return f'<path d="{path}" fill="none" {_STYLES[kind]} marker-end="url(#a)"/>\n'


def _message(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    return (
        f'<path d="M {x1} {y1 + 18} L {x2} {y2 - 20}" fill="none" stroke="{_CROSSING}" '
        'stroke-width="2.4" stroke-dasharray="6 4" marker-end="url(#a)"/>\n'
    )


def _node(example: Example, name: str, x: int, y: int) -> str:
    if name[0] in "SE":
        weight = 3 if name[0] == "E" else 1.4
        return (
            f'<circle cx="{x}" cy="{y}" r="13" fill="#ffffff" stroke="#333333" '
            f'stroke-width="{weight}"/>\n'
        )
    if name[0] in "XP":
        sign = "×" if name[0] == "X" else "+"
        return (
            f'<path d="M {x - 19} {y} L {x} {y - 19} L {x + 19} {y} L {x} {y + 19} Z" '
            f'fill="#ffffff" stroke="#333333"/>\n'
            f'<text x="{x}" y="{y + 6}" text-anchor="middle" font-size="18">{sign}</text>\n'
        )
    label = f"{name} {example.persons[name]}" if name in example.persons else name
    facts = example.facts.get(name)
    if facts is not None:
        label += " IT" if facts.support.value else " by hand"
    return (
        f'<rect x="{x - 32}" y="{y - 18}" width="64" height="36" rx="6" fill="#ffffff" '
        f'stroke="#333333"/>\n<text x="{x}" y="{y + 5}" text-anchor="middle" font-size="12">'
        f"{escape(label)}</text>\n"
    )


def _draw_network(example: Example, name: str) -> str:
    units = sorted({unit for a, b, _ in example.arrows() for unit in (a, b)})
    width, height, radius = 340, 250, 90
    fills = {"A": "#dbe9f6", "B": "#fde7c8", "C": "#dff0d8"}
    at = {}
    for index, unit in enumerate(units):
        angle = 2 * math.pi * index / len(units) - math.pi / 2
        at[unit] = (
            round(width / 2 + 1.3 * radius * math.cos(angle)),
            round(height / 2 + radius * math.sin(angle)),
        )
    parts = [_HEAD.format(w=width, h=height, title=escape(name))]
    for a, b, count in example.arrows():
        (x1, y1), (x2, y2) = at[a], at[b]
        length = math.hypot(x2 - x1, y2 - y1)
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        # A little to the right of the straight line, so that both directions show.
        sx, sy = -dy * 7, dx * 7
        start = (round(x1 + dx * 24 + sx), round(y1 + dy * 24 + sy))
        end = (round(x2 - dx * 26 + sx), round(y2 - dy * 26 + sy))
        colour = _CROSSING if a[0] != b[0] else _PLAIN
        parts.append(
            f'<path d="M {start[0]} {start[1]} L {end[0]} {end[1]}" fill="none" '
            f'stroke="{colour}" stroke-width="{1 + count / 2}" marker-end="url(#a)"/>\n'
            f'<text x="{round((start[0] + end[0]) / 2 + sx * 1.6)}" '
            f'y="{round((start[1] + end[1]) / 2 + sy * 1.6) + 4}" text-anchor="middle" '
            f'font-size="12">{count}</text>\n'
        )
    for unit, (x, y) in at.items():
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="20" fill="{fills[unit[0]]}" stroke="#333333"/>\n'
            f'<text x="{x}" y="{y + 5}" text-anchor="middle">{unit}</text>\n'
        )
    return "".join(parts) + "</svg>\n"
