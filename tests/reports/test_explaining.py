"""What `procmap explain` says: each code, in both languages, out of the same data as its page."""

from __future__ import annotations

import pytest

from procmap.errors import UnknownNameError
from procmap.graph.figures import FIGURES
from procmap.reports.diagnostics import find_diagnostics
from procmap.reports.explaining import explain, list_codes
from procmap.rules import RULES


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_code_that_is_listed_can_be_explained(lang: str) -> None:
    listed = [code for code, _ in list_codes(lang)]
    assert len(listed) == len(RULES) + len(list(find_diagnostics())) + len(FIGURES)
    for code in listed:
        assert explain(code, lang=lang).startswith(code), code


def test_a_rule_is_explained_with_its_words_source_and_options() -> None:
    rule = next(rule for rule in RULES if rule.code == "OWN108")
    said = explain("own108", lang="nb")
    assert rule.why.nb in said
    assert rule.sources[0].quotation in said
    assert rule.options[0].name in said
    assert all(case.nb.message in said for case in rule.cases)
    assert explain(rule.name, lang="nb") == said


def test_a_diagnostic_is_explained_with_what_to_do() -> None:
    page = next(page for page in find_diagnostics() if page.code == "BPM104")
    said = explain("BPM104", lang="en")
    assert page.message.en in said
    assert page.remedy.en in said


def test_a_code_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="OWN10") as caught:
        explain("OWN10")
    assert all(code.startswith("OWN1") for code in caught.value.candidates)
    assert caught.value.candidates
