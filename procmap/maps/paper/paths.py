"""Shapes of SVG as paths of straight lines and curves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import atan2, ceil, cos, pi, sin, sqrt, tan
from typing import Final

from procmap.errors import RenderError
from procmap.maps.paper.shapes import Step

__all__ = ["draw_box", "draw_ellipse", "draw_line", "read_path"]

# How far the control points of a quarter of a circle stand from its ends.
_ROUND: Final = 0.5522847498
_TOKEN: Final = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_COUNTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def draw_line(points: Sequence[tuple[float, float]], *, closed: bool = False) -> list[Step]:
    """Straight lines from point to point."""
    steps: list[Step] = [("L" if i else "M", point) for i, point in enumerate(points)]
    return [*steps, ("Z", ())] if closed else steps


def draw_box(x: float, y: float, width: float, height: float, radius: float) -> list[Step]:
    """A rectangle, its corners rounded."""
    right, bottom = x + width, y + height
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return draw_line([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True)
    k = r * (1 - _ROUND)
    return [
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    ]


def draw_ellipse(x: float, y: float, rx: float, ry: float) -> list[Step]:
    """A circle or an ellipse, from its right end clockwise."""
    kx, ky = rx * _ROUND, ry * _ROUND
    return [
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    ]


def read_path(d: str) -> list[Step]:
    """Read the ``d`` of a path into straight lines and cubic curves with absolute coordinates.

    Args:
        d: its commands: M, L, H, V, C, Q, A and Z, absolute or relative.

    Raises:
        RenderError: it holds another command, or too few numbers.

    Examples:
        >>> read_path("M1 2 h3 Z")
        [('M', (1.0, 2.0)), ('L', (4.0, 2.0)), ('Z', ())]
    """
    steps: list[Step] = []
    start = at = (0.0, 0.0)
    for command, values in _split(d):
        relative = command.islower()
        kind = command.upper()
        place = _make_absolute(kind, values, at) if relative else values
        if kind == "Z":
            steps.append(("Z", ()))
            at = start
            continue
        end = _find_end(kind, place, at)
        if kind == "M":
            start = end
            steps.append(("M", end))
        elif kind in {"L", "H", "V"}:
            steps.append(("L", end))
        elif kind == "C":
            steps.append(("C", tuple(place)))
        elif kind == "Q":
            steps.append(("C", _raise_curve(at, place)))
        else:
            steps += _draw_arc(at, place)
        at = end
    return steps


def _split(d: str) -> Iterator[tuple[str, list[float]]]:
    """Commands, each with its numbers; one that is left out is the one before."""
    command = ""
    numbers: list[float] = []
    for match in [*_TOKEN.finditer(d), None]:
        if match is not None and match[2]:
            numbers.append(float(match[2]))
        if match is None or match[1]:
            if command:
                yield from _group(command, numbers)
            command, numbers = ("" if match is None else match[1]), []


def _group(command: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    count = _COUNTS.get(command.upper())
    if count is None or command.upper() in {"S", "T"} or (count and len(numbers) % count):
        raise RenderError(f"cannot draw the path command {command!r}", expected="M L H V C Q A Z")
    if not count:
        yield command, []
        return
    for i in range(0, len(numbers), count):
        # Pairs after the first of M are lines.
        later = {"M": "L", "m": "l"}.get(command, command)
        yield (later if i else command), numbers[i : i + count]


def _make_absolute(kind: str, values: list[float], at: tuple[float, float]) -> list[float]:
    if kind == "H":
        return [values[0] + at[0]]
    if kind == "V":
        return [values[0] + at[1]]
    if kind == "A":
        return [*values[:5], values[5] + at[0], values[6] + at[1]]
    return [value + at[i % 2] for i, value in enumerate(values)]


def _find_end(kind: str, place: Sequence[float], at: tuple[float, float]) -> tuple[float, float]:
    if kind == "H":
        return place[0], at[1]
    if kind == "V":
        return at[0], place[0]
    return place[-2], place[-1]


def _raise_curve(at: tuple[float, float], place: Sequence[float]) -> tuple[float, ...]:
    """A curve with one control point as one with two."""
    (x0, y0), (cx, cy, x, y) = at, place
    return (
        x0 + (cx - x0) * 2 / 3,
        y0 + (cy - y0) * 2 / 3,
        x + (cx - x) * 2 / 3,
        y + (cy - y) * 2 / 3,
        x,
        y,
    )


def _draw_arc(at: tuple[float, float], place: Sequence[float]) -> list[Step]:
    """An elliptical arc as curves (SVG 1.1, appendix F.6); axes are not turned."""
    rx, ry, turned, large, sweep, x, y = place
    (x0, y0) = at
    rx, ry = abs(rx), abs(ry)
    if turned and rx != ry:
        raise RenderError("cannot draw an arc with turned axes", expected="a circle's arc")
    if not rx or not ry or (x0, y0) == (x, y):
        return [("L", (x, y))]
    px, py = (x0 - x) / 2 / rx, (y0 - y) / 2 / ry
    square = px * px + py * py
    if square > 1:
        grown = sqrt(square)
        rx, ry, px, py, square = rx * grown, ry * grown, px / grown, py / grown, 1.0
    factor = sqrt(max(0.0, 1 / square - 1)) * (-1 if large == sweep else 1)
    ux, uy = factor * py, -factor * px
    cx, cy = ux * rx + (x0 + x) / 2, uy * ry + (y0 + y) / 2
    first = atan2(py - uy, px - ux)
    angle = atan2(-py - uy, -px - ux) - first
    if sweep and angle < 0:
        angle += 2 * pi
    if not sweep and angle > 0:
        angle -= 2 * pi
    count = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    step = angle / count
    reach = 4 / 3 * tan(step / 4)
    steps: list[Step] = []
    for i in range(count):
        a, b = first + i * step, first + (i + 1) * step
        curve = (
            (cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
            (cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
            (cos(b), sin(b)),
        )
        flat = [value for vx, vy in curve for value in (cx + rx * vx, cy + ry * vy)]
        steps.append(("C", tuple(flat)))
    return steps
