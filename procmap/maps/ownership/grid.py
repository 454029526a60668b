"""The table: a row for each process, a column for each who holds a letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from procmap.labels.overviews import BANDS, OVERVIEW_WORDS
from procmap.maps.landscape.bands import KINDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.overview.cards import Card
from procmap.maps.overview.heads import (
    draw_head,
    find_overhang,
    find_rise,
    fits_head,
    wrap_head,
)
from procmap.maps.overview.owners import MARKED, draw_owner_mark
from procmap.maps.overview.page import MARGIN, Page
from procmap.maps.ownership.letters import BLOCKS, Column, Letter, Table
from procmap.maps.ownership.wording import describe_performing, spell
from procmap.maps.svg.markup import Value, attribute, element, path, rectangle, text
from procmap.maps.theme import Theme

__all__ = ["Grid", "draw_letter"]

_NAME_WIDTH: Final = 215.0
_KNOWN_WIDTH: Final = 68.0
_COLUMN: Final = 40.0
_ROW: Final = 30.0
_BOX: Final = 18.0
_BOX_GAP: Final = 2.0
_BAND: Final = 26.0
_BLOCK_WORDS: Final = {
    "unit": "units",
    "role": "roles",
    "network": "networks",
    "person": "persons",
}


class Grid:
    """Measures and draws the table.

    Args:
        cards: the processes, in the order of rows within their kind.
        table: the letters.
        names: what to call each column.
        lang: ``"nb"`` or ``"en"``.
    """

    def __init__(
        self, cards: Sequence[Card], table: Table, names: Mapping[Column, str], lang: str
    ) -> None:
        self.table = table
        self.lang = lang
        self.names = names
        self.columns: list[Column] = list(table.columns)
        self.heads: list[Block] = [wrap_head(names[column], lang) for column in self.columns]
        asked = (OVERVIEW_WORDS[key].text(lang) for key in ("who answers", "who performs"))
        self.asked: list[Block] = [wrap_head(words, lang) for words in asked]
        self.rows: dict[Card, Block] = {
            card: wrap(card.full_name, _NAME_WIDTH * 0.86, size=12, lang=lang) for card in cards
        }
        self.kinds: list[tuple[str, list[Card]]] = [
            (kind, [card for card in cards if card.kind == kind])
            for kind in KINDS
            if any(card.kind == kind for card in cards)
        ]
        self.left: float = MARGIN + _NAME_WIDTH + 2 * _KNOWN_WIDTH
        across = len(self.columns) * _COLUMN
        heads = [*self.heads, *self.asked]
        self.width: float = self.left - MARGIN + across + find_overhang(heads)

    @property
    def right(self) -> float:
        """The right side of the last column."""
        return self.left + len(self.columns) * _COLUMN

    def draw(self, page: Page) -> None:
        """Append the table to a page."""
        page.y += find_rise([*self.heads, *self.asked]) + 24
        self._draw_heads(page)
        for kind, cards in self.kinds:
            self._draw_band(page, f"{BANDS[kind].text(self.lang)} ({len(cards)})")
            at, tops = len(page.parts), [page.y]
            for card in cards:
                self._draw_row(page, card)
                tops.append(page.y)
            page.parts.insert(at, self._draw_lines(tops, page.theme))
        self._tell_long_names(page)

    def _draw_heads(self, page: Page) -> None:
        theme = page.theme
        for i, block in enumerate(self.asked):
            x = MARGIN + _NAME_WIDTH + (i + 0.5) * _KNOWN_WIDTH
            page.parts.append(draw_head(block, x, page.y - 24, fill=theme.faint))
        for i, block in enumerate(self.heads):
            x = self.left + (i + 0.5) * _COLUMN
            if not fits_head(block):
                block = wrap(str(i + 1), _COLUMN, size=12, bold=True)
            page.parts.append(draw_head(block, x, page.y - 24, fill=theme.ink))
        first = 0
        for kind in BLOCKS:
            count = sum(column.kind == kind for column in self.columns)
            if not count:
                continue
            x = self.left + first * _COLUMN
            words = OVERVIEW_WORDS[_BLOCK_WORDS[kind]].text(self.lang)
            block = wrap(words, max(80.0, count * _COLUMN), size=11)
            place = Rect(x + 3, page.y - 16, block.width, 13)
            page.parts.append(text(block, place, align="start", fill=theme.faint))
            line: dict[str, Value] = {"x1": x, "y1": page.y, "x2": x, "y2": page.y - 15}
            page.parts.append(
                element("line", {**line, "stroke": theme.border, "stroke_width": 1.0})
            )
            first += count

    def _draw_band(self, page: Page, words: str) -> None:
        rect = Rect(MARGIN, page.y, self.right - MARGIN, _BAND)
        look: dict[str, Value] = {"fill": page.theme.header, "stroke": page.theme.border}
        block = wrap(words, self.width, size=12, bold=True, lang=self.lang)
        page.parts += [
            rectangle(rect, {**look, "stroke_width": 0.6}),
            text(block, Rect(rect.x + 8, rect.y, 300, _BAND), align="start", fill=page.theme.ink),
        ]
        page.y = rect.bottom

    def _draw_row(self, page: Page, card: Card) -> None:
        theme = page.theme
        cells = [self.table.cells.get((card.ref, column), ()) for column in self.columns]
        deep = max((-(-len(letters) // 2) for letters in cells), default=1)
        height = max(_ROW, self.rows[card].height + 10, deep * (_BOX + _BOX_GAP) + 7)
        top = page.y
        parts = [
            rectangle(
                Rect(MARGIN, top, _NAME_WIDTH, height),
                {
                    "class": "procmap-shape",
                    "fill": theme.fill,
                    "stroke": theme.border,
                    "stroke_width": 0.6,
                },
            ),
            f"<title>{attribute(f'{card.full_name}. {card.owner.words}')}</title>",
            text(
                self.rows[card],
                Rect(MARGIN + 8, top, _NAME_WIDTH - 12, height),
                align="start",
                fill=theme.ink,
            ),
            *self._draw_known(card, top, height, theme),
        ]
        for i, letters in enumerate(cells):
            if letters:
                rect = Rect(self.left + i * _COLUMN, top, _COLUMN, height)
                parts.append(self._draw_cell(card, self.columns[i], letters, rect, theme))
        page.parts.append(
            element(
                "g",
                {
                    "class": "procmap-process",
                    "data-id": card.ref.id,
                    "data-document": card.ref.document,
                    "data-kind": card.kind,
                    "data-owner": card.owner.state,
                },
                parts,
            )
        )
        page.y = top + height

    def _draw_lines(self, tops: Sequence[float], theme: Theme) -> str:
        """The lines between cells, in one path: there are many more empty cells than others."""
        xs = [MARGIN + _NAME_WIDTH + _KNOWN_WIDTH]
        xs += [self.left + i * _COLUMN for i in range(len(self.columns) + 1)]
        lines = [path([(x, tops[0]), (x, tops[-1])]) for x in xs]
        lines += [path([(MARGIN + _NAME_WIDTH, y), (self.right, y)]) for y in tops[1:]]
        look: dict[str, Value] = {"fill": "none", "stroke": theme.border, "stroke_width": 0.6}
        return element("path", {"d": " ".join(lines), **look})

    def _draw_known(self, card: Card, top: float, height: float, theme: Theme) -> Iterator[str]:
        answers = Rect(MARGIN + _NAME_WIDTH, top, _KNOWN_WIDTH, height)
        performs = answers.moved(_KNOWN_WIDTH, 0)
        yes = OVERVIEW_WORDS["yes"].text(self.lang)
        stated = (
            card.owner.state not in ("whole", "part", "open") and (card.ref, "A") in self.table.held
        )
        if card.owner.state in MARKED and not stated:
            mark = draw_owner_mark(card.owner.state, theme, centre=answers.middle)
            named = f"<title>{attribute(card.owner.words)}</title>"
            badge: dict[str, Value] = {
                "class": "procmap-badge",
                "data-rule": card.rule or None,
                "data-for": card.ref.id,
                "data-document": card.ref.document,
                "role": "img",
            }
            yield element("g", badge, [mark, named])
        else:
            said = yes if stated or card.owner.state == "whole" else card.owner.words
            yield text(self._wrap_known(said), answers, fill=theme.faint)
        known = describe_performing(self.table, card.ref, self.lang)
        fill = theme.faint if known == yes else theme.ink
        yield text(self._wrap_known(known), performs, fill=fill)

    def _wrap_known(self, words: str) -> Block:
        return wrap(words, _KNOWN_WIDTH * 0.9, size=11, lang=self.lang)

    def _draw_cell(
        self, card: Card, column: Column, letters: Sequence[Letter], rect: Rect, theme: Theme
    ) -> str:
        across = min(2, len(letters))
        deep = -(-len(letters) // 2)
        x0 = rect.middle[0] - (across * (_BOX + _BOX_GAP) - _BOX_GAP) / 2
        y0 = rect.middle[1] - (deep * (_BOX + _BOX_GAP) - _BOX_GAP) / 2
        boxes = [
            draw_letter(
                letter,
                x0 + (i % 2) * (_BOX + _BOX_GAP),
                y0 + (i // 2) * (_BOX + _BOX_GAP),
                theme=theme,
            )
            for i, letter in enumerate(letters)
        ]
        spelt = ", ".join(spell(letter) for letter in letters)
        title = f"<title>{attribute(f'{card.full_name}, {self.names[column]}: {spelt}')}</title>"
        return element(
            "g",
            {
                "class": "procmap-cell",
                "data-process": card.ref.id,
                "data-document": card.ref.document,
                "data-holder": column.key if column.kind != "person" else self.names[column],
                "data-holder-kind": column.kind,
                "data-letters": " ".join(letter.letter for letter in letters),
                "data-derived": " ".join(x.letter for x in letters if not x.stated) or None,
            },
            [*boxes, title],
        )

    def _tell_long_names(self, page: Page) -> None:
        """Names too long to stand over their columns, by the number that stands there."""
        page.y += 4
        for i, block in enumerate(self.heads):
            if not fits_head(block):
                page.write(f"{i + 1}: {self.names[self.columns[i]]}", 11, gap=4)


def draw_letter(letter: Letter, x: float, y: float, *, theme: Theme) -> str:
    """A letter in its frame: solid where stated, dashed where derived; A on a dark ground.

    Args:
        letter: the letter.
        x: left side of the frame.
        y: upper side.
        theme: colours.
    """
    dark = letter.letter == "A"
    look: dict[str, Value] = {
        "class": "procmap-shape",
        "fill": theme.band if dark else theme.paper,
        "stroke": theme.base,
        "stroke_width": 1.6 if letter.stated else 1.2,
        "stroke_dasharray": None if letter.stated else "3 2.4",
        "rx": 3.0,
    }
    rect = Rect(x, y, _BOX, _BOX)
    block = wrap(spell(letter), _BOX, size=12, bold=True)
    return rectangle(rect, look) + text(block, rect, fill=theme.ink)
