"""Concentration of ownership, key persons, percentiles."""

from __future__ import annotations

import datetime as dt

import pytest

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics
from procmap.graph.figures.concentration import find_owner_concentration
from procmap.graph.figures.figure import build_count, build_withheld
from procmap.graph.figures.percentiles import find_percentiles
from procmap.model import Fact, Landscape, Ownership, Performer, Person, Process
from procmap.model.ownership import Holder
from tests.graph.builders import build_landscape, build_process, ref


def owned(id_: str, *names: str, fact: Fact[tuple[Ownership, ...]] | None = None) -> Process:
    owners = tuple(Ownership(Holder("role", name)) for name in names)
    return Process(ref=ref(id_), ownership=fact or (Fact.stated(owners) if owners else Fact()))


def test_concentration_is_one_where_one_owner_has_all() -> None:
    figure = find_owner_concentration([owned("P1", "Sjef"), owned("P2", "SJEF ")], None)
    assert figure.value == 1


def test_concentration_adds_up_squared_shares() -> None:
    processes = [owned("P1", "A"), owned("P2", "A"), owned("P3", "B"), owned("P4", "C")]
    figure = find_owner_concentration(processes, None)
    assert (figure.numerator, figure.denominator) == (4 + 1 + 1, 16)
    assert figure.value == 0.375


def test_a_process_with_two_owners_counts_for_each() -> None:
    assert find_owner_concentration([owned("P1", "A", "B")], None).value == 0.5


def test_processes_of_which_nobody_said_it_are_not_clarified() -> None:
    processes = [
        owned("P1", "A"),
        owned("P2"),
        owned("P3", fact=Fact.unknown()),
        owned("P4", fact=Fact.absent()),
        owned(
            "P5",
            fact=Fact.stated((Ownership(Holder("role", "B"), valid_to=dt.date(2020, 1, 1)),)),
        ),
    ]
    figure = find_owner_concentration(processes, dt.date(2026, 1, 1))
    assert (figure.value, figure.not_clarified) == (1, 3)
    assert find_owner_concentration([owned("P2")], None).withheld


def persons(flow: str, doing: dict[str, tuple[str, ...]]) -> Landscape:
    process = build_process(flow)
    nodes = tuple(
        n.model_copy(
            update={
                "performers": tuple(
                    Performer("person", name, "assignee") for name in doing.get(n.id, ())
                )
            }
        )
        for n in process.nodes
    )
    landscape = build_landscape(process.model_copy(update={"nodes": nodes}))
    kari = Person(name="Kari Nes", positions=("Saksbehandler",), deputy="Ola Vik")
    return landscape.model_copy(update={"people": (kari, Person(name="Ola Vik"))})


ROW = "T1 -> T2 -> T3"


def test_who_alone_does_the_step_between_others_is_a_key_person() -> None:
    landscape = persons(ROW, {"T1": ("Ola Vik",), "T2": ("Kari Nes",), "T3": ("Ola Vik",)})
    metrics = Metrics(analyze_landscape(landscape))
    figure = metrics.find("key_persons")
    assert (figure.value, figure.elements, figure.level) == (1, (ref("T2"),), "person")
    (kari,) = metrics.key_persons()
    assert (kari.positions, kari.parts, kari.has_deputy) == (("Saksbehandler",), 1, True)


def test_names_are_not_shown_by_themselves() -> None:
    landscape = persons(ROW, {"T2": ("Kari Nes",)})
    metrics = Metrics(analyze_landscape(landscape))
    assert "Kari" not in repr(metrics.key_persons())
    assert "Kari" not in "".join(map(repr, metrics.figures))
    assert metrics.key_persons()[0].name == "Kari Nes"


@pytest.mark.parametrize(
    ("flow", "doing"),
    [
        # the first and the last connect nothing
        (ROW, {"T1": ("Kari Nes",), "T3": ("Ola Vik",)}),
        # somebody else can do it too
        (ROW, {"T2": ("Kari Nes", "Ola Vik")}),
        # there is another way round
        ("T1 -> T2 -> T3\nT1 -> T4 -> T3", {"T2": ("Kari Nes",)}),
    ],
)
def test_who_is_not_alone_between_others_is_no_key_person(
    flow: str, doing: dict[str, tuple[str, ...]]
) -> None:
    metrics = Metrics(analyze_landscape(persons(flow, doing)))
    assert metrics.find("key_persons").value == 0


def test_steps_of_one_person_count_together() -> None:
    landscape = persons(
        "T1 -> T2 -> T3\nT1 -> T4 -> T3", {"T2": ("Kari Nes",), "T4": ("Kari Nes",)}
    )
    assert Metrics(analyze_landscape(landscape)).find("key_persons").value == 1


def test_where_no_person_is_named_it_is_withheld() -> None:
    metrics = Metrics(analyze_landscape(build_landscape(build_process("T1@A -> T2@B"))))
    assert "no" in metrics.find("key_persons").withheld
    assert metrics.find("key_persons").value is None


def counts(*values: int | None) -> list[Figure]:
    return [
        build_withheld("handoffs", f"P{i}", "because")
        if value is None
        else build_count("handoffs", f"P{i}", value)
        for i, value in enumerate(values)
    ]


def test_a_percentile_counts_what_lies_below_and_half_of_what_is_equal() -> None:
    assert find_percentiles(counts(1, 2, 2, 5, None)) == {
        ("handoffs", "P0"): 12.5,
        ("handoffs", "P1"): 50.0,
        ("handoffs", "P2"): 50.0,
        ("handoffs", "P3"): 87.5,
    }


def test_a_single_process_stands_in_the_middle() -> None:
    assert find_percentiles(counts(7)) == {("handoffs", "P0"): 50.0}
