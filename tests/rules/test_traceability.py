"""From quotation to test: nothing on the way is missing, and the page has not drifted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from procmap.rules import RULES, Rule
from procmap.rules.traceability import build_traceability_page, find_test

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "rules" / "traceability.md"
in_checkout = pytest.mark.skipif(not PAGE.is_file(), reason="docs are not beside the tests")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_test_of_its_own(rule: Rule) -> None:
    assert (Path(__file__).parent / find_test(rule)).is_file()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_source_of_a_rule_is_a_row(rule: Rule) -> None:
    page = build_traceability_page({})
    for source in rule.sources:
        rows = [row for row in page.split("\n") if f"[{rule.code}]" in row]
        assert [row for row in rows if source.quotation in row and source.interpretation.en in row]


def test_a_sample_is_linked_where_the_rule_fires() -> None:
    page = build_traceability_page({"OWN102": "byggesak.bpmn"})
    assert "[byggesak.bpmn](../../bpmn_samples/byggesak.bpmn)" in page


@in_checkout
def test_the_page_has_not_drifted(samples_dir: Path) -> None:
    path = ROOT / "tools" / "write_rule_pages.py"
    spec = importlib.util.spec_from_file_location("write_rule_pages", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    built = build_traceability_page(tool.find_samples(samples_dir))
    assert PAGE.read_text(encoding="utf-8") == built, "run `python tools/write_rule_pages.py`"
