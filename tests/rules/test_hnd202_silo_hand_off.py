"""HND202: governance *no* is one finding a crossing point, undetermined one question a process."""

from __future__ import annotations

import dataclasses

from procmap.graph import analyze_landscape
from procmap.model import Fact, Mandate
from procmap.rules import find_findings

from .builders import build_landscape, build_process, find, owned, ref, severities

ACROSS = "T1@A -> T2@B -> T3@C"
WHOLE = Fact.stated(Mandate("whole"))
OWN_UNIT = Fact.stated(Mandate("own_unit"))


def test_each_ungoverned_crossing_point_should_be_clarified() -> None:
    process = build_process(ACROSS, ownership=Fact.absent())
    first, second = find(build_landscape(process), "HND202")
    assert severities([first, second]) == ["W", "W"]
    assert first.message() == (
        "Nr. 1: Ingen har ansvar for begge sider når «Byggesak» går fra A til B."
    )
    assert first.question() == "Hvem avklarer når A og B er uenige?"
    assert first.elements == (ref("T1>T2"), ref("Process"))


def test_what_is_undetermined_is_one_question_a_process() -> None:
    (finding,) = find(build_landscape(build_process(ACROSS)), "HND202")
    assert finding.severity == "I"
    assert finding.message() == (
        "Vi vet ikke ennå om noen har ansvar for begge sider ved 2 overleveringer i «Byggesak» "
        "(nr. 1, 2)."
    )


def test_a_governed_crossing_is_not_flagged() -> None:
    process = build_process(ACROSS, ownership=owned("Rådgiver", mandate=WHOLE))
    assert not find(build_landscape(process), "HND202")


def test_an_assumed_unit_makes_it_no_more_than_for_information() -> None:
    process = build_process("T1@A -> T2@b", ownership=Fact.absent())
    (finding,) = find(build_landscape(process), "HND202", {"severity": {"HND202": "E"}})
    assert finding.severity == "I"
    assert finding.message("en").startswith("No. 1: Nobody is responsible for both sides")


def test_crossings_that_leave_the_organisation_are_counted_apart() -> None:
    analysis = analyze_landscape(build_landscape(build_process(ACROSS, ownership=Fact.absent())))
    outward = tuple(
        dataclasses.replace(crossing, between="organisations") for crossing in analysis.crossings
    )
    found = find_findings(dataclasses.replace(analysis, crossings=outward))
    assert not [finding for finding in found if finding.code in ("HND201", "HND202")]


def test_it_follows_from_the_missing_owner_of_the_same_process() -> None:
    landscape = build_landscape(build_process(ACROSS, ownership=Fact.absent()))
    (cause,) = find(landscape, "OWN101")
    assert {f.caused_by for f in find(landscape, "HND202")} == {cause.fingerprint}


def test_the_question_follows_from_the_owner_nobody_recorded() -> None:
    landscape = build_landscape(build_process(ACROSS))
    (cause,) = find(landscape, "OWN101")
    (question,) = find(landscape, "HND202")
    assert question.caused_by == cause.fingerprint


def test_it_follows_from_an_owner_whose_mandate_stops() -> None:
    process = build_process(ACROSS, ownership=owned("Leder A", mandate=OWN_UNIT))
    landscape = build_landscape(process)
    (cause,) = find(landscape, "OWN102")
    assert {f.caused_by for f in find(landscape, "HND202")} == {cause.fingerprint}


def test_of_several_causes_it_follows_from_the_most_urgent() -> None:
    stops = owned("Leder B", mandate=OWN_UNIT).or_none or ()
    open_ = owned("Leder A").or_none or ()
    for owners in ((*open_, *stops), (*stops, *open_)):
        landscape = build_landscape(build_process(ACROSS, ownership=Fact.stated(owners)))
        (cause,) = (f for f in find(landscape, "OWN102") if f.severity.value == "W")
        assert {f.caused_by for f in find(landscape, "HND202")} == {cause.fingerprint}


def test_it_does_not_follow_from_an_owner_whose_mandate_reaches_all() -> None:
    ownership = owned("Leder A", scope=Fact.unknown(), mandate=WHOLE)
    landscape = build_landscape(build_process(ACROSS, ownership=ownership))
    assert find(landscape, "OWN102")
    assert [f.caused_by for f in find(landscape, "HND202")] == [None]


def test_it_does_not_follow_from_the_owner_of_another_process() -> None:
    landscape = build_landscape(
        build_process("T1", ownership=Fact.absent()),
        build_process(ACROSS, document="n.bpmn", ownership=owned("Rådgiver")),
    )
    assert find(landscape, "OWN101")
    assert [f.caused_by for f in find(landscape, "HND202")] == [None]


def test_it_stands_by_itself_where_the_cause_is_ignored() -> None:
    landscape = build_landscape(build_process(ACROSS))
    (question,) = find(landscape, "HND202", {"ignore": ["OWN"]})
    assert question.caused_by is None
