"""Sheets as SVG documents."""

from __future__ import annotations

from dataclasses import replace

from procmap.labels.maps import MAP_WORDS
from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.sheets.connectors import name_letters
from procmap.maps.sheets.drawing import StripPen, find_prefix
from procmap.maps.sheets.heading import draw_heading
from procmap.maps.sheets.notes import draw_area, draw_room
from procmap.maps.sheets.pages import Layout, Page, choose_layout, find_place
from procmap.maps.sheets.paper import Orientation, Sheet
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.svg.drawing import FONTS
from procmap.maps.svg.markup import attribute, element, number, rectangle

__all__ = ["draw_sheets"]


def draw_sheets(
    plan: MapPlan,
    *,
    sheet: Sheet,
    orientation: Orientation | None,
    map_number: int | None = None,
) -> tuple[str, ...]:
    """Draw a map on as few sheets of paper as its smallest type allows.

    Args:
        plan: the map.
        sheet: the paper.
        orientation: which side is up; whichever takes fewer sheets where not given.
        map_number: its number where several maps hang together.

    Returns:
        The sheets as SVG, in reading order.

    Raises:
        RenderError: the map does not fit; says what it would take.
    """
    if map_number is not None:
        plan = replace(plan, number=map_number)
    layout = choose_layout(plan, sheet, orientation)
    strips = [strip for page in layout.pages for strip, _ in page.strips]
    letters = name_letters(piece for strip in strips for piece in strip.pieces.values())
    pen = StripPen(
        plan,
        find_prefix(plan, paper=f"{sheet.name} {layout.paper.orientation}"),
        layout.side,
        letters,
        [n for n, page in enumerate(layout.pages, 1) for _ in page.strips],
    )
    return tuple(_write(plan, layout, pen, page, n) for n, page in enumerate(layout.pages, 1))


def _write(plan: MapPlan, layout: Layout, pen: StripPen, page: Page, n: int) -> str:
    paper, count = layout.paper, len(layout.pages)
    parts = [draw_heading(plan, paper, n=n, of=count)[0]]
    left = paper.margin + sum(layout.side) + plan.headers.width
    for strip, top in page.strips:
        parts += pen.draw(strip, left, top)
    if page.area is not None:
        parts.append(draw_area(plan, page.area, find_place(paper, page)))
    if page.room is not None:
        parts.append(draw_room(plan, page.room))
    lang, prefix = plan.scene.lang, f"{pen.prefix}-{n}"
    which = SHEET_WORDS["sheet of"].text(lang).format(n=n, m=count)
    about = f"{MAP_WORDS['swimlane map'].text(lang)}: {which}."
    head = [
        f'<title id="{prefix}-title">{attribute(plan.facts.title)}</title>',
        f'<desc id="{prefix}-desc">{attribute(about)}</desc>',
        rectangle(Rect(0, 0, paper.width, paper.height), {"fill": plan.theme.paper}),
    ]
    width, height = paper.size
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "procmap procmap-swimlane",
            "width": f"{number(width)}mm",
            "height": f"{number(height)}mm",
            "viewBox": f"0 0 {number(paper.width)} {number(paper.height)}",
            "role": "graphics-document",
            "aria-labelledby": f"{prefix}-title {prefix}-desc",
            "xml:lang": lang,
            "font_family": FONTS,
            "data-document": plan.scene.document,
            "data-sheet": str(n),
            "data-sheets": str(count),
        },
        [*head, *parts],
    )
