"""OWN106: stated mandate and line together leave out a unit that takes part."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Mandate, Scope, Unit

from .builders import UNITS, build_landscape, build_process, find, owned

ACROSS = "T1@A -> T2@B -> T3@C"
OWN_UNIT = Fact.stated(Mandate("own_unit"))


def build(holder: str, mandate: Fact[Mandate], **more: object) -> object:
    ownership = owned(holder, mandate=mandate, **more)  # type: ignore[arg-type]  # scope
    return build_landscape(build_process(ACROSS, ownership=ownership))


def test_a_mandate_that_stops_should_be_clarified_under_its_cause() -> None:
    landscape = build("Leder A", OWN_UNIT)
    (cause,) = find(landscape, "OWN102")  # type: ignore[arg-type]
    (finding,) = find(landscape, "OWN106")  # type: ignore[arg-type]
    assert finding.severity == "W"
    assert finding.message() == (
        "Eieren av «Byggesak» har ikke mandat i 2 av 3 enheter som deltar, blant dem B."
    )
    assert finding.caused_by == cause.fingerprint


def test_an_owner_outside_the_units_has_only_the_mandate() -> None:
    mandate = Fact.stated(Mandate("units", ("kommune/A", "kommune/B")))
    (finding,) = find(build("Leder D", mandate), "OWN106")  # type: ignore[arg-type]
    assert finding.caused_by is None
    assert finding.message("en") == (
        "The owner of “Byggesak” has no mandate in C, one of 3 units that take part."
    )


@pytest.mark.parametrize(
    ("holder", "mandate"),
    [
        ("Leder A", Fact.stated(Mandate("whole"))),
        ("Leder A", Fact()),
        ("Leder A", Fact.unknown()),
        ("Direktør", OWN_UNIT),
        ("Leder D", Fact.stated(Mandate("units", ("kommune/top",)))),
    ],
)
def test_what_reaches_or_is_not_recorded_is_not_flagged(
    holder: str, mandate: Fact[Mandate]
) -> None:
    assert not find(build(holder, mandate), "OWN106")  # type: ignore[arg-type]


def test_whoever_owns_a_part_needs_no_mandate_for_the_rest() -> None:
    landscape = build("Leder A", OWN_UNIT, scope=Fact.stated(Scope("own_unit")))
    assert not find(landscape, "OWN106")  # type: ignore[arg-type]


def test_a_line_that_is_not_recorded_may_reach() -> None:
    units = tuple(
        Unit(key=u.key, name=u.name, parent=u.parent) if u.name in ("Top", "B") else u
        for u in UNITS
    )
    mandate = Fact.stated(Mandate("units", ("kommune/A", "kommune/C")))
    landscape = build("Rådgiver", mandate)
    assert find(landscape, "OWN106")  # type: ignore[arg-type]
    landscape = landscape.model_copy(update={"units": units})  # type: ignore[attr-defined]
    assert not find(landscape, "OWN106")
