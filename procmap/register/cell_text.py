"""How one cell of a table holds several names, or a name and what it is.

YAML has lists and nested keys; a cell of a workbook, a CSV file or a data frame has text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from procmap.register.words import fold_key

__all__ = ["join_list", "join_prefix", "split_list", "split_prefix"]

_ITEM: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]*))(?:[;\n]|$)')
_MARKS: Final = re.compile(r'[;\n\r]|^\s*"')


def split_list(text: str) -> tuple[str, ...]:
    """The texts of a cell that may hold several, separated by semicolons or line breaks.

    A text in double quotes may hold semicolons itself; double quotes inside it are doubled.

    Examples:
        >>> split_list("Økonomi; Plan, bygg")
        ('Økonomi', 'Plan, bygg')
        >>> split_list('"Kultur; idrett"; IT')
        ('Kultur; idrett', 'IT')
    """
    found = []
    at = 0
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None:  # pragma: no cover - the second alternative matches everything
            break
        quoted, plain = item.groups()
        found.append(plain.strip() if quoted is None else quoted.replace('""', '"'))
        at = max(item.end(), at + 1)
    return tuple(item for item in found if item.strip())


def join_list(texts: Iterable[str]) -> str:
    """Texts as one cell, so that `split_list` gives them back.

    Examples:
        >>> join_list(["Kultur; idrett", "IT"])
        '"Kultur; idrett"; IT'
    """
    return "; ".join(_quote(text) for text in texts)


def _quote(text: str) -> str:
    if not _MARKS.search(text):
        return text
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


def split_prefix(text: str, words: Iterable[str]) -> tuple[str, str] | None:
    """The word before a colon, where it is one of some words, and what stands after it.

    Examples:
        >>> split_prefix("rolle: Lønnssjef", {"rolle"})
        ('rolle', 'Lønnssjef')
        >>> split_prefix("Tjeneste: lønn", {"rolle"}) is None
        True
    """
    word, colon, rest = text.partition(":")
    folded = fold_key(word)
    return (folded, rest.strip()) if colon and folded in words else None


def join_prefix(word: str, text: str) -> str:
    """A text with a word before it that says what it is."""
    return f"{word}: {text}"
