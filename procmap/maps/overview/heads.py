"""Names of columns, turned so that narrow columns can have long ones."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.svg.markup import element, number, text

__all__ = ["draw_head", "find_overhang", "find_rise", "fits_head", "wrap_head"]

_WIDTH: Final = 150.0
_SIZE: Final = 12.0
_MOST_LINES: Final = 2
_DEGREES: Final = 60
_TURN: Final = math.radians(_DEGREES)


def wrap_head(name: str, lang: str) -> Block:
    """The name of a column as lines."""
    return wrap(name, _WIDTH * 0.9, size=_SIZE, lang=lang)


def fits_head(block: Block) -> bool:
    """Whether a name can stand over its column; a longer one must be told elsewhere."""
    return len(block.lines) <= _MOST_LINES


def find_rise(blocks: Iterable[Block]) -> float:
    """How high above the columns their names reach."""
    rises = (
        block.width * math.sin(_TURN) + block.height * math.cos(_TURN)
        for block in blocks
        if fits_head(block)
    )
    return max(rises, default=0.0)


def find_overhang(blocks: Iterable[Block]) -> float:
    """How far right of the last columns their names reach, at most."""
    return max((b.width * math.cos(_TURN) for b in blocks if fits_head(b)), default=0.0)


def draw_head(block: Block, x: float, y: float, *, fill: str) -> str:
    """A name that begins over the middle of its column and leans to the right.

    Args:
        block: the name.
        x: middle of the column.
        y: where the name begins.
        fill: colour.
    """
    place = Rect(x, y - block.height / 2, block.width, block.height)
    words = text(block, place, align="start", fill=fill)
    turn = f"rotate({-_DEGREES} {number(x)} {number(y)})"
    return element("g", {"transform": turn}, [words])
