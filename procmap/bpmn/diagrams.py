"""Where a file draws its elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import Final

from lxml import etree

from procmap.bpmn.vocabulary import DC, DD, DI
from procmap.model import Bounds, Diagram, Edge, Shape, tidy

__all__ = ["PAGE", "build_diagrams", "find_head", "find_rectangles", "may_lose_shapes"]

PAGE: Final = f"{{{DI}}}BPMNDiagram"
_PLANE: Final = f"{{{DI}}}BPMNPlane"
_SHAPE: Final = f"{{{DI}}}BPMNShape"
_EDGE: Final = f"{{{DI}}}BPMNEdge"
_LABEL: Final = f"{{{DI}}}BPMNLabel"
_BOUNDS: Final = f"{{{DC}}}Bounds"
_WAYPOINT: Final = f"{{{DD}}}waypoint"
_FLAGS: Final = {"true": True, "1": True, "false": False, "0": False}


def find_rectangles(page: etree._Element, spell: Callable[[str], str]) -> dict[str, Bounds]:
    """The rectangles of a diagram page by element id; of two, the first counts."""
    found: dict[str, Bounds] = {}
    for plane in page.iterchildren(_PLANE):
        for child in plane.iterchildren(_SHAPE):
            shape = _build_shape(child, spell)
            if shape is not None:
                found.setdefault(shape.element, shape.bounds)
    return found


def build_diagrams(
    pages: Iterable[etree._Element], *, spell: Callable[[str], str], lost: list[etree._Element]
) -> tuple[Diagram, ...]:
    """Build diagram pages, in file order.

    Args:
        pages: the ``BPMNDiagram`` elements.
        spell: gives the id that a reference means.
        lost: takes the shapes without a valid rectangle, or of nothing, which are left out.
    """
    return tuple(_build(page, spell, lost) for page in pages)


def find_head(page: etree._Element, spell: Callable[[str], str]) -> tuple[str, str, str]:
    """The id and name of a diagram page, and the id of what it draws."""
    element = ""
    for plane in page.iterchildren(_PLANE):
        element = element or spell(plane.get("bpmnElement") or "")
    return page.get("id") or "", tidy(page.get("name") or ""), element


def may_lose_shapes(pages: Iterable[etree._Element]) -> bool:
    """Whether a shape may be without a valid rectangle, or of nothing; ``False`` is certain.

    Args:
        pages: the ``BPMNDiagram`` elements.
    """
    shapes = (
        shape
        for page in pages
        for plane in page.iterchildren(_PLANE)
        for shape in plane.iterchildren(_SHAPE)
    )
    try:
        for shape in shapes:
            placed = False
            for child in shape:
                if child.tag == _BOUNDS:
                    # As in `_bounds`, and here because every shape of every file is asked.
                    get = child.get
                    x, y = float(get("x", "")), float(get("y", ""))
                    placed = isfinite(x + y + float(get("width", "")) + float(get("height", "")))
            if not placed or not shape.get("bpmnElement", "").strip():
                return True
    except ValueError:
        return True
    return False


def _build(
    page: etree._Element, spell: Callable[[str], str], lost: list[etree._Element]
) -> Diagram:
    shapes: list[Shape] = []
    edges: list[Edge] = []
    for plane in page.iterchildren(_PLANE):
        for child in plane:
            if child.tag == _SHAPE:
                shape = _build_shape(child, spell)
                if shape is None:
                    lost.append(child)
                else:
                    shapes.append(shape)
            elif child.tag == _EDGE:
                edges.append(_build_edge(child, spell))
    return Diagram(*find_head(page, spell), shapes=tuple(shapes), edges=tuple(edges))


def _build_shape(element: etree._Element, spell: Callable[[str], str]) -> Shape | None:
    bounds = label = None
    for child in element:
        if child.tag == _BOUNDS:
            bounds = _bounds(child)
        elif child.tag == _LABEL:
            label = _label(child)
    drawn = spell(element.get("bpmnElement") or "")
    if bounds is None or not drawn:
        return None
    return Shape(
        drawn,
        bounds,
        label,
        _FLAGS.get(element.get("isExpanded") or ""),
        _FLAGS.get(element.get("isHorizontal") or ""),
    )


def _build_edge(element: etree._Element, spell: Callable[[str], str]) -> Edge:
    points: list[tuple[float, float]] = []
    label = None
    for child in element:
        if child.tag == _WAYPOINT:
            point = _point(child)
            if point is not None:
                points.append(point)
        elif child.tag == _LABEL:
            label = _label(child)
    return Edge(spell(element.get("bpmnElement") or ""), tuple(points), label)


def _label(element: etree._Element) -> Bounds | None:
    child = next(element.iterchildren(_BOUNDS), None)
    return None if child is None else _bounds(child)


def _bounds(element: etree._Element) -> Bounds | None:
    get = element.get
    try:
        x, y = float(get("x", "")), float(get("y", ""))
        width, height = float(get("width", "")), float(get("height", ""))
    except ValueError:
        return None
    return Bounds(x, y, width, height) if isfinite(x + y + width + height) else None


def _point(element: etree._Element) -> tuple[float, float] | None:
    try:
        x, y = float(element.get("x", "")), float(element.get("y", ""))
    except ValueError:
        return None
    return (x, y) if isfinite(x + y) else None
