"""A sheet somebody filled in, edited cell by cell: what is not touched stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from procmap.register.reading.grid import Grid
from procmap.register.reading.tables import find_head, match_columns, recognise_table

__all__ = ["EditedSheet", "build_edited_sheet", "find_models"]


@dataclass
class EditedSheet:
    """One sheet with its rows by line, and where each key stands.

    Args:
        table: the table it holds.
        columns: number of the column, from 1, by key.
        rows: cells by key, by line.
        last: the last line in use.
        width: the last column in use.
        put: writes a text to (line, column) of the file itself.
        head_line: line of the heads.
    """

    table: str
    columns: dict[str, int]
    rows: dict[int, dict[str, str]]
    last: int
    width: int
    head_line: int
    put: Callable[[int, int, str], None]
    changed: bool = field(default=False)

    def get(self, line: int, key: str) -> str:
        """What stands in a cell; "" where the sheet has no such column."""
        return self.rows[line].get(key, "")

    def set(self, line: int, key: str, text: str) -> None:
        """Write a cell, where the sheet has its column and it says something else."""
        if key in self.columns and self.get(line, key) != text:
            self.rows[line][key] = text
            self.put(line, self.columns[key], text)
            self.changed = True

    def append(self, cells: Mapping[str, str]) -> int:
        """Add a row below all others; gives its line."""
        self.last += 1
        self.rows[self.last] = {}
        for key, text in cells.items():
            if text:
                self.set(self.last, key, text)
        return self.last

    def mark(self, line: int, text: str, *, head: str) -> None:
        """Write a note beside a row, in a column of its own that is added where it is missing."""
        if "note" not in self.columns and text:
            self.width += 1
            self.columns["note"] = self.width
            self.put(self.head_line, self.width, head)
        self.set(line, "note", text)

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self.rows))


def build_edited_sheet(grid: Grid, put: Callable[[int, int, str], None]) -> EditedSheet | None:
    """Build the editor of a sheet; ``None`` for a sheet that is no part of the register.

    Args:
        grid: the sheet as it was read.
        put: writes a text to (line, column) of the file itself.
    """
    table = recognise_table(grid.title)
    head = find_head(grid.rows, table) if table is not None else None
    if table is None or head is None:
        return None
    columns: dict[str, int] = {}
    body = grid.rows[head + 1 :]
    for at, key in enumerate(match_columns(table, grid.rows[head].cells, body), start=1):
        if key is not None:
            columns.setdefault(key, at)
    rows = {
        row.line: {key: row.cells[at - 1] for key, at in columns.items() if at <= len(row.cells)}
        for row in grid.rows[head + 1 :]
    }
    return EditedSheet(
        table=table,
        columns=columns,
        rows=rows,
        last=grid.rows[-1].line,
        width=max(len(row.cells) for row in grid.rows),
        head_line=grid.rows[head].line,
        put=put,
    )


def find_models(grids: Iterable[Grid]) -> frozenset[str]:
    """The models that the rows of some sheets name, as they are written.

    Args:
        grids: the sheets as they were read.
    """
    found: set[str] = set()
    for grid in grids:
        table = recognise_table(grid.title)
        head = find_head(grid.rows, table) if table is not None else None
        if table is None or head is None:
            continue
        body = grid.rows[head + 1 :]
        keys = match_columns(table, grid.rows[head].cells, body)
        if "model" in keys:
            at = keys.index("model")
            found.update(row.cells[at] for row in body if at < len(row.cells))
    return frozenset(found)
