"""Findings as files: JSON for programs, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable
from typing import Final

from procmap.findings import Finding
from procmap.model import FactState
from procmap.rules.context import Context
from procmap.rules.documentation import Documentation, FactTally
from procmap.rules.headline import Headline
from procmap.rules.suppressing import Suppressed, Suppression

__all__ = ["COLUMNS", "build_csv", "build_json"]

SCHEMA_VERSION: Final = 1
COLUMNS: Final = (
    "code",
    "name",
    "severity",
    "process",
    "message",
    "question",
    "document",
    "element",
    "caused_by",
    "fingerprint",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def build_json(
    headline: Headline,
    findings: Iterable[Finding],
    suppressed: Iterable[Suppressed] = (),
    *,
    expired: Iterable[Suppression] = (),
    documentation: Documentation | None = None,
) -> str:
    """Headline, findings, what was set aside, and what is documented, as JSON.

    Each finding has its elements, evidence, templates, parameters and fingerprint, and its
    messages and questions filled in.
    """
    plain = {
        "schema_version": SCHEMA_VERSION,
        "headline": {
            "nb": headline.lines("nb"),
            "en": headline.lines("en"),
            "figures": [
                {key: value for key, value in dataclasses.asdict(f).items() if key != "elements"}
                for f in headline.figures
            ],
        },
        "findings": [_find_plain(finding) for finding in findings],
        "suppressed": [
            {
                "finding": _find_plain(item.finding),
                **_find_reason(item.suppression),
            }
            for item in suppressed
        ],
        "expired": [
            {
                "rules": list(item.codes),
                "process": item.process,
                "fingerprint": item.fingerprint,
                **_find_reason(item),
            }
            for item in expired
        ],
        "documentation": [
            {
                "process": str(each.process),
                "label": each.label,
                "facts": {tally.name: _find_counts(tally) for tally in each.facts},
            }
            for each in (documentation.processes if documentation is not None else ())
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _find_plain(finding: Finding) -> dict[str, object]:
    said = {
        lang: {"message": finding.message(lang), "question": finding.question(lang)}
        for lang in sorted(finding.texts)
    }
    return {**finding.model_dump(mode="json"), "said": said}


def _find_reason(suppression: Suppression) -> dict[str, str]:
    return {
        "reason": suppression.reason,
        "until": suppression.until.isoformat(),
        "origin": suppression.origin,
    }


def _find_counts(tally: FactTally) -> dict[str, int]:
    return {state.value: tally.count(state) for state in FactState}


def build_csv(context: Context, findings: Iterable[Finding], lang: str = "nb") -> str:
    """Findings as CSV, one a row.

    Norwegian spreadsheets expect semicolons, English ones commas. A text that a spreadsheet would
    take for a formula gets an apostrophe before it.

    Args:
        context: what was checked.
        findings: the findings, in order.
        lang: language of messages and questions, ``"nb"`` or ``"en"``.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if lang == "en" else ";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for finding in findings:
        process = context.process_of(finding)
        main = finding.elements[0] if finding.elements else None
        row = (
            finding.code,
            finding.name,
            finding.severity.value,
            process.label if process is not None else "",
            finding.message(lang),
            finding.question(lang),
            main.document if main is not None else "",
            main.id if main is not None else "",
            finding.caused_by or "",
            finding.fingerprint,
        )
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue()
