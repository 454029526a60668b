"""OWN105: the register says that nobody holds the position, or that the ownership ended."""

from __future__ import annotations

import datetime as dt

import pytest

from procmap.model import Fact, Landscape, Ownership, Role

from .builders import build_landscape, build_process, case_of, find, owned

DAY = dt.date(2026, 10, 1)
BEFORE = dt.date(2026, 8, 31)


def build(ownership: Fact[tuple[Ownership, ...]], **more: object) -> Landscape:
    return build_landscape(build_process("T1@A", ownership=ownership)).model_copy(update=more)


def test_a_position_nobody_holds_should_be_clarified() -> None:
    roles = (Role(name="leder a", holders=Fact.absent()),)
    (finding,) = find(build(owned("Leder A"), roles=roles), "OWN105")
    assert finding.severity == "W"
    assert finding.message() == "Leder A eier «Byggesak», men ingen har stillingen."


@pytest.mark.parametrize("holders", [Fact(), Fact.unknown(), Fact.stated(("Kari",))])
def test_holders_not_recorded_or_stated_are_not_flagged(holders: Fact[tuple[str, ...]]) -> None:
    roles = (Role(name="Leder A", holders=holders),)
    assert not find(build(owned("Leder A"), roles=roles), "OWN105")


def test_an_ownership_that_ended_should_be_clarified_under_the_missing_owner() -> None:
    landscape = build(owned("Leder A", valid_to=BEFORE))
    (cause,) = find(landscape, "OWN101", as_of=DAY)
    (finding,) = find(landscape, "OWN105", as_of=DAY)
    assert finding.severity == "W"
    assert finding.caused_by == cause.fingerprint
    assert "var hos Leder A til 2026-08-31" in finding.message()


def test_the_name_of_a_person_is_not_printed() -> None:
    (finding,) = find(build(owned("Kari", kind="person", valid_to=BEFORE)), "OWN105", as_of=DAY)
    assert case_of(finding) == "ended-person"
    assert "Kari" not in finding.model_dump_json()


@pytest.mark.parametrize(
    ("valid_to", "as_of"), [(DAY, DAY), (None, DAY), (BEFORE, BEFORE), (BEFORE, None)]
)
def test_an_ownership_that_holds_is_not_flagged(
    valid_to: dt.date | None, as_of: dt.date | None
) -> None:
    assert not find(build(owned("Leder A", valid_to=valid_to)), "OWN105", as_of=as_of)
