"""Maps that are not cut: one drawing, as large as a sheet takes."""

from __future__ import annotations

import re
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Names, Text, Words
from procmap.maps.layout.geometry import Rect
from procmap.maps.sheets.grids import count_sheets
from procmap.maps.sheets.margins import draw_number
from procmap.maps.sheets.paper import SHEETS, Orientation, Paper, Sheet
from procmap.maps.sheets.splitting import find_view, place_on_page, split_drawing

__all__ = ["find_smallest", "fit_sheet"]

_TYPE: Final = re.compile(r'font-size="([\d.]+)"')

_OTHER_WAY: Final = Words(
    'Utelat orientation="{given}": det får plass den andre veien.',
    'Leave out orientation="{given}": it fits the other way.',
)
_LARGER: Final = Words(
    'Velg {papers}, eller del det som plakat med cut="poster"; picture.save() skriver det udelt.',
    'Take {papers}, or cut it as a poster with cut="poster"; picture.save() writes it uncut.',
)
_POSTER: Final = Words(
    'Del det som plakat med cut="poster"; picture.save() skriver det udelt.',
    'Cut it as a poster with cut="poster"; picture.save() writes it uncut.',
)


def fit_sheet(
    svg: str,
    sheet: Sheet,
    *,
    orientation: Orientation | None,
    lang: str,
    map_number: int | None = None,
    where: str = "",
) -> str:
    """Put a drawing in the middle of a sheet; its own coordinates stay.

    Args:
        svg: the drawing.
        sheet: the paper.
        orientation: which side is up; whichever gives larger type where not given.
        lang: language of the words in the margin.
        map_number: its number where several maps hang together.
        where: what it shows, for the error.

    Raises:
        RenderError: type would be too small; says what it would take.
    """
    head = split_drawing(svg).head
    left, top, width, height = find_view(head)
    smallest = find_smallest(svg, sheet)
    ways: tuple[Orientation, ...] = (
        (orientation,) if orientation is not None else ("landscape", "portrait")
    )
    scales = {way: _find_scale(Paper(sheet, way, 1.0), width, height) for way in ways}
    best = max(ways, key=lambda way: scales[way])
    least = sheet.least / smallest
    if scales[best] < least:
        page = Paper(sheet, best, least)
        raise _refuse(page, width, height, smallest, turned=orientation, where=where)
    page = Paper(sheet, best, min(scales[best], sheet.largest / smallest))
    x, y = left - (page.width - width) / 2, top - (page.height - height) / 2
    view = (x, y, page.width, page.height)
    start = svg.index(head)
    after = svg[start + len(head) :]
    if map_number is not None:
        inner = Rect(x + page.margin, y + page.margin, page.inner, page.tall)
        number = draw_number(page, inner, map_number=map_number, lang=lang)
        after = f"{after.removesuffix('</svg>')}{number}</svg>"
    return svg[:start] + place_on_page(head, view=view, size=page.size) + after


def find_smallest(svg: str, sheet: Sheet) -> float:
    """The smallest type of a drawing, in its units.

    Args:
        svg: the drawing.
        sheet: the paper, for a drawing without words.
    """
    return min((float(size) for size in _TYPE.findall(svg)), default=sheet.least)


def _refuse(
    page: Paper,
    width: float,
    height: float,
    smallest: float,
    *,
    turned: Orientation | None,
    where: str,
) -> RenderError:
    """What it would take, and what to do."""
    sheet = page.sheet
    grid = count_sheets(Rect(0, 0, width, height), page)
    fits = [each.name for each in SHEETS.values() if _fits(each, smallest, width, height)]
    remedy: Text = _POSTER
    if turned is not None and sheet.name in fits:
        remedy = _OTHER_WAY.fill(given=turned)
    elif fits:
        remedy = _LARGER.fill(papers=Names(tuple(fits), joined="or", quoted=False))
    return RenderError(
        Words(
            "kartet tar rundt {count} ark {paper} limt sammen, med skrift på {points} punkter",
            "the map takes about {count} sheets of {paper} glued together, with type of {points} "
            "points",
        ).fill(count=grid.rows * grid.columns, paper=sheet.name, points=f"{sheet.least:g}"),
        where=where,
        expected=Words("ett ark", "one sheet"),
        remedy=remedy,
    )


def _fits(sheet: Sheet, smallest: float, width: float, height: float) -> bool:
    """Whether a drawing fits a sheet, lying or standing, in type that can be read."""
    ways: tuple[Orientation, ...] = ("landscape", "portrait")
    best = max(_find_scale(Paper(sheet, way, 1.0), width, height) for way in ways)
    return best * smallest >= sheet.least


def _find_scale(page: Paper, width: float, height: float) -> float:
    """How many points a unit may take, so that the drawing fits."""
    return min(page.inner / width, page.tall / height)
