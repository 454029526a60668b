"""Rules of users: an entry point offers them, and the example in examples/ works."""

from __future__ import annotations

import dataclasses
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from procmap.errors import RuleError
from procmap.graph import analyze_landscape
from procmap.rules import RULES, Rule, build_config, build_report, find_all_rules, find_findings
from procmap.rules import user_rules as room
from procmap.rules.pages import build_rule_page

from .builders import build_landscape, build_process

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
in_checkout = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="examples are not beside the tests")
OURS = dataclasses.replace(RULES[0], code="FJO901", name="our-own", aliases=())


def offer(monkeypatch: pytest.MonkeyPatch, offered: object, name: str = "ours") -> EntryPoint:
    module = ModuleType(f"offered_{name}")
    module.__dict__["offered"] = offered
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return EntryPoint(name, f"{module.__name__}:offered", room.GROUP)


def test_without_any_package_there_are_the_rules_of_procmap() -> None:
    assert room.merge_rules(()) == RULES


@pytest.mark.parametrize("several", [False, True])
def test_a_rule_or_a_list_of_them_comes_behind_the_others(
    several: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = offer(monkeypatch, [OURS] if several else OURS)
    assert room.merge_rules((point,)) == (*RULES, OURS)
    assert room.merge_rules((point, point)) == (*RULES, OURS)


def test_the_order_of_packages_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    other = dataclasses.replace(OURS, code="FJO900", name="another")
    points = [offer(monkeypatch, OURS, "a"), offer(monkeypatch, other, "b")]
    merged = room.merge_rules(points)
    assert merged == room.merge_rules(reversed(points))
    assert [rule.code for rule in merged[-2:]] == ["FJO900", "FJO901"]


@pytest.mark.parametrize(
    ("offered", "message"),
    [
        ("text", "is a str; expected a procmap.rules.Rule"),
        ([RULES[0], 7], "uses 'OWN101', which is taken by OWN101"),
        (dataclasses.replace(OURS, name="silo-hand-off"), "taken by HND202"),
        (dataclasses.replace(OURS, aliases=("OWN102",)), "taken by OWN102"),
    ],
)
def test_what_is_no_rule_or_takes_a_name_is_refused(
    offered: object, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        room.merge_rules((offer(monkeypatch, offered),))
    assert "entry point 'ours'" in str(caught.value)


def test_a_package_that_cannot_be_loaded_is_named() -> None:
    point = EntryPoint("ours", "no_such_package:RULE", room.GROUP)
    with pytest.raises(RuleError, match="cannot be loaded: ModuleNotFoundError"):
        room.merge_rules((point,))


def load_example(monkeypatch: pytest.MonkeyPatch) -> Rule:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    point = EntryPoint("fjordvik", "own_rule:RULE", room.GROUP)
    monkeypatch.setattr(room, "entry_points", lambda group: [point] if group == room.GROUP else [])
    return find_all_rules()[-1]


@in_checkout
def test_the_example_runs_with_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = load_example(monkeypatch)
    assert rule.code == "FJO101"
    analysis = analyze_landscape(build_landscape(build_process("T1@A -> T2@A -> T3@A")))
    (finding,) = (f for f in build_report(analysis).findings if f.code == "FJO101")
    assert finding.message() == "Vi vet ikke ennå hva «Byggesak» er verdt for innbyggeren."
    assert "Fjordvik" in build_rule_page(rule)


@in_checkout
def test_the_example_is_selected_and_set_like_any_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    load_example(monkeypatch)
    analysis = analyze_landscape(build_landscape(build_process("T1@A -> T2@A")))
    settings = {"select": ["FJO"], "options": {"FJO101": {"steps": 2}}}
    assert len(build_report(analysis, config=settings).findings) == 1
    config = build_config({"select": ["no-benefit-written-down"]}, rules=find_all_rules())
    assert not find_findings(analysis, config=config)
