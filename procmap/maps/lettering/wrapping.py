"""Where the lines of a label break: at spaces, then where the language parts a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyphen  # type: ignore[import-untyped]  # it ships no types

from procmap.maps.lettering.measuring import count_fitting, find_width

__all__ = ["Block", "wrap"]

_DICTIONARIES: Final = {"nb": "nb_NO", "en": "en_US", "nn": "nn_NO"}
# No line begins with the dot between two notes.
_WORD: Final = re.compile(r"\S+(?:\s+·(?!\S))?")
# A word may be parted after these, without a hyphen of our own.
_SEAM: Final = re.compile(r"[-/_.:,;|&+](?=.)|(?<=[a-zæøå])(?=[A-ZÆØÅ])")
# Fewer letters than this before or after a hyphen read badly.
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines.

    Args:
        lines: the lines; none for an empty text.
        width: width of the widest line.
        size: the font size.
        leading: from one base line to the next.
        bold: whether it is set in bold.
    """

    lines: tuple[str, ...]
    width: float
    size: float
    leading: float
    bold: bool = False

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.leading


def wrap(text: str, width: float, *, size: float, lang: str = "nb", bold: bool = False) -> Block:
    """Break a text into lines of even length that fit a width.

    Nothing is left out: a word that is too long is parted where the language parts it, and where
    that does not help, wherever the line is full.

    Args:
        text: the text.
        width: the width that lines should fit, in the unit of `size`.
        size: the font size.
        lang: the language whose hyphenation is used, such as ``"nb"``.
        bold: whether it is set in bold.

    Examples:
        >>> wrap("Behandle søknad om skjenkebevilling", 70, size=12).lines
        ('Behandle', 'søknad om', 'skjenkebe-', 'villing')
    """
    return _wrap(text, width, _Setting(size, lang, bold))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: font size, language of hyphens, weight."""

    size: float
    lang: str
    bold: bool

    def measure(self, text: str) -> float:
        return find_width(text, self.size, bold=self.bold)

    def count_fitting(self, text: str, width: float) -> int:
        return count_fitting(text, width, size=self.size, bold=self.bold)


# Balancing more lines than this is seen by nobody.
_MOST_BALANCED: Final = 12
_BALANCING_STEPS: Final = 6
# Beyond any word of a language the dictionary only costs time.
_LONGEST_WORD: Final = 60


@lru_cache(maxsize=4096)
def _wrap(text: str, width: float, setting: _Setting) -> Block:
    lines = _fill(text, width, setting)
    if 1 < len(lines) <= _MOST_BALANCED:
        lines = _balance(lines, text, width, setting)
    widest = max((setting.measure(line) for line in lines), default=0.0)
    return Block(lines, widest, setting.size, round(setting.size * 1.22, 1), setting.bold)


def _balance(lines: tuple[str, ...], text: str, width: float, setting: _Setting) -> tuple[str, ...]:
    """The same number of lines, as even as they get without parting more words."""
    parted = _count_parted(lines)
    low, high = width / 2, width
    for _ in range(_BALANCING_STEPS):
        middle = (low + high) / 2
        narrower = _fill(text, middle, setting)
        if len(narrower) == len(lines) and _count_parted(narrower) <= parted:
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _count_parted(lines: tuple[str, ...]) -> int:
    return sum(line.endswith("-") for line in lines)


def _fill(text: str, width: float, setting: _Setting) -> tuple[str, ...]:
    lines: list[str] = []
    current = ""
    for word in _find_words(text, width, setting):
        joined = f"{current} {word}" if current else word
        if setting.measure(joined) <= width:
            current = joined
            continue
        if current:
            lines.append(current)
        *heads, current = _part(word, width, setting)
        lines += heads
    if current:
        lines.append(current)
    return tuple(lines)


def _find_words(text: str, width: float, setting: _Setting) -> Iterator[str]:
    """The words of a text, each with a dot that follows it, where both fit a line."""
    for found in _WORD.findall(text):
        word = " ".join(found.split())
        if setting.measure(word) <= width:
            yield word
        else:
            yield from word.split()


def _part(word: str, width: float, setting: _Setting) -> list[str]:
    """A word in pieces that fit; the word itself where it does."""
    pieces: list[str] = []
    while len(word) > 1 and setting.count_fitting(word, width) < len(word):
        cut, hyphen = _find_cut(word, width, setting)
        pieces.append(word[:cut] + hyphen)
        word = word[cut:]
    return [*pieces, word]


def _find_cut(word: str, width: float, setting: _Setting) -> tuple[int, str]:
    """Where to part a word: the last seam or syllable that fits, else the last letter that does."""
    room = setting.count_fitting(word, width)
    seams = [match.end() for match in _SEAM.finditer(word, 0, room + 1)]
    if seams and seams[-1] >= _SHORTEST:
        return seams[-1], ""
    with_hyphen = setting.count_fitting(word, width - setting.measure("-"))
    syllables = [
        cut
        for cut in _find_syllables(word, setting.lang)
        if _SHORTEST <= cut <= with_hyphen and len(word) - cut >= _SHORTEST
    ]
    if syllables:
        return syllables[-1], "-"
    if "a" <= word[max(1, with_hyphen) - 1].casefold() <= "\u024f":
        return max(1, with_hyphen), "-"
    return _after_marks(word, max(1, room)), ""


def _after_marks(word: str, cut: int) -> int:
    """A cut moved behind marks that belong to the letter before it."""
    while cut < len(word) and find_width(word[cut], 1) == 0:
        cut += 1
    return cut


def _find_syllables(word: str, lang: str) -> tuple[int, ...]:
    if len(word) > _LONGEST_WORD or not any(character.isalpha() for character in word):
        return ()
    return tuple(int(cut) for cut in _open_dictionary(lang).positions(word))


@lru_cache(maxsize=2)
def _open_dictionary(lang: str) -> pyphen.Pyphen:
    found = _DICTIONARIES.get(lang) or pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=found or "en_US")
