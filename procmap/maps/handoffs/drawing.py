"""Drawing the hand-offs of a report."""

from __future__ import annotations

from functools import partial
from typing import Final

from procmap.findings import Lang
from procmap.graph import Analysis
from procmap.labels.headline import NONE_AT_ALL
from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.handoffs.circle import Circle
from procmap.maps.handoffs.lines import draw_sample
from procmap.maps.handoffs.matrix import Matrix
from procmap.maps.handoffs.ordering import find_order
from procmap.maps.handoffs.traffic import Traffic, find_traffic
from procmap.maps.handoffs.wording import find_headline, find_parties, name_parties, write_list
from procmap.maps.overview.facts import find_source_line, name_landscape
from procmap.maps.overview.legend import Sample, write_legend
from procmap.maps.overview.limits import refuse_too_many
from procmap.maps.overview.page import BODY, LEAST_WIDTH, Page
from procmap.maps.picture import Picture
from procmap.maps.scene import Mark
from procmap.maps.svg.marks import draw_ring
from procmap.maps.theme import THEMES, Theme, ThemeName
from procmap.model import Governance

__all__ = ["STYLES", "draw_handoffs"]

STYLES: Final = ("matrix", "circle")
_STATES: Final[tuple[Governance, ...]] = ("yes", "no", "undetermined")


def draw_handoffs(
    analysis: Analysis,
    *,
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    style: str = "matrix",
) -> Picture:
    """Draw who hands over to whom, at the level of the analysis.

    Args:
        analysis: the hand-offs.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.
        style: ``"matrix"``, for any number of units, or ``"circle"``, for up to sixty.

    Raises:
        RenderError: there are too many units, or a name is too long.

    Examples:
        >>> from procmap.model import Landscape
        >>> draw_handoffs(Analysis(Landscape())).title
        'Overleveringer mellom enheter'
    """
    traffic = find_traffic(analysis, lang)
    kind = "circle" if style == "circle" else "handoffs"
    parties = name_parties(analysis, lang)
    refuse_too_many(kind, find_parties(analysis), list(traffic.names.values()))
    words = OVERVIEW_WORDS["handoffs"].text(lang).format(parties=parties)
    title = name_landscape(words, analysis)
    source = find_source_line(analysis, lang)
    if not traffic.cells:
        return _draw_nothing(title, source, lang, THEMES[theme])
    order = find_order(traffic)
    headline = find_headline(traffic, analysis, lang)
    shape = Circle(traffic, order, lang) if kind == "circle" else Matrix(traffic, order, lang)
    page = Page("handoffs", lang, THEMES[theme], max(LEAST_WIDTH, shape.width))
    page.write_title(title, headline, source)
    shape.draw(page)
    _write_legend(page, traffic, kind)
    svg = page.finish(title, ". ".join(headline))
    listed = write_list(traffic, order, (title, *headline, source), lang)
    return Picture(svg=svg, text_list=listed, title=title)


def _draw_nothing(title: str, source: str, lang: Lang, theme: Theme) -> Picture:
    page = Page("handoffs", lang, theme, LEAST_WIDTH)
    nothing = f"{NONE_AT_ALL['ungoverned'].text(lang)}."
    page.write_title(title, (), source)
    page.write(nothing, BODY)
    listed = f"{title}\n{source}\n\n{nothing}\n"
    return Picture(svg=page.finish(title, nothing), text_list=listed, title=title)


def _write_legend(page: Page, traffic: Traffic, kind: str) -> None:
    cells = traffic.cells.values()
    samples = [Sample(0, page.word("read circle" if kind == "circle" else "read matrix"))]
    for state in _STATES:
        if not any(cell.governance == state for cell in cells):
            continue
        if kind == "circle":
            draw = partial(draw_sample, theme=page.theme, governance=state)
            samples.append(Sample(46, page.word(f"arrow {state}"), draw))
        else:
            draw = partial(_draw_ring, theme=page.theme, governance=state)
            samples.append(Sample(26, page.word(f"cell {state}"), draw))
    if kind != "circle" and any(cell.concerned < cell.count for cell in cells):
        samples.append(Sample(0, page.word("cell share")))
    samples.append(Sample(0, page.word("counted")))
    write_legend(page, samples)


def _draw_ring(x: float, y: float, *, theme: Theme, governance: Governance) -> str:
    return draw_ring(theme, Mark(3, governance), centre=(x + 13, y))
