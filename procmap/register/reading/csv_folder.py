"""Reading a folder of CSV files, or one of them, into sheets of texts."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path
from typing import Final

from procmap import labels
from procmap.labels.system import SystemReason
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.reading.columns import COLUMNS
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.reading.nodes import Note, Source
from procmap.register.reading.tables import build_source_of_tables, recognise_table
from procmap.register.words import fold_key
from procmap.source import SourceLocation

__all__ = ["read_csv", "read_csv_grid"]

MAX_BYTES: Final = 64 * 1024 * 1024
_LONGEST_CELL: Final = 1_000_000
# The writer puts an apostrophe before what a spreadsheet would take for a formula.
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_DELIMITERS: Final = (";", ",", "\t")
# How many lines are looked at to find what divides them.
_LINES: Final = 40


def read_csv(path: Path) -> Source:
    """Read a folder of CSV files into texts with file, row and column.

    Args:
        path: the folder, with files such as ``enheter.csv`` and ``prosesser.csv``; or one of them.

    Raises:
        InvalidRegisterError: it cannot be read, or holds no CSV.
    """
    notes: list[Note] = []
    try:
        files = sorted(path.glob("*.[cC][sS][vV]")) if path.is_dir() else [path]
    except OSError as error:
        raise _error("no-file", path.as_posix(), detail=SystemReason.of(error)) from None
    grids = [read_csv_grid(file, notes) for file in files if not file.name.startswith(".")]
    return build_source_of_tables(path.as_posix(), grids, notes=notes)


def read_csv_grid(path: Path, notes: list[Note]) -> Grid:
    """Read one CSV file: separated by semicolon, comma or tab, in UTF-8, UTF-16 or Windows-1252.

    Args:
        path: the file.
        notes: where to put what was noticed.

    Raises:
        InvalidRegisterError: it cannot be read.
    """
    file = path.as_posix()
    text = _decode(_read_bytes(path), file, notes)
    csv.field_size_limit(_LONGEST_CELL)
    table = recognise_table(path.stem)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_find_delimiter(text, table))
    rows = []
    try:
        for line, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                rows.append(GridRow(line, tuple(_unguard(cell) for cell in cells)))
    except csv.Error as error:
        place = SourceLocation(file, line=reader.line_num)
        raise InvalidRegisterError(
            (RegisterProblem("not-csv", place, {"detail": str(error)}),)
        ) from None
    return Grid(file, path.stem, tuple(rows))


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _error("missing-file", path.as_posix()) from None
    except OSError as error:
        raise _error("no-file", path.as_posix(), detail=SystemReason.of(error)) from None
    if len(data) > MAX_BYTES:
        raise _error("too-large", path.as_posix(), limit=str(MAX_BYTES))
    return data


def _decode(data: bytes, file: str, notes: list[Note]) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What a spreadsheet on Windows saves as plain CSV.
        notes.append(Note("REG104", SourceLocation(file)))
        return data.decode("cp1252", errors="replace")


def _find_delimiter(text: str, table: str | None) -> str:
    """The delimiter that gives most known heads in the first row.

    In a file that is no table of ours, the one that divides most of the first lines.
    """
    if table is None:
        lines = [line for line in text.splitlines()[:_LINES] if line.strip()]

        def divide(delimiter: str) -> tuple[int, int]:
            counts = [len(next(csv.reader([line], delimiter=delimiter), [])) for line in lines]
            return sum(count > 1 for count in counts), sum(counts)

        return max(_DELIMITERS, key=divide)
    first = next((line for line in text.splitlines() if line.strip()), "")
    keys = COLUMNS.get(table or "", {})

    def count(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        return sum(fold_key(cell) in keys for cell in cells), len(cells)

    return max(_DELIMITERS, key=count)


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _error(name: str, file: str, **parameters: str | labels.Text) -> InvalidRegisterError:
    return InvalidRegisterError((RegisterProblem(name, SourceLocation(file), parameters),))
