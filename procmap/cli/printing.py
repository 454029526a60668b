"""A report on the terminal: headline, findings, notes about the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.markup import escape

from procmap.cli.choices import Format
from procmap.cli.console import build_err, build_out
from procmap.findings import Finding, Severity

if TYPE_CHECKING:
    from procmap.rules import Report

__all__ = ["print_data", "print_documentation", "print_report"]

_STYLES = {"E": "bold red", "W": "yellow", "I": "cyan"}


def print_report(report: Report, lang: str, *, notes: bool, every: bool = False) -> None:
    """Print the headline and the findings, and on the error stream what was odd about files."""
    out = build_out()
    for line in report.headline.lines(lang):
        out.print(line, style="bold", highlight=False, markup=False)
    out.print()
    codes = {finding.fingerprint: finding.code for finding in report.findings}
    for severity, group in groupby(report.findings, key=lambda finding: finding.severity):
        found = list(group)
        title = f"{severity.label(lang)} ({len(found)})"
        out.print(title, style=_STYLES[severity], highlight=False)
        if severity is Severity.FOR_INFORMATION and not every:
            _print_groups(found, codes, lang)
        else:
            for finding in found:
                _print_finding(finding, codes, lang)
    if not report.findings:
        out.print(_word("no findings", lang))
    _print_set_aside(report, lang)
    _print_notes(report, lang, notes=notes)


def _print_finding(
    finding: Finding, codes: Mapping[str, str], lang: str, *, indent: str = "  "
) -> None:
    out = build_out()
    known = codes.get(finding.caused_by or "")
    cause = f" ← {known}" if known else ""
    message = escape(finding.message(lang))
    out.print(f"{indent}[dim]{finding.code}[/dim]  {message}[dim]{cause}[/dim]", highlight=False)
    question = finding.question(lang)
    if question:
        out.print(f"{indent}        → {escape(question)}", style="italic", highlight=False)


def _print_groups(findings: Sequence[Finding], codes: Mapping[str, str], lang: str) -> None:
    """What is for information, by process: one finding a rule, and how many more there are."""
    from procmap.labels.documentation import GROUPS
    from procmap.rules.grouping import describe_others, group_findings

    out = build_out()
    shortened = False
    for group in group_findings(findings):
        out.print(f"  {group.title(lang)}", style="bold", highlight=False, markup=False)
        for first, others in group.rules:
            _print_finding(first, codes, lang, indent="    ")
            if others:
                shortened = True
                more = describe_others(others, lang)
                out.print(f"            {more}", style="dim", highlight=False, markup=False)
    if shortened:
        out.print(f"  {GROUPS['all'].text(lang)}", style="dim", highlight=False)


def _print_set_aside(report: Report, lang: str) -> None:
    from procmap.rules import format_set_aside

    for line in format_set_aside(report.suppressed, report.expired, lang):
        build_out().print(line, highlight=False, markup=False)


def print_documentation(report: Report, lang: str) -> None:
    """Print which facts are stated about processes, and which nobody has recorded."""
    for line in ("", *report.documentation.lines(lang)):
        build_out().print(line, highlight=False, markup=False)


def print_data(report: Report, lang: str, format: Format) -> None:
    """Print the findings as JSON or CSV, and nothing else on that stream."""
    from procmap.rules import Context
    from procmap.rules.saving import build_csv, build_json

    if format is Format.csv:
        text = build_csv(Context(report.analysis), report.findings, lang)
    else:
        text = build_json(
            report.headline,
            report.findings,
            report.suppressed,
            expired=report.expired,
            documentation=report.documentation,
        )
    build_out().file.write(text)


def _print_notes(report: Report, lang: str, *, notes: bool) -> None:
    """What the readers noticed goes to the error stream: it is about the files."""
    from procmap.findings import spell_place

    err = build_err()
    if notes:
        for note in report.diagnostics:
            place = f"{spell_place(note.location, lang)}: " if note.location else ""
            err.print(escape(f"{place}{note.code} {note.message(lang)}"), highlight=False)
    elif report.diagnostics:
        count = len(report.diagnostics)
        err.print(f"{_word('files', lang)}: {count} (--notes)", style="dim", highlight=False)


def _word(key: str, lang: str) -> str:
    from procmap.labels.pages import PAGE

    return PAGE[key].text(lang)
