"""Drawing who does what in the processes."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.overview.cards import Card, find_cards
from procmap.maps.overview.facts import (
    find_assumed_line,
    find_landscape_title,
    find_source_line,
)
from procmap.maps.overview.legend import Sample, find_owner_samples, write_legend
from procmap.maps.overview.limits import HOLDERS, PROCESSES, refuse_too_many
from procmap.maps.overview.page import BODY, LEAST_WIDTH, Page
from procmap.maps.ownership.grid import Grid, draw_letter
from procmap.maps.ownership.letters import Letter, Table, find_table
from procmap.maps.ownership.wording import name_columns, write_rows
from procmap.maps.picture import Picture
from procmap.maps.theme import THEMES, ThemeName
from procmap.rules.headline import build_headline

__all__ = ["draw_ownership"]


def draw_ownership(
    analysis: Analysis,
    *,
    findings: tuple[Finding, ...] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
) -> Picture:
    """Draw who holds R, A, C and I in each process, and where nobody is known to.

    Args:
        analysis: the landscape, and who performs its steps.
        findings: what the rules noticed, for the codes behind the owners' marks.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.

    Raises:
        RenderError: there are too many processes or holders for one map, or a name is too long.

    Examples:
        >>> from procmap.model import Landscape
        >>> draw_ownership(Analysis(Landscape())).title
        'Hvem gjør hva i prosessene'
    """
    cards = find_cards(analysis, findings=findings, lang=lang)
    table = find_table(analysis)
    names = name_columns(table, lang)
    refuse_too_many("ownership", PROCESSES, [card.name for card in cards])
    refuse_too_many("holders", HOLDERS, list(names.values()))
    title = find_landscape_title("ownership", analysis, lang)
    source = find_source_line(analysis, lang)
    headline = _find_headline(analysis, table, lang) if cards else ()
    grid = Grid(cards, table, names, lang)
    page = Page("ownership", lang, THEMES[theme], max(LEAST_WIDTH, grid.width))
    page.write_title(title, headline, source)
    nothing = ""
    if not cards:
        nothing = page.word("no processes")
    elif not table.columns:
        nothing = page.word("no letters")
    if nothing:
        page.write(nothing, BODY)
    if cards:
        grid.draw(page)
        _write_legend(page, cards, table)
    svg = page.finish(title, ". ".join(headline) or nothing)
    ordered = [card for _, inside in grid.kinds for card in inside]
    rows = write_rows(ordered, table, names, lang)
    listed = [title, *headline, source, *([nothing] if nothing else []), "", *rows]
    return Picture(svg=svg, text_list="\n".join(listed) + "\n", title=title)


def _find_headline(analysis: Analysis, table: Table, lang: str) -> tuple[str, ...]:
    first = build_headline(analysis).lines(lang)[0]
    letters = [letter for cell in table.cells.values() for letter in cell]
    stated = sum(letter.stated for letter in letters)
    counted = OVERVIEW_WORDS["letters"].text(lang).format(n=stated, m=len(letters) - stated)
    return (first, counted, *find_assumed_line(analysis, lang))


def _write_legend(page: Page, cards: Sequence[Card], table: Table) -> None:
    letters = {letter for cell in table.cells.values() for letter in cell}
    samples = [Sample(0, page.word(each)) for each in ("A", "R", "C", "I")]
    if any(letter.stated for letter in letters):
        samples.append(_sample(Letter("R", True), page, "stated"))
    if any(not letter.stated for letter in letters):
        samples.append(_sample(Letter("R", False), page, "derived"))
    if any(letter.extent == "part" for letter in letters):
        samples.append(Sample(0, page.word("part")))
    if any(letter.extent == "open" for letter in letters):
        samples.append(Sample(0, page.word("extent open")))
    samples.append(Sample(0, page.word("empty cell")))
    states = [card.owner.state for card in cards if card.owner.state != "whole"]
    samples += find_owner_samples(states, page)
    write_legend(page, samples)


def _sample(letter: Letter, page: Page, key: str) -> Sample:
    def draw(x: float, y: float) -> str:
        return draw_letter(letter, x, y - 9, theme=page.theme)

    return Sample(22, page.word(key), draw)
