"""Numbers of crossing points: each once, on the lane border, told apart without colour."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from procmap.maps import draw_swimlane
from procmap.model import CrossingPoint

from .builders import analysis, draw, flows, lane, node, process, two_lanes
from .measuring import SVG, read_drawing
from .test_contract import groups


def numbers(svg: str) -> list[ET.Element]:
    return groups(svg, "procmap-number")


def middle(group: ET.Element) -> tuple[float, float]:
    circle = next(group.iter(f"{SVG}circle"))
    return float(circle.get("cx") or 0), float(circle.get("cy") or 0)


def test_each_number_stands_once() -> None:
    found = [group.get("data-number") for group in numbers(draw(two_lanes()).svg)]
    assert found == ["1", "2", "3"]


def test_a_number_stands_where_its_flow_crosses_the_border() -> None:
    svg = draw(two_lanes()).svg
    drawing = read_drawing(svg)
    border = drawing.lanes["A"][3]
    by_id = {flow.id: flow for flow in drawing.flows}
    for group in numbers(svg):
        x, y = middle(group)
        assert y == pytest.approx(border)
        assert any(px == pytest.approx(x) for px, _ in by_id[group.get("data-for") or ""].points)


def test_a_flow_may_carry_several_numbers() -> None:
    subject = two_lanes()
    found = analysis(subject)
    first = found.crossings[0]
    extra = CrossingPoint(
        key="x",
        number=9,
        flow=first.flow,
        process=first.process,
        source_unit=first.target_unit,
        target_unit=first.source_unit,
        medium="sequence",
        between="units",
    )
    both = type(found)(
        landscape=found.landscape, places=found.places, crossings=(*found.crossings, extra)
    )
    svg = draw_swimlane(subject, analysis=both).svg
    flow = next(f for f in groups(svg, "procmap-flow") if f.get("data-id") == "f1")
    assert flow.get("data-handoffs") == "1 9"
    assert sorted(g.get("data-number") or "" for g in numbers(svg)) == ["1", "2", "3", "9"]


def test_a_number_inside_one_lane_stands_on_its_flow() -> None:
    subject = process([node("a", lane="A"), node("b", lane="A")], flows("a>b"), lanes=[lane("A")])
    found = analysis(subject)
    unit = next(iter(found.places.values())).units[0]
    point = CrossingPoint(
        "k", 1, subject.sequence_flows[0].ref, subject.ref, unit, unit, "call", "units"
    )
    with_point = type(found)(landscape=found.landscape, places=found.places, crossings=(point,))
    svg = draw_swimlane(subject, analysis=with_point).svg
    flow = read_drawing(svg).flows[0]
    x, y = middle(numbers(svg)[0])
    assert flow.points[0][0] < x < flow.points[-1][0]
    assert y == flow.points[0][1]


def test_governed_ungoverned_and_open_differ_without_colour() -> None:
    subject = two_lanes()
    found = analysis(subject, governance={"f1": "yes", "f3": "no"})
    svg = draw_swimlane(subject, analysis=found, theme="black-and-white").svg
    looks = {}
    for group in numbers(svg):
        markup = ET.tostring(group, encoding="unicode")
        rings = len(re.findall("<[^>]*circle", markup))
        dashed = "stroke-dasharray" in markup
        asked = "?" in (group.findtext(f"{SVG}text") or "")
        full = 'fill="#000000" stroke' in markup
        looks[group.get("data-governance")] = (rings, dashed, asked, full)
    assert looks["yes"] == (2, False, False, False)
    assert looks["no"] == (1, False, False, True)
    assert looks["undetermined"][1:] == (True, True, False)


def test_numbers_do_not_stand_on_one_another() -> None:
    steps = [node(f"a{i}", lane="A") for i in range(6)] + [
        node(f"b{i}", lane="B") for i in range(6)
    ]
    pairs = [f"a{i}>b{j}" for i in range(6) for j in (i, (i + 1) % 6)]
    subject = process(steps, flows(*pairs), lanes=[lane("A"), lane("B")])
    svg = draw(subject).svg
    spots = [middle(group) for group in numbers(svg)]
    for i, (x, y) in enumerate(spots):
        for other_x, other_y in spots[:i]:
            assert max(abs(x - other_x), abs(y - other_y)) >= 20
