"""The predicate that figures, rules and maps share, case by case."""

from __future__ import annotations

import datetime as dt

import pytest

from procmap.graph import analyze_landscape
from procmap.model import (
    Boundary,
    Fact,
    Governance,
    Holder,
    Landscape,
    LaneMeaning,
    Mandate,
    Ownership,
    Person,
    Role,
    Scope,
    Unit,
)

from .builders import build_landscape, build_process, map_lanes

UNITS = (
    Unit(key="k", name="Kommunen", organisation="K", manager=Fact.stated("Kommunedirektør")),
    Unit(key="t", name="Teknisk", organisation="K", parent="k", manager=Fact.stated("Sjef")),
    Unit(key="a", name="Byggesak", organisation="K", parent="t", manager=Fact.stated("Leder a")),
    Unit(key="b", name="Geodata", organisation="K", parent="t", manager=Fact.stated("Leder b")),
    Unit(key="c", name="Arkiv", organisation="K", parent="k", manager=Fact.stated("Leder c")),
)
WHOLE, OWN = Fact.stated(Scope("whole")), Fact.stated(Scope("own_unit"))


def owned(
    *ownerships: Ownership,
    fact: Fact[tuple[Ownership, ...]] | None = None,
    boundaries: tuple[Boundary, ...] = (),
    units: tuple[Unit, ...] = UNITS,
    people: tuple[Person, ...] = (),
    roles: tuple[Role, ...] = (),
) -> Landscape:
    """A process from Byggesak to Geodata, owned as said."""
    process = build_process("T1@A -> T2@B").model_copy(
        update={"ownership": fact or (Fact.stated(ownerships) if ownerships else Fact())}
    )
    landscape = map_lanes(
        build_landscape(process, units=units),
        {"A": LaneMeaning("unit", ("a",)), "B": LaneMeaning("unit", ("b",))},
    )
    return landscape.model_copy(update={"boundaries": boundaries, "people": people, "roles": roles})


def governance(landscape: Landscape, as_of: dt.date | None = None) -> Governance:
    (point,) = analyze_landscape(landscape, as_of=as_of).crossings
    return point.governance


def role(name: str, scope: Fact[Scope] = WHOLE, mandate: Fact[Mandate] | None = None) -> Ownership:
    return Ownership(Holder("role", name), scope=scope, mandate=mandate or Fact())


@pytest.mark.parametrize(
    ("ownership", "expected"),
    [
        # whoever manages the lowest common ancestor of both, or a unit above it, may decide
        (role("Sjef"), "yes"),
        (role("Kommunedirektør"), "yes"),
        (role("SJEF "), "yes"),
        # a line manager on one side may not, unless the mandate says so
        (role("Leder a", mandate=Fact.stated(Mandate("own_unit"))), "no"),
        (role("Leder a", mandate=Fact.stated(Mandate("whole"))), "yes"),
        (role("Leder a", mandate=Fact.stated(Mandate("units", ("a", "b")))), "yes"),
        (role("Leder a", mandate=Fact.stated(Mandate("units", ("t",)))), "yes"),
        (role("Leder a", mandate=Fact.stated(Mandate("units", ("a",)))), "no"),
        (role("Leder a", mandate=Fact.absent()), "no"),
        # a mandate nobody wrote down is no missing mandate
        (role("Leder a"), "undetermined"),
        (role("Leder a", mandate=Fact.unknown()), "undetermined"),
        # a scope that leaves one side out
        (role("Leder a", OWN), "no"),
        (role("Sjef", OWN), "yes"),
        (role("Sjef", Fact.stated(Scope("units", ("a",)))), "no"),
        (role("Sjef", Fact.stated(Scope("units", ("a", "b")))), "yes"),
        (role("Sjef", Fact()), "undetermined"),
        (role("Sjef", Fact.unknown()), "undetermined"),
        (Ownership(Holder("unit", "Teknisk"), scope=WHOLE), "yes"),
        (
            Ownership(
                Holder("unit", "Arkiv"), scope=WHOLE, mandate=Fact.stated(Mandate("own_unit"))
            ),
            "no",
        ),
    ],
)
def test_an_owner_governs(ownership: Ownership, expected: Governance) -> None:
    assert governance(owned(ownership)) == expected


def test_steps_in_scope_count_on_both_sides() -> None:
    landscape = owned()
    both = landscape.processes[0].steps
    scope = Scope("steps", steps=tuple(step.ref for step in both))
    assert governance(owned(role("Sjef", Fact.stated(scope)))) == "yes"
    one = Scope("steps", steps=(both[0].ref,))
    assert governance(owned(role("Sjef", Fact.stated(one)))) == "no"


@pytest.mark.parametrize(
    ("fact", "expected"),
    [(Fact(), "undetermined"), (Fact.unknown(), "undetermined"), (Fact.absent(), "no")],
)
def test_without_an_owner(fact: Fact[tuple[Ownership, ...]], expected: Governance) -> None:
    assert governance(owned(fact=fact)) == expected


