"""The rules, listed one by one; nothing is found by magic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RuleError
from procmap.rules.gap import gap302_unknown_callee as gap302
from procmap.rules.gap import gap303_unreachable_step as gap303
from procmap.rules.gap import gap306_unplaced_lane as gap306
from procmap.rules.hnd import hnd201_unit_crossing as hnd201
from procmap.rules.hnd import hnd202_silo_hand_off as hnd202
from procmap.rules.hnd import hnd205_back_and_forth as hnd205
from procmap.rules.own import own101_process_without_owner as own101
from procmap.rules.own import own102_line_manager_as_owner as own102
from procmap.rules.own import own109_step_without_performer as own109
from procmap.rules.rule import Rule

__all__ = ["RULES", "find_rule", "find_rules"]

RULES: Final[tuple[Rule, ...]] = (
    own101.RULE,
    own102.RULE,
    own109.RULE,
    hnd201.RULE,
    hnd202.RULE,
    hnd205.RULE,
    gap302.RULE,
    gap303.RULE,
    gap306.RULE,
)


def find_rules(key: str, rules: Sequence[Rule] = RULES) -> tuple[Rule, ...]:
    """The rules that a code, family, name or alias stands for; case does not matter.

    Example:
        >>> [rule.code for rule in find_rules("OWN")]
        ['OWN101', 'OWN102', 'OWN109']
        >>> find_rules("no-such-rule")
        ()
    """
    wanted = key.strip().casefold()
    return tuple(
        rule
        for rule in rules
        if wanted
        in {word.casefold() for word in (rule.code, rule.family, rule.name, *rule.aliases)}
    )


def find_rule(key: str, rules: Sequence[Rule] = RULES) -> Rule:
    """The one rule of a code, name or alias.

    Raises:
        RuleError: there is none; lists the rules there are.

    Example:
        >>> find_rule("process-without-owner").code
        'OWN101'
    """
    found = find_rules(key, rules)
    if len(found) == 1:
        return found[0]
    raise RuleError(
        f"{key!r} is no rule",
        expected=f"one of {', '.join(f'{rule.code} ({rule.name})' for rule in rules)}",
    )
