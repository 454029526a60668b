"""Reading one cell: a text, a name, a word of a list, a date, a number, or a fact about one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TypeVar

from procmap.model import Fact, FactState, fold, tidy
from procmap.register.content import Name
from procmap.register.log import Log
from procmap.register.reading.nodes import Items, Node, Text
from procmap.register.reading.rows import Row
from procmap.register.updating.notes import says_gone
from procmap.register.words import Words, read_state
from procmap.source import SourceLocation

__all__ = [
    "check_name",
    "is_blank",
    "is_marked_gone",
    "is_name",
    "read_count",
    "read_date",
    "read_fact",
    "read_name",
    "read_name_fact",
    "read_names",
    "read_path",
    "read_required_name",
    "read_text",
    "read_texts",
    "read_word",
    "read_word_fact",
    "read_words",
    "state_fact",
]

T = TypeVar("T")
W = TypeVar("W", bound=str)

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_NORWEGIAN_DATE = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
_WRITTEN_DATE = re.compile(r"(\d{1,2})\.? ([^\W\d]+)\.? (\d{4})")
_SPELLED = "jan feb mar apr mai/may jun jul aug sep okt/oct nov des/dec".split(" ")  # noqa: SIM905
_MONTHS = {
    month[:3]: str(number)
    for number, months in enumerate(_SPELLED, start=1)
    for month in months.split("/")
}
_COUNT = re.compile(r"\d{1,12}", re.ASCII)


def is_blank(row: Row, key: str) -> bool:
    """Whether a cell was left out or left blank."""
    value = row.values.get(key)
    return value is None or (isinstance(value, Text) and not value.text.strip())


def read_text(row: Row, key: str, log: Log) -> str:
    """The text of a cell, tidied; "" for a blank one."""
    value = row.values.get(key)
    if value is None:
        return ""
    if isinstance(value, Text):
        return tidy(value.text)
    log.problem("not-a-text", row.place(key))
    return ""


def is_marked_gone(row: Row, log: Log) -> bool:
    """Whether an update marked a row whose model was not there any more."""
    return says_gone(read_text(row, "note", log))


def read_texts(row: Row, key: str, log: Log) -> tuple[Name, ...]:
    """The texts of a cell that may hold one or a list, in order, blank ones left out."""
    value = row.values.get(key)
    return () if value is None else _texts(value, row.place(key), log)


def _texts(value: Node, place: SourceLocation, log: Log) -> tuple[Name, ...]:
    nodes = value.items if isinstance(value, Items) else (value,)
    found = []
    for node in nodes:
        at = SourceLocation(place.file, line=node.line, sheet=place.sheet, column=place.column)
        if not isinstance(node, Text):
            log.problem("not-a-text", at)
        elif tidy(node.text):
            found.append(Name(tidy(node.text), at))
    return tuple(found)


def read_path(row: Row, key: str, log: Log) -> Name | None:
    """A path, id or reference of a cell: unlike in a name, white space inside is kept."""
    value = row.values.get(key)
    if not read_text(row, key, log) or not isinstance(value, Text):
        return None
    return Name(value.text.strip(), row.place(key))


def read_name(row: Row, key: str, log: Log) -> Name | None:
    """A name that one of the words for facts may stand in for: then, as when blank, ``None``."""
    text = read_text(row, key, log)
    if read_state(text) is not None:
        return None
    return is_name(Name(text, row.place(key)), log)


def read_required_name(row: Row, key: str, log: Log) -> Name | None:
    """A name without which the row says nothing; ``None`` is noted as a problem."""
    text = read_text(row, key, log)
    if not text:
        log.problem("blank", row.place(key))
        return None
    return check_name(Name(text, row.place(key)), log)


def check_name(name: Name | None, log: Log) -> Name | None:
    """The name, if it is one and none of the words for facts; else that is noted as a problem."""
    if name is None:
        return None
    if read_state(name.text) is not None:
        log.problem("word-as-name", name.place, word=name.text)
        return None
    return is_name(name, log)


def read_names(row: Row, key: str, log: Log) -> tuple[Name, ...]:
    """One name or a list; one of the words for facts in their place gives none."""
    names = read_texts(row, key, log)
    if len(names) == 1 and read_state(names[0].text) is not None:
        return ()
    return tuple(name for name in names if is_name(name, log))


def is_name(name: Name, log: Log) -> Name | None:
    """The name, if there is a letter or digit in it; else that is noted as a problem."""
    if any(character.isalnum() for character in name.text):
        return name
    log.problem("bad-name", name.place, word=name.text)
    return None


def state_fact(state: FactState, place: SourceLocation) -> Fact[T]:
    """A fact that is not stated, with where somebody said so."""
    return Fact() if state is FactState.NOT_RECORDED else Fact(state, None, place)


def read_fact(row: Row, key: str, log: Log, convert: Callable[[Name], T | None]) -> Fact[T]:
    """A fact of a cell.

    Args:
        row: the row.
        key: the cell.
        log: where problems go.
        convert: makes a value of what was written; ``None`` once it has noted a problem.
    """
    text = read_text(row, key, log)
    if not text:
        return Fact()
    place = row.place(key)
    state = read_state(text)
    if state is not None:
        return state_fact(state, place)
    value = convert(Name(text, place))
    return Fact() if value is None else Fact.stated(value, place)


def read_name_fact(row: Row, key: str, log: Log) -> Fact[str]:
    """A fact whose value is a name."""

    def convert(written: Name) -> str | None:
        return written.text if is_name(written, log) else None

    return read_fact(row, key, log, convert)


def read_words(row: Row, key: str, log: Log) -> Fact[str]:
    """A fact whose value is told in people's own words."""
    return read_fact(row, key, log, lambda written: written.text)


def read_word(row: Row, key: str, log: Log, words: Words[W]) -> W | None:
    """A word of a closed list; ``None`` for a blank cell and for words that say nobody knows."""
    return read_word_fact(row, key, log, words).value


def read_word_fact(row: Row, key: str, log: Log, words: Words[W]) -> Fact[W]:
    """A fact whose value is a word of a closed list."""

    def convert(written: Name) -> W | None:
        word = words.find(written.text)
        if word is None:
            log.bad_word(written.place, written.text, words)
        return word

    return read_fact(row, key, log, convert)


def read_date(row: Row, key: str, log: Log) -> dt.date | None:
    """A day, as year-month-day, day.month.year, or with the month as a word."""

    def convert(written: Name) -> dt.date | None:
        iso = _ISO_DATE.fullmatch(written.text)
        norwegian = _NORWEGIAN_DATE.fullmatch(written.text)
        parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else None
        worded = _WRITTEN_DATE.fullmatch(written.text)
        if worded:
            day_of, month_name, year_of = worded.groups()
            parts = (year_of, _MONTHS.get(fold(month_name)[:3], "0"), day_of)
        try:
            if parts is not None:
                year, month, day = (int(part) for part in parts)
                return dt.date(year, month, day)
        except ValueError:
            pass
        log.problem("bad-date", written.place, word=written.text)
        return None

    return read_fact(row, key, log, convert).value


def read_count(row: Row, key: str, log: Log) -> Fact[int]:
    """A fact whose value is a whole number; spaces may group its digits."""

    def convert(written: Name) -> int | None:
        digits = written.text.replace(" ", "")
        if _COUNT.fullmatch(digits):
            return int(digits)
        log.problem("bad-number", written.place, word=written.text)
        return None

    return read_fact(row, key, log, convert)
