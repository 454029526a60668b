"""The agenda: at most seven points, causes first, positions to ask, and room for a decision."""

from __future__ import annotations

import dataclasses
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.bpmn import read_bpmn
from procmap.errors import RuleError
from procmap.graph import analyze_landscape
from procmap.model import (
    Fact,
    Goal,
    Holder,
    Landscape,
    Measure,
    Opinion,
    Person,
    Responsibility,
    System,
)
from procmap.register import apply_register
from procmap.rules import Agenda, Report, build_report

from .builders import build_landscape, build_process, owned, ref
from .changing import change, change_steps, register_data, use
from .test_engine import landscapes

ACROSS = "Start@A -> T1@A -> T2@B -> T3@C -> End@C"


def report_on(landscape: Landscape) -> Report:
    return build_report(analyze_landscape(landscape))


def many(count: int) -> Report:
    return report_on(
        build_landscape(
            *(
                build_process(ACROSS, document=f"{n}.bpmn", name=f"P{n}", ownership=Fact.absent())
                for n in range(count)
            )
        )
    )


def test_what_follows_from_a_cause_stands_under_it() -> None:
    first = many(1).agenda().points[0]
    assert first.finding.code == "OWN101"
    assert {f.code for f in first.along} == {"HND202"}
    assert {f.caused_by for f in first.along} == {first.finding.fingerprint}
    assert first.place.numbers == (1, 2)


def test_findings_of_one_rule_about_one_process_are_one_point() -> None:
    process = build_process("Start@A -> T1@A -> T2@B", ownership=Fact.absent())
    report = build_report(
        analyze_landscape(build_landscape(process)), config={"select": ["HND202"]}
    )
    assert [len(point.along) for point in report.agenda().points] == [0]
    across = build_report(many(1).analysis, config={"select": ["HND202"]})
    assert [len(point.along) for point in across.agenda().points] == [1]


def test_there_are_seven_points_at_most_and_the_rest_is_counted() -> None:
    report = many(12)
    agenda = report.agenda()
    assert len(agenda.points) == 7
    covered = sum(1 + len(point.along) for point in agenda.points)
    asked = [f for f in report.findings if f.code not in ("HND201", "HND207")]
    assert agenda.left == len(asked) - covered
    assert agenda.lines()[-1] == f"{agenda.left} funn til får vente til neste møte."


@pytest.mark.parametrize(("minutes", "points"), [(5, 1), (10, 1), (29, 2), (90, 7), (480, 7)])
def test_little_time_gives_few_points(minutes: int, points: int) -> None:
    agenda = many(12).agenda(minutes)
    assert len(agenda.points) == points
    assert sum(point.minutes for point in agenda.points) == minutes


@pytest.mark.parametrize("minutes", [0, -5, 1.5, True])
def test_no_time_is_refused(minutes: int) -> None:
    with pytest.raises(RuleError, match="a whole number of minutes, at least 1"):
        many(1).agenda(minutes)


def test_a_plain_crossing_is_no_point() -> None:
    report = many(1)
    assert "HND201" in {f.code for f in report.findings}
    points = report.agenda().points
    assert "HND201" not in {f.code for p in points for f in (p.finding, *p.along)}


def test_the_people_to_ask_are_positions() -> None:
    landscape = build_landscape(
        build_process("T1@A -> T2@B", ownership=owned("Kari", kind="person"))
    ).model_copy(update={"people": (Person(name="Kari", positions=("Rådgiver",)),)})
    (point,) = (p for p in report_on(landscape).agenda().points if p.finding.code == "HND202")
    assert point.people == ("Rådgiver", "Leder A", "Leder B")


def test_lines_have_question_people_place_and_an_empty_decision() -> None:
    agenda = many(1).agenda(30)
    assert agenda.points[0].decision == ""
    text = "\n".join(agenda.lines())
    assert text.startswith("Til møtet (30 minutter)\n1. Ingen har ansvar for helheten i «P0»")
    for line in (
        "   Spørsmål: Hvem bør kunne bestemme på tvers, og hva må til?",
        "   Spør: Leder A, Leder B, Leder C",
        "   Kart: 0.bpmn, «P0», nr. 1, 2",
        "   Følger med:",
        "   Beslutning:",
    ):
        assert line in text.split("\n")
    assert "   Decision:" in agenda.lines("en")


def test_html_is_well_formed_and_escaped() -> None:
    nasty = "<b>Bygge & 'sak'</b>"
    process = build_process(ACROSS, name=nasty, ownership=Fact.absent())
    html = report_on(build_landscape(process)).agenda()._repr_html_()
    section = ET.fromstring(html)  # noqa: S314  # our own text
    assert nasty in "".join(section.itertext())
    assert "b" not in {element.tag for element in section.iter()}
    ET.fromstring(Agenda((), minutes=1)._repr_html_())  # noqa: S314  # our own text


