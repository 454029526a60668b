"""Reading a workbook into sheets of texts; what is unsafe or unreadable is said first."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from procmap import labels
from procmap.labels.system import SystemReason
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.reading.nodes import Source
from procmap.register.reading.tables import build_source_of_tables, recognise_table
from procmap.register.words import fold_key
from procmap.source import SourceLocation

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "MAX_UNPACKED",
    "open_workbook",
    "read_bytes",
    "read_grids",
    "read_sheet",
    "read_workbook",
    "spell_value",
]

MAX_BYTES: Final = 64 * 1024 * 1024
# A workbook of a hundred thousand filled rows unpacks to a tenth of this; a zip bomb does not.
MAX_UNPACKED: Final = 192 * 1024 * 1024
MAX_CELLS: Final = 3_000_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = b"PK\x03\x04"
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# A merged area of a whole sheet is decoration, and filling it would fill the memory.
_MOST_MERGED: Final = 5_000


def read_workbook(path: Path) -> Source:
    """Read a workbook into texts with sheet, row and column.

    Args:
        path: the file, ``.xlsx`` or ``.xlsm``.

    Raises:
        InvalidRegisterError: it cannot be read, is no workbook, or unpacks to more than a register
            can hold.
    """
    grids, problems = read_grids(path)
    return build_source_of_tables(path.as_posix(), grids, problems=problems)


def read_grids(path: Path) -> tuple[list[Grid], list[RegisterProblem]]:
    """Read the sheets of a workbook that are not hidden, and what could not be read in them.

    Args:
        path: the file.

    Raises:
        InvalidRegisterError: as for `read_workbook`.
    """
    data = read_bytes(path)
    book = open_workbook(data, path.as_posix())
    problems: list[RegisterProblem] = []
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    # What stands in sheets of their own is nobody's problem here: of them only the title is said.
    others = [sheet for sheet in shown if recognise_table(sheet.title) is None]
    shown = [sheet for sheet in shown if sheet not in others]
    cells = [_find_cells(sheet) for sheet in shown]
    formulas = {
        sheet.title
        for sheet, found in zip(shown, cells, strict=True)
        if any(cell.data_type == "f" for cell in found)
    }
    cached = open_workbook(data, path.as_posix(), values=True) if formulas else None
    grids = []
    for sheet, found in zip(shown, cells, strict=True):
        values = cached[sheet.title] if cached is not None and sheet.title in formulas else None
        grids.append(_read_cells(sheet, found, values, path.as_posix(), problems))
    for sheet in others:
        rows = (GridRow(1, (sheet.title,)),) if _find_cells(sheet) else ()
        grids.append(Grid(path.as_posix(), sheet.title, rows))
    return grids, problems


def read_bytes(path: Path) -> bytes:
    """The bytes of a workbook, as far as its first bytes say that it is one.

    Args:
        path: the file.

    Raises:
        InvalidRegisterError: it cannot be read, is too large, or begins like no workbook.
    """
    file = path.as_posix()
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _error("missing-file", file) from None
    except OSError as error:
        raise _error("no-file", file, detail=SystemReason.of(error)) from None
    if len(data) > MAX_BYTES:
        raise _error("too-large", file, limit=str(MAX_BYTES))
    if data.startswith(_OLD):
        raise _error("old-workbook", file)
    if not data.startswith(_ZIP):
        raise _error("no-workbook", file)
    return data


def open_workbook(
    data: bytes, file: str, *, values: bool = False, macros: bool = False
) -> Workbook:
    """Open the bytes of a workbook, once they are known to be safe.

    Args:
        data: its bytes.
        file: its name, for what is said about it.
        values: whether formula cells give the value they had when it was saved.
        macros: whether its macros are kept, to be written again; they are never run.

    Raises:
        InvalidRegisterError: it is no workbook, or unpacks to more than a register can hold.
    """
    from openpyxl import load_workbook

    try:
        _refuse_what_is_unsafe(data, file)
        with warnings.catch_warnings():
            # What openpyxl cannot keep is no matter when reading; an update looks for it itself.
            warnings.simplefilter("ignore")
            return load_workbook(
                io.BytesIO(data), data_only=values, keep_vba=macros and b"vbaProject" in data
            )
    except InvalidRegisterError:
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever a broken file brings
        detail = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise _error("no-workbook", file, detail=detail) from None


def _refuse_what_is_unsafe(data: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise _error("bomb", file, limit=str(MAX_UNPACKED // 1024**2))
        if "[Content_Types].xml" not in archive.namelist():
            raise _error("no-workbook", file)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as opened:
                    if _DOCTYPE.search(opened.read(4096)):
                        raise _error("doctype", file)


def read_sheet(
    sheet: Worksheet, values: Worksheet | None, file: str, problems: list[RegisterProblem]
) -> Grid:
    """Read one sheet; merged cells that run down say on every row what they show.

    Args:
        sheet: the sheet.
        values: the same sheet with the saved values of its formulas, where it has any.
        file: the workbook's name.
        problems: where to put what cannot be read.

    Raises:
        InvalidRegisterError: it has more cells than a register can hold.
    """
    return _read_cells(sheet, _find_cells(sheet), values, file, problems)


def _read_cells(
    sheet: Worksheet,
    cells: Sequence[Cell],
    values: Worksheet | None,
    file: str,
    problems: list[RegisterProblem],
) -> Grid:
    if len(cells) > MAX_CELLS:
        raise _error("too-many-cells", file, limit=str(MAX_CELLS))
    merged = dict(_find_merged(sheet))
    found: dict[int, dict[int, str]] = {}
    uncached: list[tuple[int, int]] = []
    for cell in cells:
        value: object = cell.value
        line, column = cell.row, cell.column
        if cell.data_type == "f":
            value = values.cell(line, column).value if values is not None else None
            if value is None:
                uncached.append((line, column))
                continue
        elif cell.data_type == "e":
            place = SourceLocation(file, line=line, sheet=sheet.title, column=cell.column_letter)
            problems.append(RegisterProblem("error-cell", place, {"word": str(value)}))
            continue
        text = spell_value(value)
        if text:
            found.setdefault(line, {})[column] = text
    for (line, column), source in merged.items():
        text = found.get(source[0], {}).get(source[1], "")
        if text:
            found.setdefault(line, {})[column] = text
    rows = tuple(GridRow(line, _row(found[line])) for line in sorted(found))
    for line, column in uncached:
        problems.append(_note_formula(sheet, rows, (line, column), file))
    return Grid(file, sheet.title, rows)


def _find_cells(sheet: Worksheet) -> list[Cell]:
    """The cells with something in them, by row and column.

    A sheet formatted to its last row has a million rows and few cells: looking at every place of
    it, as openpyxl's own ways through a sheet do, would make a cell of each.
    """
    made = sheet._cells  # noqa: SLF001 - see above
    return [cast("Cell", made[at]) for at in sorted(made) if made[at].value is not None]


def _row(cells: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(1, max(cells) + 1))


def _find_merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The cells of merged areas, each with the cell that holds what is shown over all of them.

    Only areas that run down: one that runs across is a heading, and no value of other columns.
    """
    for area in sheet.merged_cells.ranges:
        rows = range(area.min_row + 1, area.max_row + 1)
        if len(rows) <= _MOST_MERGED:
            yield from (((line, area.min_col), (area.min_row, area.min_col)) for line in rows)


def _note_formula(
    sheet: Worksheet, rows: tuple[GridRow, ...], at: tuple[int, int], file: str
) -> RegisterProblem:
    from openpyxl.utils import get_column_letter

    line, column = at
    above = (row.cells[column - 1] for row in rows if row.line < line and len(row.cells) >= column)
    head = next((cell for cell in above if fold_key(cell)), "")
    letters = get_column_letter(column)
    place = SourceLocation(file, line=line, sheet=sheet.title, column=head or letters)
    return RegisterProblem("formula", place, {"cell": f"{letters}{line}"})


def spell_value(value: object) -> str:
    """What a cell holds, as the text somebody would type.

    Examples:
        >>> spell_value(4200.0), spell_value(dt.date(2026, 10, 1)), spell_value(True)
        ('4200', '2026-10-01', 'yes')
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def _error(name: str, file: str, **parameters: str | labels.Text) -> InvalidRegisterError:
    return InvalidRegisterError((RegisterProblem(name, SourceLocation(file), parameters),))
