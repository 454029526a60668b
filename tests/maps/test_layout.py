"""Where things go, measured from the drawing alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from procmap.maps import draw_swimlane
from procmap.maps.layout import routing
from procmap.model import EventDefinition, Process

from .builders import (
    analysis,
    data,
    document_of,
    draw,
    flows,
    lane,
    message,
    node,
    pool,
    process,
    two_lanes,
    writes,
)
from .measuring import measure, read_drawing
from .strategies import processes


@settings(max_examples=30)
@given(processes())
def test_any_process_is_drawn_whole_and_without_overlap(subject: Process) -> None:
    found = measure(draw(subject).svg, subject)
    assert found.faults == 0, found.where


@settings(max_examples=6)
@given(processes())
def test_drawing_twice_gives_the_same_bytes(subject: Process) -> None:
    assert draw(subject).svg == draw(subject).svg


def test_time_runs_to_the_right() -> None:
    drawing = read_drawing(draw(two_lanes()).svg)
    x = {id_: found.box[0] for id_, found in drawing.nodes.items()}
    assert x["s"] < x["a"] < x["g"] < x["b"] <= x["c"] < x["e"]


def test_a_straight_process_is_drawn_without_bends() -> None:
    steps = [node(id_, "userTask", id_) for id_ in "abcd"]
    drawing = read_drawing(draw(process(steps, flows("a>b", "b>c", "c>d"))).svg)
    for flow in drawing.flows:
        assert len({y for _, y in flow.points}) == 1


def test_a_hand_off_may_drop_straight_down() -> None:
    subject = process(
        [node("a", "userTask", lane="A"), node("b", "userTask", lane="B")],
        flows("a>b"),
        lanes=[lane("A"), lane("B")],
    )
    flow = read_drawing(draw(subject).svg).flows[0]
    assert len({x for x, _ in flow.points}) == 1


def test_boundary_events_stand_side_by_side_on_the_lower_border() -> None:
    subject = process(
        [
            node("a", "userTask", "Vente på svar"),
            *(node(f"b{i}", "boundaryEvent", f"Hendelse nummer {i}", on="a") for i in range(4)),
            *(node(f"t{i}", "userTask", f"Håndtere {i}") for i in range(4)),
        ],
        flows(*(f"b{i}>t{i}" for i in range(4))),
    )
    svg = draw(subject).svg
    drawing = read_drawing(svg)
    host = drawing.nodes["a"].box
    events = [drawing.nodes[f"b{i}"].box for i in range(4)]
    for event in events:
        assert (event[1] + event[3]) / 2 == pytest.approx(host[3], abs=0.1)
        assert host[0] < event[0]
        assert event[2] < host[2]
    assert all(a[2] < b[0] for a, b in pairwise(events))
    assert measure(svg, subject).label_clashes == 0


def test_boundary_events_stand_on_the_frame_of_a_group_too() -> None:
    subject = process(
        [
            node("g", "subProcess", "Opptak"),
            node("x", "task", "Inni", inside="g"),
            node("b1", "boundaryEvent", "Frist", on="g"),
            node("b2", "boundaryEvent", "Feil", on="g"),
            node("t", "task", "Etterpå"),
        ],
        flows("b1>t", "b2>t"),
    )
    drawing = read_drawing(draw(subject).svg)
    frame = drawing.nodes["g"].box
    for id_ in ("b1", "b2"):
        event = drawing.nodes[id_].box
        assert (event[1] + event[3]) / 2 == pytest.approx(frame[3], abs=0.1)


def test_the_content_of_a_group_lies_in_its_frame() -> None:
    subject = process(
        [
            node("g", "subProcess", "Ytre"),
            node("h", "subProcess", "Indre", inside="g"),
            node("x", "task", "Innerst", inside="h"),
            node("y", "task", "Ved siden av", inside="g"),
            node("z", "task", "Utenfor"),
        ],
        flows("h>y", "g>z"),
    )
    drawing = read_drawing(draw(subject).svg)
    boxes = {id_: found.box for id_, found in drawing.nodes.items()}
    for inner, outer in (("x", "h"), ("h", "g"), ("y", "g")):
        assert boxes[outer][0] < boxes[inner][0]
        assert boxes[inner][2] < boxes[outer][2]
        assert boxes[outer][1] < boxes[inner][1]
        assert boxes[inner][3] < boxes[outer][3]
    assert boxes["z"][0] > boxes["g"][2]


def test_a_step_that_follows_itself_gets_a_loop() -> None:
    subject = process([node("a", "userTask", "Purre")], flows("a>a"))
    drawing = read_drawing(draw(subject).svg)
    assert measure(draw(subject).svg, subject).faults == 0
    assert len(drawing.flows[0].points) > 3


def test_parallel_flows_between_two_steps_are_drawn_apart() -> None:
    subject = process([node("a"), node("b")], flows("a>b Ja", "a>b Nei", "a>b Kanskje"))
    svg = draw(subject).svg
    assert measure(svg, subject).shared_tracks == 0
    assert len({tuple(flow.points) for flow in read_drawing(svg).flows}) == 3


def test_more_flows_than_a_gateway_has_sides_are_all_drawn() -> None:
    steps = [node(f"t{i}", "task", f"Steg {i}") for i in range(9)]
    subject = process(
        [node("g", "exclusiveGateway", "Hvem?"), *steps],
        flows(*(f"g>t{i} Svar {i}" for i in range(9)), "t0>g", "t1>g", "t2>g"),
    )
    found = measure(draw(subject).svg, subject)
    assert found.faults == 0, found.where


def test_messages_to_a_black_box_end_apart_on_its_border() -> None:
    steps = [node(f"t{i}", "sendTask", f"Sende {i}") for i in range(5)]
    subject = process(
        steps, flows("t0>t1", "t1>t2", "t2>t3", "t3>t4"), participants=(pool("K", of="P"),)
    )
    document = document_of(
        subject,
        participants=[pool("K", of="P"), pool("Innbygger")],
        messages=[message(f"m{i}", f"t{i}", "Innbygger") for i in range(5)],
    )
    drawing = read_drawing(draw(document).svg)
    ends = [flow.points[-1] for flow in drawing.flows if flow.kind == "message"]
    assert len(set(ends)) == 5
    box = drawing.lanes["Innbygger"]
    for x, y in ends:
        assert y == pytest.approx(box[1]) or y == pytest.approx(box[3])
        assert box[0] <= x <= box[2]


def test_messages_between_black_boxes_stand_in_columns_of_their_own() -> None:
    document = document_of(
        participants=[pool("A"), pool("B"), pool("C")],
        messages=[
            message("m1", "A", "C", "Bestilling av varer"),
            message("m2", "C", "A", "Bekreftelse"),
            message("m3", "A", "B", "Melding om levering"),
        ],
    )
    svg = draw(document).svg
    found = measure(svg, document)
    assert found.flows_missing == 0
    assert found.label_clashes == 0


def test_a_document_is_drawn_with_all_its_pools() -> None:
    first = process([node("a")], participants=(pool("K1", of="P"),))
    second = process([node("b", inside="Q")], id_="Q", participants=(pool("K2", of="Q"),))
    document = document_of(
        first,
        second,
        participants=[pool("K1", of="P"), pool("K2", of="Q"), pool("Innbygger")],
        messages=[message("m", "a", "b")],
    )
    svg = draw(document).svg
    assert measure(svg, document).faults == 0
    assert set(read_drawing(svg).lanes) == {"K1", "K2", "Innbygger"}


def test_a_process_is_drawn_with_the_pools_its_messages_reach_as_thin_lanes() -> None:
    first = process([node("a"), node("a2")], participants=(pool("K1", of="P"),))
    second = process([node("b", inside="Q")], id_="Q", participants=(pool("K2", of="Q"),))
    third = process([node("c", inside="R")], id_="R", participants=(pool("K3", of="R"),))
    document = document_of(
        first,
        second,
        third,
        participants=[pool("K1", of="P"), pool("K2", of="Q"), pool("K3", of="R")],
        messages=[message("m", "a", "b"), message("n", "b", "c")],
    )
    drawing = read_drawing(draw_swimlane(first, analysis=analysis(document)).svg)
    assert set(drawing.lanes) == {"K1", "K2"}
    assert set(drawing.nodes) == {"a", "a2"}
    assert [flow.id for flow in drawing.flows] == ["m"]


def test_flows_that_lead_nowhere_are_drawn_to_an_open_end() -> None:
    subject = process([node("a")], flows("a>", ">a", ">"))
    drawing = read_drawing(draw(subject).svg)
    assert len(drawing.flows) == 3
    assert drawing.node_ids[""] == 4


def test_an_empty_process_gives_an_empty_lane() -> None:
    drawing = read_drawing(draw(process([])).svg)
    assert not drawing.nodes
    assert list(drawing.lanes) == ["P"]


def test_four_hundred_steps_are_drawn() -> None:
    steps = [node(f"t{i}", "userTask", f"Steg {i}", lane=f"L{i % 7}") for i in range(400)]
    onward = [f"t{i}>t{i + 1}" for i in range(399)]
    back = [f"t{i}>t{i - 9}" for i in range(20, 400, 40)]
    subject = process(steps, flows(*onward, *back), lanes=[lane(f"L{i}") for i in range(7)])
    found = measure(draw(subject).svg, subject)
    assert found.faults == 0, found.where[:5]


def test_several_flows_at_one_boundary_event_are_told_apart() -> None:
    subject = process(
        [node("a"), node("b", "boundaryEvent", on="a"), node("c"), node("d")],
        flows("b>c", "b>d", "d>b"),
    )
    svg = draw(subject).svg
    assert measure(svg, subject).faults == 0
    ends = [
        flow.points[0] if flow.source == "b" else flow.points[-1]
        for flow in read_drawing(svg).flows
    ]
    assert len({x for x, _ in ends}) == 3


def test_beyond_the_work_allowed_every_flow_is_still_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(routing, "_MOST_ANYWAY", 0)
    monkeypatch.setattr(routing, "_MOST_FOR_EACH", 0)
    subject = two_lanes()
    assert measure(draw(subject).svg, subject).faults == 0


def test_far_more_flows_than_steps_are_all_drawn() -> None:
    steps = [node(f"t{i}", lane=f"L{i % 3}") for i in range(12)]
    pairs = [f"t{i}>t{(i * 5 + j * 7) % 12}" for i in range(12) for j in range(6)]
    subject = process(steps, flows(*pairs), lanes=[lane(f"L{i}") for i in range(3)])
    found = measure(draw(subject).svg, subject)
    assert found.faults == 0, found.where[:5]


def test_steps_that_nothing_joins_stand_side_by_side_in_file_order() -> None:
    subject = process(
        [node(f"t{i}", "userTask", f"Steg {i}", lane="AB"[i % 2]) for i in range(8)],
        lanes=[lane("A"), lane("B")],
    )
    nodes = read_drawing(draw(subject).svg).nodes
    for ids in (("t0", "t2", "t4", "t6"), ("t1", "t3", "t5", "t7")):
        boxes = [nodes[id_].box for id_ in ids]
        assert all(a[2] < b[0] for a, b in pairwise(boxes))
        assert len({box[1] for box in boxes}) == 1


def test_a_loop_leaves_the_straight_way_to_what_goes_on() -> None:
    subject = process(
        [node("a", "userTask"), node("g", "exclusiveGateway"), node("e", "endEvent")],
        flows("a>a", "a>g", "g>g", "g>e"),
    )
    drawing = read_drawing(draw(subject).svg)
    for flow in drawing.flows:
        level = len({y for _, y in flow.points}) == 1
        assert level == (flow.source != flow.target)


def test_sixty_lanes_are_drawn() -> None:
    steps = [node(f"t{i}", "userTask", f"Steg {i}", lane=f"L{i}") for i in range(60)]
    subject = process(
        steps,
        flows(*(f"t{i}>t{i + 1}" for i in range(59))),
        lanes=[lane(f"L{i}") for i in range(60)],
    )
    for direction in ("right", "down"):
        found = measure(draw(subject, direction=direction).svg, subject)
        assert (found.faults, found.crossings) == (0, 0), found.where[:5]


def test_link_events_carry_the_name_that_pairs_them() -> None:
    link = (EventDefinition("link", name="Til vedtak"),)
    subject = process(
        [
            node("a", "userTask"),
            node("l1", "intermediateThrowEvent", event_definitions=link),
            node("l2", "intermediateCatchEvent", event_definitions=link),
            node("b", "userTask"),
        ],
        flows("a>l1", "l2>b"),
    )
    svg = draw(subject).svg
    assert svg.count(">Til vedtak</text>") == 2
    assert measure(svg, subject).faults == 0


def test_frames_in_frames_keep_their_content_and_their_events() -> None:
    subject = process(
        [
            node("g", "subProcess", "Behandle"),
            node("h", "subProcess", "Høring", inside="g"),
            node("x", "userTask", inside="h"),
            node("b", "boundaryEvent", "Frist", on="h", inside="g"),
            node("p", "userTask", "Purre", inside="g"),
        ],
        flows("b>p"),
    )
    svg = draw(subject).svg
    assert measure(svg, subject).faults == 0
    nodes = read_drawing(svg).nodes
    assert nodes["b"].box[3] < nodes["g"].box[3]


def test_an_empty_process_says_that_there_is_nothing_to_draw() -> None:
    assert "Ingen steg å tegne." in draw(process([])).svg
    assert "Tegnforklaring" not in draw(process([])).svg


def test_no_line_out_of_a_group_runs_through_an_event_on_its_frame() -> None:
    subject = process(
        [
            node("g", "subProcess", "Gruppe"),
            *(node(f"n{i}", inside="g") for i in range(4)),
            node("b0", "boundaryEvent", on="g"),
            node("b1", "boundaryEvent", on="g"),
            node("h", "subProcess", "Annen"),
        ],
        data=(data("d"),),
        data_associations=(writes("g", "d"), writes("h", "d"), writes("n3", "d")),
    )
    found = measure(draw(subject).svg, subject)
    assert found.faults == 0, found.where
