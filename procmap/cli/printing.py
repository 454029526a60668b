"""A report on the terminal: headline, findings, notes about the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape

from procmap.cli.choices import Lang
from procmap.cli.console import build_err, build_out

if TYPE_CHECKING:
    from procmap.rules import Report

__all__ = ["print_report"]

_STYLES = {"E": "bold red", "W": "yellow", "I": "cyan"}


def print_report(report: Report, lang: Lang, *, notes: bool) -> None:
    """Print the headline and the findings, and on the error stream what was odd about files."""
    out = build_out()
    for line in report.headline.lines(lang.value):
        out.print(line, style="bold", highlight=False, markup=False)
    out.print()
    codes = {finding.fingerprint: finding.code for finding in report.findings}
    severity = None
    for finding in report.findings:
        if finding.severity is not severity:
            severity = finding.severity
            count = sum(f.severity is severity for f in report.findings)
            out.print(
                f"{severity.label(lang.value)} ({count})", style=_STYLES[severity], highlight=False
            )
        cause = f" ← {codes[finding.caused_by]}" if finding.caused_by in codes else ""
        out.print(
            f"  [dim]{finding.code}[/dim]  {escape(finding.message(lang.value))}[dim]{cause}[/dim]",
            highlight=False,
        )
        if finding.question(lang.value):
            out.print(
                f"          → {escape(finding.question(lang.value))}",
                style="italic",
                highlight=False,
            )
    if not report.findings:
        out.print(_word("no findings", lang))
    _print_notes(report, lang, notes=notes)


def _print_notes(report: Report, lang: Lang, *, notes: bool) -> None:
    """What the readers noticed goes to the error stream: it is about the files."""
    err = build_err()
    if notes:
        for note in report.diagnostics:
            place = f"{note.location}: " if note.location else ""
            err.print(escape(f"{place}{note.code} {note.message(lang.value)}"), highlight=False)
    elif report.diagnostics:
        count = len(report.diagnostics)
        err.print(f"{_word('files', lang)}: {count} (--notes)", style="dim", highlight=False)


def _word(key: str, lang: Lang) -> str:
    from procmap.labels.pages import PAGE

    return PAGE[key].text(lang.value)
