"""The workbook: all tables, whole, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

import procmap as pm
from procmap.reports.content import build_content
from procmap.reports.tables import build_tables
from procmap.reports.workbook import build_workbook

from .conftest import HOSTILE


def open_book(report: pm.Report, lang: str = "nb") -> Workbook:
    return load_workbook(io.BytesIO(build_workbook(build_content(report, lang=lang))))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_there_is_a_sheet_for_each_table_with_all_its_rows(report: pm.Report, lang: str) -> None:
    book = open_book(report, lang)
    tables = build_tables(build_content(report, lang=lang))  # type: ignore[arg-type]
    assert book.sheetnames == [table.title for table in tables]
    for table, sheet in zip(tables, book.worksheets, strict=True):
        assert sheet.max_row == len(table.rows) + 1
        assert [cell.value for cell in sheet[1]] == list(table.heads)


def test_every_finding_and_hand_off_has_a_row(report: pm.Report) -> None:
    tables = {t.key: t for t in build_tables(build_content(report))}
    inside = [c for c in report.crossings if c.between != "organisations"]
    assert sorted(row[4] for row in tables["findings"].rows) == sorted(
        finding.message("nb") for finding in report.findings
    )
    assert len(tables["crossings"].rows) == len(inside) == report.headline.hand_offs
    assert sum(int(str(row[2])) for row in tables["boundaries"].rows) == len(inside)


def test_heads_are_frozen_rows_are_filtered_and_columns_have_a_width(report: pm.Report) -> None:
    for sheet in open_book(report).worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(8 <= width.width <= 60 for width in sheet.column_dimensions.values())


def test_numbers_are_numbers(report: pm.Report) -> None:
    sheet = open_book(report)["Alle prosessene"]
    assert all(isinstance(cell.value, int) for cell in sheet["E"][1:])


def test_what_looks_like_a_formula_is_text(hostile_report: pm.Report) -> None:
    book = open_book(hostile_report)
    found = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert cell.quotePrefix
                    found += 1
    assert found
    assert HOSTILE[:10] in str(book["Alle prosessene"]["A2"].value)


def test_no_name_of_a_person_is_in_it(report: pm.Report) -> None:
    said = " ".join(
        str(cell.value)
        for sheet in open_book(report).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
    for person in report.landscape.people:
        assert person.name not in said


def test_the_same_report_gives_the_same_bytes(report: pm.Report) -> None:
    content = build_content(report)
    assert build_workbook(content) == build_workbook(content)
