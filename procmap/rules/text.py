"""Findings as plain text, for a terminal; styling is the caller's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from procmap.findings import Finding, Severity
from procmap.labels.documentation import SET_ASIDE
from procmap.labels.terms import TERMS
from procmap.rules.grouping import describe_others, group_findings
from procmap.rules.headline import Headline
from procmap.rules.suppressing import Suppressed, Suppression

__all__ = ["build_summary", "find_place", "format_findings", "format_set_aside"]

_SHOWN = 20


class HasFindings(Protocol):
    """Anything with findings, such as a `Report`."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings."""
        ...


def format_findings(
    report: HasFindings, lang: str = "nb", *, every: bool = False
) -> tuple[str, ...]:
    """The findings as lines: a heading a severity; message, question and place a finding.

    What is for information stands by process, with one finding a rule: the first, and how many
    more there are.

    Args:
        report: the report.
        lang: ``"nb"`` or ``"en"``.
        every: whether every finding is shown.

    Examples:
        >>> class Empty:
        ...     findings = ()
        >>> format_findings(Empty())
        ('Ingen funn.',)
    """
    return _format(report.findings, lang, every=every)


def _format(findings: Sequence[Finding], lang: str, *, every: bool = False) -> tuple[str, ...]:
    if not findings:
        return (TERMS["no findings"].text(lang),)
    codes = {finding.fingerprint: finding.code for finding in findings}
    lines: list[str] = []
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        found = list(group)
        lines += ([""] if lines else []) + [f"{severity.label(lang)} ({len(found)})"]
        if severity is Severity.FOR_INFORMATION and not every:
            lines += _format_groups(found, lang)
        else:
            for finding in found:
                lines += _format_one(finding, codes, lang)
    return tuple(lines)


def _format_groups(findings: Sequence[Finding], lang: str) -> Iterator[str]:
    for group in group_findings(findings):
        yield f"  {group.title(lang)}"
        for first, others in group.rules:
            yield f"    {first.code}  {first.message(lang)}"
            question = first.question(lang)
            if question:
                yield f"            {question}"
            if others:
                yield f"            {describe_others(others, lang)}"


def _format_one(finding: Finding, codes: dict[str, str], lang: str) -> Iterator[str]:
    yield f"  {finding.code}  {finding.message(lang)}"
    question = finding.question(lang)
    if question:
        yield f"          {question}"
    yield f"          {_find_note(finding, codes, lang)}"


def _find_note(finding: Finding, codes: dict[str, str], lang: str) -> str:
    cause = codes.get(finding.caused_by or "")
    note = f"; {TERMS['follows from'].text(lang).format(code=cause)}" if cause else ""
    return f"[{find_place(finding)}{note}]"


def find_place(finding: Finding) -> str:
    """Where a finding is, as ``file#id``: its main element, else its place in a file.

    A process without a model stands in no file, and is known by its id alone.
    """
    if finding.elements:
        main = finding.elements[0]
        return str(main) if main.document else main.id
    return str(finding.location or "")


def format_set_aside(
    suppressed: Sequence[Suppressed], expired: Sequence[Suppression] = (), lang: str = "nb"
) -> tuple[str, ...]:
    """What was set aside and why, and what no longer is, as lines.

    Args:
        suppressed: the findings that were set aside.
        expired: what is no longer set aside.
        lang: ``"nb"`` or ``"en"``.

    Examples:
        >>> format_set_aside(())
        ()
    """
    lines: list[str] = []
    if suppressed:
        lines.append(f"{SET_ASIDE['title'].text(lang)} ({len(suppressed)})")
        lines += [
            f"  {item.finding.code}  {item.finding.message(lang)} "
            f"{_find_reason(item.suppression, lang)}"
            for item in suppressed
        ]
    if expired:
        lines.append(f"{SET_ASIDE['expired'].text(lang)} ({len(expired)})")
        lines += [f"  {_find_subject(item, lang)}: {_find_reason(item, lang)}" for item in expired]
    return tuple(lines)


def _find_reason(suppression: Suppression, lang: str) -> str:
    template = SET_ASIDE["until"].text(lang)
    return template.format(reason=suppression.reason, day=suppression.until.isoformat())


def _find_subject(suppression: Suppression, lang: str) -> str:
    parts = (", ".join(suppression.codes), suppression.process, suppression.fingerprint)
    return ", ".join(part for part in parts if part) or SET_ASIDE["anything"].text(lang)


def build_summary(
    headline: Headline,
    findings: Sequence[Finding],
    lang: str = "nb",
    *,
    suppressed: Sequence[Suppressed] = (),
    expired: Sequence[Suppression] = (),
) -> str:
    """The headline, the first findings and what was set aside, short enough for a notebook."""
    lines = [*headline.lines(lang), "", *_format(findings[:_SHOWN], lang)]
    if len(findings) > _SHOWN:
        lines += ["", TERMS["and more"].text(lang).format(n=len(findings) - _SHOWN)]
    aside = format_set_aside(suppressed, expired, lang)
    if aside:
        lines += ["", *aside[:_SHOWN]]
    return "\n".join(lines)
