"""UND402: not measured, or measures without target, baseline or owner."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Holder, Landscape, Measure

from .builders import build_landscape, build_process, case_of, find, severities
from .changing import change

PROCESS = build_process("T1@A")
OTHER = build_process("T1@A", document="n.bpmn", name="Lønn")
TEXT, HOLDER = Fact.stated("30 dager"), Fact.stated(Holder("role", "Leder A"))
WHOLE = Measure("Tid", TEXT, TEXT, HOLDER)
Measures = Fact[tuple[Measure, ...]]
ONE: Measures = Fact.stated((WHOLE,))
SILENT: Measures = Fact()


def build(measures: Measures, *, others: Measures = ONE, **facts: object) -> Landscape:
    return build_landscape(
        change(PROCESS, measures=measures, **facts), change(OTHER, measures=others)
    )


@pytest.mark.parametrize(
    ("measures", "case", "expected"),
    [
        (Fact.absent(), "absent", "W"),
        (Fact.unknown(), "unknown", "I"),
        (Fact(), "not-recorded", "I"),
        (Fact.stated((WHOLE, Measure("Feil", TEXT, Fact.absent(), HOLDER))), "parts-absent", "W"),
        (Fact.stated((Measure("Feil", Fact.absent(), TEXT, HOLDER),)), "parts-absent", "W"),
        (Fact.stated((Measure("Feil", TEXT, TEXT, Fact.absent()),)), "parts-absent", "W"),
        (Fact.stated((Measure("Feil", TEXT, TEXT),)), "parts-not-recorded", "I"),
        (
            Fact.stated((Measure("Feil", TEXT, Fact.unknown(), HOLDER),)),
            "parts-not-recorded",
            "I",
        ),
    ],
)
def test_what_is_not_measured_is_asked_about(measures: Measures, case: str, expected: str) -> None:
    (finding,) = find(build(measures), "UND402")
    assert (case_of(finding), finding.severity.value) == (case, expected)


def test_one_measure_is_named_and_several_are_counted() -> None:
    (one,) = find(build(Fact.stated((Measure("Feil"),))), "UND402")
    assert "måltallet «Feil»" in one.message()
    (two,) = find(build(Fact.stated((Measure("Feil"), Measure("Tid"), WHOLE))), "UND402")
    assert "for 2 måltall" in two.message()


def test_nobody_is_asked_before_somebody_has_begun() -> None:
    assert not find(build(SILENT, others=SILENT), "UND402")


def test_one_question_at_a_time() -> None:
    other = change(OTHER, measures=ONE, customer=TEXT)
    landscape = build_landscape(PROCESS, other)
    assert severities(find(landscape, "UND401")) == ["I"]
    assert not find(landscape, "UND402")
    answered = build_landscape(change(PROCESS, customer=TEXT), other)
    assert severities(find(answered, "UND402")) == ["I"]


@pytest.mark.parametrize("measures", [ONE, Fact.not_applicable()])
def test_a_whole_measure_is_not_flagged(measures: Measures) -> None:
    assert not find(build(measures), "UND402")


def test_the_rest_are_asked_once_half_are_measured() -> None:
    silent = build_process("T1@A", document="o.bpmn", name="Innsyn")
    landscape = build_landscape(PROCESS, change(OTHER, measures=ONE), silent)
    assert not find(landscape, "UND402")
    found = find(landscape, "UND402", {"options": {"UND402": {"common": 33}}})
    assert [f.parameters["p"] for f in found] == ["Byggesak", "Innsyn"]
