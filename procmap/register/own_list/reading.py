"""Reading any spreadsheet: every sheet, hidden or not, with every cell that holds anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.reading.csv_folder import read_csv_grid
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.reading.workbook import open_workbook, read_bytes, read_sheet
from procmap.source import SourceLocation

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["OwnSheet", "UnreadCell", "find_letters", "read_own_sheets"]

_TEXTS: Final = frozenset({".csv", ".tsv", ".txt"})
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that holds something nobody can read: a formula without a saved value, an error."""

    line: int
    column: int
    problem: str


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One sheet of somebody's own list.

    Args:
        file: the file.
        title: the sheet's title; the file's name without ending, for text.
        rows: its rows that hold anything.
        is_hidden: whether it is hidden.
        titles: lines whose text runs across several columns, as titles do.
        unread: its cells that cannot be read.
    """

    file: str
    title: str
    rows: tuple[GridRow, ...]
    is_hidden: bool = False
    titles: frozenset[int] = frozenset()
    unread: tuple[UnreadCell, ...] = ()


def read_own_sheets(path: Path) -> tuple[OwnSheet, ...]:
    """Read all sheets of a spreadsheet.

    Args:
        path: a workbook (``.xlsx``, ``.xlsm``), or text separated by semicolons, commas or tabs.

    Raises:
        InvalidRegisterError: it cannot be read, or is neither.
    """
    ending = path.suffix.casefold()
    if ending in _TEXTS:
        grid = read_csv_grid(path, [])
        return (OwnSheet(grid.file, grid.title, _shorten(grid.rows)),)
    if ending in _WORKBOOKS:
        return _read_workbook(path)
    if ending in (".xls", ".ods"):
        # Of these only the first bytes are looked at, which say what it is in truth.
        read_bytes(path)
    place = SourceLocation(path.as_posix())
    raise InvalidRegisterError((RegisterProblem("not-a-list", place),))


def _read_workbook(path: Path) -> tuple[OwnSheet, ...]:
    data = read_bytes(path)
    file = path.as_posix()
    book = open_workbook(data, file)
    has_formulas = any(
        cell.data_type == "f"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
    cached = open_workbook(data, file, values=True) if has_formulas else None
    return tuple(
        _read_sheet(sheet, cached[sheet.title] if cached else None, file)
        for sheet in book.worksheets
    )


def _read_sheet(sheet: Worksheet, values: Worksheet | None, file: str) -> OwnSheet:
    problems: list[RegisterProblem] = []
    grid: Grid = read_sheet(sheet, values, file, problems)
    areas = sheet.merged_cells.ranges
    titles = {area.min_row for area in areas if area.max_col > area.min_col}
    return OwnSheet(
        file,
        grid.title,
        _shorten(grid.rows),
        is_hidden=sheet.sheet_state != "visible",
        titles=frozenset(titles),
        unread=tuple(_find_unread(sheet, values)),
    )


def _find_unread(sheet: Worksheet, values: Worksheet | None) -> list[UnreadCell]:
    found = []
    for line, row in enumerate(sheet.iter_rows(), start=1):
        for column, cell in enumerate(row, start=1):
            if cell.data_type == "e":
                found.append(UnreadCell(line, column, str(cell.value)))
            elif cell.data_type == "f" and (
                values is None or values.cell(line, column).value is None
            ):
                found.append(UnreadCell(line, column, "formula"))
    return found


def _shorten(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """Rows whose cells are no longer than anything a register holds; NUL is no letter of any."""
    return tuple(
        GridRow(row.line, tuple(cell.replace("\0", "")[:_LONGEST] for cell in row.cells))
        for row in rows
    )


def find_letters(column: int) -> str:
    """The letters of a spreadsheet's column, from 1.

    Examples:
        >>> find_letters(1), find_letters(28)
        ('A', 'AB')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