def test_it_is_immutable() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        many(1).agenda().minutes = 3  # type: ignore[misc]


@given(landscapes(), st.integers(min_value=1, max_value=300))
def test_no_finding_stands_twice_and_time_adds_up(landscape: Landscape, minutes: int) -> None:
    report = report_on(landscape)
    agenda = report.agenda(minutes)
    placed = [f.fingerprint for p in agenda.points for f in (p.finding, *p.along)]
    assert len(placed) == len(set(placed))
    assert len(agenda.points) <= 7
    assert sum(p.minutes for p in agenda.points) == (minutes if agenda.points else 0)
    assert agenda == report.agenda(minutes)


def test_no_name_of_a_person_reaches_the_agenda_of_the_samples(samples_dir: Path) -> None:
    landscape = apply_register(read_bpmn(samples_dir), samples_dir / "register.yaml")
    report = report_on(landscape)
    text = str(report.agenda()).casefold()
    assert len(report.agenda().points) == 7
    assert not [person.name for person in landscape.people if person.name.casefold() in text]


def ask(landscape: Landscape, code: str) -> tuple[str, ...]:
    report = build_report(analyze_landscape(landscape), config={"select": [code]})
    (point,) = report.agenda().points
    return point.people


HELD = Person(name="Kari Nes", positions=("IT-leder",))


def test_those_who_answered_are_asked_what_they_mean_by_owner() -> None:
    opinions = tuple(
        Opinion(process="Byggesak", unit=f"kommune/{unit}", owner=Fact.stated(f"Leder {unit}"))
        for unit in "CD"
    )
    landscape = build_landscape(build_process("T1@A")).model_copy(update={"opinions": opinions})
    assert ask(landscape, "OWN107") == ("Leder C", "Leder D", "Leder A")


def test_both_who_answer_for_a_system_are_asked_and_whoever_works_in_it() -> None:
    process = change_steps(
        build_process("T1@A -> T2@B", ownership=owned("Sjef")),
        {"T2": {"system": Fact.stated("ERP")}},
    )
    system = System(
        name="ERP",
        line=Fact.stated(Holder("role", "Økonomisjef")),
        technical=Fact.stated(Holder("person", "Kari Nes")),
    )
    landscape = build_landscape(process).model_copy(
        update={"systems": (system,), "people": (HELD,)}
    )
    assert ask(landscape, "SYS601") == ("Økonomisjef", "IT-leder", "Sjef", "Leder B")


def test_everyone_with_the_work_or_the_answer_is_asked_about_a_raci_table() -> None:
    letters = tuple(
        Responsibility(ref("Process"), holder, letter, ref("T1"))
        for holder, letter in (
            (Holder("role", "Leder B"), "A"),
            (Holder("person", "Kari Nes"), "A"),
            (Holder("role", "Leder C"), "I"),
        )
    )
    landscape = build_landscape(build_process("T1@A")).model_copy(
        update={"responsibilities": letters, "people": (HELD,)}
    )
    assert ask(landscape, "OWN110") == ("Leder B", "IT-leder", "Leder A")


def test_whoever_follows_a_measure_up_or_sets_a_goal_is_asked() -> None:
    measure = Measure("Tid", owner=Fact.stated(Holder("role", "Controller")))
    goal = Goal("Raskere", setter=Fact.stated(Holder("person", "Kari Nes")))
    process = change(
        build_process("T1@A"),
        measures=Fact.stated((measure,)),
        goals=Fact.stated((goal,)),
        goal_setter=Fact.stated(Holder("network", "Nettverket")),
    )
    landscape = build_landscape(process).model_copy(update={"people": (HELD,)})
    assert ask(landscape, "UND402") == ("Controller", "Leder A")
    assert ask(landscape, "UND404") == ("Nettverket", "IT-leder", "Leder A")


def test_both_sides_are_asked_about_what_two_processes_share() -> None:
    puts = build_process("T1@A -> T3@C", id_="Puts", ownership=owned("Sjef"))
    reads = build_process("T2@B", id_="Reads", name="Lønn", document="n.bpmn")
    uses = (
        use("Adresse", "writes", "T1", process="Puts"),
        use("Adresse", "reads", "T2", process="Reads", document="n.bpmn"),
    )
    landscape = register_data(build_landscape(puts, reads), *uses)
    assert ask(landscape, "GAP308") == ("Sjef", "Leder A", "Leder B")


def test_with_too_many_processes_nobody_is_asked_in_particular() -> None:
    processes = [build_process("T1@A", document=f"{n}.bpmn", name=f"P{n}") for n in range(5)]
    uses = [use("Adresse", "collects", "T1", document=f"{n}.bpmn") for n in range(5)]
    assert ask(register_data(build_landscape(*processes), *uses), "DAT501") == ()
    assert ask(register_data(build_landscape(*processes[:3]), *uses[:3]), "DAT501") == ("Leder A",)
