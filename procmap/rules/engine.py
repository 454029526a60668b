"""Runs rules over an analysis."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.errors import RuleError
from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.model import fold
from procmap.rules.causes import link_causes
from procmap.rules.config import RulesConfig, build_config
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Rule

__all__ = ["find_findings"]


def find_findings(
    analysis: Analysis,
    *,
    config: RulesConfig | None = None,
    failures: list[RuleError] | None = None,
) -> tuple[Finding, ...]:
    """The findings of all rules, in the order people should see them.

    Ordered by severity, code, process, number of the crossing point and fingerprint. Findings
    that follow from another one name it in `caused_by`.

    Args:
        analysis: hand-offs, governance and reachability of a landscape.
        config: which rules run and how; all of them as they are by default.

        failures: a list to put the errors of rules that failed in, to keep going without them;
            without it the first stops the run.

    Raises:
        RuleError: a rule failed; names the rule, and carries the cause.

    Examples:
        >>> from procmap.model import Landscape
        >>> find_findings(Analysis(Landscape()))
        ()
    """
    context = Context(analysis)
    chosen = (config or build_config()).rules
    found: list[Finding] = []
    for rule, options in chosen:
        try:
            found += _run(rule, context, options)
        except RuleError as error:
            if failures is None:
                raise
            failures.append(error)
    linked = link_causes(context, found, [rule for rule, _ in chosen])
    return tuple(_ordered(context, linked))


def _run(rule: Rule, context: Context, options: Options) -> list[Finding]:
    where = f"rule {rule.code} ({rule.name})"
    try:
        found = list(rule.check(context, options))
    except Exception as error:
        raise RuleError(
            f"the rule failed with {type(error).__name__}: {error}",
            where=where,
            remedy=f"Run without it by ignoring {rule.code}, and report the failure.",
        ) from error
    for finding in found:
        if finding.code != rule.code:
            raise RuleError(
                f"the rule gave a finding with the code {finding.code!r}",
                where=where,
                expected=repr(rule.code),
            )
    return found


def _ordered(context: Context, findings: Iterable[Finding]) -> list[Finding]:
    def order(finding: Finding) -> tuple[int, str, str, int | float, str]:
        process = context.process_of(finding)
        number = finding.parameters.get("i", 0)
        return (
            finding.severity.rank,
            finding.code,
            fold(process.label) if process is not None else "",
            number if isinstance(number, int | float) else 0,
            finding.fingerprint,
        )

    return sorted(findings, key=order)
