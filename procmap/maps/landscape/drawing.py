"""Drawing the process landscape."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.labels.overviews import BANDS, OVERVIEW_WORDS
from procmap.maps.landscape.bands import Band, find_bands
from procmap.maps.landscape.placing import (
    CARD_WIDTH,
    PlacedBand,
    PlacedGroup,
    find_columns,
    find_map_width,
    place_bands,
)
from procmap.maps.overview.cards import Card, draw_card, find_cards, measure_card
from procmap.maps.overview.facts import (
    find_headline_lines,
    find_landscape_title,
    find_source_line,
)
from procmap.maps.overview.legend import (
    Sample,
    build_dashed_sample,
    find_owner_samples,
    write_legend,
)
from procmap.maps.overview.limits import PROCESSES, refuse_too_many
from procmap.maps.overview.page import BODY, LEAST_WIDTH, MARGIN, Page
from procmap.maps.picture import Picture
from procmap.maps.svg.markup import Value, attribute, element, path, rectangle, text
from procmap.maps.theme import THEMES, ThemeName

__all__ = ["draw_landscape"]


def draw_landscape(
    analysis: Analysis,
    *,
    findings: tuple[Finding, ...] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    group: str | None = None,
) -> Picture:
    """Draw every process of a landscape once, by what kind it is, with who owns it.

    Args:
        analysis: the landscape, with units and hand-offs.
        findings: what the rules noticed, for the codes behind the owners' marks.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.
        group: ``"unit"`` groups the processes of a band by their owner's unit.

    Raises:
        RenderError: there are too many processes for one map, or a name is too long.

    Examples:
        >>> from procmap.model import Landscape
        >>> draw_landscape(Analysis(Landscape())).title
        'Prosesslandskap'
    """
    cards = find_cards(analysis, findings=findings, lang=lang)
    refuse_too_many("landscape", PROCESSES, [card.name for card in cards])
    by_unit = group == "unit"
    bands = find_bands(
        cards,
        analysis=analysis,
        by_unit=by_unit,
        ungrouped=OVERVIEW_WORDS["no group"].text(lang),
    )
    words = {card: measure_card(card, CARD_WIDTH, lang) for card in cards}
    title = find_landscape_title("landscape", analysis, lang)
    headline = find_headline_lines(analysis, lang)
    source = find_source_line(analysis, lang)
    columns = find_columns(bands, words)
    page = Page("landscape", lang, THEMES[theme], max(LEAST_WIDTH, find_map_width(columns)))
    page.write_title(title, headline, source)
    if not bands:
        page.write(page.word("no processes"), BODY)
    for each in place_bands(bands, words, columns=columns, left=MARGIN, top=page.y):
        page.parts.append(_draw_band(each, page))
        page.y = each.rect.bottom
    if cards:
        _write_legend(page, cards, by_unit=by_unit)
    counted = ", ".join(
        f"{BANDS[band.kind].text(lang)}: {band.count}" for band in bands
    ) or page.word("no processes")
    svg = page.finish(title, f"{page.word('landscape')}. {counted}")
    listed = _write_list(bands, title, (*headline, source), lang)
    return Picture(svg=svg, text_list=listed, title=title)


def _draw_band(placed: PlacedBand, page: Page) -> str:
    theme = page.theme
    name = f"{BANDS[placed.band.kind].text(page.lang)} ({placed.band.count})"
    plain = placed.band.kind == "unclassified"
    body = rectangle(
        placed.rect,
        {
            "class": "procmap-band-body",
            "fill": theme.paper if plain else theme.lanes[0],
            "stroke": theme.border,
            "stroke_width": 1.0,
            "stroke_dasharray": "5 4" if plain else None,
        },
    )
    heading = page.wrap(name, placed.heading.width, size=15, bold=True)
    return element(
        "g",
        {"class": "procmap-band", "data-kind": placed.band.kind},
        [
            body,
            f"<title>{attribute(name)}</title>",
            text(heading, placed.heading, align="start", fill=theme.ink),
            *(_draw_group(each, page, arrow=placed.band.kind == "core") for each in placed.groups),
        ],
    )


def _draw_group(placed: PlacedGroup, page: Page, *, arrow: bool) -> str:
    heading = page.wrap(placed.name, placed.heading.width, size=12)
    cards = [
        draw_card(
            each.card, each.rect, words=each.words, theme=page.theme, arrow=arrow, lang=page.lang
        )
        for each in placed.cards
    ]
    if not placed.name:
        return "".join(cards)
    name = text(heading, placed.heading, align="start", fill=page.theme.ink)
    under = placed.heading.bottom + 1
    line: dict[str, Value] = {
        "d": path([(placed.heading.x, under), (placed.heading.right, under)]),
        "stroke": page.theme.border,
        "stroke_width": 1.0,
    }
    inside = [name, element("path", line), *cards]
    return element("g", {"class": "procmap-group", "data-name": placed.name}, inside)


def _write_legend(page: Page, cards: Sequence[Card], *, by_unit: bool) -> None:
    samples = find_owner_samples([card.owner.state for card in cards], page)
    if any(card.drawn != "yes" for card in cards):
        samples.append(build_dashed_sample(page, "no model sign"))
    if by_unit:
        samples.append(Sample(0, page.word("by unit")))
    write_legend(page, samples)


def _write_list(bands: Sequence[Band], title: str, head: Sequence[str], lang: str) -> str:
    lines = [title, *head]
    for band in bands:
        lines += ["", BANDS[band.kind].text(lang)]
        number = 0
        for group in band.groups:
            if group.name:
                lines.append(f"{group.name}:")
            for card in group.cards:
                number += 1
                note = f" ({card.note})" if card.note else ""
                lines.append(f"{number}. {card.full_name} – {card.owner.words}{note}")
    if not bands:
        lines += ["", OVERVIEW_WORDS["no processes"].text(lang)]
    return "\n".join(lines) + "\n"
