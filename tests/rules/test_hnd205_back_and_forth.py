"""HND205: A→B→A over successions, with the shortest path, per ordered pair of parties."""

from __future__ import annotations

import dataclasses
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph import analyze_landscape
from procmap.model import Fact, LaneMeaning, Person, Process, Role
from procmap.rules import find_findings

from .builders import build_landscape, build_process, case_of, find, ref


def test_work_that_comes_back_is_for_information_with_its_path() -> None:
    (finding,) = find(build_landscape(build_process("T1@A -> T2@B -> T3@A")), "HND205")
    assert finding.severity == "I"
    assert finding.message() == "Saken går fra A til B og tilbake."
    assert finding.question() == "Hva må være klart første gang?"
    assert finding.evidence[0].kind == "path"
    assert finding.evidence[0].elements == tuple(map(ref, ("T1", "T1>T2", "T2", "T2>T3", "T3")))


def test_work_may_stay_for_some_steps_before_it_comes_back() -> None:
    process = build_process("T1@A -> T2@B -> X1@B -> T3@B -> T4@A")
    (finding,) = find(build_landscape(process), "HND205")
    steps = [str(r.id) for r in finding.evidence[0].elements if ">" not in r.id]
    assert steps == ["T1", "T2", "T3", "T4"]


@pytest.mark.parametrize(
    "flow",
    [
        "T1@A -> T2@B",
        "T1@A -> T2@B -> T3@C -> T4@A",
        "T1@A -> T2@B -> T3 -> T4@A",
        "T1@A -> T2@B -> T3 -> T4@B -> T5@A",
    ],
)
def test_work_that_does_not_come_straight_back_is_not_flagged(flow: str) -> None:
    assert not find(build_landscape(build_process(flow)), "HND205")


def test_two_hand_offs_that_are_on_no_common_way_are_not_flagged() -> None:
    process = build_process("Start -> X1 -> T1@A -> T2@B -> End\nX1 -> T3@B -> T4@A -> End")
    assert not find(build_landscape(process), "HND205")


@pytest.mark.parametrize(
    ("flow", "shortest"),
    [
        ("T1@A -> T2@B -> T3@B -> T4@A\nT2 -> T4", ["T1", "T2", "T4"]),
        ("T1@A -> T2@B -> T3@B -> T7@A\nT2 -> T9@B -> T8@B -> T7", ["T1", "T2", "T3", "T7"]),
    ],
)
def test_the_shortest_way_is_shown_once_per_pair(flow: str, shortest: list[str]) -> None:
    (finding,) = find(build_landscape(build_process(flow)), "HND205")
    assert [r.id for r in finding.evidence[0].elements if ">" not in r.id] == shortest


def test_assumed_units_stay_for_information_whatever_is_configured() -> None:
    landscape = build_landscape(build_process("T1@A -> T2@b -> T3@A"))
    (finding,) = find(landscape, "HND205", {"severity": {"HND205": "W"}})
    assert finding.severity == "I"


def test_a_message_is_no_succession() -> None:
    analysis = analyze_landscape(build_landscape(build_process("T1@A -> T2@B -> T3@A")))
    there, back = analysis.handoffs
    answer = dataclasses.replace(back, medium="message")
    found = find_findings(dataclasses.replace(analysis, handoffs=(there, answer)))
    assert "HND205" not in {finding.code for finding in found}


def test_a_loop_between_two_units_comes_back_in_both_directions() -> None:
    process = build_process("T1@A -> T2@B -> T1")
    assert [f.message("en") for f in find(build_landscape(process), "HND205")] == [
        "The case goes from A to B and back.",
        "The case goes from B to A and back.",
    ]


def test_it_compares_at_the_level_of_the_analysis() -> None:
    landscape = build_landscape(build_process("T1@A -> T2@B -> T3@A"))
    assert not find(landscape, "HND205", level=0)


def test_persons_are_not_named() -> None:
    process = build_process("T1@x -> T2@y -> T3@x")
    roles = tuple(
        Role(name=name, unit="kommune/A", holders=Fact.stated((person,)))
        for name, person in (("x", "Kari Nordmann"), ("y", "Ola Nordmann"))
    )
    people = (Person(name="Kari Nordmann"), Person(name="Ola Nordmann"))
    lanes = tuple(
        lane.model_copy(update={"meaning": Fact.stated(LaneMeaning("role"))})
        for lane in process.lanes
    )
    process = process.model_copy(update={"lanes": lanes})
    landscape = build_landscape(process).model_copy(update={"roles": roles, "people": people})
    (finding,) = find(landscape, "HND205", level="person")
    assert case_of(finding) == "between-persons"
    assert "Nordmann" not in finding.model_dump_json()


@given(st.randoms(use_true_random=False))
def test_another_export_names_each_pair_in_the_same_order(random: Random) -> None:
    """New ids, and everything in another place of the file: the same loops are met first."""
    flow = "Start -> X1 -> T1@a -> T2@b -> T1\nX1 -> T2 -> End\nX1 -> T3@b -> T4@a -> T3"
    process = build_process(flow)
    text = process.model_dump_json()
    names = ("Process_a", "Process_b", "T1", "T2", "T3", "T4", "X1")
    for name, number in zip(names, random.sample(range(10, 20), len(names)), strict=True):
        text = text.replace(f'"{name}"', f'"N{number}"').replace(f'"{name}>', f'"F{number}>')
    drawn = Process.model_validate_json(text)
    again = drawn.model_copy(
        update={
            name: tuple(random.sample(found, len(found)))
            for name, found in (
                ("nodes", drawn.nodes),
                ("sequence_flows", drawn.sequence_flows),
                ("lanes", drawn.lanes),
            )
        }
    )
    first, second = (find(build_landscape(each), "HND205") for each in (process, again))
    assert [(f.message(), f.parameters["i"]) for f in second] == [
        ("Saken går fra a til b og tilbake.", 1),
        ("Saken går fra b til a og tilbake.", 2),
    ]
    assert [f.message() for f in first] == [f.message() for f in second]
