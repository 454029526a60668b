"""From quotation to test: nothing on the way is missing, and the page has not drifted."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import pytest

from procmap.rules import RULES, Rule
from procmap.rules.traceability import Sample, build_traceability_page, find_test

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "rules" / "traceability.md"
in_checkout = pytest.mark.skipif(not PAGE.is_file(), reason="docs are not beside the tests")

# GAP301 is about messages and signals, which only a drawing has: those of the samples all have
# both ends.
NEED_ANOTHER_DRAWING = {"GAP301"}


@pytest.fixture(scope="module")
def fires_in(samples_dir: Path) -> Mapping[str, Sample]:
    path = ROOT / "tools" / "write_rule_pages.py"
    spec = importlib.util.spec_from_file_location("write_rule_pages", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    found: Mapping[str, Sample] = tool.find_samples(samples_dir)
    return found


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
    page = build_traceability_page({"OWN102": Sample("byggesak.bpmn")})
    assert "| [byggesak.bpmn](../../bpmn_samples/byggesak.bpmn) |" in page


def test_the_addition_is_linked_where_the_rule_needs_it() -> None:
    addition = "[register-utvidet.yaml](../../bpmn_samples/register-utvidet.yaml)"
    page = build_traceability_page(
        {
            "OWN104": Sample("lonn.bpmn", "register-utvidet.yaml"),
            "OWN105": Sample("", "register-utvidet.yaml"),
        }
    )
    assert f"| [lonn.bpmn](../../bpmn_samples/lonn.bpmn) with {addition} |" in page
    assert f"| {addition} |" in page


def test_rules_without_a_sample_are_named() -> None:
    all_but_one = {rule.code: Sample("byggesak.bpmn") for rule in RULES if rule.code != "HND208"}
    assert "Without a sample: HND208." in build_traceability_page(all_but_one)
    page = build_traceability_page({**all_but_one, "HND208": Sample("lonn.bpmn")})
    assert "Without a sample" not in page


@in_checkout
def test_every_rule_that_a_register_can_make_fire_does_in_the_samples(
    fires_in: Mapping[str, Sample],
) -> None:
    assert {rule.code for rule in RULES} - fires_in.keys() == NEED_ANOTHER_DRAWING


@in_checkout
def test_the_plain_register_goes_before_the_addition(fires_in: Mapping[str, Sample]) -> None:
    # Both fire with the addition too.
    assert (fires_in["OWN101"].addition, fires_in["HND202"].addition) == ("", "")
    assert fires_in["OWN107"] == Sample("byggesak.bpmn", "register-utvidet.yaml")
    assert fires_in["HND207"] == Sample("", "register-utvidet.yaml")


@in_checkout
def test_the_page_has_not_drifted(fires_in: Mapping[str, Sample]) -> None:
    built = build_traceability_page(fires_in)
    assert PAGE.read_text(encoding="utf-8") == built, "run `python tools/write_rule_pages.py`"
