"""The file's own drawing, with our marks on it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.errors import RenderError
from procmap.maps import draw_swimlane
from procmap.maps.layout.geometry import Rect
from procmap.model import Bounds, Diagram, Document, Edge, Group, Process, Shape

from .builders import analysis, document_of, draw, flows, lane, node, pool, process, ref, two_lanes
from .measuring import SVG, measure, read_drawing
from .strategies import processes
from .test_contract import groups

LANES = {"A": Bounds(0, 0, 900, 150), "B": Bounds(0, 150, 900, 150)}
NODES = {
    "s": Bounds(50, 57, 36, 36),
    "a": Bounds(150, 35, 100, 80),
    "g": Bounds(305, 205, 40, 40),
    "b": Bounds(400, 185, 100, 80),
    "c": Bounds(600, 35, 100, 80),
    "e": Bounds(800, 57, 36, 36),
}


def page(
    shapes: Mapping[str, Bounds], edges: Mapping[str, Sequence[tuple[float, float]]], **more: Any
) -> Diagram:
    return Diagram(
        more.pop("id", "page"),
        more.pop("name", ""),
        "P",
        tuple(Shape(id_, at, **more) for id_, at in shapes.items()),
        tuple(Edge(id_, tuple(points)) for id_, points in edges.items()),
    )


def drawn(*pages: Diagram, subject: Process | None = None) -> Document:
    everything = page({**LANES, **NODES}, {"f0": [(86, 75), (150, 75)]})
    return document_of(subject or two_lanes(), diagrams=pages or (everything,))


def source(document: Document, **more: Any) -> Any:
    return draw_swimlane(document, analysis=analysis(document), layout="source", **more)


def test_nodes_lie_where_the_file_draws_them() -> None:
    found = read_drawing(source(drawn()).svg).nodes
    first = found["a"].box
    for id_, at in NODES.items():
        x, y = found[id_].box[0] - first[0], found[id_].box[1] - first[1]
        assert (x, y) == pytest.approx((at.x - NODES["a"].x, at.y - NODES["a"].y), abs=0.02)


def test_every_node_flow_and_lane_is_there() -> None:
    document = drawn()
    found = measure(source(document).svg, document)
    assert (found.nodes_missing, found.flows_missing, found.outside_lane) == (0, 0, 0)


def test_numbers_and_governance_stand_on_the_files_drawing() -> None:
    svg = source(drawn()).svg
    assert {g.get("data-number") for g in groups(svg, "procmap-number")} == {"1", "2", "3"}
    assert len(groups(svg, "procmap-handoff")) == 3


def test_way_points_are_kept() -> None:
    line = [(200.0, 115.0), (200.0, 130.0), (280.0, 170.0), (310.0, 225.0)]
    found = read_drawing(source(drawn(page({**LANES, **NODES}, {"f1": line}))).svg)
    flow = next(each for each in found.flows if each.id == "f1")
    assert len(flow.points) == 4
    x, y = (flow.points[1][i] - flow.points[0][i] for i in (0, 1))
    assert (x, y) == pytest.approx((0, 15), abs=0.1)


def test_lines_that_end_inside_shapes_are_cut_at_their_border() -> None:
    line = [(200.0, 75.0), (650.0, 75.0)]
    subject = process([node("a"), node("c")], flows("a>c"))
    at = {id_: NODES[id_] for id_ in "ac"}
    svg = source(drawn(page(at, {"f0": line}), subject=subject)).svg
    found = measure(svg, subject)
    assert found.loose_ends == 0, found.where


def test_flows_without_a_line_in_the_file_run_straight() -> None:
    found = read_drawing(source(drawn()).svg)
    assert all(len(flow.points) == 2 for flow in found.flows if flow.id != "f0")


def test_small_drawings_are_made_large_enough_to_read() -> None:
    small = {id_: Bounds(b.x / 4, b.y / 4, b.width / 4, b.height / 4) for id_, b in NODES.items()}
    found = read_drawing(source(drawn(page(small, {}))).svg).nodes["a"].box
    assert found[2] - found[0] >= 96


def test_pages_are_drawn_one_by_one() -> None:
    first = page({**LANES, "s": NODES["s"], "a": NODES["a"]}, {}, id="p1", name="Mottak")
    second = page({"b": NODES["b"]}, {}, id="p2", name="Vurdering")
    document = drawn(first, second)
    assert set(read_drawing(source(document).svg).nodes) == {"s", "a"}
    other = source(document, page=2).svg
    assert set(read_drawing(other).nodes) == {"b"}
    assert "Tegning 2 av 2" in other


def test_a_page_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(RenderError, match=r"no page 7.*1: Mottak"):
        source(drawn(page(NODES, {}, name="Mottak")), page=7)


def test_a_file_without_a_drawing_is_refused_with_the_remedy() -> None:
    with pytest.raises(RenderError, match="holds no drawing") as caught:
        source(document_of(two_lanes()))
    assert "layout='source'" in caught.value.remedy
    with pytest.raises(RenderError, match="holds no drawing"):
        draw(two_lanes(), layout="source")


def test_a_sub_process_is_open_where_its_content_is_on_the_page() -> None:
    subject = process([node("g", "subProcess", "Behandle"), node("x", inside="g")])
    frame, inner = Bounds(0, 0, 400, 200), Bounds(100, 50, 100, 80)
    closed = read_drawing(source(drawn(page({"g": frame}, {}), subject=subject)).svg)
    assert set(closed.nodes) == {"g"}
    opened = read_drawing(source(drawn(page({"g": frame, "x": inner}, {}), subject=subject)).svg)
    assert set(opened.nodes) == {"g", "x"}


def test_pools_that_stand_upright_have_their_names_on_top() -> None:
    subject = process([node("a", name="Vurdere")], participants=(pool("K", of="P"),))
    shapes = {"K": Bounds(0, 0, 200, 600), "a": Bounds(50, 100, 100, 80)}
    document = document_of(
        subject,
        participants=[pool("K", of="P")],
        diagrams=(page(shapes, {}, horizontal=False),),
    )
    drawing = read_drawing(source(document).svg)
    body, (header,) = drawing.lanes["K"], drawing.headers
    assert header[3] == pytest.approx(body[1])


def test_groups_lie_where_the_file_draws_them() -> None:
    subject = two_lanes(groups=(Group(ref=ref("G"), name="Fase"),))
    at = Bounds(140, 20, 200, 260)
    document = drawn(page({**LANES, **NODES, "G": at}, {}), subject=subject)
    drawing = read_drawing(source(document).svg)
    box = drawing.outlines["G"]
    assert box[2] - box[0] == pytest.approx(at.width)
    assert box[0] < drawing.nodes["a"].box[0] < box[2]


def test_an_unknown_layout_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(RenderError, match="'grid' or 'source'"):
        draw(two_lanes(), layout="free")


def test_the_same_bytes_twice() -> None:
    assert source(drawn()).svg == source(drawn()).svg


sizes = st.floats(0, 300, allow_nan=False)
places = st.floats(-2_000, 2_000, allow_nan=False)
rectangles = st.builds(Bounds, places, places, sizes, sizes)


@settings(max_examples=25)
@given(processes(), st.data())
def test_any_drawing_is_drawn_as_it_is(subject: Process, drawing: st.DataObject) -> None:
    ids = [each.id for each in (*subject.nodes, *subject.lanes, *subject.data)]
    shapes = {id_: drawing.draw(rectangles) for id_ in ids if drawing.draw(st.booleans())}
    shapes["n0"] = drawing.draw(rectangles)
    points = st.lists(st.tuples(places, places), max_size=4)
    edges = {flow.id: drawing.draw(points) for flow in subject.sequence_flows}
    svg = source(document_of(subject, diagrams=(page(shapes, edges),))).svg
    found = read_drawing(svg)
    assert {node_.id for node_ in subject.nodes if node_.id in shapes} <= set(found.nodes)


def test_shapes_without_size_and_lines_of_one_point_are_drawn() -> None:
    subject = process([node("a", name="Vurdere"), node("b")], flows("a>b", "b>a"))
    shapes = {"a": Bounds(10, 10, 0, 0), "b": Bounds(10, 10, 0, 0)}
    svg = source(drawn(page(shapes, {"f0": [(10, 10)], "f1": []}), subject=subject)).svg
    assert set(read_drawing(svg).nodes) == {"a", "b"}
    assert "nan" not in svg


def test_a_pool_lies_where_the_file_draws_its_process() -> None:
    """In the manner of Bonita, whose shapes name the process and not the participant."""
    around = page({"P": Bounds(-40, 0, 940, 300), **LANES, **NODES}, {})
    document = document_of(two_lanes(), participants=[pool("K1", of="P")], diagrams=(around,))
    svg = source(document).svg
    (band,) = groups(svg, "procmap-pool")
    assert band.get("data-id") == "K1"


def pooled(**shapes: Bounds) -> Document:
    """Two lanes in a pool, drawn as usual but for these shapes."""
    around = page({"K1": Bounds(-30, 0, 930, 300), **LANES, **NODES, **shapes}, {})
    return document_of(two_lanes(), participants=[pool("K1", of="P")], diagrams=(around,))


def strips_of(document: Document) -> tuple[Rect, list[Rect]]:
    """The strip of the pool, and those of the lanes."""
    svg = source(document).svg
    (band,) = groups(svg, "procmap-pool")
    headers = [
        part
        for lane in groups(svg, "procmap-lane")
        for part in lane
        if part.get("class") == "procmap-lane-header"
    ]
    return rect_of(band[0]), [rect_of(part) for part in headers]


def rect_of(shape: ET.Element) -> Rect:
    return Rect(*(float(shape.get(name) or 0) for name in ("x", "y", "width", "height")))


@pytest.mark.parametrize("gap", [0, 8, 16, 30, 60])
def test_the_name_of_a_pool_covers_no_name_of_a_lane_however_close_they_begin(gap: int) -> None:
    band, headers = strips_of(pooled(K1=Bounds(-gap, 0, 900 + gap, 300)))
    assert len(headers) == 2
    assert not any(band.overlaps(each) for each in headers)
    assert min(each.width for each in (band, *headers)) >= 12


def test_the_strip_of_a_name_leaves_room_for_a_step_that_stands_close() -> None:
    document = pooled(K1=Bounds(-16, 0, 916, 300), s=Bounds(14, 57, 36, 36))
    found = read_drawing(source(document).svg).nodes["s"].box
    _, headers = strips_of(document)
    assert all(each.right <= found[0] for each in headers)


def test_upright_lanes_that_the_file_gives_lying_are_stood_up() -> None:
    """In the manner of iGrafx, which writes their width for their height."""
    upright = {id_: Bounds(at.y, at.x, at.height, at.width) for id_, at in NODES.items()}
    lanes = {"A": Bounds(0, 30, 900, 150), "B": Bounds(150, 30, 900, 150)}
    drawing = page({"K1": Bounds(0, 0, 930, 300), **lanes, **upright}, {}, horizontal=True)
    document = document_of(two_lanes(), participants=[pool("K1", of="P")], diagrams=(drawing,))
    found = read_drawing(source(document).svg)
    assert measure(source(document).svg, document).outside_lane == 0
    assert all(box[3] - box[1] > box[2] - box[0] for box in found.lanes.values())


def test_a_lane_that_holds_none_of_its_steps_is_drawn_around_them() -> None:
    document = pooled(B=Bounds(0, 900, 900, 150))
    assert measure(source(document).svg, document).outside_lane == 0


def test_a_pool_without_a_size_is_not_drawn() -> None:
    assert groups(source(pooled(K1=Bounds(-30, 0, 0, 0))).svg, "procmap-pool") == []


def test_a_label_stands_aside_where_the_file_puts_it_on_a_line() -> None:
    lines = {"f2": [(345, 225), (400, 225)], "f1": [(200, 115), (200, 225), (305, 225)]}
    drawing = page({**LANES, **NODES}, lines)
    labels = {"g": Bounds(290, 222, 70, 14)}
    shapes = tuple(replace(each, label=labels.get(each.element)) for each in drawing.shapes)
    document = drawn(replace(drawing, shapes=shapes))
    assert measure(source(document).svg, document).label_clashes == 0


def test_a_step_that_others_are_drawn_inside_of_is_open_wherever_the_file_keeps_them() -> None:
    """In the manner of BIC, which files the content of a sub-process beside it."""
    steps = [node("box", "subProcess", "Behandle", lane="A"), node("in", name="Lese", lane="A")]
    subject = process(steps, lanes=[lane("A", "Byggesak")])
    shapes = {"A": LANES["A"], "box": Bounds(100, 10, 300, 130), "in": Bounds(200, 40, 100, 60)}
    document = drawn(page(shapes, {}), subject=subject)
    (opened,) = (
        each
        for each in groups(source(document).svg, "procmap-node")
        if each.get("data-id") == "box"
    )
    first = next(opened.iter(f"{SVG}text"))
    top = float(next(iter(first), first).get("y") or first.get("y") or 0)
    assert top < read_drawing(source(document).svg).nodes["in"].box[1]


def test_steps_that_the_file_does_not_draw_are_said() -> None:
    shapes = {id_: at for id_, at in NODES.items() if id_ not in ("b", "e")}
    svg = source(drawn(page({**LANES, **shapes}, {})), lang="en").svg
    assert "Steps that are not drawn: 2" in svg
    assert "not drawn" not in source(drawn(), lang="en").svg
