"""Profiles: settings with a name, and one's own on top."""

from __future__ import annotations

import pickle

import pytest

from procmap.errors import RuleError
from procmap.graph import analyze_landscape
from procmap.model import Fact
from procmap.rules import PROFILES, RULES, build_config, build_report, find_rule

from .builders import CODES, build_landscape, build_process, find

ACROSS = "Start@A -> T1@A -> T2@B -> End@B"


def test_workshop_is_the_default_and_runs_all_rules_as_they_are() -> None:
    assert build_config({"profile": "workshop"}) == build_config()
    assert [rule.code for rule, _ in build_config().rules] == list(CODES)


def test_strict_makes_what_is_stated_urgent_and_leaves_questions_questions() -> None:
    stated = build_landscape(build_process(ACROSS, ownership=Fact.absent()))
    (finding,) = find(stated, "HND202", {"profile": "strict"})
    assert finding.severity == "E"
    blank = build_report(
        analyze_landscape(build_landscape(build_process(ACROSS))), config={"profile": "strict"}
    )
    assert {f.severity.value for f in blank.findings} == {"I"}


def test_import_quality_says_nothing_of_responsibility() -> None:
    landscape = build_landscape(build_process(f"{ACROSS}\nT3", ownership=Fact.absent()))
    report = build_report(analyze_landscape(landscape), config={"profile": "import-quality"})
    assert not {f.code for f in report.findings} & {"OWN101", "HND202", "HND203"}
    assert {rule.family for rule, _ in build_config({"profile": "import-quality"}).rules} == {
        "OWN",
        "GAP",
        "UND",
    }


def test_own_settings_go_on_top() -> None:
    settings = {
        "profile": "strict",
        "severity": {"HND202": "W"},
        "options": {"GAP302": {"folder_size": 4}},
    }
    found = {rule.code: options for rule, options in build_config(settings).rules}
    assert found["HND202"].severity == "W"
    assert found["OWN101"].severity == "E"
    assert found["GAP302"].number("folder_size") == 4
    assert found["GAP301"].number("models") == 1
    chosen = build_config({"profile": "import-quality", "select": ["OWN101"]}).rules
    assert [rule.code for rule, _ in chosen] == ["OWN101"]


def test_a_profile_fits_fewer_rules_than_there_are() -> None:
    for profile in PROFILES:
        build_config({"profile": profile.name}, rules=(find_rule("OWN102"),))


@pytest.mark.parametrize("value", ["strikt", 7, None])
def test_another_profile_is_refused(value: object) -> None:
    with pytest.raises(RuleError, match="expected one of 'workshop', 'strict', 'import-quality'"):
        build_config({"profile": value})


def test_every_rule_a_profile_names_is_there_and_it_pickles() -> None:
    for profile in PROFILES:
        assert pickle.loads(pickle.dumps(profile)).settings == profile.settings  # noqa: S301
        named = [word for setting in profile.settings.values() for word in setting]  # type: ignore[attr-defined]
        assert set(named) <= {rule.code for rule in RULES}
