"""The pages of the rules are built from the rules, and the ones in docs have not drifted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from procmap.rules import RULES, Rule
from procmap.rules.pages import build_index_page, build_rule_page

FOLDER = Path(__file__).parent.parent.parent / "docs" / "rules"
in_checkout = pytest.mark.skipif(not FOLDER.is_dir(), reason="docs are not beside the tests")
REMEDY = "run `python tools/write_rule_pages.py`"


@in_checkout
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_has_not_drifted(rule: Rule) -> None:
    page = (FOLDER / f"{rule.code}.md").read_text(encoding="utf-8")
    assert page == build_rule_page(rule), REMEDY


@in_checkout
def test_the_index_has_not_drifted_and_no_page_is_left_over() -> None:
    assert (FOLDER / "index.md").read_text(encoding="utf-8") == build_index_page(), REMEDY
    left = {path.stem for path in FOLDER.glob("[A-Z]*.md")} - {rule.code for rule in RULES}
    assert not left


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_says_everything_the_rule_says(rule: Rule) -> None:
    page = build_rule_page(rule)
    for case in rule.cases:
        assert case.nb.message in page
        assert case.en.question in page
    for source in rule.sources:
        assert source.quotation in page
        assert source.interpretation.nb in page
    for option in rule.options:
        assert f"`{option.name}` (default `{json.dumps(option.default)}`" in page


def test_the_index_lists_every_rule_under_one_finding_of_the_study() -> None:
    index = build_index_page()
    assert all(index.count(f"[{rule.code}]") == 1 for rule in RULES)
