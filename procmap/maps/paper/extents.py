"""How far the things in a drawing reach."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Final

from procmap.maps.lettering import find_width
from procmap.maps.paper.reading import read_shapes
from procmap.maps.paper.shapes import Letters, Outline

__all__ = ["Extent", "measure_elements"]

Extent = tuple[float, float, float, float]

# A viewer's font may be so much wider than the one that words are measured with.
_WIDER: Final = 1.2


def measure_elements(svg: str) -> list[Extent | None]:
    """Measure what stands directly in a drawing.

    Args:
        svg: a document that procmap wrote.

    Returns:
        For each element left, upper, right and lower end in the units of the drawing, or ``None``
        for one that shows nothing.

    Raises:
        RenderError: it holds something that procmap does not draw.

    Examples:
        >>> measure_elements(
        ...     '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title>'
        ...     '<rect x="2" y="3" width="10" height="5"/></svg>'
        ... )
        [None, (2.0, 3.0, 12.0, 8.0)]
    """
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    return [_join(_measure(shape) for shape in read_shapes(element)) for element in root]


def _join(extents: Iterable[Extent]) -> Extent | None:
    found = list(extents)
    if not found:
        return None
    left, top, right, bottom = zip(*found, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _measure(shape: Outline | Letters) -> Extent:
    if isinstance(shape, Letters):
        width = find_width(shape.text, shape.size, bold=shape.bold) * _WIDER
        if shape.angle:
            return shape.x - width, shape.y - width, shape.x + width, shape.y + width
        left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
        return left, shape.y - shape.size, left + width, shape.y + shape.size / 2
    values = [value for _, place in shape.steps for value in place]
    around = shape.style.width / 2 if shape.style.stroke is not None else 0.0
    return (
        min(values[::2]) - around,
        min(values[1::2]) - around,
        max(values[::2]) + around,
        max(values[1::2]) + around,
    )
