"""HND206: a coordinator from one side, where no routine is stated."""

from __future__ import annotations

import pytest

from procmap.model import CrossingAgreement, Fact, Holder

from .boundaries import build_bounded
from .builders import UNITS, build_process, find, ref


def test_a_coordinator_who_manages_one_side_is_for_information() -> None:
    landscape = build_bounded(coordinator=Fact.stated(Holder("role", "Leder B")))
    (finding,) = find(landscape, "HND206")
    assert finding.severity == "I"
    assert (
        finding.message() == "Nr. 1: Den som koordinerer mellom A og B i «Byggesak», hører til B."
    )


@pytest.mark.parametrize(
    "holder",
    [
        Holder("role", "Direktør"),
        Holder("network", "A"),
        Holder("role", "Leder C"),
        Holder("role", "Ukjent"),
    ],
)
def test_above_beside_or_unknown_is_not_one_sided(holder: Holder) -> None:
    assert not find(build_bounded(coordinator=Fact.stated(holder)), "HND206")


def test_a_routine_is_enough() -> None:
    landscape = build_bounded(
        coordinator=Fact.stated(Holder("role", "Leder B")), routine=Fact.stated("Rutine")
    )
    assert not find(landscape, "HND206")


def test_without_a_coordinator_there_is_nothing_to_say() -> None:
    assert not find(build_bounded(), "HND206")


def test_who_manages_one_side_and_what_both_lie_under_is_above() -> None:
    units = tuple(
        unit.model_copy(update={"manager": Fact.stated("Direktør")}) if unit.name == "A" else unit
        for unit in UNITS
    )
    landscape = build_bounded(coordinator=Fact.stated(Holder("role", "Direktør")))
    assert not find(landscape.model_copy(update={"units": units}), "HND206")


def test_a_hand_off_with_a_coordinator_of_its_own_is_asked_by_itself() -> None:
    process = build_process("T1@A -> T2@B -> T3@A -> T4@B")
    landscape = build_bounded(coordinator=Fact.stated(Holder("role", "Leder A")), process=process)
    own = CrossingAgreement(ref("T3"), ref("T4"), Fact.stated(Holder("role", "Leder B")))
    found = find(landscape.model_copy(update={"agreements": (own,)}), "HND206")
    assert [(f.parameters["u"], f.parameters["numbers"]) for f in found] == [("A", "1"), ("B", "3")]
    assert len({f.fingerprint for f in found}) == 2
    assert found[0].message("en").startswith("No. 1: ")
    (both,) = find(landscape, "HND206")
    assert both.message("en").startswith("Nos. 1, 3: ")
