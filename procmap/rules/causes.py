"""Consequences name their cause: one missing owner is one point, not five findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.findings import Finding
from procmap.rules.context import Context
from procmap.rules.rule import Rule
from procmap.source import ElementRef

__all__ = ["link_causes"]


def link_causes(
    context: Context, findings: Sequence[Finding], rules: Iterable[Rule]
) -> list[Finding]:
    """The same findings; those that follow from another about the same process name it.

    Args:
        context: what was checked.
        findings: the findings of all rules.
        rules: the rules that ran; `Rule.consequence_of` says what follows from what.
    """
    ran = {rule.code: rule for rule in rules}
    causes_of = {code: rule.consequence_of for code, rule in ran.items() if rule.consequence_of}
    wanted = {code for codes in causes_of.values() for code in codes}
    causes: dict[tuple[str, ElementRef], Finding] = {}
    for finding in findings:
        process = context.process_of(finding)
        if process is None or finding.code not in wanted:
            continue
        if _absorbs(ran[finding.code], finding):
            known = causes.get((finding.code, process.ref))
            if known is None or _order(finding) < _order(known):
                causes[finding.code, process.ref] = finding
    return [_link(context, finding, causes_of, causes) for finding in findings]


def _absorbs(rule: Rule, finding: Finding) -> bool:
    given = finding.parameters.get("case")
    return all(case.absorbs for case in rule.cases if case.name == given)


def _order(finding: Finding) -> tuple[int, str]:
    return finding.severity.rank, finding.fingerprint


def _link(
    context: Context,
    finding: Finding,
    causes_of: dict[str, tuple[str, ...]],
    causes: dict[tuple[str, ElementRef], Finding],
) -> Finding:
    process = context.process_of(finding)
    if process is None:
        return finding
    for code in causes_of.get(finding.code, ()):
        cause = causes.get((code, process.ref))
        if cause is not None:
            return finding.model_copy(update={"caused_by": cause.fingerprint})
    return finding
