"""HND203: neither routine nor channel is a finding, not recorded one question a process."""

from __future__ import annotations

import dataclasses

import pytest

from procmap.graph import analyze_landscape
from procmap.model import Boundary, CrossingAgreement, Fact
from procmap.rules import find_findings

from .boundaries import build_bounded
from .builders import build_landscape, build_process, find, ref, severities


def test_a_hand_off_said_to_have_neither_should_be_clarified() -> None:
    (finding,) = find(build_bounded(routine=Fact.absent(), channel=Fact.absent()), "HND203")
    assert finding.severity == "W"
    assert finding.message() == "Nr. 1: Det er ikke beskrevet hvordan B får beskjed."
    assert finding.question() == "Hvordan vet B at det er deres tur?"
    assert finding.elements == (ref("T1>T2"), ref("Process"))


def test_what_is_not_recorded_is_one_question_a_process() -> None:
    (finding,) = find(build_landscape(build_process("T1@A -> T2@B -> T3@C")), "HND203")
    assert finding.severity == "I"
    assert finding.message("en") == (
        "We do not know yet how the receiver is told at 2 hand-offs in “Byggesak” (nos. 1, 2)."
    )


@pytest.mark.parametrize("state", [Fact.unknown(), Fact()])
def test_one_of_the_two_said_to_be_missing_leaves_a_question(state: Fact[str]) -> None:
    landscape = build_bounded(routine=state, channel=Fact.absent())
    assert severities(find(landscape, "HND203")) == ["I"]


@pytest.mark.parametrize(
    "landscape",
    [
        build_bounded(routine=Fact.stated("Rutine")),
        build_bounded(channel=Fact.stated("system")),
        build_bounded(channel=Fact.stated("informal")),
        build_landscape(build_process("T1@A -> T2@A")),
    ],
)
def test_a_routine_or_channel_of_any_kind_is_not_flagged(landscape: object) -> None:
    assert not find(landscape, "HND203")  # type: ignore[arg-type]  # each is a landscape


def test_what_holds_one_way_says_nothing_of_the_other() -> None:
    landscape = build_bounded(process=build_process("T1@B -> T2@A"), routine=Fact.stated("x"))
    assert isinstance(landscape.boundaries[0], Boundary)
    assert severities(find(landscape, "HND203")) == ["I"]


def test_a_drawn_message_says_itself_how_the_receiver_is_told() -> None:
    analysis = analyze_landscape(build_landscape(build_process("T1@A -> T2@B")))
    drawn = tuple(dataclasses.replace(c, medium="message") for c in analysis.crossings)
    found = find_findings(dataclasses.replace(analysis, crossings=drawn))
    assert "HND202" in {f.code for f in found}
    assert "HND203" not in {f.code for f in found}


def test_what_is_said_of_the_hand_off_itself_counts_first() -> None:
    agreed = CrossingAgreement(ref("T1"), ref("T2"), channel=Fact.stated("meeting"))
    landscape = build_bounded(routine=Fact.absent(), channel=Fact.absent())
    assert not find(landscape.model_copy(update={"agreements": (agreed,)}), "HND203")
    refused = CrossingAgreement(ref("T1"), ref("T2"), routine=Fact.absent(), channel=Fact.absent())
    landscape = build_bounded(channel=Fact.stated("system"))
    found = find(landscape.model_copy(update={"agreements": (refused,)}), "HND203")
    assert severities(found) == ["W"]
