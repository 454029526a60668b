"""What happens to letters that the fonts of PDF and PNG maps do not have."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from procmap.maps.lettering import find_width
from procmap.maps.paper.letters import LETTERS

__all__ = ["is_missing", "replace_letters"]

_BOX: Final = "\u25a1"
_STARTS: Final = tuple(low for low, _ in LETTERS)


class _Table(dict[int, int | str]):
    """For `str.translate`: code points that are not in the fonts, found when they are met."""

    def __missing__(self, code: int) -> int | str:
        self[code] = found = _find(code)
        return found


def _find(code: int) -> int | str:
    run = bisect_right(_STARTS, code) - 1
    if code < LETTERS[0][0] or (run >= 0 and code <= LETTERS[run][1]):
        return code
    # Joiners and variation selectors have no shape of their own.
    return _BOX if find_width(chr(code), 1) else ""


_TABLE: Final = _Table()


def replace_letters(text: str) -> str:
    """A text with a box for each letter that the fonts do not have: nothing vanishes unseen.

    The fonts have Latin, Greek and Cyrillic, punctuation, arrows and signs.

    Examples:
        >>> replace_letters("Blåbærøl → Щ 😀")
        'Blåbærøl → Щ □'
    """
    return text.translate(_TABLE)


def is_missing(letter: str) -> bool:
    """Whether a letter has a shape, and the fonts do not have it.

    Examples:
        >>> is_missing("Å"), is_missing("漢"), is_missing("!")
        (False, True, False)
    """
    return letter != _BOX and _TABLE[ord(letter)] == _BOX
