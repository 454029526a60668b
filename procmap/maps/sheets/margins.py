"""What stands in the margins of a sheet: which it is, and where to cut and glue."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.sheets.grids import Grid, Tile, name_column
from procmap.maps.sheets.paper import Paper
from procmap.maps.svg.markup import element, number, path, text

__all__ = ["draw_margins", "draw_number"]

_PAPER: Final = "#ffffff"
_INK: Final = "#1b2733"
# In mm: how far from the edge words stand in the middle of, and how long marks are.
_WORDS: Final = 6.4
_MARK: Final = 7.0
_WIDE: Final = 0.35
_LARGER: Final = 1.2
# In points: a number that is looked for from where people stand.
_NUMBER: Final = 15.0
_NO_END: Final = 1e6


def draw_margins(grid: Grid, tile: Tile, *, title: str, map_number: int | None, lang: str) -> str:
    """Draw the margins of one sheet of a poster, over what of the drawing reaches into them.

    Args:
        grid: the poster.
        tile: the sheet.
        title: what the poster shows.
        map_number: its number where several maps hang together.
        lang: language of the words.
    """
    page = _find_page(grid.paper, tile.part)
    parts = [
        _cover(page, tile.part, beyond=grid.paper.margin),
        *_write(grid, tile, page, title=title, map_number=map_number, lang=lang),
        *_draw_marks(grid, tile, page),
    ]
    return element("g", {"class": "procmap-margin", "data-name": tile.name}, parts)


def draw_number(paper: Paper, part: Rect, *, map_number: int, lang: str) -> str:
    """Draw the number of a map that is one sheet, in its upper right corner.

    Args:
        paper: the paper.
        part: what of the drawing it shows.
        map_number: the number.
        lang: language of the words.
    """
    size = max(paper.sheet.least, _NUMBER) / paper.scale
    block = wrap(_name_map(map_number, lang), _NO_END, size=size, bold=True)
    page = _find_page(paper, part)
    rect = Rect(part.x, page.y + paper.units(_WORDS), part.width, 0)
    return element("g", {"class": "procmap-margin"}, [text(block, rect, align="end", fill=_INK)])


def _find_page(paper: Paper, part: Rect) -> Rect:
    return Rect(part.x - paper.margin, part.y - paper.margin, paper.width, paper.height)


def _cover(page: Rect, part: Rect, *, beyond: float) -> str:
    """White over the margins, and a little beyond: a viewer may show more than is in view."""
    page = Rect(page.x - beyond, page.y - beyond, page.width + 2 * beyond, page.height + 2 * beyond)
    outer, inner = (
        path(
            [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)],
            closed=True,
        )
        for box in (page, part)
    )
    return element("path", {"d": f"{outer} {inner}", "fill": _PAPER, "fill_rule": "evenodd"})


def _write(
    grid: Grid, tile: Tile, page: Rect, *, title: str, map_number: int | None, lang: str
) -> list[str]:
    """Which sheet it is, what it shows, and how sheets are glued together."""
    paper, part = grid.paper, tile.part
    which = SHEET_WORDS["sheet of poster"].text(lang)
    which = which.format(
        name=tile.name,
        row=tile.row + 1,
        rows=grid.rows,
        column=name_column(tile.column),
        columns=name_column(grid.columns - 1),
    )
    shown = title if map_number is None else f"{_name_map(map_number, lang)} · {title}"
    # Clear of the marks, which stand in the corners.
    inset = 1.5 * grid.overlap
    over = Rect(part.x + inset, page.y + paper.units(_WORDS), part.width - 2 * inset, 0)
    under = replace(over, y=page.bottom - paper.units(_WORDS))
    right, left = _set(which, paper, larger=True), _set(shown, paper, larger=True)
    drawn = [text(right, over, align="end", fill=_INK)]
    if left.width + right.width + inset <= over.width:
        drawn.append(text(left, over, align="start", fill=_INK))
    how = _set(SHEET_WORDS["glue"].text(lang), paper)
    return [*drawn, text(how, under, align="start", fill=_INK)]


def _name_map(map_number: int, lang: str) -> str:
    return SHEET_WORDS["map n"].text(lang).format(n=map_number)


def _set(words: str, paper: Paper, *, larger: bool = False) -> Block:
    size = paper.sheet.least / paper.scale * (_LARGER if larger else 1.0)
    return wrap(words, _NO_END, size=size, bold=larger)


def _draw_marks(grid: Grid, tile: Tile, page: Rect) -> list[str]:
    """Where to cut, solid, and how far the next sheet reaches, dashed."""
    part, overlap = tile.part, grid.overlap
    parts = []
    if tile.column:
        parts += _mark_upright(grid, page, part.x, dashed=False)
    if tile.column < grid.columns - 1:
        parts += _mark_upright(grid, page, part.right - overlap, dashed=True)
    if tile.row:
        parts += _mark_lying(grid, page, part.y, dashed=False)
    if tile.row < grid.rows - 1:
        parts += _mark_lying(grid, page, part.bottom - overlap, dashed=True)
    return parts


def _mark_upright(grid: Grid, page: Rect, x: float, *, dashed: bool) -> list[str]:
    long = grid.paper.units(_MARK)
    ends = ((page.y, page.y + long), (page.bottom - long, page.bottom))
    return [_mark(grid, [(x, a), (x, b)], dashed=dashed) for a, b in ends]


def _mark_lying(grid: Grid, page: Rect, y: float, *, dashed: bool) -> list[str]:
    long = grid.paper.units(_MARK)
    ends = ((page.x, page.x + long), (page.right - long, page.right))
    return [_mark(grid, [(a, y), (b, y)], dashed=dashed) for a, b in ends]


def _mark(grid: Grid, points: list[Point], *, dashed: bool) -> str:
    wide = grid.paper.units(_WIDE)
    return element(
        "path",
        {
            "class": "procmap-glue-mark" if dashed else "procmap-cut-mark",
            "d": path(points),
            "fill": "none",
            "stroke": _INK,
            "stroke_width": wide,
            "stroke_dasharray": f"{number(3 * wide)} {number(3 * wide)}" if dashed else None,
        },
    )
