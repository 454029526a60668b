"""Headline and findings as a small piece of HTML, for Jupyter."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from procmap.findings import Finding
from procmap.labels.terms import TERMS
from procmap.rules.headline import Headline
from procmap.rules.text import find_place

__all__ = ["build_report_html"]

# A notebook cell that shows thousands of rows helps nobody, and is slow to scroll.
_SHOWN: Final = 100
_COLUMNS: Final = ("severity", "rule", "finding", "question", "place")


def build_report_html(headline: Headline, findings: Sequence[Finding], lang: str = "nb") -> str:
    """The headline as a list and the first findings as a table; all text is escaped.

    Args:
        headline: the headline.
        findings: all findings, in order; the first hundred are shown.
        lang: ``"nb"`` or ``"en"``.
    """
    parts = [f'<section class="procmap-report" lang="{"en" if lang == "en" else "nb"}">', "<ul>"]
    parts += [f"<li>{escape(line)}</li>" for line in headline.lines(lang)]
    parts.append("</ul>")
    if findings:
        parts += _build_table(findings, lang)
    else:
        parts.append(f"<p>{escape(TERMS['no findings'].text(lang))}</p>")
    parts.append("</section>")
    return "\n".join(parts)


def _build_table(findings: Sequence[Finding], lang: str) -> list[str]:
    title = TERMS["findings"].text(lang).capitalize()
    parts = ["<table>", f"<caption>{title}: {len(findings)}</caption>", "<thead><tr>"]
    parts += [
        f'<th scope="col">{escape(TERMS[column].text(lang).capitalize())}</th>'
        for column in _COLUMNS
    ]
    parts += ["</tr></thead>", "<tbody>"]
    parts += [_build_row(finding, lang) for finding in findings[:_SHOWN]]
    parts += ["</tbody>", "</table>"]
    if len(findings) > _SHOWN:
        rest = TERMS["and more"].text(lang).format(n=len(findings) - _SHOWN)
        parts.append(f"<p>{escape(rest)}</p>")
    return parts


def _build_row(finding: Finding, lang: str) -> str:
    cells = (
        finding.severity.label(lang),
        finding.code,
        finding.message(lang),
        finding.question(lang),
        find_place(finding),
    )
    first, *others = (escape(cell) for cell in cells)
    row = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{row}</tr>'
