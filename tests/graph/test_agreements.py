"""A hand-off's own agreement counts before that of its two units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph import analyze_landscape
from procmap.model import (
    Boundary,
    Channel,
    CrossingAgreement,
    CrossingPoint,
    Fact,
    Holder,
    Landscape,
    LaneMeaning,
    Mandate,
    Ownership,
    Scope,
    Unit,
)

from .builders import build_landscape, build_process, map_lanes, ref

UNITS = tuple(Unit(key=key, name=key.upper(), organisation="K") for key in "ab")
HERE, THERE = Holder("role", "Koordinator her"), Holder("role", "Koordinator der")
_WHOLE, _MANDATE = Fact.stated(Scope("whole")), Fact.stated(Mandate("whole"))
ONE = "T1@A -> T2@B"
# T1 and T3 go over one arrow into T2, so one crossing point carries two hand-offs.
TWO = "T1@A -> X1@A -> T2@B\nT3@A -> X1"


def build(
    *agreements: CrossingAgreement,
    flow: str = ONE,
    boundary: Boundary | None = None,
    ownership: Fact[tuple[Ownership, ...]] = Fact(),
) -> Landscape:
    process = build_process(flow).model_copy(update={"ownership": ownership})
    landscape = map_lanes(
        build_landscape(process, units=UNITS),
        {name: LaneMeaning("unit", (name.lower(),)) for name in "AB"},
    )
    boundaries = (boundary,) if boundary is not None else ()
    return landscape.model_copy(update={"agreements": agreements, "boundaries": boundaries})


def agree(source: str = "T1", target: str = "T2", **facts: object) -> CrossingAgreement:
    return CrossingAgreement(ref(source), ref(target), **facts)  # type: ignore[arg-type]  # facts


def point(landscape: Landscape) -> CrossingPoint:
    (found,) = analyze_landscape(landscape).crossings
    return found


def test_a_coordinator_of_the_hand_off_governs_it() -> None:
    found = point(build(agree(coordinator=Fact.stated(HERE)), ownership=Fact.absent()))
    assert (found.governance, found.governed_by) == ("yes", (HERE,))


def test_the_hand_off_s_coordinator_comes_before_the_boundary_s() -> None:
    boundary = Boundary("a", "b", coordinator=Fact.stated(THERE))
    found = point(build(agree(coordinator=Fact.stated(HERE)), boundary=boundary))
    assert found.governed_by == (HERE,)
    assert found.boundary is not None
    assert found.boundary.coordinator.value == HERE


def test_a_hand_off_said_to_have_no_coordinator_has_none_whatever_its_boundary_says() -> None:
    boundary = Boundary("a", "b", coordinator=Fact.stated(THERE))
    landscape = build(agree(coordinator=Fact.absent()), boundary=boundary, ownership=Fact.absent())
    assert point(landscape).governance == "no"


def test_what_the_agreement_leaves_out_is_the_boundary_s_to_say() -> None:
    boundary = Boundary("a", "b", Fact.stated(THERE), routine=Fact.stated("Rutine 7"))
    found = point(build(agree(channel=Fact.stated("meeting")), boundary=boundary))
    assert found.boundary == Boundary(
        "a", "b", Fact.stated(THERE), Fact.stated("Rutine 7"), Fact.stated("meeting")
    )


def test_an_agreement_about_other_steps_changes_nothing() -> None:
    boundary = Boundary("a", "b", coordinator=Fact.stated(THERE))
    plain = point(build(boundary=boundary))
    for other in (agree("T2", "T1"), agree("T1", "T9"), agree("T9", "T2")):
        assert point(build(other, boundary=boundary)) == plain


@pytest.mark.parametrize(
    ("routine", "channel", "expected"),
    [
        (Fact.stated("Rutine"), Fact(), "yes"),
        (Fact(), Fact.stated("system"), "yes"),
        (Fact.absent(), Fact.absent(), "no"),
        (Fact.absent(), Fact.stated("informal"), "no"),
        (Fact(), Fact.absent(), "undetermined"),
    ],
)
def test_routine_and_channel_of_the_hand_off_count(
    routine: Fact[str], channel: Fact[Channel], expected: str
) -> None:
    assert point(build(agree(routine=routine, channel=channel))).routine == expected


def test_of_two_hand_offs_over_one_arrow_the_one_not_agreed_is_shown() -> None:
    agreed = agree("T1", routine=Fact.stated("Rutine"))
    refused = agree("T3", routine=Fact.absent(), channel=Fact.absent())
    assert point(build(agreed, refused, flow=TWO)).routine == "no"
    # Nobody has said anything about the other, so it is not settled.
    assert point(build(agreed, flow=TWO)).routine == "undetermined"
    around = Boundary("a", "b", channel=Fact.stated("system"))
    assert point(build(agreed, flow=TWO, boundary=around)).routine == "yes"


def test_each_hand_off_over_one_arrow_has_its_own_governance() -> None:
    boundary = Boundary("a", "b", coordinator=Fact.stated(THERE))
    landscape = build(
        agree("T1", coordinator=Fact.absent()),
        flow=TWO,
        boundary=boundary,
        ownership=Fact.absent(),
    )
    analysis = analyze_landscape(landscape)
    found = {h.source.id: (h.governance, h.governed_by) for h in analysis.handoffs}
    assert found == {"T1": ("no", ()), "T3": ("yes", (THERE,))}
    assert analysis.crossings[0].governance == "no"


def test_both_are_named_where_one_hand_off_needs_the_coordinator_and_one_the_owner() -> None:
    owner = Holder("role", "Eier")
    ownership = Fact.stated((Ownership(owner, scope=_WHOLE, mandate=_MANDATE),))
    landscape = build(agree(coordinator=Fact.stated(HERE)), flow=TWO, ownership=ownership)
    assert point(landscape).governed_by == (HERE, owner)


FACTS = st.sampled_from([Fact(), Fact.absent(), Fact.unknown(), Fact.stated("x")])


@given(st.lists(st.tuples(st.sampled_from(["T1", "T3"]), FACTS), max_size=3), st.randoms())
def test_the_order_of_agreements_changes_nothing(
    said: list[tuple[str, Fact[str]]], random: object
) -> None:
    agreements = [agree(step, routine=routine) for step, routine in said]
    mixed = agreements[:]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # it is a random.Random
    first, second = (analyze_landscape(build(*a, flow=TWO)) for a in (agreements, mixed))
    assert first.crossings == second.crossings
    assert first.handoffs == second.handoffs
