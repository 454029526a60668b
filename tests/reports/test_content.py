"""What a report says, before it is a page: counts that agree, and words that are kind."""

from __future__ import annotations

from pathlib import Path

import pytest

import procmap as pm
from procmap.labels.evidence import EVIDENCE_LABELS
from procmap.labels.terms import FACT_STATES
from procmap.reports.content import build_content
from procmap.reports.content.choosing import find_processes_that_matter
from procmap.reports.content.handoffs import build_matrix, find_inside
from procmap.reports.content.names import Names
from procmap.rules import RULES

OPINIONS = [
    ("Byggesak", "Leder byggesak"),
    ("Geodata", "Leder byggesak"),
    ("Økonomi", "Økonomisjef"),
    ("Servicetorg", "vet ikke"),
    ("IT", "ingen"),
]


def ask(landscape: pm.Landscape, answers: list[tuple[str, str]]) -> pm.Landscape:
    table = [{"process": "Byggesak", "unit": unit, "owner": owner} for unit, owner in answers]
    units = ["Byggesak", "Geodata", "Økonomi", "Servicetorg", "IT"]
    return landscape.with_register({"units": units, "opinions": table})


@pytest.fixture(scope="module")
def raw(samples_dir: Path) -> pm.Landscape:
    return pm.read_bpmn(samples_dir)


def names_of(report: pm.Report) -> Names:
    return Names(report.landscape, "nb")


# The figures.


def test_processes_with_an_owner_for_the_whole_are_those_of_the_headline(
    report: pm.Report,
) -> None:
    (owned, *_) = build_content(report).headline
    answers = [row[1] for row in owned.table.rows]
    figure = report.headline.figure("owned")
    assert len(answers) == figure.total
    assert answers.count("ja") == figure.value
    open_ = {"ikke registrert", "ikke kjent", "eier oppgitt, omfang ikke avklart"}
    assert sum(answer in open_ for answer in answers) == figure.not_clarified


def test_a_figure_opens_to_as_many_as_it_counts(report: pm.Report) -> None:
    _, crossing, ungoverned, agreed, contacts = build_content(report).headline
    for name, statement in (
        ("crossing", crossing),
        ("ungoverned", ungoverned),
        ("agreed", agreed),
        ("contacts", contacts),
    ):
        assert len(statement.table.rows) == report.headline.figure(name).value, name


def test_a_matrix_with_many_units_puts_the_rest_together(report: pm.Report) -> None:
    matrix = build_matrix(report, find_inside(report), names_of(report))
    assert len(matrix.names) == 13
    assert matrix.names[-1] == "Andre enheter"
    total = sum(cell[0] for row in matrix.cells for cell in row)
    assert total == report.headline.hand_offs


def test_the_processes_that_matter_most_are_those_of_the_agenda(report: pm.Report) -> None:
    chosen = find_processes_that_matter(report, most=3)
    assert [process.label for process in chosen] == ["Onboarding", "Byggesak", "Anskaffelse"]
    everything = find_processes_that_matter(report, most=100)
    assert len(set(everything)) == len(everything)
    assert everything[:3] == chosen


def test_what_is_not_recorded_is_counted_by_kind(report: pm.Report) -> None:
    said = {s.table.key: s for s in build_content(report).unrecorded}
    assert said["manager"].text == "Hvem som leder enheten: 1 av 18 enheter"
    assert said["manager"].table.rows == (("Innkjøp", "ikke registrert", ""),)
    figure = report.headline.figure("agreed")
    assert len(said["agreed"].table.rows) == figure.not_clarified


def test_every_label_of_evidence_has_a_norwegian_word(report: pm.Report) -> None:
    assert RULES
    for finding in report.findings:
        for evidence in finding.evidence:
            assert evidence.label in {"", *EVIDENCE_LABELS, *FACT_STATES}


# People.


def test_persons_are_positions_wherever_they_are_named(landscape: pm.Landscape) -> None:
    names = Names(landscape, "nb")
    assert names.holder(pm.Holder("person", "Kari Elvestrand")) == "Leder byggesak"
    assert names.holder(pm.Holder("person", "Noen Andre")) == "en person"
    assert names.text("Ring KARI ELVESTRAND, ikke Karin") == "Ring Leder byggesak, ikke Karin"


# Answers and decisions.


def test_the_answers_are_counted_in_words(raw: pm.Landscape) -> None:
    (part,) = build_content(pm.analyze(ask(raw, OPINIONS))).opinions
    assert part.sentence == "Fem svar, to ulike eiere, én sier at ingen eier den, én vet ikke"
    assert part.table.rows == (
        ("Leder byggesak", 2, "Byggesak, Geodata"),
        ("Økonomisjef", 1, "Økonomi"),
        ("Nei, ingen", 1, "IT"),
        ("ikke kjent", 1, "Servicetorg"),
    )


@pytest.mark.parametrize(
    ("answers", "nb", "en"),
    [
        (["A"], "Ett svar, én og samme eier", "One answer, one and the same owner"),
        (["A", "A"], "To svar, én og samme eier", "Two answers, one and the same owner"),
        (["vet ikke"], "Ett svar, én vet ikke", "One answer, one does not know"),
        (
            [*"ABCDEABCDE"],
            "Ti svar, fem ulike eiere",
            "Ten answers, five different owners",
        ),
    ],
)
def test_ten_answers_five_different_owners(
    raw: pm.Landscape, answers: list[str], nb: str, en: str
) -> None:
    units = [f"Enhet {number}" for number in range(len(answers))]
    table = [
        {"process": "Byggesak", "unit": unit, "owner": owner}
        for unit, owner in zip(units, answers, strict=True)
    ]
    report = pm.analyze(raw.with_register({"units": units, "opinions": table}))
    assert build_content(report).opinions[0].sentence == nb
    assert build_content(report, lang="en").opinions[0].sentence == en


def test_a_blank_answer_is_none(raw: pm.Landscape) -> None:
    assert build_content(pm.analyze(ask(raw, [("Byggesak", "")]))).opinions == ()
