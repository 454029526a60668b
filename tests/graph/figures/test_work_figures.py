"""Crossing share, governance shares, owner reach, back and forth, media breaks."""

from __future__ import annotations

import pytest

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics, StepFacts
from procmap.graph.figures.returns import find_returns, find_stays
from procmap.model import (
    Boundary,
    Fact,
    FactState,
    Holder,
    Landscape,
    LaneMeaning,
    Mandate,
    Ownership,
    Scope,
    Unit,
)
from tests.graph.builders import build_landscape, build_process, map_lanes, ref

UNITS = (
    Unit(key="k", name="Kommunen", organisation="K", manager=Fact.stated("Kommunedirektør")),
    Unit(key="t", name="Teknisk", organisation="K", parent="k", manager=Fact.stated("Sjef")),
    Unit(key="a", name="Byggesak", organisation="K", parent="t", manager=Fact.stated("Leder a")),
    Unit(key="b", name="Geodata", organisation="K", parent="t", manager=Fact.stated("Leder b")),
    Unit(key="c", name="Arkiv", organisation="K", parent="k", manager=Fact.stated("Leder c")),
    Unit(key="x", name="Nabo", organisation="N"),
)
LANES = {
    "A": LaneMeaning("unit", ("a",)),
    "B": LaneMeaning("unit", ("b",)),
    "C": LaneMeaning("unit", ("c",)),
    "X": LaneMeaning("unit", ("x",)),
    "Soker": LaneMeaning("outside"),
}
YES, NO = Fact.stated(value=True), Fact.stated(value=False)


def landscape_of(
    flow: str,
    *owners: Ownership,
    ownership: Fact[tuple[Ownership, ...]] | None = None,
    boundaries: tuple[Boundary, ...] = (),
) -> Landscape:
    fact = ownership or (Fact.stated(owners) if owners else Fact())
    process = build_process(flow).model_copy(update={"ownership": fact})
    landscape = map_lanes(build_landscape(process, units=UNITS), LANES)
    return landscape.model_copy(update={"boundaries": boundaries})


def figures_of(landscape: Landscape, **stated: object) -> dict[str, Figure]:
    metrics = Metrics(analyze_landscape(landscape)).with_stated(**stated)  # type: ignore[arg-type]
    return metrics.of(ref("Process"))


def owner(name: str, kind: str = "role") -> Ownership:
    holder = Holder(kind, name)  # type: ignore[arg-type]
    return Ownership(holder, scope=Fact.stated(Scope("whole")))


def ratio(figure: Figure) -> tuple[float | None, float | None, float]:
    return figure.numerator, figure.denominator, figure.not_clarified


def test_crossing_share_counts_what_is_decided() -> None:
    found = figures_of(landscape_of("T1@A -> T2@A -> T3@B -> T4 -> T5@C"))
    assert ratio(found["crossing_share"]) == (1, 2, 2)
    assert found["undecided_successions"].value == 2
    assert ratio(found["handoffs"]) == (1, None, 2)


def test_contacts_with_outside_parties_are_in_neither() -> None:
    found = figures_of(landscape_of("T1@Soker -> T2@A -> T3@B -> T4@Soker"))
    assert ratio(found["crossing_share"]) == (1, 1, 0)
    assert found["contacts"].value == 2


def test_what_leaves_the_organisation_is_counted_apart() -> None:
    found = figures_of(landscape_of("T1@A -> T2@X -> T3@A"))
    assert found["external_handoffs"].value == 2
    assert found["crossing_points"].value == 0


def test_assumed_units_are_shown() -> None:
    found = figures_of(landscape_of("T1@A -> T2@D -> T3@D -> T4@B -> T5@C"))
    share = found["crossing_share"]
    assert (share.assumed, share.assumed_share) == (3, 0.75)
    assert found["handoffs"].assumed == 2


def test_calls_and_messages_have_counts_of_their_own() -> None:
    called = build_process("T8@Z -> T9@Y", id_="Q", document="q.bpmn", pool="Other")
    caller = build_process(
        "T1@A -> Call1@A -> T2@A", calls={"Call1": ref("Q", "q.bpmn")}, pool="One"
    )
    landscape = build_landscape(caller, called, messages=((ref("T1"), ref("T9", "q.bpmn")),))
    found = figures_of(landscape)
    assert found["handoffs"].value == 2
    assert found["message_handoffs"].value == 1


def test_ungoverned_share_leaves_out_what_is_undetermined() -> None:
    no = Ownership(
        Holder("role", "Leder a"),
        scope=Fact.stated(Scope("whole")),
        mandate=Fact.stated(Mandate("own_unit")),
    )
    assert ratio(figures_of(landscape_of("T1@A -> T2@B -> T3@C", no))["ungoverned_share"]) == (
        2,
        2,
        0,
    )
    found = figures_of(landscape_of("T1@A -> T2@B"))
    assert found["ungoverned_share"].value is None
    assert found["ungoverned_share"].not_clarified == 1
    assert "nobody has recorded" in found["ungoverned_share"].withheld


def test_without_crossing_points_there_is_no_share() -> None:
    assert "no crossing point" in figures_of(landscape_of("T1@A -> T2@A"))["agreed_share"].withheld


