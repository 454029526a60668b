"""HND201: a crossing is a plain fact, one finding per ordered pair of units and process."""

from __future__ import annotations

from procmap.model import Fact, LaneMeaning
from procmap.rules.hnd.numbers import join_numbers

from .builders import build_landscape, build_process, find, ref


def test_each_direction_between_two_units_is_one_finding() -> None:
    process = build_process("T1@A -> T2@B -> T3@A -> T4@B")
    there, back = find(build_landscape(process), "HND201")
    assert there.message() == "Nr. 1, 3: «Byggesak» går fra A til B 2 steder."
    assert back.message() == "Nr. 2: «Byggesak» går fra B til A."
    assert there.severity == "I"


def test_the_drawn_flows_are_the_evidence() -> None:
    (finding,) = find(build_landscape(build_process("T1@A -> T2@B")), "HND201")
    assert finding.elements == (ref("Process"), ref("T1>T2"))
    assert finding.evidence[0].elements == (ref("T1>T2"),)


def test_work_that_stays_is_not_flagged() -> None:
    assert not find(build_landscape(build_process("T1@A -> T2@A")), "HND201")


def test_work_that_goes_to_an_outside_party_is_a_contact_and_not_flagged() -> None:
    process = build_process("T1@A -> T2@b")
    lanes = tuple(
        lane.model_copy(update={"meaning": Fact.stated(LaneMeaning("outside"))})
        if lane.name == "b"
        else lane
        for lane in process.lanes
    )
    assert not find(build_landscape(process.model_copy(update={"lanes": lanes})), "HND201")


def test_assumed_units_are_counted_and_stay_for_information_whatever_is_configured() -> None:
    landscape = build_landscape(build_process("T1@a -> T2@b"), registered=False)
    (finding,) = find(landscape, "HND201", {"severity": {"HND": "W"}})
    assert finding.severity == "I"


def test_stated_units_take_the_configured_severity() -> None:
    landscape = build_landscape(build_process("T1@A -> T2@B"))
    (finding,) = find(landscape, "HND201", {"severity": {"HND": "W"}})
    assert finding.severity == "W"


def test_numbers_of_nothing_are_empty() -> None:
    assert join_numbers(()) == ""
