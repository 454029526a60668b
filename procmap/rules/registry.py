"""The rules, listed one by one; nothing is found by magic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RuleError
from procmap.labels import Given, Words
from procmap.labels.names import list_choices
from procmap.rules.cap import cap701_key_person as cap701
from procmap.rules.dat import dat501_collected_twice as dat501
from procmap.rules.dat import dat502_no_master as dat502
from procmap.rules.dat import dat503_dead_data as dat503
from procmap.rules.dat import dat504_personal_data_unassessed as dat504
from procmap.rules.gap import gap301_broken_chain as gap301
from procmap.rules.gap import gap302_unknown_callee as gap302
from procmap.rules.gap import gap303_unreachable_step as gap303
from procmap.rules.gap import gap304_isolated_processes as gap304
from procmap.rules.gap import gap305_isolated_unit as gap305
from procmap.rules.gap import gap306_unplaced_lane as gap306
from procmap.rules.gap import gap308_hidden_crossing as gap308
from procmap.rules.hnd import hnd201_unit_crossing as hnd201
from procmap.rules.hnd import hnd202_silo_hand_off as hnd202
from procmap.rules.hnd import hnd203_hand_off_without_channel as hnd203
from procmap.rules.hnd import hnd204_informal_hand_off as hnd204
from procmap.rules.hnd import hnd205_back_and_forth as hnd205
from procmap.rules.hnd import hnd206_one_sided_coordinator as hnd206
from procmap.rules.hnd import hnd207_outside_hand_off as hnd207
from procmap.rules.hnd import hnd208_media_break as hnd208
from procmap.rules.own import own101_process_without_owner as own101
from procmap.rules.own import own102_line_manager_as_owner as own102
from procmap.rules.own import own103_partial_ownership as own103
from procmap.rules.own import own104_several_owners as own104
from procmap.rules.own import own105_owner_without_holder as own105
from procmap.rules.own import own106_owner_without_mandate as own106
from procmap.rules.own import own107_contested_ownership as own107
from procmap.rules.own import own108_many_processes_one_owner as own108
from procmap.rules.own import own109_step_without_performer as own109
from procmap.rules.own import own110_accountable_not_single as own110
from procmap.rules.own import own111_no_goal_setter as own111
from procmap.rules.rule import Rule
from procmap.rules.sys import sys601_system_without_responsible as sys601
from procmap.rules.und import und401_no_value as und401
from procmap.rules.und import und402_not_measured as und402
from procmap.rules.und import und403_undescribed_steps as und403
from procmap.rules.und import und404_goal_without_path as und404
from procmap.rules.und import und405_unclassified_process as und405

__all__ = ["RULES", "find_rule", "find_rules"]

RULES: Final[tuple[Rule, ...]] = (
    own101.RULE,
    own102.RULE,
    own103.RULE,
    own104.RULE,
    own105.RULE,
    own106.RULE,
    own107.RULE,
    own108.RULE,
    own109.RULE,
    own110.RULE,
    own111.RULE,
    hnd201.RULE,
    hnd202.RULE,
    hnd203.RULE,
    hnd204.RULE,
    hnd205.RULE,
    hnd206.RULE,
    hnd207.RULE,
    hnd208.RULE,
    gap301.RULE,
    gap302.RULE,
    gap303.RULE,
    gap304.RULE,
    gap305.RULE,
    gap306.RULE,
    gap308.RULE,
    und401.RULE,
    und402.RULE,
    und403.RULE,
    und404.RULE,
    und405.RULE,
    dat501.RULE,
    dat502.RULE,
    dat503.RULE,
    dat504.RULE,
    sys601.RULE,
    cap701.RULE,
)


def find_rules(key: str, rules: Sequence[Rule] = RULES) -> tuple[Rule, ...]:
    """The rules that a code, family, name or alias stands for; case does not matter.

    Examples:
        >>> [rule.code for rule in find_rules("DAT")]
        ['DAT501', 'DAT502', 'DAT503', 'DAT504']
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

    Examples:
        >>> find_rule("process-without-owner").code
        'OWN101'
    """
    found = find_rules(key, rules)
    if len(found) == 1:
        return found[0]
    raise RuleError(
        Words("{key} er ikke en regel", "{key} is no rule").fill(key=Given(key)),
        expected=list_choices((f"{rule.code} ({rule.name})" for rule in rules), quoted=False),
    )
