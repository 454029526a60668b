"""Shapes, edges and labels, page by page."""

from __future__ import annotations

import pytest

from procmap.model import Bounds
from tests.bpmn.builders import bounds, codes, definitions, read, read_document


def page(inside: str, *, attributes: str = "") -> str:
    return (
        f'<process id="P"/><bpmndi:BPMNDiagram {attributes}><bpmndi:BPMNPlane bpmnElement="tns:P">'
        f"{inside}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
    )


def test_a_page_has_id_name_and_element() -> None:
    (diagram,) = read_document(definitions(page("", attributes='id="D" name="Side 1"'))).diagrams
    assert (diagram.id, diagram.name, diagram.element) == ("D", "Side 1", "P")


def test_a_shape_has_bounds_label_and_flags() -> None:
    label = f"<bpmndi:BPMNLabel>{bounds(5, 6, 7, 8)}</bpmndi:BPMNLabel>"
    inside = (
        f'<bpmndi:BPMNShape bpmnElement="T" isExpanded="true" isHorizontal="false">'
        f"{bounds(1, 2, 3.5, 4)}{label}</bpmndi:BPMNShape>"
    )
    (shape,) = read_document(definitions(page(inside))).diagrams[0].shapes
    assert (shape.element, shape.bounds, shape.label) == (
        "T",
        Bounds(1, 2, 3.5, 4),
        Bounds(5, 6, 7, 8),
    )
    assert (shape.expanded, shape.horizontal) == (True, False)


def test_an_edge_has_its_way_points_in_order() -> None:
    inside = (
        '<bpmndi:BPMNEdge bpmnElement="F"><di:waypoint x="1" y="2"/><di:waypoint x="3" y="4"/>'
        "<bpmndi:BPMNLabel/></bpmndi:BPMNEdge>"
    )
    (edge,) = read_document(definitions(page(inside))).diagrams[0].edges
    assert (edge.element, edge.points, edge.label) == ("F", ((1.0, 2.0), (3.0, 4.0)), None)


@pytest.mark.parametrize(
    ("element", "inside"),
    [
        ("T", ""),
        ("", bounds(1, 2, 3, 4)),
        ("T", '<dc:Bounds x="1" y="2" width="3"/>'),
        ("T", '<dc:Bounds x="1" y="2" width="3" height="høy"/>'),
        ("T", bounds(float("nan"), 2, 3, 4)),
        ("T", '<dc:Bounds x="1e999" y="2" width="3" height="4"/>'),
        ("T", '<dc:Bounds x="1e" y="2" width="3" height="4"/>'),
        ("T", bounds(1, 2, 3, 4) + '<dc:Bounds x="" y="2" width="3" height="4"/>'),
    ],
)
def test_a_shape_without_a_place_is_left_out_and_said(element: str, inside: str) -> None:
    shape = f'<bpmndi:BPMNShape bpmnElement="{element}">{inside}</bpmndi:BPMNShape>'
    landscape = read(definitions(page(shape)))
    assert landscape.documents[0].diagrams[0].shapes == ()
    assert codes(landscape) == ["BPM208"]


def test_a_file_without_drawing_has_no_pages() -> None:
    assert read_document(definitions('<process id="P"/>')).diagrams == ()
