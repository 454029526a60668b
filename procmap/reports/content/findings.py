"""The findings of a report, by the findings of the study; and the rules behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from procmap.findings import Evidence, Finding, Severity
from procmap.labels.evidence import EVIDENCE_LABELS
from procmap.labels.pages import EVIDENCE, PAGE_COUNTS, THEME_TEXTS
from procmap.labels.terms import FACT_STATES, THEMES
from procmap.maps.lettering import clean
from procmap.reports.content.names import Names
from procmap.reports.content.types import (
    FindingItem,
    Following,
    ProcessFindings,
    RulePart,
    Table,
    ThemePart,
)
from procmap.rules import Context, Report, Rule, find_all_rules
from procmap.rules.sources import SOURCES
from procmap.source import ElementRef

__all__ = ["build_rules", "build_sources", "build_suppressed", "build_themes", "find_themes"]

_ORDER: Final = ("ownership", "silos", "understanding", "other")
# A question about a hundred steps names the first ones; the page is no list of elements.
_MOST_ELEMENTS: Final = 12


def find_themes() -> dict[str, str]:
    """The study's finding that each rule serves, by code of the rule."""
    return {rule.code: rule.theme for rule in find_all_rules()}


def build_themes(report: Report, names: Names) -> tuple[ThemePart, ...]:
    """The findings, by the findings of the study; those of unknown rules by themselves.

    Args:
        report: what was found.
        names: what things are called.
    """
    themes = find_themes()
    groups: dict[str, list[Finding]] = {key: [] for key in _ORDER}
    for finding in report.findings:
        groups[themes.get(finding.code, "other")].append(finding)
    builder = _ItemBuilder(report, names)
    return tuple(
        ThemePart(
            key,
            THEMES[key].text(names.lang) if key in THEMES else names.word("other findings"),
            THEME_TEXTS[key].text(names.lang) if key in THEME_TEXTS else "",
            _count(found, names.lang),
            builder.by_process([f for f in found if not _is_open(f)]),
            builder.by_process([f for f in found if _is_open(f)]),
        )
        for key, found in groups.items()
        if found or key != "other"
    )


def _is_open(finding: Finding) -> bool:
    return finding.severity is Severity.FOR_INFORMATION


def _count(findings: Sequence[Finding], lang: str) -> tuple[str, ...]:
    times = Counter(finding.severity for finding in findings)
    return tuple(
        f"{severity.label(lang)}: {times[severity]}" for severity in Severity if times[severity]
    )


class _ItemBuilder:
    """Puts findings into words, with the cause each follows from."""

    def __init__(self, report: Report, names: Names) -> None:
        self._context = Context(report.analysis)
        self._known = {finding.fingerprint: finding for finding in report.findings}
        self._names = names

    def by_process(self, findings: Sequence[Finding]) -> tuple[ProcessFindings, ...]:
        groups: dict[ElementRef | None, list[Finding]] = {}
        for finding in findings:
            process = self._context.process_of(finding)
            groups.setdefault(process.ref if process is not None else None, []).append(finding)
        order = list(groups)
        order.sort(
            key=lambda ref: (
                min(finding.severity.rank for finding in groups[ref]),
                -len(groups[ref]),
                str(ref),
            )
        )
        return tuple(self._group(ref, groups[ref]) for ref in order)

    def _group(self, ref: ElementRef | None, findings: Sequence[Finding]) -> ProcessFindings:
        """The findings about one process, those with a cause behind it."""
        names = self._names
        by_cause: dict[str, list[FindingItem]] = {}
        alone: list[FindingItem] = []
        for finding in findings:
            item = self._build(finding)
            if item.cause_anchor:
                by_cause.setdefault(item.cause_anchor, []).append(item)
            else:
                alone.append(item)
        following = []
        for anchor, items in by_cause.items():
            cause = names.text(self._known[anchor].message(names.lang))
            text = PAGE_COUNTS["following"].text(len(items), names.lang)
            following.append(Following(text.format(n=len(items), cause=cause), tuple(items)))
        return ProcessFindings(
            names.process(ref) if ref is not None else names.word("whole"),
            tuple(alone),
            tuple(following),
        )

    def _build(self, finding: Finding) -> FindingItem:
        lang, names = self._names.lang, self._names
        cause = self._known.get(finding.caused_by or "")
        return FindingItem(
            anchor=finding.fingerprint,
            code=finding.code,
            severity=finding.severity.label(lang),
            is_open=_is_open(finding),
            message=names.text(finding.message(lang)),
            question=names.text(finding.question(lang)),
            cause=cause.code if cause is not None else "",
            cause_anchor=cause.fingerprint if cause is not None else "",
            evidence=tuple(filter(None, (_say(e, names) for e in finding.evidence))),
            elements=tuple(
                (names.element(ref), names.place(ref)) for ref in finding.elements[:_MOST_ELEMENTS]
            ),
        )


def _say(evidence: Evidence, names: Names) -> str:
    """Evidence in a line: what it is, and the figure where there is one."""
    known = EVIDENCE_LABELS.get(evidence.label) or FACT_STATES.get(evidence.label)
    # Rules of users say in their own words what evidence is; those are shown as they are.
    label = known.text(names.lang) if known is not None else clean(evidence.label)
    if evidence.value is None:
        if evidence.kind == "element":
            return ""
        kind = EVIDENCE[evidence.kind].text(names.lang)
        return f"{kind}: {label}" if label else kind
    of = f" ({names.word('of')} {evidence.limit:g})" if evidence.limit is not None else ""
    return f"{label or EVIDENCE['figure'].text(names.lang)}: {evidence.value:g}{of}"


def build_rules(report: Report, names: Names) -> tuple[RulePart, ...]:
    """The rules that found something, with why and where they are from.

    Args:
        report: what was found.
        names: what things are called.
    """
    lang = names.lang
    return tuple(
        RulePart(
            rule.code,
            rule.title.text(lang),
            rule.why.text(lang),
            tuple(
                (
                    f"«{source.quotation}» ({source.key} {source.section})".replace(" )", ")")
                    if source.quotation
                    else SOURCES[source.key].text(lang),
                    source.interpretation.text(lang),
                )
                for source in rule.sources
            ),
        )
        for rule in _find_rules(report)
    )


def _find_rules(report: Report) -> tuple[Rule, ...]:
    found = {finding.code for finding in report.findings}
    return tuple(rule for rule in find_all_rules() if rule.code in found)


def build_sources(report: Report, names: Names) -> tuple[str, ...]:
    """What those rules are drawn from, each once.

    Args:
        report: what was found.
        names: what things are called.
    """
    keys = {source.key for rule in _find_rules(report) for source in rule.sources}
    return tuple(
        f"{key}: {words.text(names.lang)}" if len(key) == 1 else words.text(names.lang)
        for key, words in SOURCES.items()
        if key in keys or key == "S"
    )


def build_suppressed(report: Report, names: Names) -> Table:
    """The findings that were set aside, with the reason and the last day.

    Args:
        report: what was found.
        names: what things are called.
    """
    rows = tuple(
        (
            item.finding.code,
            names.text(item.finding.message(names.lang)),
            names.text(item.suppression.reason),
            item.suppression.until.isoformat(),
        )
        for item in report.suppressed
    )
    return Table(
        "suppressed",
        names.word("suppressed"),
        names.head("code", "message", "reason", "until"),
        rows,
    )
