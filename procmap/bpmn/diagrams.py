"""Where a file draws its elements."""

from __future__ import annotations

from math import isfinite
from typing import Final

from lxml import etree

from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_line
from procmap.bpmn.vocabulary import DC, DD, DI
from procmap.model import Bounds, Diagram, Edge, Shape, tidy
from procmap.source import SourceLocation

__all__ = ["build_diagrams"]

_PLANE: Final = f"{{{DI}}}BPMNPlane"
_SHAPE: Final = f"{{{DI}}}BPMNShape"
_EDGE: Final = f"{{{DI}}}BPMNEdge"
_LABEL: Final = f"{{{DI}}}BPMNLabel"
_BOUNDS: Final = f"{{{DC}}}Bounds"
_WAYPOINT: Final = f"{{{DD}}}waypoint"
_FLAGS: Final = {"true": True, "1": True, "false": False, "0": False}


def build_diagrams(inventory: Inventory) -> tuple[Diagram, ...]:
    """Build the diagram pages of a document, in file order.

    A shape without a valid rectangle, or of nothing, is left out and counted in a diagnostic.
    """
    lost: list[etree._Element] = []
    found = tuple(_build(page, inventory, lost) for page in inventory.diagrams)
    if lost:
        place = SourceLocation(inventory.notes.path, None, find_line(lost[0]))
        inventory.notes.aside(place, "BPM208", count=len(lost))
    return found


def _build(page: etree._Element, inventory: Inventory, lost: list[etree._Element]) -> Diagram:
    shapes: list[Shape] = []
    edges: list[Edge] = []
    element = ""
    for plane in page.iterchildren(_PLANE):
        element = element or _element(plane, inventory)
        for child in plane:
            if child.tag == _SHAPE:
                shape = _build_shape(child, inventory)
                if shape is None:
                    lost.append(child)
                else:
                    shapes.append(shape)
            elif child.tag == _EDGE:
                edges.append(_build_edge(child, inventory))
    return Diagram(
        id=page.get("id") or "",
        name=tidy(page.get("name") or ""),
        element=element,
        shapes=tuple(shapes),
        edges=tuple(edges),
    )


def _element(drawn: etree._Element, inventory: Inventory) -> str:
    reference = drawn.get("bpmnElement") or ""
    return inventory.directory.spell(reference)


def _build_shape(element: etree._Element, inventory: Inventory) -> Shape | None:
    bounds = label = None
    for child in element:
        if child.tag == _BOUNDS:
            bounds = _bounds(child)
        elif child.tag == _LABEL:
            label = _label(child)
    drawn = _element(element, inventory)
    if bounds is None or not drawn:
        return None
    return Shape(
        drawn,
        bounds,
        label,
        _FLAGS.get(element.get("isExpanded") or ""),
        _FLAGS.get(element.get("isHorizontal") or ""),
    )


def _build_edge(element: etree._Element, inventory: Inventory) -> Edge:
    points: list[tuple[float, float]] = []
    label = None
    for child in element:
        if child.tag == _WAYPOINT:
            point = _point(child)
            if point is not None:
                points.append(point)
        elif child.tag == _LABEL:
            label = _label(child)
    return Edge(_element(element, inventory), tuple(points), label)


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
