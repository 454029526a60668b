"""Runs rules over an analysis."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.errors import RuleError
from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.labels import Given, Words
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

    Ordered by severity, code, process, number of the crossing point, what they say and
    fingerprint. Findings
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
    where = Words("regel {code} ({name})", "rule {code} ({name})").fill(
        code=rule.code, name=rule.name
    )
    try:
        found = list(rule.check(context, options))
    except Exception as error:
        raise RuleError(
            Words(
                "regelen stoppet med {kind}: {error}", "the rule failed with {kind}: {error}"
            ).fill(kind=type(error).__name__, error=str(error)),
            where=where,
            remedy=Words(
                "Kjør uten den ved å utelate {code}, og meld fra om feilen.",
                "Run without it by ignoring {code}, and report the failure.",
            ).fill(code=rule.code),
        ) from error
    for finding in found:
        if finding.code != rule.code:
            raise RuleError(
                Words(
                    "regelen ga et funn med koden {code}",
                    "the rule gave a finding with the code {code}",
                ).fill(code=Given(finding.code)),
                where=where,
                expected=Given(rule.code),
            )
    return found


def _ordered(context: Context, findings: Iterable[Finding]) -> list[Finding]:
    def order(finding: Finding) -> tuple[int, str, str, int | float, str, str]:
        process = context.process_of(finding)
        number = finding.parameters.get("i", 0)
        return (
            finding.severity.rank,
            finding.code,
            fold(process.label) if process is not None else "",
            number if isinstance(number, int | float) else 0,
            # What it says names units and steps; a fingerprint may hold their ids, which change
            # with every export.
            fold(finding.message("nb")),
            finding.fingerprint,
        )

    return sorted(findings, key=order)
