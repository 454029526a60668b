"""A legend as a row of samples with words, broken where the page ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import OWNER_MARKS
from procmap.maps.layout.geometry import Rect
from procmap.maps.overview.owners import MARK_SIZE, MARKED, OwnerState, draw_owner_mark
from procmap.maps.overview.page import BODY, MARGIN, SMALL, Page
from procmap.maps.svg.markup import Value, element, rectangle, text
from procmap.maps.theme import Theme

__all__ = ["Sample", "build_dashed_sample", "find_owner_samples", "write_legend"]

_GAP: Final = 26.0
_LEAST_HEIGHT: Final = 26.0


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing on the map, and what it means.

    Args:
        width: how wide it is; 0 for words alone.
        words: what it means.
        draw: draws it at a left side and a middle from top to bottom.
    """

    width: float
    words: str
    draw: Callable[[float, float], str] = lambda _x, _y: ""


def write_legend(page: Page, samples: Iterable[Sample]) -> None:
    """Append the legend to a page.

    Args:
        page: the page.
        samples: what is on the map, and no more.
    """
    page.y += 16
    first = len(page.parts)
    page.write(MAP_WORDS["legend"].text(page.lang), BODY, bold=True)
    page.y += 6
    x, top, height = MARGIN, page.y, 0.0
    for sample in samples:
        label = page.wrap(sample.words, page.width - sample.width - 10, size=SMALL)
        lead = sample.width + 8 if sample.width else 0.0
        across = lead + label.width
        if x > MARGIN and x + across > MARGIN + page.width:
            x, top, height = MARGIN, top + height, 0.0
        height = max(height, _LEAST_HEIGHT, label.height + 6)
        page.parts.append(sample.draw(x, top + _LEAST_HEIGHT / 2))
        rect = Rect(x + lead, top, label.width, max(_LEAST_HEIGHT, label.height + 6))
        page.parts.append(text(label, rect, align="start", fill=page.theme.ink))
        x += across + _GAP
    page.y = top + height
    page.parts[first:] = [element("g", {"class": "procmap-legend"}, page.parts[first:])]


def find_owner_samples(states: Sequence[OwnerState], page: Page) -> list[Sample]:
    """The marks of owners that are on a map, each with how many there are.

    Args:
        states: the state of each process.
        page: the map.
    """
    samples = []
    if "whole" in states:
        samples.append(Sample(0, OWNER_MARKS["whole"].text(page.lang)))
    for state in MARKED:
        count = states.count(state)
        if count:
            draw = partial(_draw_mark, theme=page.theme, state=state)
            words = f"{OWNER_MARKS[state].text(page.lang)} ({count})"
            samples.append(Sample(2 * MARK_SIZE + 2, words, draw))
    return samples


def build_dashed_sample(page: Page, word: str) -> Sample:
    """A dashed box, and what it means on this map.

    Args:
        page: the map.
        word: a key of procmap's own words.
    """
    return Sample(34, page.word(word), partial(_draw_dashed, theme=page.theme))


def _draw_mark(x: float, y: float, *, theme: Theme, state: OwnerState) -> str:
    return draw_owner_mark(state, theme, centre=(x + MARK_SIZE + 1, y))


def _draw_dashed(x: float, y: float, *, theme: Theme) -> str:
    look: dict[str, Value] = {
        "fill": theme.fill,
        "stroke": theme.base,
        "stroke_width": 1.6,
        "stroke_dasharray": "6 4",
    }
    return rectangle(Rect(x, y - 8, 32, 16), look)
