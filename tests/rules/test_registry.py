"""The registry: one rule a code, found by any of its names."""

from __future__ import annotations

import pytest

from procmap.errors import RuleError
from procmap.labels.terms import FAMILIES
from procmap.rules import RULES, find_rule


def test_no_two_rules_share_a_code_name_or_alias() -> None:
    words = [word for rule in RULES for word in (rule.code, rule.name, *rule.aliases)]
    assert len(words) == len(set(words))
    assert not {rule.family.casefold() for rule in RULES} & {word.casefold() for word in words}


def test_every_family_has_a_name() -> None:
    assert {rule.family for rule in RULES} <= set(FAMILIES)


def test_causes_are_rules_that_exist() -> None:
    codes = {rule.code for rule in RULES}
    assert all(set(rule.consequence_of) <= codes - {rule.code} for rule in RULES)


@pytest.mark.parametrize("key", ["OWN101", "own101", "process-without-owner"])
def test_a_rule_is_found_by_code_or_name(key: str) -> None:
    assert find_rule(key).code == "OWN101"


@pytest.mark.parametrize("key", ["OWN", "OWN999", ""])
def test_what_is_no_one_rule_is_refused_with_the_rules_there_are(key: str) -> None:
    with pytest.raises(RuleError, match="is no rule; expected one of OWN101"):
        find_rule(key)
