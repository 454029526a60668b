from __future__ import annotations

import pytest

from procmap.findings import Finding, FindingText, Severity, build_finding
from procmap.source import ElementRef, SourceLocation

TEXTS = {
    "nb": FindingText("«{p}» går til {u}.", "Hvem eier «{p}»?"),
    "en": FindingText("“{p}” goes to {u}."),
}


def build(**changes: object) -> Finding:
    arguments: dict[str, object] = {
        "texts": TEXTS,
        "parameters": {"p": "Byggesak", "u": "Geodata"},
        "elements": (ElementRef("a.bpmn", "P"),),
        **changes,
    }
    return build_finding("HND201", "unit-crossing", Severity("I"), **arguments)  # type: ignore[arg-type]


def test_message_and_question_are_filled_in_both_languages() -> None:
    finding = build()
    assert finding.message("nb") == "«Byggesak» går til Geodata."
    assert finding.question("nb") == "Hvem eier «Byggesak»?"
    assert finding.message("en") == "“Byggesak” goes to Geodata."
    assert finding.question("en") == ""


def test_braces_in_names_are_not_templates() -> None:
    finding = build(parameters={"p": "{u} {x}", "u": "{0}"})
    assert finding.message("nb") == "«{u} {x}» går til {0}."


def test_a_template_that_names_what_is_not_given_is_refused_when_built() -> None:
    with pytest.raises(KeyError):
        build(parameters={"p": "Byggesak"})


def test_a_fingerprint_does_not_depend_on_wording_numbers_or_severity() -> None:
    other = build(
        texts={"en": FindingText("{p} {u}")}, parameters={"p": "B", "u": "C"}, evidence=()
    )
    assert build().fingerprint == other.fingerprint


def test_a_fingerprint_tells_subjects_and_elements_apart() -> None:
    found = {
        build().fingerprint,
        build(subject=("a",)).fingerprint,
        build(subject=("a", "b")).fingerprint,
        build(elements=(ElementRef("a.bpmn", "Q"),)).fingerprint,
        build(elements=(), location=SourceLocation("a.bpmn")).fingerprint,
    }
    assert len(found) == 5


def test_severities_are_ordered_and_labelled() -> None:
    assert Severity("E").at_least(Severity("W"))
    assert not Severity("I").at_least(Severity("W"))
    assert [s.label("nb") for s in Severity] == ["Avklar først", "Bør avklares", "Til orientering"]
    assert [s.label("en") for s in Severity] == [
        "Clarify first",
        "Should be clarified",
        "For information",
    ]