def test_a_coordinator_of_the_boundary_governs_it() -> None:
    boundary = Boundary("a", "b", coordinator=Fact.stated(Holder("role", "Koordinator")))
    landscape = owned(fact=Fact.absent(), boundaries=(boundary,))
    (point,) = analyze_landscape(landscape).crossings
    assert (point.governance, point.governed_by) == ("yes", (Holder("role", "Koordinator"),))


def test_a_coordinator_of_the_other_direction_does_not() -> None:
    boundary = Boundary("b", "a", coordinator=Fact.stated(Holder("role", "Koordinator")))
    assert governance(owned(fact=Fact.absent(), boundaries=(boundary,))) == "no"


def test_a_person_governs_by_the_position_held() -> None:
    ownership = Ownership(Holder("person", "Kari Nes"), scope=WHOLE)
    kari = Person(name="Kari Nes", unit="t", positions=("Sjef",))
    assert governance(owned(ownership, people=(kari,))) == "yes"


def test_working_in_the_common_unit_is_not_managing_it() -> None:
    ownership = role("Rådgiver", mandate=Fact.stated(Mandate("own_unit")))
    adviser = Role(name="Rådgiver", unit="t", holders=Fact.stated(("Ola Vik",)))
    assert governance(owned(ownership, roles=(adviser,))) == "no"


def test_a_line_nobody_recorded_leaves_it_undetermined() -> None:
    units = tuple(
        u.model_copy(update={"manager": Fact()}) if u.key in ("t", "k") else u for u in UNITS
    )
    ownership = role("Prosesseier", mandate=Fact.stated(Mandate("own_unit")))
    assert governance(owned(ownership, units=units)) == "undetermined"


def test_without_a_common_ancestor_only_a_mandate_counts() -> None:
    units = tuple(u.model_copy(update={"parent": None}) for u in UNITS)
    assert governance(owned(role("Leder a", mandate=Fact.absent()), units=units)) == "no"
    whole = role("Leder a", mandate=Fact.stated(Mandate("whole")))
    assert governance(owned(whole, units=units)) == "yes"


def test_an_ownership_that_has_ended_leaves_the_owner_unrecorded() -> None:
    ended = Ownership(Holder("role", "Sjef"), scope=WHOLE, valid_to=dt.date(2025, 12, 31))
    assert governance(owned(ended), dt.date(2025, 6, 1)) == "yes"
    assert governance(owned(ended), dt.date(2026, 6, 1)) == "undetermined"


def test_assumed_units_leave_a_line_mandate_undetermined_and_a_whole_one_valid() -> None:
    process = build_process("T1@A -> T2@B")
    for mandate, expected in (
        (Fact.stated(Mandate("own_unit")), "undetermined"),
        (Fact.stated(Mandate("whole")), "yes"),
    ):
        own = process.model_copy(
            update={"ownership": Fact.stated((role("Leder a", mandate=mandate),))}
        )
        assert governance(build_landscape(own, units=UNITS)) == expected


@pytest.mark.parametrize(
    ("boundary", "expected"),
    [
        (Boundary("a", "b"), "undetermined"),
        (Boundary("a", "b", routine=Fact.stated("Rutine 7")), "yes"),
        (Boundary("a", "b", channel=Fact.stated("meeting")), "yes"),
        (Boundary("a", "b", channel=Fact.stated("informal")), "undetermined"),
        (Boundary("a", "b", routine=Fact.absent(), channel=Fact.stated("informal")), "no"),
        (Boundary("a", "b", routine=Fact.absent(), channel=Fact.absent()), "no"),
        (Boundary("a", "b", routine=Fact.unknown(), channel=Fact.absent()), "undetermined"),
    ],
)
def test_routine_and_channel_are_a_fact_of_their_own(
    boundary: Boundary, expected: Governance
) -> None:
    (point,) = analyze_landscape(owned(role("Sjef"), boundaries=(boundary,))).crossings
    assert (point.governance, point.routine) == ("yes", expected)


@pytest.mark.parametrize(
    ("ownership", "expected"),
    [
        (role("Kommunedirektør"), "yes"),
        (role("Leder b", mandate=Fact.stated(Mandate("own_unit"))), "no"),
        (role("Leder b", mandate=Fact.stated(Mandate("units", ("a", "b")))), "undetermined"),
    ],
)
def test_where_a_step_may_lie_in_two_units_the_answer_must_hold_for_both(
    ownership: Ownership, expected: Governance
) -> None:
    landscape = map_lanes(owned(ownership), {"A": LaneMeaning("unit", ("a", "c"))})
    (point,) = analyze_landscape(landscape).crossings
    assert point.source_unit.name == "Byggesak / Arkiv"
    assert (point.between, point.governance) == ("units", expected)
