"""Reads a drawing back from the SVG that procmap writes: the part of SVG that it uses."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final, Literal, cast

from procmap.errors import RenderError
from procmap.maps.paper.colours import read_colour
from procmap.maps.paper.paths import draw_box, draw_ellipse, draw_line, read_path
from procmap.maps.paper.shapes import Drawing, Letters, Outline, Step, Style

__all__ = ["read_drawing", "read_shapes", "read_size"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# Points in a unit of length; a length without one is in pixels.
_UNITS: Final = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}
_LENGTH: Final = re.compile(r"\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*([a-z]*)\s*")
_CALL: Final = re.compile(r"(\w+)\s*\(([^)]*)\)")
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_UNSEEN: Final = frozenset({"title", "desc", "metadata", "defs"})
# What an element takes over from those around it.
_INHERITED: Final = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-linecap",
    "fill-opacity",
    "stroke-opacity",
    "fill-rule",
    "font-size",
    "font-weight",
    "text-anchor",
)
Matrix = tuple[float, float, float, float, float, float]


def read_drawing(svg: str) -> Drawing:
    """Read a drawing.

    Args:
        svg: a document that procmap wrote.

    Raises:
        RenderError: it holds something that procmap does not draw.
    """
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    width, height = _read_length(root, "width"), _read_length(root, "height")
    box = [float(n) for n in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, width / _UNITS[""], height / _UNITS[""]]
    scale = min(width / box[2], height / box[3])
    start = _State(dict(root.attrib), (scale, 0, 0, scale, -box[0] * scale, -box[1] * scale))
    title = root.findtext(f"{_SVG}title") or ""
    return Drawing(width, height, title, root.get(_LANG, ""), list(_read_all(root, start)))


def read_shapes(element: ET.Element) -> Iterator[Outline | Letters]:
    """Read what one element of a drawing shows, in the units of the drawing.

    Args:
        element: of a document that procmap wrote; it stands directly in it.

    Raises:
        RenderError: it holds something that procmap does not draw.
    """
    return _read_each([(element, _State({}, (1, 0, 0, 1, 0, 0)))])


def read_size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in points.

    Args:
        svg: a document that procmap wrote.

    Raises:
        RenderError: it does not say.

    Examples:
        >>> read_size('<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="96"/>')
        (72.0, 72.0)
    """
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    return _read_length(root, "width"), _read_length(root, "height")


def _read_length(root: ET.Element, name: str) -> float:
    match = _LENGTH.fullmatch(root.get(name, ""))
    if match is None or match[2] not in _UNITS:
        raise RenderError(f"the drawing has no {name}", expected="a length such as 420mm")
    return float(match[1]) * _UNITS[match[2]]


