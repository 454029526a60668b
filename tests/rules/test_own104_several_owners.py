"""OWN104: owners whose scopes overlap with nobody above."""

from __future__ import annotations

import pytest

from procmap.model import Alias, Fact, Landscape, Ownership, Person, Role, Scope

from .builders import WHOLE_SCOPE, build_landscape, build_process, case_of, find, owned

ACROSS = "T1@A -> T2@B"
OWN_UNIT: Fact[Scope] = Fact.stated(Scope("own_unit"))


def build(*holders: tuple[str, Fact[Scope]]) -> Landscape:
    stated: list[Ownership] = []
    for name, scope in holders:
        stated += owned(name, scope=scope).or_none or ()
    return build_landscape(build_process(ACROSS, ownership=Fact.stated(tuple(stated))))


def test_two_owners_of_the_whole_should_be_clarified() -> None:
    (finding,) = find(build(("Leder A", WHOLE_SCOPE), ("Leder B", WHOLE_SCOPE)), "OWN104")
    assert finding.severity == "W"
    assert finding.message() == "2 eiere er oppgitt for de samme stegene i «Byggesak»."


def test_scopes_that_overlap_in_a_step_should_be_clarified() -> None:
    (finding,) = find(build(("Leder A", OWN_UNIT), ("Rådgiver", WHOLE_SCOPE)), "OWN104")
    assert case_of(finding) == "overlap"


@pytest.mark.parametrize("scope", [Fact.unknown(), Fact()])
def test_scopes_nobody_recorded_are_a_question(scope: Fact[Scope]) -> None:
    (finding,) = find(build(("Leder A", scope), ("Leder B", scope)), "OWN104")
    assert (finding.severity.value, case_of(finding)) == ("I", "scope-open")


def test_an_agreed_division_is_not_flagged() -> None:
    assert not find(build(("Leder A", OWN_UNIT), ("Leder B", OWN_UNIT)), "OWN104")


def test_an_owner_above_the_others_settles_it() -> None:
    assert not find(build(("Leder A", WHOLE_SCOPE), ("Direktør", WHOLE_SCOPE)), "OWN104")


def test_one_owner_is_not_several() -> None:
    assert not find(build(("Leder A", WHOLE_SCOPE)), "OWN104")


def test_a_position_and_the_person_in_it_are_one_owner() -> None:
    first = owned("Leder A").or_none or ()
    second = owned("Kari", kind="person").or_none or ()
    landscape = build_landscape(build_process(ACROSS, ownership=Fact.stated((*first, *second))))
    people = {
        "people": (Person(name="Kari", positions=("Leder A",)),),
        "roles": (Role(name="Leder A", unit="kommune/A", holders=Fact.stated(("Kari",))),),
    }
    assert find(landscape, "OWN104")
    assert not find(landscape.model_copy(update=people), "OWN104")


def test_two_owners_of_a_process_without_steps_should_be_clarified() -> None:
    landscape = build(("Leder A", WHOLE_SCOPE), ("Leder B", WHOLE_SCOPE))
    process = landscape.processes[0].model_copy(update={"nodes": (), "modelled": False})
    unmodelled = build_landscape().model_copy(update={"unmodelled": (process,)})
    assert [case_of(f) for f in find(unmodelled, "OWN104")] == ["overlap"]


def test_two_names_of_one_position_are_one_owner() -> None:
    landscape = build(("Leder A", WHOLE_SCOPE), ("Fagsjef", WHOLE_SCOPE))
    known = (Alias(name="Leder A", others=("Fagsjef",), kind="position"),)
    assert find(landscape, "OWN104")
    assert not find(landscape.model_copy(update={"aliases": known}), "OWN104")
