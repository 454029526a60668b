"""The letters of a RACI cell."""

from __future__ import annotations

import re
from typing import Final

from procmap.model import RaciLetter
from procmap.register.words import RACI_LETTERS

__all__ = ["split_letters"]

_BETWEEN: Final = re.compile(r"[/,;+&.\s]+|\bog\b|\band\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"[RACI]{1,4}", re.IGNORECASE)


def split_letters(text: str) -> tuple[RaciLetter, ...] | None:
    """The letters of a cell, ordered as in RACI; ``None`` where something else stands there.

    Args:
        text: letters beside each other or with marks between them, or one of the words for them.

    Examples:
        >>> split_letters("A/R"), split_letters("ci"), split_letters("står til ansvar")
        (('R', 'A'), ('C', 'I'), ('A',))
        >>> split_letters("ansvarlig") is None
        True
    """
    word = RACI_LETTERS.find(text)
    if word is not None:
        return (word,)
    found: set[RaciLetter] = set()
    for part in _BETWEEN.split(text):
        alone = RACI_LETTERS.find(part)
        if alone is not None:
            found.add(alone)
        elif _ALONE.fullmatch(part):
            found.update(letter for one in part if (letter := RACI_LETTERS.find(one)))
        elif part:
            return None
    return tuple(letter for letter in RACI_LETTERS.english if letter in found) or None
