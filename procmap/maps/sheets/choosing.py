"""Which way a map goes on paper: in strips, as a poster, or on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.choosing import refuse_unknown
from procmap.maps.sheets.fitting import fit_sheet
from procmap.maps.sheets.paper import Orientation, find_sheet
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.poster import draw_poster
from procmap.maps.sheets.splitting import find_language, split_drawing
from procmap.maps.sheets.writing import draw_sheets

__all__ = ["Cut", "Wish", "draw_on_sheets"]

Cut = Literal["strips", "poster"]
_CUT: Final = Words("måte å dele på", "cut")
_CUTS: Final = ("strips", "poster")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a map is to be put on paper.

    Args:
        paper: the paper.
        orientation: which side is up; whichever takes fewer sheets where not given.
        cut: how it is cut; in strips where it can be and nothing is given, else not at all.
        points: the smallest type; that of the paper where not given.
        number: the map's number where several hang together.
    """

    paper: str = "A3"
    orientation: Orientation | None = None
    cut: Cut | None = None
    points: float | None = None
    number: int | None = None


def draw_on_sheets(svg: str, plan: MapPlan | None, wish: Wish, *, title: str) -> tuple[str, ...]:
    """Put a map on sheets of paper.

    Args:
        svg: the map, uncut.
        plan: what it was drawn from, where it can be cut into strips.
        wish: how.
        title: what it shows.

    Returns:
        The sheets as SVG, in reading order.

    Raises:
        RenderError: there is no such paper, orientation or cut, nobody could read such type, or
            the map does not fit; says what it would take.
    """
    sheet = find_sheet(wish.paper, wish.orientation, points=wish.points)
    if wish.cut is not None:
        refuse_unknown(_CUT, wish.cut, _CUTS)
    lang = find_language(split_drawing(svg).head)
    if wish.cut == "poster":
        return draw_poster(
            svg,
            sheet,
            orientation=wish.orientation,
            title=title,
            lang=lang,
            map_number=wish.number,
        )
    if plan is not None:
        return draw_sheets(plan, sheet=sheet, orientation=wish.orientation, map_number=wish.number)
    if wish.cut == "strips":
        raise RenderError(
            Words("dette kartet deles ikke i striper", "this map is not cut into strips"),
            expected=Words(
                "et svømmebanekart som procmap legger opp, der arbeidet går mot høyre",
                "a swimlane map that procmap lays out, whose work runs to the right",
            ),
            remedy=Words(
                'Utelat cut, eller velg cut="poster".', 'Leave out cut, or take cut="poster".'
            ),
        )
    fitted = fit_sheet(
        svg,
        sheet,
        orientation=wish.orientation,
        lang=lang,
        map_number=wish.number,
        where=title,
    )
    return (fitted,)
