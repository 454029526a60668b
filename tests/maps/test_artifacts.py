"""Data, notes and groups: drawn beside the flow, and calm."""

from __future__ import annotations

from typing import Any

import pytest

from procmap.maps.layout import build_layout
from procmap.maps.scene import Subject, build_scene
from procmap.model import Bounds, Diagram, Document, Group, Process, Shape

from .builders import (
    analysis,
    association,
    data,
    document_of,
    draw,
    flows,
    lane,
    message,
    node,
    note,
    pool,
    process,
    reads,
    ref,
    two_lanes,
    writes,
)
from .measuring import SVG, measure, read_drawing
from .test_contract import groups


def with_data(**more: Any) -> Process:
    return two_lanes(
        data=(data("d", "Søknad", state="mottatt"), data("st", "Arkiv", "dataStoreReference")),
        data_associations=(writes("a", "d"), reads("b", "d"), writes("b", "st")),
        annotations=(note("n", "Innen tre uker"),),
        associations=(association("as", "n", "b"),),
        **more,
    )


def drawn_with(shapes: dict[str, Bounds], **more: Any) -> Document:
    diagram = Diagram("di", "", "P", tuple(Shape(id_, at) for id_, at in shapes.items()))
    return document_of(with_data(**more), diagrams=(diagram,))


def test_data_and_notes_are_nodes_of_their_type() -> None:
    types = {each.id: each.type for each in read_drawing(draw(with_data()).svg).nodes.values()}
    assert types["d"] == "dataObjectReference"
    assert types["st"] == "dataStoreReference"
    assert types["n"] == "textAnnotation"


def test_associations_run_with_the_data() -> None:
    found = [f for f in read_drawing(draw(with_data()).svg).flows if f.kind == "association"]
    assert {(flow.source, flow.target) for flow in found} == {
        ("a", "d"),
        ("d", "b"),
        ("b", "st"),
        ("n", "b"),
    }


def test_only_lines_with_a_direction_have_an_arrow_head() -> None:
    heads = {}
    for group in groups(draw(with_data()).svg, "procmap-flow"):
        if group.get("data-kind") == "association":
            heads[group.get("data-source")] = len(list(group.iter(f"{SVG}path"))) > 1
    assert heads == {"a": True, "d": True, "b": True, "n": False}


def test_a_state_stands_behind_the_name() -> None:
    assert "Søknad [mottatt]" in draw(with_data()).svg


def test_a_state_that_the_name_ends_with_already_stands_there_once() -> None:
    """In the manner of ARIS, which writes it into both."""
    subject = process([node("a")], data=(data("d", "Søknad [mottatt]", state="mottatt"),))
    assert draw(subject).svg.count("[mottatt]") == draw(
        process([node("a")], data=(data("d", "Søknad [mottatt]"),))
    ).svg.count("[mottatt]")


def test_nothing_overlaps_and_no_line_runs_through_anything() -> None:
    found = measure(draw(with_data()).svg, with_data())
    assert found.faults == 0, found.where
    assert (found.crossings, found.crossings_beside, found.label_clashes) == (0, 0, 0)


def test_the_flow_keeps_its_way_beside_data() -> None:
    without, beside = (
        [[p[0] for p in f.points] for f in read_drawing(svg).flows if f.kind == "sequence"]
        for svg in (draw(with_data(), show_data=False).svg, draw(with_data()).svg)
    )
    assert [len(points) for points in without] == [len(points) for points in beside]


def test_data_can_be_left_out() -> None:
    drawing = read_drawing(draw(with_data(), show_data=False).svg)
    assert not {"d", "st", "n"} & set(drawing.nodes)
    assert {flow.kind for flow in drawing.flows} == {"sequence"}


def test_a_file_that_draws_is_followed_in_what_it_leaves_out() -> None:
    document = drawn_with({"a": Bounds(0, 0, 100, 80), "d": Bounds(0, 200, 36, 50)})
    assert {"d"} == {"d", "st", "n"} & set(read_drawing(draw(document).svg).nodes)


def test_data_that_nothing_reads_stands_near_what_the_file_draws_it_near() -> None:
    subject = process(
        [node("a", lane="A"), node("b", lane="A"), node("c", lane="A")],
        flows("a>b", "b>c"),
        lanes=[lane("A")],
        data=(data("d", "Skjema"),),
    )
    at = {"a": 0, "b": 200, "c": 400}
    shapes = [Shape(id_, Bounds(x, 0, 100, 80)) for id_, x in at.items()]
    shapes.append(Shape("d", Bounds(420, 150, 36, 50)))
    document = document_of(subject, diagrams=(Diagram("di", "", "P", tuple(shapes)),))
    nodes = read_drawing(draw(document).svg).nodes
    assert nodes["d"].box[0] > nodes["b"].box[2]


def test_data_inside_a_sub_process_stands_in_its_frame() -> None:
    inner = data("d", "Vedlegg").model_copy(update={"parent": ref("g")})
    subject = process(
        [node("g", "subProcess", "Behandle"), node("x", inside="g"), node("y", inside="g")],
        flows("x>y"),
        data=(inner,),
        data_associations=(reads("x", "d"),),
    )
    nodes = read_drawing(draw(subject).svg).nodes
    frame, page = nodes["g"].box, nodes["d"].box
    assert frame[0] < page[0]
    assert page[2] < frame[2]
    assert frame[1] < page[1]
    assert page[3] < frame[3]


