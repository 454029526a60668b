"""A drawing on sheets that are glued together to one large map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.paper.extents import Extent, measure_elements
from procmap.maps.sheets.fitting import find_smallest, fit_sheet
from procmap.maps.sheets.grids import Grid, Tile, choose_grid
from procmap.maps.sheets.margins import draw_margins
from procmap.maps.sheets.paper import Orientation, Sheet
from procmap.maps.sheets.splitting import (
    Parts,
    find_view,
    place_on_page,
    rename_ids,
    split_drawing,
)

__all__ = ["draw_poster"]

_LINES: Final = ('<g class="procmap-flow', '<g class="procmap-dependency')
_ABOUT: Final = "</desc>"


def draw_poster(
    svg: str,
    sheet: Sheet,
    *,
    orientation: Orientation | None,
    title: str,
    lang: str,
    map_number: int | None = None,
) -> tuple[str, ...]:
    """Cut a drawing into a grid of sheets that overlap; one that fits a sheet is one sheet.

    Each sheet is the drawing with another part of it in view, so that coordinates stay. What lies
    wholly outside that part is left out.

    Args:
        svg: the drawing.
        sheet: the paper.
        orientation: which side is up; whichever takes fewer sheets where not given.
        title: what it shows.
        lang: language of the words in the margins.
        map_number: its number where several maps hang together.

    Returns:
        The sheets, row by row.

    Raises:
        RenderError: it takes too many sheets.
    """
    parts = split_drawing(svg)
    view = Rect(*find_view(parts.head))
    smallest = find_smallest(svg, sheet)
    extents = measure_elements(svg)
    grid = choose_grid(
        view,
        sheet,
        orientation=orientation,
        smallest=smallest,
        things=_find_things(parts, extents),
        where=title,
    )
    if grid.rows * grid.columns == 1:
        return (
            fit_sheet(
                svg,
                sheet,
                orientation=grid.paper.orientation,
                lang=lang,
                map_number=map_number,
            ),
        )
    return tuple(
        _write(
            parts,
            extents,
            grid,
            tile,
            margins=draw_margins(grid, tile, title=title, map_number=map_number, lang=lang),
            said=SHEET_WORDS["poster sheet"].text(lang),
            n=n,
        )
        for n, tile in enumerate(grid.tiles, 1)
    )


def _find_things(parts: Parts, extents: Sequence[Extent | None]) -> list[Extent]:
    """What should stand whole on some sheet: all but lines, which are followed over a seam."""
    found = zip(parts.elements, extents, strict=True)
    return [
        extent for element, extent in found if extent is not None and not element.startswith(_LINES)
    ]


def _write(
    parts: Parts,
    extents: Sequence[Extent | None],
    grid: Grid,
    tile: Tile,
    *,
    margins: str,
    said: str,
    n: int,
) -> str:
    paper, part, count = grid.paper, tile.part, grid.rows * grid.columns
    view = part.x - paper.margin, part.y - paper.margin, paper.width, paper.height
    head = place_on_page(parts.head, view=view, size=paper.size)
    which = f' data-sheet="{n}" data-sheets="{count}"'
    which += f' data-row="{tile.row + 1}" data-column="{tile.column + 1}">'
    shown = [
        element
        for element, extent in zip(parts.elements, extents, strict=True)
        if extent is None or _reaches(extent, part)
    ]
    about = said.format(name=tile.name, m=count)
    content = "".join(shown).replace(_ABOUT, f" {about[:1].upper()}{about[1:]}.{_ABOUT}", 1)
    return (
        rename_ids(head.removesuffix(">") + which + content, f"-{tile.name}") + margins + "</svg>"
    )


def _reaches(extent: Extent, part: Rect) -> bool:
    """Whether something reaches into a part of the drawing."""
    left, top, right, bottom = extent
    return left < part.right and right > part.x and top < part.bottom and bottom > part.y
