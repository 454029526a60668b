"""Headline and findings as a small piece of HTML, for Jupyter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from procmap.findings import Finding
from procmap.labels.terms import TERMS
from procmap.rules.headline import Headline
from procmap.rules.text import find_place

__all__ = ["build_report_html", "build_table_html"]

# A notebook cell that shows hundreds of rows helps nobody, and is slow to scroll.
_SHOWN: Final = 20
_COLUMNS: Final = ("severity", "rule", "finding", "question", "place")
# Notebooks align cells to the right unless each says otherwise; colours are left to the theme.
_CELL: Final = 'style="text-align:left;vertical-align:top"'


def build_report_html(headline: Headline, findings: Sequence[Finding], lang: str = "nb") -> str:
    """The headline as a list and the first findings as a table; all text is escaped.

    Args:
        headline: the headline.
        findings: all findings, in order; the first twenty are shown.
        lang: ``"nb"`` or ``"en"``.
    """
    parts = [f'<section class="procmap-report" lang="{escape(lang)}">', "<ul>"]
    parts += [f"<li>{escape(line)}</li>" for line in headline.lines(lang)]
    parts.append("</ul>")
    if findings:
        parts += _build_findings(findings, lang)
    else:
        parts.append(f"<p>{escape(TERMS['no findings'].text(lang))}</p>")
    parts.append("</section>")
    return "\n".join(parts)


def build_table_html(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]
) -> list[str]:
    """A table as lines of HTML; all text is escaped, and the first cell heads its row.

    Args:
        caption: what it shows.
        heads: the heads of its columns.
        rows: its rows.

    Examples:
        >>> build_table_html("Steg", ["Navn"], [["<b>"]])[-2]
        '<tr><th scope="row" style="text-align:left;vertical-align:top">&lt;b&gt;</th></tr>'
    """
    parts = ["<table>", f"<caption>{escape(caption)}</caption>", "<thead><tr>"]
    parts += [f'<th scope="col" {_CELL}>{escape(head)}</th>' for head in heads]
    parts += ["</tr></thead>", "<tbody>"]
    for row in rows:
        first, *others = (escape(str(cell)) for cell in row)
        cells = "".join(f"<td {_CELL}>{cell}</td>" for cell in others)
        parts.append(f'<tr><th scope="row" {_CELL}>{first}</th>{cells}</tr>')
    return [*parts, "</tbody></table>"]


def _build_findings(findings: Sequence[Finding], lang: str) -> list[str]:
    title = TERMS["findings"].text(lang).capitalize()
    parts = build_table_html(
        f"{title}: {len(findings)}",
        [TERMS[column].text(lang).capitalize() for column in _COLUMNS],
        (_find_row(finding, lang) for finding in findings[:_SHOWN]),
    )
    if len(findings) > _SHOWN:
        rest = TERMS["and more"].text(lang).format(n=len(findings) - _SHOWN)
        parts.append(f"<p>{escape(rest)}</p>")
    return parts


def _find_row(finding: Finding, lang: str) -> tuple[str, ...]:
    return (
        finding.severity.label(lang),
        finding.code,
        finding.message(lang),
        finding.question(lang),
        find_place(finding),
    )
