"""The record of a rule: what it refuses, and what a finding of it carries."""

from __future__ import annotations

import dataclasses
import string

import pytest

from procmap.errors import RuleError
from procmap.findings import Severity
from procmap.rules import RULES, Case, Options, Rule
from procmap.rules.sources import SOURCES

from .builders import ref

OWN101 = RULES[0]
EXAMPLES = [
    pytest.param(rule, case, id=f"{rule.code}-{case.name}") for rule in RULES for case in rule.cases
]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("rule", "case"), EXAMPLES)
def test_every_case_says_the_same_in_both_languages(rule: Rule, case: Case) -> None:
    assert rule.case(case.name) is case
    assert case.nb.message
    assert case.nb.question.endswith("?")
    assert case.en.question.endswith("?")
    assert fields(case.nb.message) == fields(case.en.message)
    assert fields(case.nb.question) == fields(case.en.question)
    assert (case.nb_one is None) == (case.en_one is None)
    if case.nb_one is not None and case.en_one is not None:
        assert fields(case.nb_one.message) == fields(case.en_one.message)
        assert fields(case.nb_one.question) == fields(case.en_one.question)


@pytest.mark.parametrize(("rule", "case"), EXAMPLES)
def test_no_message_calls_missing_what_nobody_recorded(rule: Rule, case: Case) -> None:
    assert rule.code
    if case.open:
        assert case.severity is Severity.FOR_INFORMATION
        assert "mangler" not in case.nb.message.casefold()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_why_where_it_comes_from_and_explains_its_options(rule: Rule) -> None:
    for words in (rule.title, rule.why, *(option.explained for option in rule.options)):
        assert words.nb
        assert words.en
        assert words.nb != words.en
    assert rule.sources
    for source in rule.sources:
        assert source.key in SOURCES
        assert bool(source.quotation) == (source.key != "practice")
        assert source.interpretation.nb
        assert source.interpretation.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_cases_stand_with_the_most_urgent_first(rule: Rule) -> None:
    ranks = [case.severity.rank for case in rule.cases]
    assert ranks == sorted(ranks)
    assert rule.severity is rule.cases[0].severity


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"code": "own101"}, "code"),
        ({"code": "OWN1"}, "code"),
        ({"name": "Process Without Owner"}, "name"),
        ({"cases": ()}, "cases"),
        ({"cases": OWN101.cases * 2}, "cases"),
    ],
)
def test_a_rule_of_another_form_is_refused(change: dict[str, object], problem: str) -> None:
    with pytest.raises(RuleError, match=problem):
        dataclasses.replace(OWN101, **change)  # type: ignore[arg-type]  # wrong on purpose


def test_a_case_it_does_not_have_is_named_with_those_it_has() -> None:
    with pytest.raises(RuleError, match=r"no case 'lost'.*absent-across-units"):
        OWN101.case("lost")


def test_the_fingerprint_depends_on_neither_case_nor_severity_nor_words() -> None:
    prints = {
        OWN101.finding(
            case.name, options, elements=(ref("P"),), parameters={"p": name, "n": 2}
        ).fingerprint
        for case in OWN101.cases
        for options in (Options(), Options(severity=Severity.CLARIFY_FIRST))
        for name in ("Byggesak", "Lønn")
    }
    assert len(prints) == 1