def test_somebody_responsible_and_something_agreed_are_two_facts() -> None:
    landscape = landscape_of(
        "T1@A -> T2@B -> T3@C",
        owner("Kommunedirektør"),
        boundaries=(Boundary("a", "b", routine=Fact.absent(), channel=Fact.absent()),),
    )
    found = figures_of(landscape)
    assert ratio(found["ungoverned_share"]) == (0, 2, 0)
    assert ratio(found["agreed_share"]) == (0, 1, 1)


def test_boundaries_and_units_have_shares_of_their_own() -> None:
    landscape = landscape_of(
        "T1@A -> T2@B -> T3@C -> T4@A",
        ownership=Fact.absent(),
        boundaries=(Boundary("a", "b", coordinator=Fact.stated(Holder("role", "K"))),),
    )
    metrics = Metrics(analyze_landscape(landscape))
    assert metrics.find("ungoverned_share", "a > b").value == 0
    assert metrics.find("ungoverned_share", "b > c").value == 1
    assert ratio(metrics.find("ungoverned_share", "a")) == (1, 2, 0)
    assert ratio(metrics.find("ungoverned_share")) == (2, 3, 0)
    assert metrics.find("handoffs", "c > a").value == 1


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("Sjef", (3, 4, 1)),
        ("Leder a", (2, 4, 1)),
        ("Kommunedirektør", (4, 4, 1)),
        ("Leder c", (1, 4, 1)),
        # nobody has recorded that she manages anything, and all lines are recorded
        ("Rådgiver", (0, 4, 1)),
    ],
)
def test_owner_reach_is_the_owner_s_line(holder: str, expected: tuple[float, float, float]) -> None:
    flow = "T1@A -> T2@A -> T3@B -> T4@C -> T5@D -> T6@Soker"
    assert ratio(figures_of(landscape_of(flow, owner(holder)))["owner_reach"]) == expected


def test_a_unit_that_owns_reaches_what_its_manager_does() -> None:
    found = figures_of(landscape_of("T1@A -> T2@C", owner("Teknisk", "unit")))
    assert ratio(found["owner_reach"]) == (1, 2, 0)


def test_of_several_owners_the_one_who_reaches_furthest_counts() -> None:
    found = figures_of(landscape_of("T1@A -> T2@B -> T3@C", owner("Leder a"), owner("Sjef")))
    assert found["owner_reach"].numerator == 2


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (Fact(FactState.ABSENT), "said to have no owner"),
        (Fact(FactState.UNKNOWN), "nobody knows"),
        (Fact(FactState.NOT_RECORDED), "not recorded"),
    ],
)
def test_without_an_owner_it_says_what_is_known(
    fact: Fact[tuple[Ownership, ...]], reason: str
) -> None:
    assert reason in figures_of(landscape_of("T1@A", ownership=fact))["owner_reach"].withheld


def test_a_line_that_nobody_recorded_is_not_clarified() -> None:
    landscape = landscape_of("T1@A -> T2@B", owner("Prosesseier"))
    blank = tuple(
        u.model_copy(update={"manager": Fact()}) if u.key == "k" else u for u in landscape.units
    )
    found = figures_of(landscape.model_copy(update={"units": blank}))["owner_reach"]
    assert found.value is None
    assert found.not_clarified == 2


def test_back_and_forth_is_counted_for_each_ordered_pair_with_its_path() -> None:
    landscape = landscape_of("T1@A -> T2@B -> T3@B -> T4@A -> T5@B")
    metrics = Metrics(analyze_landscape(landscape))
    assert metrics.find("ping_pong", ref("Process")).value == 2
    first = metrics.returns("Process")[0]
    assert (first.party.name, first.other.name) == ("Byggesak", "Geodata")
    assert [part.id for part in first.path if part.id.startswith("T") and ">" not in part.id] == [
        "T1",
        "T2",
        "T3",
        "T4",
    ]


def test_a_third_party_in_between_is_no_back_and_forth() -> None:
    assert figures_of(landscape_of("T1@A -> T2@B -> T3@C -> T4@A"))["ping_pong"].value == 0


def media_breaks(flow: str, **support: bool) -> Figure:
    facts = {ref(id_): StepFacts(support=YES if said else NO) for id_, said in support.items()}
    return figures_of(build_landscape(build_process(flow)), step_facts=facts)["media_breaks"]


def test_a_media_break_is_a_manual_stretch_between_systems() -> None:
    flow = "T1@A -> T2@A -> T3@A -> T4@A -> T5@A -> T6@A"
    figure = media_breaks(flow, T1=True, T2=False, T3=False, T4=True, T5=False, T6=True)
    assert figure.value == 2
    assert figure.elements == (ref("T2"), ref("T3"), ref("T5"))


def test_manual_work_at_the_start_or_end_breaks_nothing() -> None:
    assert media_breaks("T1@A -> T2@A -> T3@A", T1=False, T2=True, T3=False).value == 0


def test_what_is_not_recorded_breaks_nothing_and_is_said() -> None:
    figure = media_breaks("T1@A -> T2@A -> T3@A", T1=True, T3=True)
    assert (figure.value, figure.not_clarified) == (0, 1)
    assert "not recorded" in media_breaks("T1@A -> T2@A").withheld


def test_the_path_of_a_return_leads_there_and_back_each_step_once() -> None:
    analysis = analyze_landscape(landscape_of("T1@A -> T2@B -> T3@B -> T4@A"))
    stays = find_stays(analysis.successions)
    (found, *_) = find_returns(analysis.handoffs, stays)
    assert [r.id for r in found.path if ">" not in r.id] == ["T1", "T2", "T3", "T4"]
