"""GAP306: lanes that the register ties to no unit or to two; one question a process."""

from __future__ import annotations

import dataclasses

import pytest

from procmap.graph import analyze_landscape
from procmap.model import Fact, Landscape, LaneMeaning
from procmap.rules import find_findings

from .builders import build_landscape, build_process, find, ref, severities


def with_meaning(meaning: Fact[LaneMeaning]) -> Landscape:
    process = build_process("T1@A -> T2@b")
    lanes = tuple(
        lane.model_copy(update={"meaning": meaning}) if lane.name == "b" else lane
        for lane in process.lanes
    )
    return build_landscape(process.model_copy(update={"lanes": lanes}))


def meaning(kind: str, *units: str) -> Fact[LaneMeaning]:
    return Fact.stated(LaneMeaning(kind, units))  # type: ignore[arg-type]


def test_an_unmapped_lane_is_a_question() -> None:
    (finding,) = find(with_meaning(Fact()), "GAP306")
    assert finding.severity == "I"
    assert finding.message() == (
        "Svømmebanen «b» i «Byggesak» er ikke knyttet til én bestemt enhet."
    )
    assert finding.elements == (ref("Process"), ref("Process_b"))


@pytest.mark.parametrize(
    "given",
    [
        Fact.unknown(),
        meaning("unit"),
        meaning("role"),
        meaning("unit", "kommune/A", "kommune/B"),
    ],
)
def test_a_lane_tied_to_nothing_or_to_two_is_a_question(given: Fact[LaneMeaning]) -> None:
    assert severities(find(with_meaning(given), "GAP306")) == ["I"]


@pytest.mark.parametrize(
    "given",
    [
        meaning("unit", "kommune/B"),
        meaning("role", "kommune/B"),
        meaning("outside"),
        meaning("system"),
        Fact.absent(),
        Fact.not_applicable(),
    ],
)
def test_a_lane_that_somebody_has_placed_is_not_flagged(given: Fact[LaneMeaning]) -> None:
    assert not find(with_meaning(given), "GAP306")


def test_several_lanes_are_one_question() -> None:
    (finding,) = find(build_landscape(build_process("T1@A -> T2@c -> T3@b")), "GAP306")
    assert finding.message() == (
        "2 svømmebaner i «Byggesak» er ikke knyttet til én bestemt enhet, blant dem «b»."
    )


def test_lanes_without_a_name_are_not_called_by_their_ids() -> None:
    process = build_process("T1@A -> T2@b")
    lanes = tuple(
        lane.model_copy(update={"name": ""}) if lane.name == "b" else lane for lane in process.lanes
    )
    (finding,) = find(build_landscape(process.model_copy(update={"lanes": lanes})), "GAP306")
    assert finding.message() == (
        "En svømmebane uten navn i «Byggesak» er ikke knyttet til én bestemt enhet."
    )


def test_without_a_register_nothing_is_asked() -> None:
    process = build_process("T1@a -> T2@b")
    assert not find(build_landscape(process, registered=False), "GAP306")


def test_units_alone_make_no_register() -> None:
    landscape = build_landscape(build_process("T1@A -> T2@b"))
    assert not find(landscape.model_copy(update={"registered": False}), "GAP306")


def test_a_lane_that_only_the_drawing_fills_is_asked_about() -> None:
    process = build_process("T1@A -> T2@b")
    lanes = tuple(lane.model_copy(update={"nodes": ()}) for lane in process.lanes)
    (finding,) = find(build_landscape(process.model_copy(update={"lanes": lanes})), "GAP306")
    assert finding.parameters["l"] == "b"


def test_an_untouched_template_asks_nothing_new() -> None:
    untouched = build_landscape(build_process("T1@a -> T2@b"), registered=False)
    untouched = untouched.model_copy(update={"registered": True})
    assert not find(untouched, "GAP306")


def test_lanes_without_steps_and_lanes_that_hold_lanes_are_not_asked_about() -> None:
    process = build_process("T1@A -> T2@B")
    lanes = tuple(lane.model_copy(update={"parent": ref("Above")}) for lane in process.lanes)
    above = lanes[0].model_copy(
        update={"ref": ref("Above"), "parent": None, "meaning": Fact(), "name": "Above"}
    )
    empty = above.model_copy(update={"ref": ref("Empty"), "nodes": (), "name": "Empty"})
    process = process.model_copy(update={"lanes": (above, *lanes, empty)})
    assert not find(build_landscape(process), "GAP306")


def test_lanes_without_a_name_in_a_mapped_pool_are_nothing_to_ask_about() -> None:
    process = build_process("T1@a -> T2@A")
    (lane,) = (lane for lane in process.lanes if lane.name == "a")
    unnamed = tuple(
        other.model_copy(update={"name": ""}) if other.ref == lane.ref else other
        for other in process.lanes
    )
    process = process.model_copy(update={"lanes": unnamed})
    analysis = analyze_landscape(build_landscape(process))
    assert [f for f in find_findings(analysis) if f.code == "GAP306"]
    placed = {**analysis.places, ref("T1"): analysis.places[ref("T2")]}
    found = find_findings(dataclasses.replace(analysis, places=placed))
    assert not [f for f in found if f.code == "GAP306"]


def test_a_lane_with_a_name_is_asked_about_wherever_its_steps_are() -> None:
    analysis = analyze_landscape(build_landscape(build_process("T1@a -> T2@A")))
    placed = {**analysis.places, ref("T1"): analysis.places[ref("T2")]}
    found = find_findings(dataclasses.replace(analysis, places=placed))
    assert [f.parameters["l"] for f in found if f.code == "GAP306"] == ["a"]
