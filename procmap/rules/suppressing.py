"""Findings set aside for a while, with a reason and a last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procmap.findings import Finding
from procmap.model import fold
from procmap.rules.context import Context

__all__ = ["Suppressed", "Suppression", "suppress"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """What is set aside, why, and until when.

    Args:
        reason: why, in people's words.
        until: the last day it is set aside.
        codes: codes of the rules; empty for any.
        process: name or reference of the process; "" for any.
        fingerprint: of one finding; "" for any.
    """

    reason: str
    until: dt.date
    codes: tuple[str, ...] = ()
    process: str = ""
    fingerprint: str = ""

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
