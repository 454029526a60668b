"""Which strips and notes stand on which sheet, and at which scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Names, Number, Words
from procmap.maps.layout.geometry import Rect
from procmap.maps.sheets.connectors import ZONE
from procmap.maps.sheets.cutting import Cut, choose_cuts, choose_cuts_that_fit, find_cuts
from procmap.maps.sheets.folding import measure_side
from procmap.maps.sheets.heading import draw_heading
from procmap.maps.sheets.notes import Area, Note, build_notes, fill_area
from procmap.maps.sheets.paper import SHEETS, Orientation, Paper, Sheet
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.strip import Strip
from procmap.maps.sheets.strips import build_strips, measure_height

__all__ = ["MOST_STRIPS", "SMALLEST", "Layout", "Page", "choose_layout", "find_place"]

# More strips than this nobody reads as one map.
MOST_STRIPS: Final = 24
# The smallest type of a map, in units of the drawing; see `procmap.maps.layout.sizes`.
SMALLEST: Final = 11.0
_BODY: Final = 12.0
_BETWEEN: Final = 26.0
# Sheets are not searched at more scales than this.
_STEPS: Final = 5
_LARGER: Final = 1.06
# A number that has to move may make a strip higher than was reckoned.
_LOWER: Final = (1.0, 0.95, 0.85)


@dataclass
class Page:
    """One sheet.

    Attributes:
        strips: the strips on it, each with its upper side.
        area: notes, or ``None``.
        room: room for sticky notes where there are no others, or ``None``.
        top: where the notes begin.
    """

    strips: list[tuple[Strip, float]] = field(default_factory=list)
    area: Area | None = None
    room: Rect | None = None
    top: float = 0.0


@dataclass(frozen=True)
class Layout:
    """Sheets at one scale.

    Args:
        paper: the paper, with its scale.
        side: width of each depth of bands.
        pages: the sheets.
        strips: how many strips there are.
    """

    paper: Paper
    side: Sequence[float]
    pages: Sequence[Page]
    strips: int


def choose_layout(plan: MapPlan, sheet: Sheet, orientation: Orientation | None) -> Layout:
    """Spread a map over as few sheets as the smallest type allows, then draw it as large as fits.

    Args:
        plan: the map.
        sheet: the size of paper.
        orientation: which side is up; whichever takes fewer sheets where not given.

    Raises:
        RenderError: it does not fit at the smallest type; says what it would take.
    """
    planner = _Planner(plan, sheet)
    ways: tuple[Orientation, ...] = (
        (orientation,) if orientation is not None else ("landscape", "portrait")
    )
    least = sheet.least / SMALLEST
    found = [planner.try_at(Paper(sheet, way, least)) for way in ways]
    layouts = [each for each in found if isinstance(each, Layout)]
    if not layouts:
        raise planner.refuse([each for each in found if isinstance(each, _Refusal)])
    best = min(layouts, key=lambda each: (len(each.pages), each.strips))
    return planner.enlarge(best)


@dataclass(frozen=True)
class _Refusal:
    """Why a map does not fit, and how many sheets it would take."""

    paper: Paper
    sheets: int
    strips: int


@dataclass
class _Planner:
    plan: MapPlan
    sheet: Sheet

    def __post_init__(self) -> None:
        self.side = measure_side(self.plan)

    def try_at(self, paper: Paper) -> Layout | _Refusal:
        """The sheets at one scale, or why there are none."""
        room = paper.inner - sum(self.side) - self.plan.headers.width
        top = paper.margin + draw_heading(self.plan, paper, n=1, of=1)[1]
        bottom = paper.height - paper.margin
        strips: list[Strip] = []
        for share in _LOWER:
            chosen = self._choose(room, share * (bottom - top))
            if chosen is None:
                break
            if len(chosen) >= MOST_STRIPS:
                return _Refusal(paper, self._count_sheets(chosen, bottom - top), len(chosen) + 1)
            strips = build_strips(self.plan, [cut.x for cut in chosen])
            if all(strip.height <= bottom - top for strip in strips):
                break
            strips = []
        if not strips:
            return self._estimate(paper, room, bottom - top)
        pages = _stack(strips, top, bottom)
        notes = build_notes(self.plan, cut=len(strips) > 1)
        if not _place_notes(pages, notes, paper, top=top, bottom=bottom):
            return self._estimate(paper, room, bottom - top)
        return Layout(paper, self.side, pages, len(strips))

    def _choose(self, room: float, height: float) -> list[Cut] | None:
        """The cuts that make strips as wide and as high as there is room for."""
        width = self.plan.geometry.width
        if width <= room:
            chosen: list[Cut] | None = []
        else:
            chosen = choose_cuts(self._cuts, width=width, room=room, zone=ZONE)
        if chosen is None or len(chosen) >= MOST_STRIPS:
            return chosen
        places = [0.0, *(cut.x for cut in chosen), width]

        def fits(left: float, right: float) -> bool:
            return measure_height(self.plan, left, right) <= height

        if all(fits(left, right) for left, right in pairwise(places)):
            return chosen
        return choose_cuts_that_fit(self._cuts, width=width, room=room, zone=ZONE, fits=fits)

    @cached_property
    def _cuts(self) -> list[Cut]:
        return find_cuts(self.plan.scene, self.plan.geometry)

    def _count_sheets(self, cuts: Sequence[Cut], height: float) -> int:
        strips = build_strips(self.plan, [cut.x for cut in cuts])
        rows = max(1, int(height // max(1.0, max(strip.height for strip in strips))))
        return ceil(len(strips) / rows)

    def _estimate(self, paper: Paper, room: float, height: float) -> _Refusal:
        """What it would take as a poster glued together from sheets."""
        geometry = self.plan.geometry
        across = ceil(geometry.width / max(1.0, room))
        down = ceil(geometry.height / max(1.0, height))
        return _Refusal(paper, across * down, across)

    def enlarge(self, layout: Layout) -> Layout:
        """The same sheets with larger type, as far as it goes."""
        best = layout
        low, high = 0, 0
        paper = layout.paper
        most = self.sheet.largest / _BODY
        while paper.scale * _LARGER ** (high + 1) <= most and high < 40:
            high += 1
        for _ in range(_STEPS):
            if low >= high:
                break
            middle = (low + high + 1) // 2
            larger = Paper(paper.sheet, paper.orientation, paper.scale * _LARGER**middle)
            found = self.try_at(larger)
            if (
                isinstance(found, Layout)
                and len(found.pages) == len(layout.pages)
                and found.strips == layout.strips
            ):
                best, low = found, middle
            else:
                high = middle - 1
        return best

    def refuse(self, refusals: Sequence[_Refusal]) -> RenderError:
        """The error that says what it would take."""
        least = min(refusals, key=lambda each: each.sheets)
        points = Number(self.sheet.least)
        if least.strips > MOST_STRIPS:
            problem = Words(
                "kartet trenger {strips} striper på {sheets} ark, med skrift på {points} punkter",
                "the map takes {strips} strips on {sheets} sheets, with type of {points} points",
            ).fill(strips=least.strips, sheets=least.sheets, points=points)
            expected = Words("høyst {most} striper", "at most {most} strips").fill(most=MOST_STRIPS)
        else:
            problem = Words(
                "kartet trenger omtrent {sheets} ark av {name} limt sammen, med skrift på {points} "
                "punkter",
                "the map takes about {sheets} sheets of {name} glued together, with type of "
                "{points} points",
            ).fill(sheets=least.sheets, name=self.sheet.name, points=points)
            expected = Words(
                "striper som får plass på et ark fra topp til bunn",
                "strips that fit a sheet from top to bottom",
            ).fill()
        larger = [
            each.name
            for each in SHEETS.values()
            if each.long > self.sheet.long and each.least == self.sheet.least
        ]
        named = Names(tuple(larger), joined="or", quoted=False)
        paper = Words(", eller ta {larger}", ", or take {larger}").fill(larger=named)
        return RenderError(
            problem,
            where=self.plan.scene.document,
            expected=expected,
            remedy=Words(
                'Tegn én prosess om gangen{paper}, eller del det som en plakat med cut="poster"; '
                "picture.save() skriver det i ett stykke.",
                'Draw one process at a time{paper}, or cut it as a poster with cut="poster"; '
                "picture.save() writes it uncut.",
            ).fill(paper=paper if larger else ""),
        )


def _stack(strips: Sequence[Strip], top: float, bottom: float) -> list[Page]:
    """Strips from the top down, in reading order."""
    pages = [Page(top=top)]
    for strip in strips:
        page = pages[-1]
        if page.strips and page.top + strip.height > bottom:
            page = Page(top=top)
            pages.append(page)
        page.strips.append((strip, page.top))
        page.top += strip.height + _BETWEEN
    return pages


def _place_notes(
    pages: list[Page], notes: Sequence[Note], paper: Paper, *, top: float, bottom: float
) -> bool:
    """Notes below the last strip where all fit there, else on sheets of their own."""
    least = paper.units(paper.sheet.notes)
    free = [page for page in pages[:-1] if bottom - page.top >= least]
    for page in free:
        page.room = Rect(paper.margin, page.top, paper.inner, bottom - page.top)
    last = pages[-1]
    area, left = fill_area(notes, width=paper.inner, height=bottom - last.top, least=least)
    if not left and (area.room is not None or free):
        last.area = area
        return True
    if bottom - last.top >= least:
        last.room = Rect(paper.margin, last.top, paper.inner, bottom - last.top)
        free.append(last)
    while notes:
        page = Page(top=top)
        area, left = fill_area(notes, width=paper.inner, height=bottom - top, least=least)
        if len(left) == len(notes):
            return False
        page.area = area
        pages.append(page)
        notes = left
    if area.room is None and not free:
        pages.append(Page(top=top, room=Rect(paper.margin, top, paper.inner, bottom - top)))
    return True


def find_place(paper: Paper, page: Page) -> Rect:
    """Where the notes of a sheet stand."""
    bottom = paper.height - paper.margin
    return Rect(paper.margin, page.top, paper.inner, bottom - page.top)
