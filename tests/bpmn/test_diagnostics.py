"""The table of codes."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from procmap.bpmn.diagnostics import DIAGNOSTICS, Diagnostic
from procmap.bpmn.refusals import _ERRORS, Refusal, build_error, build_finding_of
from procmap.findings import Severity

ALL = list(DIAGNOSTICS.values())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.code)
def test_every_code_says_in_both_languages_what_was_noticed_and_what_to_do(
    entry: Diagnostic,
) -> None:
    assert re.fullmatch(r"BPM[1-5]\d\d", entry.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.name)
    assert fields(entry.nb.message) == fields(entry.en.message)
    for text in (entry.nb, entry.en):
        assert text.message.endswith(".")
        assert text.question.endswith((".", "?"))


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert list(DIAGNOSTICS) == sorted(DIAGNOSTICS)
    assert len({entry.name for entry in ALL}) == len(ALL)


def test_nothing_about_a_file_is_urgent() -> None:
    assert all(entry.severity is not Severity.CLARIFY_FIRST for entry in ALL)


@pytest.mark.parametrize("code", sorted(_ERRORS))
def test_error_and_diagnostic_of_a_refusal_say_the_same(code: str) -> None:
    refusal = Refusal(code, 7, {"problem": "p", "root": "r", "format": "f"})
    error, finding = build_error("a.bpmn", refusal), build_finding_of("a.bpmn", refusal)
    assert error.problem + "." == finding.message("en")
    assert error.where == str(finding.location) == "a.bpmn, line 7"
    assert error.expected
    assert error.remedy == finding.question("en")
