"""The report as Markdown."""

from __future__ import annotations

import re

import pytest

import procmap as pm
from procmap.reports.content import build_content
from procmap.reports.markdown import build_markdown, escape


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_headline_and_findings_stand_in_it(report: pm.Report, lang: str) -> None:
    text = build_markdown(build_content(report, lang=lang))  # type: ignore[arg-type]
    for line in report.headline.lines(lang):
        assert f"- **{escape(line)}**\n" in text
    for finding in report.findings:
        assert escape(finding.message(lang)) in text


def test_tables_have_as_many_cells_in_each_row(hostile_report: pm.Report) -> None:
    text = build_markdown(build_content(hostile_report))
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}
        assert len(widths) == 1, block


def test_hostile_names_are_text(hostile_report: pm.Report) -> None:
    text = build_markdown(build_content(hostile_report))
    plain = re.sub(r"\\.", "", text)
    assert "<" not in plain
    assert "](" not in plain
    assert "`" not in plain


@pytest.mark.parametrize("start", ["- a", "+ a", "1. a", "1) a", "=== a", "# a", "> a", "    a"])
def test_a_text_never_begins_a_list_a_heading_or_code(start: str) -> None:
    shown = escape(start)
    assert not re.match(r"[-+=#>]|\d+[.)]| ", shown)
    assert shown.replace("\\", "") == " ".join(start.split())
