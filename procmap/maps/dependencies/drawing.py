"""Drawing which process calls, messages or feeds which."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Final

from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.dependencies.arrows import draw_dependency, draw_sample
from procmap.maps.dependencies.crowding import is_crowded, refuse_crowded
from procmap.maps.dependencies.layout import PlacedPart, lay_out
from procmap.maps.dependencies.network import (
    KINDS,
    Dependency,
    Network,
    find_neighbourhood,
    find_network,
)
from procmap.maps.dependencies.packing import pack
from procmap.maps.dependencies.parts import find_parts
from procmap.maps.dependencies.wording import (
    describe_dependency,
    find_headline,
    label_arrow,
    write_rows,
)
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.overview.cards import Card, CardText, draw_card, find_cards, measure_card
from procmap.maps.overview.facts import find_landscape_title, find_source_line
from procmap.maps.overview.legend import (
    Sample,
    build_dashed_sample,
    find_owner_samples,
    write_legend,
)
from procmap.maps.overview.limits import PROCESSES, refuse_too_many
from procmap.maps.overview.owners import OwnerLine
from procmap.maps.overview.page import BODY, LEAST_WIDTH, MARGIN, Page
from procmap.maps.picture import Picture
from procmap.maps.theme import THEMES, ThemeName
from procmap.source import ElementRef

__all__ = ["draw_dependencies"]

_CARD_WIDTH: Final = 200.0
_LEAST_HEIGHT: Final = 62.0
_LABEL_WIDTH: Final = 120.0
_GAP: Final = 36.0
_LEAST_ROOM: Final = 940.0
_ALONE_GAP: Final = 12.0


def draw_dependencies(
    analysis: Analysis,
    *,
    findings: tuple[Finding, ...] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    around: ElementRef | None = None,
) -> Picture:
    """Draw every process once, with arrows to those it calls, sends messages to or feeds.

    Processes without dependencies stand below, and need no layout: a landscape that has none is
    drawn without Graphviz.

    Args:
        analysis: the landscape, with units, hand-offs and owners.
        findings: what the rules noticed, for the codes behind the owners' marks.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.
        around: the process whose neighbours are drawn, and nothing else; all where not given.

    Raises:
        MissingExtraError: there are dependencies, and no Graphviz to lay them out.
        RenderError: there are too many processes for one map, a name is too long, or Graphviz
            failed or was not done in time.

    Examples:
        >>> from procmap.model import Landscape
        >>> draw_dependencies(Analysis(Landscape())).title
        'Avhengigheter mellom prosesser'
    """
    network = find_network(analysis.landscape)
    known: Sequence[Card] = find_cards(analysis, findings=findings, lang=lang)
    if around is not None:
        network = find_neighbourhood(network, around)
        known = [card for card in known if card.ref == around or card.ref in network.linked]
    cards = {card.ref: card for card in [*known, *_build_missing(network, lang)]}
    names = {ref: card.full_name for ref, card in cards.items()}
    refuse_too_many("dependencies", PROCESSES, list(names.values()))
    words = {card: measure_card(card, _CARD_WIDTH, lang) for card in cards.values()}
    order = {ref: i for i, ref in enumerate(cards)}
    parts = find_parts(network.dependencies, order=order)
    refuse_crowded(parts)
    unnamed = {each for part in parts if is_crowded(part) for each in part[1]}
    labels = {
        each: wrap(
            "" if each in unnamed else label_arrow(each, lang),
            _LABEL_WIDTH * 0.83,
            size=11,
            lang=lang,
        )
        for each in network.dependencies
    }
    sizes = {
        ref: (_CARD_WIDTH, max(_LEAST_HEIGHT, words[card].height)) for ref, card in cards.items()
    }
    placed = lay_out(parts, sizes=sizes, labels=labels)
    corners, width, height = pack(
        [(part.width, part.height) for part in placed], gap=_GAP, least=_LEAST_ROOM
    )
    title = find_landscape_title("dependencies", analysis, lang)
    if around is not None and around in names:
        title = OVERVIEW_WORDS["around"].text(lang).format(name=names[around])
    headline = find_headline(network, lang) if cards else ()
    if unnamed:
        headline = (*headline, OVERVIEW_WORDS["names in list"].text(lang))
    source = find_source_line(analysis, lang)
    page = Page("dependencies", lang, THEMES[theme], max(LEAST_WIDTH, width))
    page.write_title(title, headline, source)
    nothing = _find_nothing(known, network, page)
    if nothing:
        page.write(nothing, BODY)
        page.y += 10
    pen = _Pen(page, cards, words, labels, names)
    for part, (x, y) in zip(placed, corners, strict=True):
        pen.draw_part(part, by=(MARGIN + x, page.y + y))
    page.y += height
    alone = [card for card in known if card.ref not in network.linked]
    if alone:
        pen.draw_alone(alone, under=bool(placed))
    if cards:
        _write_legend(page, network, known)
    svg = page.finish(title, ". ".join(headline) or nothing)
    listed = [title, *headline, source, *([nothing] if nothing else []), ""]
    listed += write_rows(network, names, lang)
    if alone:
        listed += ["", OVERVIEW_WORDS["alone"].text(lang)]
        listed += [f"{i}. {card.full_name} – {card.owner.words}" for i, card in enumerate(alone, 1)]
    return Picture(svg=svg, text_list="\n".join(listed) + "\n", title=title)


def _build_missing(network: Network, lang: str) -> list[Card]:
    """Cards of what is called and not among the models."""
    words = OVERVIEW_WORDS["not found"].text(lang)
    return [
        Card(
            ref=ref,
            name=name,
            kind="missing",
            owner=OwnerLine("not_applicable", ""),
            drawn="no",
            note=words,
        )
        for ref, name in sorted(network.missing.items())
    ]


def _find_nothing(cards: Collection[Card], network: Network, page: Page) -> str:
    if not cards:
        return page.word("no processes")
    return "" if network.dependencies else page.word("no dependencies")


class _Pen:
    """Draws cards and arrows on a page."""

    def __init__(
        self,
        page: Page,
        cards: Mapping[ElementRef, Card],
        words: Mapping[Card, CardText],
        labels: Mapping[Dependency, Block],
        names: Mapping[ElementRef, str],
    ) -> None:
        self.page = page
        self.cards = cards
        self.words = words
        self.labels = labels
        self.names = names

    def draw_part(self, part: PlacedPart, *, by: Point) -> None:
        """What hangs together."""
        for ref, rect in part.cards.items():
            self._draw_card(self.cards[ref], rect.moved(*by))
        for arrow in part.arrows:
            self.page.parts.append(
                draw_dependency(
                    arrow,
                    by=by,
                    label=self.labels[arrow.dependency],
                    title=describe_dependency(arrow.dependency, self.names, self.page.lang),
                    theme=self.page.theme,
                    lang=self.page.lang,
                )
            )

    def draw_alone(self, cards: Sequence[Card], *, under: bool) -> None:
        """Processes without dependencies, row by row."""
        page = self.page
        if under:
            page.y += 22
            page.write(page.word("alone"), BODY, bold=True)
            page.y += 8
        columns = max(1, int((page.width + _ALONE_GAP) // (_CARD_WIDTH + _ALONE_GAP)))
        for first in range(0, len(cards), columns):
            row = cards[first : first + columns]
            height = max(_LEAST_HEIGHT, *(self.words[card].height for card in row))
            for i, card in enumerate(row):
                x = MARGIN + i * (_CARD_WIDTH + _ALONE_GAP)
                self._draw_card(card, Rect(x, page.y, _CARD_WIDTH, height))
            page.y += height + _ALONE_GAP

    def _draw_card(self, card: Card, rect: Rect) -> None:
        drawn = draw_card(
            card,
            rect,
            words=self.words[card],
            theme=self.page.theme,
            arrow=False,
            lang=self.page.lang,
        )
        self.page.parts.append(drawn)


def _write_legend(page: Page, network: Network, cards: Sequence[Card]) -> None:
    samples = []
    for kind in KINDS:
        if any(each.kind == kind for each in network.dependencies):
            draw = partial(draw_sample, theme=page.theme, kind=kind)
            samples.append(Sample(46, page.word(f"legend {kind}"), draw))
    samples += find_owner_samples([card.owner.state for card in cards], page)
    if network.missing:
        samples.append(build_dashed_sample(page, "not found sign"))
    if any(card.drawn != "yes" for card in cards):
        samples.append(build_dashed_sample(page, "no model sign"))
    write_legend(page, samples)
