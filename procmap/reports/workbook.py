"""The report as a workbook: the same tables, with nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from procmap.register.template.workbook import cell_at, put_text, save_workbook
from procmap.reports.content import Content, Table
from procmap.reports.content.types import Cell
from procmap.reports.tables import build_tables

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["build_workbook"]

_NARROWEST: Final = 8
_WIDEST: Final = 60
_HEAD: Final = "D9E2EC"
_STYLE: Final = "procmap"
# What the title of a sheet may not hold.
_NO_TITLE: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE: Final = 31


def build_workbook(content: Content) -> bytes:
    """Build the bytes of a workbook; the same content gives the same bytes.

    Each sheet has its head frozen and a filter; text is text, whatever it begins with.

    Args:
        content: what the report says.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, NamedStyle

    book = Workbook()
    book.remove(book.worksheets[0])
    # A style with a name is set ten times as fast as an alignment.
    book.add_named_style(NamedStyle(_STYLE, alignment=Alignment(wrap_text=True, vertical="top")))
    for table in build_tables(content):
        title = _NO_TITLE.sub(" ", table.title)[:_LONGEST_TITLE]
        _fill(book.create_sheet(title), table)
    return save_workbook(book)


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    bold, grey = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for at, head in enumerate(table.heads, start=1):
        cell = cell_at(sheet, 1, at)
        put_text(cell, head)
        cell.font, cell.fill, cell.alignment = bold, grey, wrapped
        width = _find_width((head, *(row[at - 1] for row in table.rows)))
        sheet.column_dimensions[get_column_letter(at)].width = width
    for line, row in enumerate(table.rows, start=2):
        for at, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = cell_at(sheet, line, at)
            # Before the text: what looks like a formula is marked as text on top of it.
            cell.style = _STYLE
            if isinstance(value, int):
                cell.value = value
            else:
                put_text(cell, value)
    sheet.freeze_panes = "B2"
    last = get_column_letter(len(table.heads))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _find_width(values: Iterable[Cell]) -> int:
    longest = max(len(str(value)) for value in values if value is not None)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