@dataclass(frozen=True)
class _State:
    """What holds at an element: attributes taken over, where it stands, how opaque it is."""

    attributes: Mapping[str, str]
    matrix: Matrix
    opacity: float = 1.0

    def enter(self, element: ET.Element) -> _State:
        kept = {name: self.attributes[name] for name in _INHERITED if name in self.attributes}
        matrix = self.matrix
        for name, numbers in _CALL.findall(element.get("transform", "")):
            matrix = _multiply(matrix, _read_transform(name, numbers))
        opacity = self.opacity * float(element.get("opacity", "1"))
        return replace(self, attributes={**kept, **element.attrib}, matrix=matrix, opacity=opacity)

    def number(self, name: str, default: float = 0.0) -> float:
        value = self.attributes.get(name)
        return default if value is None else float(value.removesuffix("px"))

    @property
    def scale(self) -> float:
        return hypot(self.matrix[0], self.matrix[1])

    def place(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def style(self) -> Style:
        take = self.attributes.get
        # A filled shape without a word about it is black; procmap always says.
        fill = read_colour(take("fill", "#000000"), self.number("fill-opacity", 1) * self.opacity)
        line = read_colour(take("stroke", "none"), self.number("stroke-opacity", 1) * self.opacity)
        dashes = _NUMBER.findall(take("stroke-dasharray", ""))
        return Style(
            fill,
            line,
            self.number("stroke-width", 1) * self.scale,
            tuple(float(dash) * self.scale for dash in dashes),
            {"round": 1, "bevel": 2}.get(take("stroke-linejoin", ""), 0),
            {"round": 1, "square": 2}.get(take("stroke-linecap", ""), 0),
            take("fill-rule") == "evenodd",
        )


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _read_transform(name: str, written: str) -> Matrix:
    values = [float(n) for n in _NUMBER.findall(written)]
    if name == "translate":
        return (1, 0, 0, 1, values[0], values[1] if len(values) > 1 else 0)
    if name == "scale":
        return (values[0], 0, 0, values[-1], 0, 0)
    if name == "rotate":
        turn = radians(values[0])
        x, y = values[1:3] if len(values) > 1 else (0.0, 0.0)
        c, s = cos(turn), sin(turn)
        return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
    raise RenderError(f"cannot draw the transform {name!r}", expected="translate, scale, rotate")


def _read_all(root: ET.Element, state: _State) -> Iterator[Outline | Letters]:
    """All shapes below an element, in order."""
    return _read_each([(child, state) for child in reversed(root)])


def _read_each(todo: list[tuple[ET.Element, _State]]) -> Iterator[Outline | Letters]:
    """All shapes of a pile, its top first; groups may lie in one another as deep as they like."""
    while todo:
        element, around = todo.pop()
        name = element.tag.removeprefix(_SVG)
        inside = around.enter(element)
        if name in _UNSEEN or inside.attributes.get("display") == "none":
            continue
        if name in {"g", "a", "svg"}:
            todo += [(child, inside) for child in reversed(element)]
        elif name == "text":
            yield from _read_text(element, inside)
        else:
            steps = _read_shape(name, inside)
            style = inside.style()
            if style.fill or style.stroke:
                yield Outline([_move(step, inside) for step in steps], style)


def _read_shape(name: str, state: _State) -> list[Step]:
    number = state.number
    if name == "rect":
        radius = number("rx", number("ry"))
        return draw_box(number("x"), number("y"), number("width"), number("height"), radius)
    if name == "circle":
        return draw_ellipse(number("cx"), number("cy"), number("r"), number("r"))
    if name == "ellipse":
        return draw_ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
    if name == "line":
        return draw_line([(number("x1"), number("y1")), (number("x2"), number("y2"))])
    if name in {"polygon", "polyline"}:
        values = [float(n) for n in _NUMBER.findall(state.attributes.get("points", ""))]
        points = list(zip(values[::2], values[1::2], strict=True))
        return draw_line(points, closed=name == "polygon")
    if name == "path":
        return read_path(state.attributes.get("d", ""))
    raise RenderError(f"cannot draw the element {name!r}", expected="rect, circle, path, text …")


def _move(step: Step, state: _State) -> Step:
    command, values = step
    pairs = zip(values[::2], values[1::2], strict=True)
    return command, tuple(value for x, y in pairs for value in state.place(x, y))


def _read_text(element: ET.Element, state: _State) -> Iterator[Letters]:
    x, y = state.number("x"), state.number("y")
    if element.text and element.text.strip():
        yield _set_letters(element.text, x, y, state)
    for span in element:
        if span.tag.removeprefix(_SVG) != "tspan":
            continue
        inside = state.enter(span)
        x = inside.number("x", x)
        y = inside.number("y", y) + inside.number("dy")
        if span.text and span.text.strip():
            yield _set_letters(span.text, x, y, inside)


def _set_letters(text: str, x: float, y: float, state: _State) -> Letters:
    take = state.attributes.get
    place = state.place(x, y)
    colour = read_colour(take("fill", "#000000"), state.number("fill-opacity", 1) * state.opacity)
    anchor = take("text-anchor", "start")
    return Letters(
        " ".join(text.split()),
        *place,
        state.number("font-size", 16) * state.scale,
        take("font-weight") in {"bold", "600", "700"},
        cast(Literal["start", "middle", "end"], anchor),
        colour or (0.0, 0.0, 0.0, 0.0),
        degrees(atan2(state.matrix[1], state.matrix[0])),
    )
