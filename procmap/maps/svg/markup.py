"""Elements of SVG as text, with everything in them escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block, clean, clean_id

__all__ = ["Anchor", "attribute", "element", "number", "path", "polygon", "rectangle", "text"]

Anchor = Literal["start", "middle", "end"]
Value = str | float | None

_ESCAPES: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)
# From the top of a line to its base line, as a share of the font size (Arial's ascent).
_ASCENT: Final = 0.905
_DESCENT: Final = 0.212


def number(value: float) -> str:
    """A coordinate: two decimals at most, no trailing zeros, no minus before nothing.

    Examples:
        >>> number(12.0), number(1 / 3), number(-0.001)
        ('12', '0.33', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attribute(value: str) -> str:
    """A value as it stands between double quotes."""
    return clean_id(value).translate(_ESCAPES)


def element(tag: str, attributes: dict[str, Value], content: Iterable[str] = ()) -> str:
    """One element.

    Args:
        tag: its name; an ``_`` in the name of an attribute becomes ``-``.
        attributes: its attributes; those that are ``None`` are left out.
        content: its content, as markup.
    """
    parts = [tag]
    for name, value in attributes.items():
        if value is None:
            continue
        shown = attribute(value) if isinstance(value, str) else number(value)
        parts.append(f'{name.replace("_", "-")}="{shown}"')
    inside = "".join(content)
    opening = " ".join(parts)
    return f"<{opening}>{inside}</{tag}>" if inside else f"<{opening}/>"


def rectangle(rect: Rect, attributes: dict[str, Value]) -> str:
    """A ``<rect>``."""
    place: dict[str, Value] = {
        "x": rect.x,
        "y": rect.y,
        "width": rect.width,
        "height": rect.height,
    }
    return element("rect", {**place, **attributes})


def path(points: Sequence[Point], *, closed: bool = False) -> str:
    """The ``d`` of straight lines, in absolute coordinates."""
    words = [f"{'L' if i else 'M'}{number(x)} {number(y)}" for i, (x, y) in enumerate(points)]
    return " ".join([*words, "Z"] if closed else words)


def polygon(points: Sequence[Point], attributes: dict[str, Value]) -> str:
    """A closed ``<path>`` of straight lines."""
    return element("path", {"d": path(points, closed=True), **attributes})


def text(
    block: Block,
    rect: Rect,
    *,
    align: Anchor = "middle",
    fill: str,
    class_: str | None = None,
) -> str:
    """Words in a rectangle, centred from top to bottom; one ``<text>`` whatever the lines.

    Args:
        block: the lines.
        rect: where they stand.
        align: to the left, the middle or the right of the rectangle.
        fill: colour.
        class_: the ``class`` of the element.
    """
    if not block.lines:
        return ""
    x = {"start": rect.x, "middle": rect.x + rect.width / 2, "end": rect.right}[align]
    top = rect.y + (rect.height - block.height) / 2
    drop = (block.leading + (_ASCENT - _DESCENT) * block.size) / 2
    attributes: dict[str, Value] = {
        "class": class_,
        "x": x,
        "y": top + drop,
        "font_size": block.size,
        "font_weight": "bold" if block.bold else None,
        "text_anchor": align if align != "start" else None,
        "fill": fill,
    }
    lines = [clean(line).translate(_ESCAPES) for line in block.lines]
    if len(lines) == 1:
        return element("text", attributes, lines)
    spans = [
        element("tspan", {"x": x, "y": top + drop + i * block.leading}, [line])
        for i, line in enumerate(lines)
    ]
    return element("text", attributes, spans)
