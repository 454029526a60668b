"""Findings as plain text, for a terminal; styling is the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from procmap.findings import Finding
from procmap.labels.terms import TERMS
from procmap.rules.headline import Headline

__all__ = ["build_summary", "find_place", "format_findings"]

_SHOWN = 20


class HasFindings(Protocol):
    """Anything with findings, such as a `Report`."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings."""
        ...


def format_findings(report: HasFindings, lang: str = "nb") -> tuple[str, ...]:
    """The findings as lines: a heading a severity; message, question and place a finding.

    Args:
        report: the report.
        lang: ``"nb"`` or ``"en"``.

    Example:
        >>> class Empty:
        ...     findings = ()
        >>> format_findings(Empty())
        ('Ingen funn.',)
    """
    return _format(report.findings, lang)


def _format(findings: Sequence[Finding], lang: str) -> tuple[str, ...]:
    if not findings:
        return (TERMS["no findings"].text(lang),)
    codes = {finding.fingerprint: finding.code for finding in findings}
    lines: list[str] = []
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        found = list(group)
        lines += ([""] if lines else []) + [f"{severity.label(lang)} ({len(found)})"]
        for finding in found:
            lines.append(f"  {finding.code}  {finding.message(lang)}")
            question = finding.question(lang)
            if question:
                lines.append(f"          {question}")
            lines.append(f"          {_find_note(finding, codes, lang)}")
    return tuple(lines)


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


def build_summary(headline: Headline, findings: Sequence[Finding], lang: str = "nb") -> str:
    """The headline and the first findings as text, short enough for a notebook cell."""
    lines = [*headline.lines(lang), "", *_format(findings[:_SHOWN], lang)]
    if len(findings) > _SHOWN:
        lines += ["", TERMS["and more"].text(lang).format(n=len(findings) - _SHOWN)]
    return "\n".join(lines)
