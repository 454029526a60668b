"""Findings as files: JSON for programs, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from procmap.errors import RuleError
from procmap.files import write_beside
from procmap.findings import Finding
from procmap.rules.context import Context
from procmap.rules.headline import Headline
from procmap.rules.suppressing import Suppressed

__all__ = ["COLUMNS", "build_csv", "build_json", "save_findings"]

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
    headline: Headline, findings: Iterable[Finding], suppressed: Iterable[Suppressed] = ()
) -> str:
    """Headline, findings, and what was set aside, as JSON.

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
                "reason": item.suppression.reason,
                "until": item.suppression.until.isoformat(),
            }
            for item in suppressed
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _find_plain(finding: Finding) -> dict[str, object]:
    said = {
        lang: {"message": finding.message(lang), "question": finding.question(lang)}
        for lang in sorted(finding.texts)
    }
    return {**finding.model_dump(mode="json"), "said": said}


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


def save_findings(
    path: str | Path,
    context: Context,
    headline: Headline,
    *,
    findings: Iterable[Finding],
    suppressed: Iterable[Suppressed] = (),
    lang: str = "nb",
) -> Path:
    """Write findings as JSON or CSV, by the ending of the path.

    Args:
        path: the file to write; one that is there already is replaced.
        context: what was checked.
        headline: the headline.
        findings: the findings, in order.
        suppressed: the findings set aside; in JSON only.
        lang: language of a CSV file; JSON has both.

    Raises:
        RuleError: the ending is neither ``.json`` nor ``.csv``.
        ProcmapError: the file cannot be written.
    """
    ending = Path(path).suffix.casefold()
    if ending == ".json":
        return write_beside(path, build_json(headline, findings, suppressed))
    if ending == ".csv":
        # The mark at the beginning tells a spreadsheet that this is UTF-8.
        return write_beside(path, build_csv(context, findings, lang).encode("utf-8-sig"))
    raise RuleError(
        f"findings cannot be saved as {ending or 'a file without an ending'!r}",
        where=str(path),
        expected="a file name ending in .json or .csv",
    )
