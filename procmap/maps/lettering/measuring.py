"""How wide a text is, from static tables: the same on every machine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from procmap.maps.lettering.font_widths import BOLD, FIRST, REGULAR

__all__ = ["count_fitting", "find_width"]

# Where a class of characters begins, and how wide its characters are at most, in thousandths of
# the font size. Combining marks and joiners take no room; Chinese, Japanese, Korean take a square;
# emoji are wider than a square in the fonts that have them.
_CLASSES: Final[tuple[tuple[int, int], ...]] = (
    (0x0000, 0),
    (0x0020, 600),
    (0x0300, 0),
    (0x0370, 640),
    (0x0483, 0),
    (0x048A, 640),
    (0x0590, 600),
    (0x0900, 750),
    (0x1100, 1000),
    (0x1160, 750),
    (0x1200, 1000),
    (0x1380, 700),
    (0x1E00, 1000),
    (0x1F00, 900),
    (0x2000, 556),
    (0x200B, 0),
    (0x2010, 600),
    (0x2014, 1000),
    (0x2018, 360),
    (0x201C, 500),
    (0x2020, 1000),
    (0x20A0, 1200),
    (0x2100, 1120),
    (0x2190, 1000),
    (0x2600, 1100),
    (0x2700, 1000),
    (0x2E80, 1000),
    (0xA4D0, 750),
    (0xAC00, 1000),
    (0xD800, 1000),
    (0xFB00, 750),
    (0xFE00, 0),
    (0xFE10, 1000),
    (0xFE70, 700),
    (0xFF00, 1000),
    (0x10000, 1000),
    (0x1F000, 1300),
    (0x20000, 1000),
)
_STARTS: Final = tuple(start for start, _ in _CLASSES)


def find_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text in Liberation Sans (Arial) at a font size, in the size's own unit.

    Args:
        text: one line of text.
        size: the font size.
        bold: whether it is set in bold.

    Examples:
        >>> find_width("steg", 10), find_width("", 10)
        (18.9, 0.0)
    """
    return sum(_find_advances(text, bold=bold)) * size / 1000


def count_fitting(text: str, width: float, *, size: float, bold: bool = False) -> int:
    """How many leading characters of a text fit a width.

    Args:
        text: the text.
        width: the width, in the unit of `size`.
        size: the font size.
        bold: whether it is set in bold.

    Examples:
        >>> count_fitting("steg", 12, size=10), count_fitting("steg", 99, size=10)
        (2, 4)
    """
    total = 0
    for count, advance in enumerate(_find_advances(text, bold=bold)):
        total += advance
        if total * size / 1000 > width:
            return count
    return len(text)


def _find_advances(text: str, *, bold: bool) -> Iterator[int]:
    table = BOLD if bold else REGULAR
    for character in text:
        code = ord(character)
        index = code - FIRST
        if 0 <= index < len(table) and table[index]:
            yield table[index]
        else:
            yield _CLASSES[bisect_right(_STARTS, code) - 1][1]
