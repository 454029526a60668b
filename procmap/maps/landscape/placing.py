"""Where bands and cards lie, and how many cards stand side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.maps.landscape.bands import Band, CardGroup
from procmap.maps.layout.geometry import Rect
from procmap.maps.overview.cards import Card, CardText

__all__ = [
    "CARD_WIDTH",
    "PlacedBand",
    "PlacedCard",
    "PlacedGroup",
    "find_columns",
    "find_map_width",
    "place_bands",
]

CARD_WIDTH: Final = 200.0
_GAP: Final = 12.0
_ROW_GAP: Final = 14.0
_PADDING: Final = 14.0
_HEADING: Final = 30.0
_GROUP_HEADING: Final = 24.0
_BAND_GAP: Final = 14.0
_LEAST_CARD: Final = 84.0
# As broad as a sheet of A-format that lies, with room for title and legend.
_ASPECT: Final = 1.41
_AROUND: Final = 260.0
_FEWEST, _MOST = 4, 30


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card and where it lies."""

    card: Card
    words: CardText
    rect: Rect


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A group's name, where it stands, and its cards."""

    name: str
    heading: Rect
    cards: tuple[PlacedCard, ...]


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band, its rectangle, where its name stands, and its groups."""

    band: Band
    rect: Rect
    heading: Rect
    groups: tuple[PlacedGroup, ...]


def find_columns(bands: Sequence[Band], words: Mapping[Card, CardText]) -> int:
    """How many cards stand side by side, so that the map has the shape of a sheet.

    Args:
        bands: the bands.
        words: the words of each card, measured for `CARD_WIDTH`.
    """
    widest = max((len(g.cards) for band in bands for g in band.groups), default=0)
    choices = range(_FEWEST, max(_FEWEST, min(_MOST, widest)) + 1)
    return min(choices, key=lambda n: (_judge(bands, words, n), n))


def find_map_width(columns: int) -> float:
    """Width of a map with so many columns."""
    return columns * (CARD_WIDTH + _GAP) - _GAP + 2 * _PADDING


def _judge(bands: Sequence[Band], words: Mapping[Card, CardText], columns: int) -> float:
    """How far a map is from the best shape."""
    placed = list(place_bands(bands, words, columns=columns, left=0.0, top=0.0))
    if not placed:
        return 0.0
    height = placed[-1].rect.bottom + _AROUND
    return abs(math.log(placed[-1].rect.width / height / _ASPECT))


def place_bands(
    bands: Sequence[Band],
    words: Mapping[Card, CardText],
    *,
    columns: int,
    left: float,
    top: float,
) -> Iterator[PlacedBand]:
    """Place bands one below the other.

    Args:
        bands: the bands.
        words: the words of each card, measured for `CARD_WIDTH`.
        columns: how many cards stand side by side.
        left: left side.
        top: upper side.
    """
    width = find_map_width(columns)
    y = top
    for band in bands:
        heading = Rect(left + _PADDING, y + 6, width - 2 * _PADDING, _HEADING - 8)
        at = y + _HEADING
        groups: list[PlacedGroup] = []
        for shelf in _fill_shelves(band.groups, columns):
            placed = list(_place_shelf(shelf, words, columns, left + _PADDING, at))
            at = max(each.rect.bottom for group in placed for each in group.cards) + _ROW_GAP
            groups += placed
        rect = Rect(left, y, width, at - _ROW_GAP + _PADDING - y)
        yield PlacedBand(band, rect, heading, tuple(groups))
        y = rect.bottom + _BAND_GAP


def _fill_shelves(groups: Sequence[CardGroup], columns: int) -> Iterator[list[CardGroup]]:
    """Groups side by side, as many as fit."""
    shelf: list[CardGroup] = []
    used = 0
    for group in groups:
        if shelf and used + len(group.cards) > columns:
            yield shelf
            shelf, used = [], 0
        shelf.append(group)
        used += len(group.cards)
    if shelf:
        yield shelf


def _place_shelf(
    shelf: Sequence[CardGroup],
    words: Mapping[Card, CardText],
    columns: int,
    left: float,
    top: float,
) -> Iterator[PlacedGroup]:
    x = left
    for group in shelf:
        across = min(len(group.cards), columns) * (CARD_WIDTH + _GAP)
        heading = Rect(x, top, across - _GAP, _GROUP_HEADING - 6)
        below = top + _GROUP_HEADING if group.name else top
        cards = tuple(_place_cards(group.cards, words, columns, x, below))
        yield PlacedGroup(group.name, heading, cards)
        x += across


def _place_cards(
    cards: Sequence[Card], words: Mapping[Card, CardText], columns: int, left: float, top: float
) -> Iterator[PlacedCard]:
    y = top + 4
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        height = max(_LEAST_CARD, *(words[card].height for card in row))
        for i, card in enumerate(row):
            rect = Rect(left + i * (CARD_WIDTH + _GAP), y, CARD_WIDTH, height)
            yield PlacedCard(card, words[card], rect)
        y += height + _ROW_GAP
