"""OWN102: the owner's line against the units that take part, and how far the mandate goes."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Holder, Mandate, Ownership, Person

from .builders import build_landscape, build_process, case_of, find, owned, severities

ACROSS = "Start@A -> T1@A -> T2@B -> End@B"
WHOLE = Fact.stated(Mandate("whole"))
OWN_UNIT = Fact.stated(Mandate("own_unit"))


def mandate(*units: str) -> Fact[Mandate]:
    return Fact.stated(Mandate("units", tuple(f"kommune/{unit}" for unit in units)))


def test_an_owner_who_manages_one_of_several_units_is_for_information() -> None:
    process = build_process(ACROSS, ownership=owned("Leder A"))
    (finding,) = find(build_landscape(process), "OWN102")
    assert finding.severity == "I"
    assert finding.message() == "Eieren av «Byggesak» leder A, én av 2 enheter som deltar."
    assert finding.question() == "Hva kan eieren avgjøre for de andre enhetene?"


@pytest.mark.parametrize(
    ("given", "case", "severity"),
    [
        (OWN_UNIT, "mandate-stops", "W"),
        (mandate("A"), "mandate-stops", "W"),
        (mandate("A", "B"), "mandate-reaches", "I"),
        (mandate("top"), "mandate-reaches", "I"),
        (WHOLE, "mandate-reaches", "I"),
        (Fact.unknown(), "mandate-open", "I"),
        (Fact.not_recorded(), "mandate-open", "I"),
    ],
)
def test_it_should_be_clarified_only_where_the_mandate_is_stated_to_stop(
    given: Fact[Mandate], case: str, severity: str
) -> None:
    process = build_process(ACROSS, ownership=owned("Leder A", mandate=given))
    (finding,) = find(build_landscape(process), "OWN102")
    assert (case_of(finding), finding.severity.value) == (case, severity)


def test_a_mandate_that_names_some_of_the_others_stays_open() -> None:
    ownership = owned("Leder A", mandate=mandate("A", "B"))
    process = build_process("T1@A -> T2@B -> T3@C", ownership=ownership)
    (finding,) = find(build_landscape(process), "OWN102")
    assert case_of(finding) == "mandate-open"


@pytest.mark.parametrize("holder", ["Direktør", "Saksbehandler", "Leder C", "Sjef"])
def test_a_common_superior_and_whoever_manages_no_unit_of_it_are_not_flagged(holder: str) -> None:
    process = build_process(ACROSS, ownership=owned(holder))
    assert not find(build_landscape(process), "OWN102")


def test_a_superior_of_some_units_only_is_flagged_with_their_number() -> None:
    process = build_process("T1@A -> T2@B -> T3@D", ownership=owned("Direktør"))
    (finding,) = find(build_landscape(process), "OWN102")
    assert finding.message() == "Eieren av «Byggesak» leder 2 av 3 enheter som deltar."


def test_a_process_within_one_unit_is_not_flagged() -> None:
    process = build_process("T1@A -> T2@A", ownership=owned("Leder A"))
    assert not find(build_landscape(process), "OWN102")


def test_assumed_units_do_not_count() -> None:
    process = build_process("T1@A -> T2@b", ownership=owned("Leder A"))
    assert not find(build_landscape(process), "OWN102")


def test_a_unit_as_holder_stands_for_whoever_manages_it() -> None:
    process = build_process(ACROSS, ownership=owned("A", kind="unit"))
    assert severities(find(build_landscape(process), "OWN102")) == ["I"]


def test_a_person_manages_by_the_position_held_and_is_not_named() -> None:
    process = build_process(ACROSS, ownership=owned("Kari Nordmann", kind="person"))
    people = (Person(name="Kari Nordmann", positions=("Leder A",)),)
    landscape = build_landscape(process).model_copy(update={"people": people})
    (finding,) = find(landscape, "OWN102")
    assert "Nordmann" not in finding.model_dump_json()


def test_a_manager_of_the_process_is_not_taken_for_its_owner() -> None:
    holder = Holder("role", "Leder A")
    stated = (Ownership(holder, kind="manager"), Ownership(Holder("role", "Direktør")))
    process = build_process(ACROSS, ownership=Fact.stated(stated))
    assert not find(build_landscape(process), "OWN102")


def test_an_owner_written_down_twice_is_one_finding() -> None:
    twice = Fact.stated((*owned("Leder A").value, *owned("leder  a").value))  # type: ignore[misc]
    process = build_process(ACROSS, ownership=twice)
    assert len(find(build_landscape(process), "OWN102")) == 1
