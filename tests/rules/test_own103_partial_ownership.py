"""OWN103: steps that no stated scope covers; scopes not recorded cover nobody knows what."""

from __future__ import annotations

import pytest

from procmap.model import Fact, FactState, Mandate, Ownership, Scope

from .builders import build_landscape, build_process, find, owned, ref

ACROSS = "T1@A -> T2@B -> T3@B"
OWN_UNIT: Fact[Scope] = Fact.stated(Scope("own_unit"))


def test_steps_outside_the_stated_scope_should_be_clarified() -> None:
    process = build_process(ACROSS, ownership=owned("Leder A", scope=OWN_UNIT))
    (finding,) = find(build_landscape(process), "OWN103")
    assert finding.severity == "W"
    assert finding.message() == "2 steg i «Byggesak» er ikke dekket av noens eieransvar."
    assert finding.elements == (ref("Process"), ref("T2"), ref("T3"))
    assert finding.evidence[1].value == pytest.approx(0.333)


def test_it_follows_from_the_line_manager_who_owns() -> None:
    process = build_process(ACROSS, ownership=owned("Leder A", scope=OWN_UNIT))
    (cause,) = find(build_landscape(process), "OWN102")
    (finding,) = find(build_landscape(process), "OWN103")
    assert finding.caused_by == cause.fingerprint


def test_two_owners_may_cover_it_all_together() -> None:
    first, second = (
        owned(name, scope=OWN_UNIT, mandate=Fact.stated(Mandate("own_unit"))).or_none or ()
        for name in ("Leder A", "Leder B")
    )
    process = build_process(ACROSS, ownership=Fact.stated((*first, *second)))
    assert not find(build_landscape(process), "OWN103")


@pytest.mark.parametrize(
    "scope", [Fact.stated(Scope("whole")), Fact.unknown(), Fact(), Fact.not_applicable()]
)
def test_a_scope_that_is_whole_or_not_recorded_is_not_flagged(scope: Fact[Scope]) -> None:
    process = build_process(ACROSS, ownership=owned("Leder A", scope=scope))
    assert not find(build_landscape(process), "OWN103")


def test_a_scope_of_steps_counts_step_by_step() -> None:
    scope = Fact.stated(Scope("steps", steps=(ref("T1"), ref("T2"))))
    process = build_process(ACROSS, ownership=owned("Leder A", scope=scope))
    (finding,) = find(build_landscape(process), "OWN103")
    assert finding.message("en") == "“T3” in “Byggesak” is not covered by anybody's ownership."


def test_a_step_whose_unit_is_only_assumed_may_be_covered() -> None:
    process = build_process("T1@A -> T2@b", ownership=owned("Leder A", scope=OWN_UNIT))
    assert not find(build_landscape(process), "OWN103")


@pytest.mark.parametrize("state", [FactState.ABSENT, FactState.UNKNOWN, FactState.NOT_RECORDED])
def test_a_process_without_an_owner_is_another_question(state: FactState) -> None:
    ownership: Fact[tuple[Ownership, ...]] = Fact(state)
    assert not find(build_landscape(build_process(ACROSS, ownership=ownership)), "OWN103")
