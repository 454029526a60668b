"""Findings set aside for a while, with a reason and a last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.findings import Finding
from procmap.model import Landscape, fold
from procmap.rules.context import Context
from procmap.rules.registry import RULES, find_rules
from procmap.rules.rule import Rule

__all__ = ["Suppressed", "Suppression", "find_set_aside", "suppress"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """What is set aside, why, and until when.

    Args:
        reason: why, in people's words.
        until: the last day it is set aside.
        codes: codes of the rules; empty for any.
        process: name or reference of the process; "" for any.
        fingerprint: of one finding; "" for any.
        origin: whether the ``"configuration"`` says so, or the ``"register"``.
    """

    reason: str
    until: dt.date
    codes: tuple[str, ...] = ()
    process: str = ""
    fingerprint: str = ""
    origin: Literal["configuration", "register"] = "configuration"

    def matches(self, context: Context, finding: Finding) -> bool:
        """Whether it is about this finding."""
        if self.fingerprint and self.fingerprint != finding.fingerprint:
            return False
        if self.codes and finding.code not in self.codes:
            return False
        if not self.process:
            return True
        process = context.process_of(finding)
        return process is not None and (
            fold(self.process) == fold(process.label) or self.process == str(process.ref)
        )


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was set aside, and what set it aside."""

    finding: Finding
    suppression: Suppression


def find_set_aside(
    landscape: Landscape, *, rules: Sequence[Rule] = RULES
) -> tuple[Suppression, ...]:
    """What the register sets aside.

    A row that names neither rule nor process would set everything aside, and sets nothing aside.

    Args:
        landscape: the models with the register applied.
        rules: the rules there are; a row may name one by code, family or name.
    """
    return tuple(
        Suppression(
            reason=row.reason,
            until=row.until,
            codes=_find_codes(row.code, rules),
            process=row.process,
            origin="register",
        )
        for row in landscape.set_aside
        if row.code.strip() or row.process.strip()
    )


def _find_codes(key: str, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Codes that a key stands for; one that is no rule of ours stands for itself."""
    if not key.strip():
        return ()
    return tuple(rule.code for rule in find_rules(key, rules)) or (key.strip().upper(),)


def suppress(
    context: Context,
    findings: Sequence[Finding],
    suppressions: Iterable[Suppression],
    *,
    today: dt.date,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """The findings that stay, and those set aside; what has expired sets nothing aside.

    What follows from a finding set aside stands by itself.

    Args:
        context: what was checked.
        findings: all findings.
        suppressions: what to set aside.
        today: the day to hold expiry against.
    """
    holding = [item for item in suppressions if today <= item.until]
    away: dict[str, Suppressed] = {}
    for finding in findings:
        found = next((item for item in holding if item.matches(context, finding)), None)
        if found is not None:
            away[finding.fingerprint] = Suppressed(finding, found)
    stay = tuple(
        finding.model_copy(update={"caused_by": None}) if finding.caused_by in away else finding
        for finding in findings
        if finding.fingerprint not in away
    )
    return stay, tuple(away.values())
