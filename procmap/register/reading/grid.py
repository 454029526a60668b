"""A sheet of a workbook, a CSV file or a data frame: rows of texts, with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Grid", "GridRow"]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row.

    Args:
        line: its number as people count it.
        cells: its texts; "" for a blank cell.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet.

    Args:
        file: the file it stands in, or "".
        title: its title, or the name that says which table it is.
        rows: its rows that hold anything, in order.
    """

    file: str
    title: str
    rows: tuple[GridRow, ...]
