"""A report as a file: page, workbook, text or data, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from procmap.errors import RenderError
from procmap.files import write_beside
from procmap.labels import Given, Names, Words
from procmap.language import check_language
from procmap.reports.content import Content, build_content
from procmap.reports.markdown import build_markdown
from procmap.reports.page import build_report_page
from procmap.reports.workbook import build_workbook
from procmap.rules import Comparison, Context, Report
from procmap.rules.saving import build_csv, build_json

__all__ = ["ENDINGS", "save_report"]

ENDINGS: Final = (".html", ".xlsx", ".md", ".json", ".csv")

_NO_ENDING = Words("en fil uten filendelse", "'a file without an ending'")


def save_report(
    report: Report,
    path: str | Path,
    *,
    lang: str = "nb",
    since: Comparison | None = None,
) -> Path:
    """Write a report; a file that is there already is replaced, and stays whole until then.

    Args:
        report: what was found.
        path: the file to write: ``.html`` is one page for those who decide, ``.xlsx`` and ``.md``
            have the same tables, ``.json`` headline and findings, ``.csv`` findings.
        lang: ``"nb"``, ``"en"`` or another with a catalogue; JSON has the first two.
        since: what changed since last time; in page, workbook and Markdown.

    Returns:
        The path written.

    Raises:
        RenderError: the ending is none of these.
        ProcmapError: there is no such language, or the file cannot be written.
    """
    ending = Path(path).suffix.casefold()
    check_language(lang)

    def content() -> Content:
        return build_content(report, lang=lang, since=since)

    # The mark at the beginning of CSV tells a spreadsheet that this is UTF-8.
    builders: dict[str, Callable[[], bytes | str]] = {
        ".html": lambda: build_report_page(report, lang=lang, since=since),
        ".xlsx": lambda: build_workbook(content()),
        ".md": lambda: build_markdown(content()),
        ".json": lambda: build_json(
            report.headline,
            report.findings,
            report.suppressed,
            expired=report.expired,
            documentation=report.documentation,
        ),
        ".csv": lambda: build_csv(Context(report.analysis), report.findings, lang).encode(
            "utf-8-sig"
        ),
    }
    if ending not in builders:
        raise RenderError(
            Words(
                "en rapport kan ikke lagres som {ending}", "a report cannot be saved as {ending}"
            ).fill(ending=Given(ending) if ending else _NO_ENDING),
            where=str(path),
            expected=Words(
                "et filnavn som slutter på {endings}", "a file name ending in {endings}"
            ).fill(endings=Names(tuple(ENDINGS), joined="or", quoted=False)),
        )
    return write_beside(path, builders[ending]())
