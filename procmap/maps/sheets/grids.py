"""How a drawing is spread over sheets that are glued together."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Names, Text, Words
from procmap.maps.layout.geometry import Rect
from procmap.maps.paper.extents import Extent
from procmap.maps.sheets.paper import SHEETS, Orientation, Paper, Sheet
from procmap.maps.sheets.sliding import slide

__all__ = ["MOST_SHEETS", "OVERLAP", "Grid", "Tile", "choose_grid", "count_sheets", "name_column"]

# What two sheets side by side both show, in mm: wide enough for glue, and to be half a step off.
OVERLAP: Final = 12.0
# Nobody glues more sheets together than this.
MOST_SHEETS: Final = 60
# So much smaller a poster may be, so that less of it is cut in two.
_SMALLER: Final = (1.0, 0.98, 0.96, 0.94, 0.92, 0.9)
# What is larger than this share of a sheet is cut anyway.
_SMALL: Final = 0.6
# A drawing that is too wide by less than this is not: lengths are written with two decimals.
_ROUNDING: Final = 0.01


@dataclass(frozen=True)
class Tile:
    """One sheet of a poster.

    Args:
        row: from 0, from the top down.
        column: from 0, from left to right.
        part: what of the drawing it shows.
    """

    row: int
    column: int
    part: Rect

    @property
    def name(self) -> str:
        """Row and column, such as ``"1B"``: A1 would be a size of paper."""
        return f"{self.row + 1}{name_column(self.column)}"


def name_column(column: int) -> str:
    """The letter of a column, as in a spreadsheet.

    Args:
        column: from 0.

    Examples:
        >>> name_column(1), name_column(26)
        ('B', 'AA')
    """
    letters = string.ascii_uppercase
    tens, ones = divmod(column, len(letters))
    return f"{letters[tens - 1] if tens else ''}{letters[ones]}"


@dataclass(frozen=True)
class Grid:
    """Sheets in rows and columns, at one scale.

    Args:
        paper: the paper, with its scale.
        rows: how many from the top down.
        columns: how many from left to right.
        view: the drawing.
        left: where the first column begins.
        top: where the first row begins.
    """

    paper: Paper
    rows: int
    columns: int
    view: Rect
    left: float = 0.0
    top: float = 0.0

    @property
    def overlap(self) -> float:
        """What two sheets side by side both show, in units."""
        return self.paper.units(OVERLAP)

    @property
    def tiles(self) -> Iterator[Tile]:
        """The sheets, row by row."""
        across, down = self.paper.inner, self.paper.tall
        step = across - self.overlap, down - self.overlap
        for row in range(self.rows):
            for column in range(self.columns):
                x, y = self.left + column * step[0], self.top + row * step[1]
                yield Tile(row, column, Rect(x, y, across, down))


def choose_grid(
    view: Rect,
    sheet: Sheet,
    *,
    orientation: Orientation | None,
    smallest: float,
    things: Sequence[Extent] = (),
    where: str = "",
) -> Grid:
    """Choose the fewest sheets that hold a drawing, then draw it as large as they have room for.

    A little smaller where that lets more of what is drawn stand whole on one of them.

    Args:
        view: the drawing.
        sheet: the paper.
        orientation: which side is up; whichever takes fewer sheets where not given.
        smallest: the smallest type, in units of the drawing.
        things: from where to where what is drawn reaches: left, upper, right and lower end.
        where: what the drawing shows, for the error.

    Raises:
        RenderError: it takes too many sheets.
    """
    ways: tuple[Orientation, ...] = (
        (orientation,) if orientation is not None else ("landscape", "portrait")
    )
    grids = [count_sheets(view, Paper(sheet, way, sheet.least / smallest)) for way in ways]
    best = min(grids, key=lambda grid: (grid.rows * grid.columns, -_find_scale(grid)))
    if best.rows * best.columns > MOST_SHEETS:
        raise RenderError(
            Words(
                "plakaten tar {count} ark {paper} med skrift på {points} punkter",
                "the poster takes {count} sheets of {paper}, with type of {points} points",
            ).fill(count=best.rows * best.columns, paper=sheet.name, points=f"{sheet.least:g}"),
            where=where,
            expected=Words("høyst {most}", "at most {most}").fill(most=MOST_SHEETS),
            remedy=_say_remedy(sheet),
        )
    most = min(_find_scale(best), sheet.largest / smallest)
    scales = [most * share for share in _SMALLER if most * share >= best.paper.scale] or [most]
    tried = [_place(replace(best, paper=replace(best.paper, scale=s)), things) for s in scales]
    return min(tried, key=lambda each: each[1])[0]


def _place(grid: Grid, things: Sequence[Extent]) -> tuple[Grid, int]:
    """Sheets laid over the drawing so that few things are whole on none, and how many those are."""
    view, across, down = grid.view, grid.paper.inner, grid.paper.tall
    upright = [(a, b) for a, _, b, _ in things if b - a < across * _SMALL]
    lying = [(a, b) for _, a, _, b in things if b - a < down * _SMALL]
    left, parted = slide(
        upright,
        begin=view.x,
        end=view.right,
        length=across,
        step=across - grid.overlap,
        count=grid.columns,
    )
    top, below = slide(
        lying,
        begin=view.y,
        end=view.bottom,
        length=down,
        step=down - grid.overlap,
        count=grid.rows,
    )
    return replace(grid, left=left, top=top), parted + below


def count_sheets(view: Rect, paper: Paper) -> Grid:
    """The sheets that a drawing takes at the scale of some paper.

    Args:
        view: the drawing.
        paper: the paper, with its scale.
    """
    overlap = paper.units(OVERLAP)
    columns = ceil((view.width - overlap - _ROUNDING) / (paper.inner - overlap))
    rows = ceil((view.height - overlap - _ROUNDING) / (paper.tall - overlap))
    return Grid(paper, max(1, rows), max(1, columns), view)


def _find_scale(grid: Grid) -> float:
    """The largest scale at which the drawing fits the sheets: points a unit."""
    paper = Paper(grid.paper.sheet, grid.paper.orientation, 1.0)
    overlap = paper.units(OVERLAP)
    across = grid.columns * (paper.inner - overlap) + overlap
    down = grid.rows * (paper.tall - overlap) + overlap
    return max(grid.paper.scale, min(across / grid.view.width, down / grid.view.height))


def _say_remedy(sheet: Sheet) -> Text:
    larger = [
        each.name
        for each in SHEETS.values()
        if each.long > sheet.long and each.least <= sheet.least
    ]
    if not larger:
        return Words(
            "Tegn mindre av det; picture.save() skriver det udelt.",
            "Draw less of it; picture.save() writes it uncut.",
        )
    return Words(
        "Velg {papers}, eller tegn mindre av det; picture.save() skriver det udelt.",
        "Take {papers}, or draw less of it; picture.save() writes it uncut.",
    ).fill(papers=Names(tuple(larger), joined="or", quoted=False))
