"""Maps that are not cut: one drawing, as large as a sheet takes."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from procmap.errors import RenderError
from procmap.maps.sheets.paper import SHEETS, Orientation, Paper, Sheet, find_sheet
from procmap.maps.svg.markup import number

__all__ = ["fit_sheet"]

_ROOT: Final = re.compile(r"<svg\b[^>]*>")
_BOX: Final = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"')
_LENGTH: Final = re.compile(r' (width|height)="[^"]*"')
_TYPE: Final = re.compile(r'font-size="([\d.]+)"')


def fit_sheet(svg: str, sheet: str, orientation: Orientation | None) -> str:
    """Put a drawing in the middle of a sheet; its own coordinates stay.

    Args:
        svg: the drawing.
        sheet: ``"A4"`` to ``"A1"``.
        orientation: which side is up; whichever gives larger type where not given.

    Raises:
        RenderError: there is no such paper, or type would be too small; says what it would take.
    """
    paper = find_sheet(sheet, orientation)
    root, box = _ROOT.search(svg), _BOX.search(svg)
    if root is None or box is None:
        raise RenderError("the drawing has no size", expected="an SVG with a viewBox")
    left, top, width, height = (float(value) for value in box.groups())
    smallest = min((float(size) for size in _TYPE.findall(svg)), default=paper.least)
    ways: tuple[Orientation, ...] = (
        (orientation,) if orientation is not None else ("landscape", "portrait")
    )
    scales = {way: _find_scale(Paper(paper, way, 1.0), width, height) for way in ways}
    best = max(ways, key=lambda way: scales[way])
    least = paper.least / smallest
    if scales[best] < least:
        page = Paper(paper, best, least)
        across, down = ceil(width / page.inner), ceil(height / (page.height - 2 * page.margin))
        enough = [each.name for each in SHEETS.values() if _fits(each, smallest, width, height)]
        larger = f"Take {' or '.join(enough)}, or save" if enough else "Save"
        raise RenderError(
            f"the map takes about {across * down} sheets of {paper.name} glued together, "
            f"with type of {paper.least:g} points",
            expected="one sheet",
            remedy=f"{larger} it as large as it is: picture.save().",
        )
    page = Paper(paper, best, min(scales[best], paper.largest / smallest))
    x, y = left - (page.width - width) / 2, top - (page.height - height) / 2
    view = " ".join(number(value) for value in (x, y, page.width, page.height))
    size = dict(zip(("width", "height"), page.size, strict=True))
    head = _BOX.sub(f'viewBox="{view}"', root[0])
    head = _LENGTH.sub(lambda match: f' {match[1]}="{number(size[match[1]])}mm"', head)
    return svg[: root.start()] + head + svg[root.end() :]


def _fits(sheet: Sheet, smallest: float, width: float, height: float) -> bool:
    """Whether a drawing fits a sheet, lying or standing, in type that can be read."""
    ways: tuple[Orientation, ...] = ("landscape", "portrait")
    best = max(_find_scale(Paper(sheet, way, 1.0), width, height) for way in ways)
    return best * smallest >= sheet.least


def _find_scale(page: Paper, width: float, height: float) -> float:
    """How many points a unit may take, so that the drawing fits."""
    return min(page.inner / width, (page.height - 2 * page.margin) / height)
