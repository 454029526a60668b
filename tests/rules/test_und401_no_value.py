"""UND401: absent should be clarified; not recorded is a question once it is of other processes."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Landscape

from .builders import build_landscape, build_process, find, ref, severities
from .changing import change

PROCESS = build_process("T1@A")
OTHER = build_process("T1@A", document="n.bpmn", name="Lønn")
SAID = Fact.stated("Innbyggeren")
FACTS = ("customer", "purpose", "benefit")


def build(*, others: bool = True, **facts: Fact[str]) -> Landscape:
    other = change(OTHER, customer=SAID) if others else OTHER
    return build_landscape(change(PROCESS, **facts), other)


@pytest.mark.parametrize("name", FACTS)
@pytest.mark.parametrize(("fact", "expected"), [(Fact.absent(), ["W"]), (Fact.unknown(), ["I"])])
def test_what_was_asked_and_not_answered_is_asked_about(
    name: str, fact: Fact[str], expected: list[str]
) -> None:
    assert severities(find(build(**{name: fact}), "UND401")) == expected


def test_the_words() -> None:
    (finding,) = find(build(customer=Fact.absent()), "UND401")
    assert finding.message() == "Ingen har sagt hvem eller hva «Byggesak» er til for."
    assert finding.question() == "Hvem ville merke det om «Byggesak» ikke fantes?"
    assert finding.elements == (ref("Process"),)


def test_not_recorded_is_one_question_once_others_are() -> None:
    (finding,) = find(build(), "UND401")
    assert (finding.severity.value, finding.parameters["case"]) == ("I", "not-recorded")
    assert not find(build(others=False), "UND401")


@pytest.mark.parametrize("name", FACTS)
def test_one_answer_is_enough(name: str) -> None:
    facts: dict[str, Fact[str]] = dict.fromkeys(FACTS, Fact.absent())
    assert not find(build(**{**facts, name: SAID}), "UND401")


def test_what_does_not_apply_is_not_flagged() -> None:
    assert not find(build(**dict.fromkeys(FACTS, Fact.not_applicable())), "UND401")


def test_the_rest_are_asked_once_half_have_an_answer() -> None:
    silent = build_process("T1@A", document="o.bpmn", name="Innsyn")
    landscape = build_landscape(PROCESS, change(OTHER, customer=SAID), silent)
    assert not find(landscape, "UND401")
    found = find(landscape, "UND401", {"options": {"UND401": {"common": 33}}})
    assert [f.parameters["p"] for f in found] == ["Byggesak", "Innsyn"]
    assert not find(build(others=False), "UND401", {"options": {"UND401": {"common": 0}}})