def test_a_note_may_be_tied_to_an_arrow() -> None:
    subject = two_lanes(
        annotations=(note("n", "Bare på papir"),), associations=(association("as", "n", "f1"),)
    )
    drawing = read_drawing(draw(subject).svg)
    line = next(flow for flow in drawing.flows if flow.kind == "association")
    x, y = line.points[-1]
    arrow = next(flow for flow in drawing.flows if flow.id == "f1")
    (x0, y0), (x1, y1) = arrow.points[0], arrow.points[-1]
    assert min(x0, x1) - 0.1 <= x <= max(x0, x1) + 0.1
    assert min(y0, y1) - 0.1 <= y <= max(y0, y1) + 0.1


def test_a_note_of_a_map_of_black_boxes_has_room() -> None:
    document = document_of(
        participants=[pool("A"), pool("B")],
        messages=[message("m", "A", "B")],
        annotations=(note("n", "Avtale fra 2019"),),
        associations=(association("as", "n", "A"),),
    )
    found = read_drawing(draw(document).svg)
    assert "n" in found.nodes
    assert measure(draw(document).svg, document).overlaps == 0


def test_a_file_with_nothing_but_a_note_is_drawn() -> None:
    document = document_of(annotations=(note("n", "Prosessen er ikke tegnet ennå"),))
    assert set(read_drawing(draw(document).svg).nodes) == {"n"}


def test_a_compensation_handler_is_tied_to_its_event() -> None:
    subject = process(
        [
            node("a", "userTask", "Bestille"),
            node("b", "boundaryEvent", on="a"),
            node("c", "userTask", "Avbestille", for_compensation=True),
        ],
        associations=(association("as", "b", "c"),),
    )
    svg = draw(subject).svg
    found = measure(svg, subject)
    assert found.faults == 0, found.where
    line = next(flow for flow in read_drawing(svg).flows if flow.kind == "association")
    assert (line.source, line.target) == ("b", "c")


def grouped(*members: str, **more: Any) -> Document:
    """A row of five steps, of which the file draws a group around some."""
    at = {id_: Bounds(i * 200, 0, 100, 80) for i, id_ in enumerate("abcde")}
    subject = process(
        [node(id_, name=id_, lane="A") for id_ in "abcde"],
        flows("a>b", "b>c", "c>d", "d>e"),
        lanes=[lane("A")],
        groups=(Group(ref=ref("G"), name="Første fase"),),
        **more,
    )
    around = [at[id_] for id_ in members]
    left, right = min(b.x for b in around) - 10, max(b.x + b.width for b in around) + 10
    shapes = [Shape(id_, bounds) for id_, bounds in at.items()]
    shapes.append(Shape("G", Bounds(left, -20, right - left, 120)))
    return document_of(subject, diagrams=(Diagram("di", "", "P", tuple(shapes)),))


def test_a_group_is_an_outline_around_what_the_file_draws_it_around() -> None:
    svg = draw(grouped("b", "c")).svg
    drawing = read_drawing(svg)
    box = drawing.outlines["G"]
    for id_ in "abcde":
        inside = box[0] < drawing.nodes[id_].box[0] and drawing.nodes[id_].box[2] < box[2]
        assert inside == (id_ in "bc")
    (group,) = [g for g in groups(svg, "procmap-node") if g.get("data-type") == "group"]
    assert "Første fase" in "".join(group.itertext())


def test_a_group_keeps_out_what_the_file_draws_outside_of_it() -> None:
    """The file draws «b» far below its neighbours; here it stands between them."""
    at = {"a": Bounds(0, 0, 100, 80), "b": Bounds(200, 900, 100, 80), "c": Bounds(400, 0, 100, 80)}
    subject = process(
        [node(id_, "userTask", id_) for id_ in "abc"],
        flows("a>b", "b>c"),
        groups=(Group(ref=ref("G"), name="Fase"),),
    )
    shapes = [Shape(id_, bounds) for id_, bounds in at.items()]
    shapes.append(Shape("G", Bounds(-10, -10, 520, 100)))
    document = document_of(subject, diagrams=(Diagram("di", "", "P", tuple(shapes)),))
    scene = build_scene(Subject((subject,), document, False, analysis(document)))
    geometry, _ = build_layout(scene, lane_heights=[60.0])
    boxes = geometry.outlines[0]
    places = {each.id: geometry.nodes[each.index] for each in scene.nodes}
    for id_ in "ac":
        assert any(box.holds(places[id_].middle) for box in boxes)
    assert not any(box.overlaps(places["b"]) for box in boxes)


def test_data_that_fills_a_row_goes_on_in_the_next() -> None:
    pages = [data(f"d{i}", f"Vedlegg {i}") for i in range(8)]
    subject = process(
        [node("a", "userTask", lane="A")],
        lanes=[lane("A")],
        data=tuple(pages),
        data_associations=tuple(reads("a", page.id) for page in pages),
    )
    svg = draw(subject).svg
    found = measure(svg, subject)
    assert found.faults == 0, found.where
    assert found.beside == 8


def test_a_group_that_nothing_lies_in_is_not_drawn() -> None:
    document = drawn_with(
        {"a": Bounds(0, 0, 100, 80), "G": Bounds(900, 900, 10, 10)}, groups=(Group(ref=ref("G")),)
    )
    assert not read_drawing(draw(document).svg).outlines


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_legend_tells_what_dotted_lines_and_outlines_are(lang: Any) -> None:
    said = draw(grouped("b", "c"), lang=lang).svg
    assert ("Gruppe" if lang == "nb" else "Group") in said
    dotted = draw(with_data(), lang=lang).svg
    assert ("Data og merknader" if lang == "nb" else "Data and notes") in dotted
