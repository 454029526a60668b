"""The title block of a sheet: what it shows, who owns it, which sheet it is."""

from __future__ import annotations

from dataclasses import replace

from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import wrap
from procmap.maps.sheets.paper import Paper
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.svg.markup import text
from procmap.maps.svg.surround import Stack, draw_title_block

__all__ = ["draw_heading"]

_SHEET = 14.0
_NUMBER = 26.0
_RIGHT = 130.0
_BELOW = 14.0


def draw_heading(plan: MapPlan, paper: Paper, *, n: int, of: int) -> tuple[str, float]:
    """Draw the title block of a sheet.

    Args:
        plan: the map.
        paper: the paper.
        n: which sheet it is, from 1.
        of: how many there are.

    Returns:
        The markup, and how high it is.
    """
    left, top = paper.margin, paper.margin
    stack = Stack(plan.scene, plan.theme, left, top, paper.inner - _RIGHT)
    words = SHEET_WORDS["sheet of"].text(plan.scene.lang).format(n=n, m=of)
    block = wrap(words, _RIGHT, size=_SHEET, bold=True)
    y = top + 4
    if plan.number is not None:
        # Read from where people stand: "let us look at map 2".
        named = SHEET_WORDS["map n"].text(plan.scene.lang).format(n=plan.number)
        large = wrap(named, _RIGHT, size=_NUMBER, bold=True)
        place = Rect(left + paper.inner - _RIGHT, top - 4, _RIGHT, large.height)
        stack.parts.append(text(large, place, align="end", fill=plan.theme.ink))
        y = place.bottom + 2
    place = Rect(left + paper.inner - _RIGHT, y, _RIGHT, block.height)
    stack.parts.append(text(block, place, align="end", fill=plan.theme.ink))
    # Paper outlives the file it came from: it says what version it shows, or that nobody said.
    source = " · ".join((plan.facts.source, *plan.facts.unsaid))
    drawn = draw_title_block(stack, replace(plan.facts, source=source))
    return drawn, max(stack.y, place.bottom) - top + _BELOW
