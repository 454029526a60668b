"""The findings page: one self-contained HTML page with headline, findings and hand-offs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from procmap.findings import Finding
from procmap.labels.pages import PAGE
from procmap.model import CrossingPoint, Holder, Unit
from procmap.rules import Report
from procmap.rules.text import find_place
from procmap.source import ElementRef

__all__ = ["build_findings_page"]


def build_findings_page(
    report: Report,
    *,
    maps: Sequence[tuple[str, str]] = (),
    lang: Literal["nb", "en"] = "nb",
) -> str:
    """Build the page as HTML: no script, no network, readable on paper and by screen readers.

    Args:
        report: what was found.
        maps: maps to link to: (label, file name beside the page).
        lang: ``"nb"`` or ``"en"``.
    """
    environment = Environment(
        loader=PackageLoader("procmap.reports"), autoescape=True, undefined=StrictUndefined
    )
    words = {key.replace(" ", "_").replace("-", "_"): PAGE[key].text(lang) for key in PAGE}
    labels = {process.ref: process.label for process in report.landscape.processes}
    return environment.get_template("findings.html.j2").render(
        lang=lang,
        title=words["title"],
        w=words,
        headline=report.headline.lines(lang),
        maps=[{"label": label, "href": quote(name)} for label, name in maps],
        groups=_group_findings(report.findings, lang),
        crossings=[_describe_crossing(point, labels, words) for point in report.crossings],
        notes=[
            {
                "place": str(note.location or ""),
                "code": note.code,
                "message": note.message(lang),
            }
            for note in report.diagnostics
        ],
    )


def _group_findings(findings: Sequence[Finding], lang: str) -> list[dict[str, object]]:
    codes = {finding.fingerprint: finding.code for finding in findings}
    groups = []
    for severity, found in groupby(findings, key=lambda finding: finding.severity):
        rows = [
            {
                "anchor": finding.fingerprint,
                "code": finding.code,
                "message": finding.message(lang),
                "question": finding.question(lang),
                "place": find_place(finding),
                "cause": PAGE["follows from"].text(lang).format(code=codes[finding.caused_by])
                if finding.caused_by in codes
                else "",
                "cause_anchor": finding.caused_by or "",
            }
            for finding in found
        ]
        groups.append({"label": severity.label(lang), "findings": rows})
    return groups


def _describe_crossing(
    point: CrossingPoint, labels: dict[ElementRef, str], words: dict[str, str]
) -> dict[str, object]:
    return {
        "process": labels.get(point.process, point.process.id),
        "number": point.number,
        "source": _name(point.source_unit),
        "target": _name(point.target_unit),
        "responsible": _holders(point.governed_by) or words[point.governance],
        "agreed": words[point.routine],
    }


def _name(unit: Unit) -> str:
    return f"{unit.name} *" if unit.assumed else unit.name


def _holders(holders: Sequence[Holder]) -> str:
    """Positions and units; a person named as owner is shown as the fact that there is one."""
    return ", ".join(holder.name for holder in holders if holder.kind != "person")
