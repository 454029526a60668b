"""Which letters of a map the fonts of PDF and PNG do not have: nobody prints boxes unwarned."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterable
from html import unescape
from typing import Final

from procmap.labels import Words
from procmap.maps.paper.alphabet import is_missing

__all__ = ["MissingLettersWarning", "find_missing", "warn_of_missing"]

_TEXT: Final = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]+)<")
# So many letters are named; one name in another script has more.
_NAMED: Final = 12
_PROBLEM: Final = Words(
    "skriften i PDF og PNG mangler {letters}; hver av dem er tegnet som en tom rute (□)",
    "the font of PDF and PNG lacks {letters}; each of them is drawn as a box (□)",
)
_MORE: Final = Words("{named} og {count} til", "{named} and {count} more")
_REMEDY: Final = Words(
    "Lagre som .svg, og skriv det ut fra en nettleser: den har flere skrifter.",
    "Save it as .svg, and print that from a browser: it has more fonts.",
)


class MissingLettersWarning(UserWarning):
    """A file shows boxes in the place of letters that the fonts of maps do not have.

    As a warning it is English; `lines` says it in the language asked for.

    Args:
        letters: the letters, each once.
        where: the file; "" where there is none yet.

    Examples:
        >>> MissingLettersWarning("漢字", "kart.pdf").lines("nb")[0]
        'kart.pdf: skriften i PDF og PNG mangler 漢 字; hver av dem er tegnet som en tom rute (□)'
    """

    def __init__(self, letters: str, where: str = "") -> None:
        self.letters = letters
        self.where = where
        super().__init__(letters, where)

    def __str__(self) -> str:
        return ". ".join(self.lines("en"))

    def lines(self, lang: str = "nb") -> tuple[str, str]:
        """What the file lacks, and what to do about it.

        Args:
            lang: ``"nb"``, ``"en"``, or another with a catalogue.
        """
        named = " ".join(map(_spell, self.letters[:_NAMED]))
        left = len(self.letters) - _NAMED
        if left > 0:
            named = _MORE.fill(named=named, count=left).text(lang)
        problem = _PROBLEM.fill(letters=named).text(lang)
        return f"{self.where}: {problem}" if self.where else problem, _REMEDY.text(lang)


def _spell(letter: str) -> str:
    """A letter, or its code where it has no shape of its own."""
    return letter if unicodedata.category(letter)[0] in "LNPS" else f"U+{ord(letter):04X}"


def find_missing(svgs: Iterable[str]) -> str:
    """The letters of drawings that the fonts do not have, each once, in order.

    Args:
        svgs: documents that procmap wrote.

    Examples:
        >>> find_missing(["<svg><text>Søknad 漢字 漢</text></svg>"])
        '字漢'
    """
    said = {letter for svg in svgs for text in _TEXT.findall(svg) for letter in unescape(text)}
    return "".join(sorted(letter for letter in said if is_missing(letter)))


def warn_of_missing(svgs: Iterable[str], where: str = "") -> None:
    """Warn of letters that a file will show as boxes.

    Args:
        svgs: documents that procmap wrote.
        where: the file.
    """
    letters = find_missing(svgs)
    if letters:
        warnings.warn(MissingLettersWarning(letters, where), stacklevel=4)
