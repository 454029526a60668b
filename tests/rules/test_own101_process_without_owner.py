"""OWN101: absent, unknown and not recorded are told apart, and so are stated and assumed units."""

from __future__ import annotations

import datetime as dt

import pytest

from procmap.model import Fact, LaneMeaning, Ownership, Process

from .builders import build_landscape, build_process, case_of, find, owned, severities

ACROSS = "Start@A -> T1@A -> T2@B -> End@B"
WITHIN = "Start@A -> T1@A -> T2@A -> End@A"
ASSUMED = "Start@a -> T1@a -> T2@b -> End@b"

Owners = Fact[tuple[Ownership, ...]]


@pytest.mark.parametrize(
    ("flow", "ownership", "case", "severity"),
    [
        (ACROSS, Owners.absent(), "absent-across-units", "E"),
        (ASSUMED, Owners.absent(), "absent-across-assumed-units", "W"),
        ("T1@A -> T2@b", Owners.absent(), "absent-across-assumed-units", "W"),
        (WITHIN, Owners.absent(), "absent", "W"),
        ("T1 -> T2", Owners.absent(), "absent", "W"),
        (ACROSS, Owners.unknown(), "unknown", "W"),
        (ACROSS, Owners.not_recorded(), "not-recorded", "I"),
    ],
)
def test_severity_follows_from_what_is_known(
    flow: str, ownership: Owners, case: str, severity: str
) -> None:
    (finding,) = find(build_landscape(build_process(flow, ownership=ownership)), "OWN101")
    assert (case_of(finding), finding.severity.value) == (case, severity)


@pytest.mark.parametrize("ownership", [owned(), Owners.not_applicable()])
def test_an_owner_or_a_process_that_needs_none_is_not_flagged(ownership: Owners) -> None:
    assert not find(build_landscape(build_process(ACROSS, ownership=ownership)), "OWN101")


def test_message_and_question_are_the_study_s_words() -> None:
    process = build_process(ACROSS, ownership=Fact.absent())
    (finding,) = find(build_landscape(process), "OWN101")
    assert finding.message() == (
        "Ingen har ansvar for helheten i «Byggesak», som går gjennom 2 enheter."
    )
    assert finding.question() == "Hvem bør kunne bestemme på tvers, og hva må til?"


def test_what_nobody_recorded_is_asked_about() -> None:
    (finding,) = find(build_landscape(build_process(ACROSS)), "OWN101")
    assert finding.message() == "Vi vet ikke ennå hvem som eier «Byggesak»."
    assert finding.question() == "Hvem ringer dere når «Byggesak» ikke fungerer?"


def test_no_configuration_makes_more_of_what_nobody_recorded() -> None:
    landscape = build_landscape(build_process(ACROSS))
    assert severities(find(landscape, "OWN101", {"severity": {"OWN101": "E"}})) == ["I"]


def test_a_manager_of_the_process_is_no_owner() -> None:
    process = build_process(ACROSS, ownership=owned("Saksansvarlig"))
    (ownership,) = process.owners
    manager = Ownership(ownership.holder, kind="manager")
    process = process.model_copy(update={"ownership": Fact.stated((manager,))})
    assert severities(find(build_landscape(process), "OWN101")) == ["I"]


def test_an_ownership_that_has_ended_leaves_a_question() -> None:
    ended = owned(valid_to=dt.date(2020, 12, 31))
    landscape = build_landscape(build_process(ACROSS, ownership=ended))
    assert not find(landscape, "OWN101")
    assert severities(find(landscape, "OWN101", as_of=dt.date(2024, 1, 1))) == ["I"]


def test_the_register_s_own_day_counts_where_no_other_is_asked_for() -> None:
    ended = owned(valid_to=dt.date(2020, 12, 31))
    landscape = build_landscape(build_process(ACROSS, ownership=ended))
    later = landscape.model_copy(update={"as_of": dt.date(2024, 1, 1)})
    assert severities(find(later, "OWN101")) == ["I"]


def test_a_process_without_a_model_is_asked_about_too() -> None:
    unmodelled = Process(ref=build_process("T1").ref, name="Innsyn", modelled=False)
    landscape = build_landscape().model_copy(update={"unmodelled": (unmodelled,)})
    (finding,) = find(landscape, "OWN101")
    assert finding.message() == "Vi vet ikke ennå hvem som eier «Innsyn»."


def test_an_empty_stub_of_a_process_is_not_flagged() -> None:
    stub = Process(ref=build_process("T1").ref, name="Søker")
    assert not find(build_landscape(stub), "OWN101")


def test_what_an_outside_party_does_is_not_ours_to_own() -> None:
    process = build_process("T1@a -> T2@a")
    (lane,) = process.lanes
    outside = lane.model_copy(update={"meaning": Fact.stated(LaneMeaning("outside"))})
    process = process.model_copy(update={"lanes": (outside,)})
    assert not find(build_landscape(process), "OWN101")
