"""The configuration: what is selected, and errors that name key, value and what is allowed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from procmap.errors import RuleError
from procmap.findings import Severity
from procmap.labels import Words
from procmap.rules import RULES, Option, build_config, find_rule

from .builders import CODES


def codes(settings: Mapping[str, object]) -> list[str]:
    return [rule.code for rule, _ in build_config(settings).rules]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, list(CODES)),
        ({"select": []}, []),
        ({"select": ["UND"]}, ["UND401", "UND402", "UND403", "UND404", "UND405"]),
        ({"select": "gap303"}, ["GAP303"]),
        ({"select": ["GAP303", "process-without-owner"]}, ["OWN101", "GAP303"]),
        (
            {"select": ["DAT", "GAP303"], "ignore": ["dead-data", "DAT501"]},
            ["GAP303", "DAT502", "DAT504"],
        ),
        ({"ignore": ["OWN", "GAP", "HND", "CAP", "UND", "DAT"]}, ["SYS601"]),
    ],
)
def test_rules_are_selected_and_ignored_by_code_family_or_name(
    settings: Mapping[str, object], expected: list[str]
) -> None:
    assert codes(settings) == expected


def test_an_alias_selects_its_rule() -> None:
    renamed = dataclasses.replace(find_rule("OWN101"), aliases=("no-owner", "OWN001"))
    for key in ("no-owner", "own001"):
        config = build_config({"select": [key]}, rules=(renamed, *RULES[1:]))
        assert [rule.code for rule, _ in config.rules] == ["OWN101"]


def test_a_rule_s_own_severity_counts_more_than_its_family_s() -> None:
    for entries in ({"OWN": "I", "OWN101": "W"}, {"OWN101": "W", "OWN": "I"}):
        found = {r.code: o.severity for r, o in build_config({"severity": entries}).rules}
        assert found["OWN101"] is Severity.SHOULD_BE_CLARIFIED
        assert found["OWN102"] is Severity.FOR_INFORMATION
        assert found["GAP303"] is None


def test_options_not_set_keep_their_defaults() -> None:
    ((_, options),) = build_config({"select": ["GAP302"]}).rules
    assert options.number("folder_size") == 2


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"selekt": ["OWN"]},
            "'selekt' is no setting of rules; expected one of profile, select, ignore, sev",
        ),
        (
            {"select": ["OWN999"]},
            "configuration: select is 'OWN999', no rule, family or name; expected one of OWN, ",
        ),
        ({"ignore": 7}, "ignore is 7; expected a list of codes, families or names"),
        ({"ignore": [7]}, "ignore is 7, no rule, family or name; expected one of OWN, "),
        (
            {"severity": {"OWN101": "high"}},
            "severity.OWN101 is 'high'; expected one of 'E', 'W', 'I'",
        ),
        ({"severity": {"XYZ": "E"}}, "severity is 'XYZ', no rule, family or name"),
        ({"severity": ["E"]}, "severity is ['E']; expected a table"),
        (
            {"severity": {"OWN101": "E", "process-without-owner": "W"}},
            "severity.process-without-owner sets OWN101 a second time; expected one entry a rule",
        ),
        ({"options": {"GAP": {}}}, "options is 'GAP', no rule or name; expected one of OWN101, "),
        (
            {"options": {"GAP302": {"size": 1}}},
            "options.GAP302.size is no option of GAP302; expected one of folder_size",
        ),
        (
            {"options": {"GAP302": {"folder_size": 0}}},
            "options.GAP302.folder_size is 0; expected a whole number, at least 1",
        ),
        (
            {"options": {"GAP302": {"folder_size": True}}},
            "options.GAP302.folder_size is True; expected a whole number, at least 1",
        ),
        ({"options": {"OWN101": {"x": 1}}}, "options.OWN101.x is no option: OWN101 has none"),
        ({"options": {"GAP302": 2}}, "options.GAP302 is 2; expected a table"),
        (
            {"options": {"GAP302": {}, "unknown-callee": {}}},
            "options.unknown-callee sets GAP302 a second time",
        ),
    ],
)
def test_an_error_names_key_value_and_what_is_allowed(
    settings: Mapping[str, object], message: str
) -> None:
    with pytest.raises(RuleError) as caught:
        build_config(settings)
    assert message in str(caught.value)


def test_an_error_names_the_file_and_the_nearest_word() -> None:
    with pytest.raises(RuleError) as caught:
        build_config({"ignore": ["proces-without-owner"]}, where="procmap.toml")
    assert str(caught.value).startswith("procmap.toml: ignore is")
    assert caught.value.remedy == "Did you mean 'process-without-owner'?"


@pytest.mark.parametrize(
    ("default", "value", "accepted"),
    [
        (True, False, False),
        (True, 1, None),
        (1, 2, 2),
        (1, 2.0, None),
        (0.5, 1, 1.0),
        (0.5, "1", None),
        ("a", "b", "b"),
        (("a",), ["b", "c"], ("b", "c")),
        (("a",), "b", None),
        (("a",), [1], None),
    ],
)
def test_an_option_takes_values_of_its_default_s_type_only(
    default: object, value: object, accepted: object
) -> None:
    option = Option("x", default, Words("…", "…"))  # type: ignore[arg-type]  # one of OptionValue
    assert option.accept(value) == accepted


def test_an_option_with_choices_takes_no_other() -> None:
    option = Option("x", "a", Words("…", "…"), choices=("a", "b"))
    assert (option.accept("b"), option.accept("c")) == ("b", None)
    assert option.allowed.text("en") == "one of 'a', 'b'"
