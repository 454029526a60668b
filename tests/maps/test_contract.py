"""The SVG contract: what people script against."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from procmap.maps import draw_swimlane
from procmap.model import Document

from .builders import (
    analysis,
    document_of,
    draw,
    flows,
    lane,
    message,
    node,
    pool,
    process,
    two_lanes,
)
from .measuring import SVG, read_drawing


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - procmap's own SVG


def groups(svg: str, class_: str) -> list[ET.Element]:
    found = parse(svg).iter(f"{SVG}g")
    return [group for group in found if class_ in (group.get("class") or "").split()]


@pytest.fixture(scope="module")
def svg() -> str:
    return draw(two_lanes()).svg


@pytest.fixture(scope="module")
def rich() -> Document:
    """Everything at once: pools, a group, boundary events, messages, open ends."""
    main = process(
        [
            node("s", "startEvent", "Start", lane="A"),
            node("sub", "subProcess", "Behandle", lane="A"),
            node("x", "task", "Inni", inside="sub"),
            node("y", "task", "Inni 2", inside="sub"),
            node("t", "boundaryEvent", "Frist", on="sub"),
            node("z", "task", "Purre", lane="B"),
        ],
        [
            *flows("s>sub", "x>y", "t>z", "z>"),
        ],
        lanes=[lane("A"), lane("B")],
        participants=(pool("Kommunen", of="P"),),
    )
    return document_of(
        main,
        participants=[pool("Kommunen", of="P"), pool("Innbygger")],
        messages=[message("m1", "Innbygger", "s", "Søknad"), message("m2", "z", "Innbygger")],
    )


def test_the_root_is_a_swimlane(svg: str) -> None:
    root = parse(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("class") == "procmap procmap-swimlane"


def test_each_lane_is_a_group_with_one_body(svg: str) -> None:
    lanes = groups(svg, "procmap-lane")
    assert [lane_.get("data-id") for lane_ in lanes] == ["A", "B"]
    assert [lane_.get("data-unit") for lane_ in lanes] == ["Servicetorg", "Byggesak"]
    for lane_ in lanes:
        assert [e.get("class") for e in lane_].count("procmap-lane-body") == 1


def test_each_node_is_a_group_that_begins_with_its_shape(svg: str) -> None:
    nodes = groups(svg, "procmap-node")
    types = {node_.get("data-id"): node_.get("data-type") for node_ in nodes}
    assert types["a"] == "userTask"
    assert types["g"] == "exclusiveGateway"
    assert len(types) == 6
    assert all(node_[0].get("class") == "procmap-shape" for node_ in nodes)
    assert {n.get("data-unit") for n in nodes} == {"Servicetorg", "Byggesak"}


def test_each_flow_is_a_group_with_one_line_of_absolute_commands(svg: str) -> None:
    found = groups(svg, "procmap-flow")
    ends = {
        (flow.get("data-id"), flow.get("data-source"), flow.get("data-target")) for flow in found
    }
    assert ("f1", "a", "g") in ends
    assert len(ends) == 6
    for flow in found:
        lines = [e for e in flow.iter(f"{SVG}path") if e.get("class") == "procmap-line"]
        assert len(lines) == 1
        assert re.fullmatch(r"M[-\d. ]+([LQ][-\d. ]+)+", lines[0].get("d") or "")
        assert flow.get("data-kind") == "sequence"


def test_hand_offs_carry_their_numbers_and_governance() -> None:
    subject = two_lanes()
    picture = draw(subject)
    found = groups(picture.svg, "procmap-handoff")
    numbers = {flow.get("data-id"): flow.get("data-handoffs") for flow in found}
    assert numbers == {"f1": "1", "f3": "2", "f4": "3"}
    assert {flow.get("data-governance") for flow in found} == {"undetermined"}


def test_flows_without_hand_off_carry_none(svg: str) -> None:
    plain = [f for f in groups(svg, "procmap-flow") if f.get("data-id") == "f0"]
    assert [(f.get("data-handoffs"), f.get("data-governance")) for f in plain] == [(None, None)]


def test_every_group_names_its_document(svg: str, rich: Document) -> None:
    for drawn in (svg, draw(rich).svg):
        names = {group.get("data-document") for group in parse(drawn).iter(f"{SVG}g")}
        assert names == {"sak.bpmn"}


def test_ids_are_unique_and_begin_with_a_hash_of_the_content(svg: str) -> None:
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    prefixes = {id_.split("-")[0] for id_ in ids}
    assert len(prefixes) == 1
    assert re.fullmatch(r"pm[0-9a-f]{8}", prefixes.pop())


def test_two_different_maps_share_no_id(svg: str) -> None:
    other = draw(two_lanes(name="En annen sak")).svg
    assert not set(re.findall(r' id="([^"]+)"', svg)) & set(re.findall(r' id="([^"]+)"', other))


def test_nothing_but_presentation_attributes(rich: Document) -> None:
    drawn = draw(rich).svg
    for banned in ("<style", " style=", "foreignObject", "rgba(", "<script", "javascript:"):
        assert banned not in drawn
    assert "url(" not in drawn
    assert "href" not in drawn
    assert set(re.findall(r"https?://[^\"<\s]+", drawn)) == {"http://www.w3.org/2000/svg"}


def test_no_transforms_on_lanes_nodes_and_flows(rich: Document) -> None:
    drawn = draw(rich).svg
    for class_ in ("procmap-lane", "procmap-node", "procmap-flow"):
        for group in groups(drawn, class_):
            assert not any(element.get("transform") for element in group.iter())


def test_messages_are_flows_of_their_kind(rich: Document) -> None:
    found = groups(draw(rich).svg, "procmap-flow")
    messages = [f for f in found if f.get("data-kind") == "message"]
    assert {(m.get("data-source"), m.get("data-target")) for m in messages} == {
        ("Innbygger", "s"),
        ("z", "Innbygger"),
    }


def test_labels_outside_shapes_are_marked_as_such(svg: str) -> None:
    drawing = read_drawing(svg)
    assert drawing.nodes["g"].labels
    assert not drawing.nodes["a"].labels


def test_every_step_and_flow_has_a_title_for_those_who_cannot_see_it(svg: str) -> None:
    for class_ in ("procmap-node", "procmap-flow", "procmap-lane"):
        for group in groups(svg, class_):
            assert group.findtext(f"{SVG}title")


def test_the_drawing_is_titled_and_described(svg: str) -> None:
    root = parse(svg)
    assert root.findtext(f"{SVG}title") == "Sak"
    described = root.findtext(f"{SVG}desc") or ""
    assert "2 svømmebaner" in described
    assert "3 overleveringer" in described
    labelled = (root.get("aria-labelledby") or "").split()
    ids = {element.get("id") for element in root}
    assert set(labelled) <= ids


def test_a_handoff_governance_is_the_one_that_most_needs_talk() -> None:
    subject = two_lanes()
    found = analysis(subject, governance={"f1": "yes", "f3": "no"})
    drawn = draw_swimlane(subject, analysis=found).svg
    states = {f.get("data-id"): f.get("data-governance") for f in groups(drawn, "procmap-handoff")}
    assert states == {"f1": "yes", "f3": "no", "f4": "undetermined"}
