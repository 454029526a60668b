"""Reading the cells of somebody's own list: what is clear is a fact, what is not is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from procmap.model import Fact, FactState, fold, tidy
from procmap.register.cell_text import split_list
from procmap.register.content import Name, Reach
from procmap.register.log import Log
from procmap.register.own_list.findings import LeftReason
from procmap.register.own_list.options import OwnListOptions
from procmap.register.own_list.persons import (
    has_person_shape,
    is_person,
    is_position,
    split_person,
)
from procmap.register.own_list.vocabulary import Vocabulary
from procmap.register.reading.cells import read_date, state_fact
from procmap.register.reading.nodes import Text
from procmap.register.reading.rows import Row
from procmap.register.words import REACHES, Words, read_state
from procmap.source import SourceLocation

__all__ = [
    "BETWEEN",
    "Owners",
    "is_vague",
    "read_day",
    "read_own_reach",
    "read_own_word",
    "read_owners",
]

W = TypeVar("W", bound=str)

# Words that do not say which of the four answers they mean.
_VAGUE: Final = frozenset(
    {
        "mangler",
        "mangler eier",
        "ikke avklart",
        "ikkje avklart",
        "uavklart",
        "må avklares",
        "avklares",
        "ikke bestemt",
        "ikke utpekt",
        "ikke satt",
        "vakant",
        "ledig",
        "tbd",
        "tba",
        "xx",
        "xxx",
        "missing",
        "open",
        "vacant",
        "not decided",
        "to be decided",
        "flere",
        "diverse",
        "alle",
        "various",
        "several",
        "all",
    }
)
BETWEEN: Final = re.compile(r"\s*/\s*|\s*&\s*|\s*,\s*|\s+(?:og|and|eller|or)\s+")


@dataclass(frozen=True, slots=True)
class Owners:
    """What a cell says about who owns.

    Args:
        names: positions or units, one after the other.
        people: persons.
        state: «ingen», «vet ikke» or «ikke relevant», where that is all it says.
        left: what was not taken over of it, and why.
    """

    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    state: FactState | None = None
    left: tuple[tuple[str, LeftReason], ...] = ()


def is_vague(text: str) -> bool:
    """Whether a text leaves open which answer it gives.

    Examples:
        >>> is_vague("Mangler"), is_vague("–"), is_vague("ingen")
        (True, True, False)
    """
    word = fold(text).strip(" .!*()")
    return word in _VAGUE or (read_state(text) is None and not any(c.isalnum() for c in text))


def read_owners(
    text: str,
    options: OwnListOptions,
    known: Vocabulary,
    *,
    holds: Literal["positions", "people"],
    is_mixed: bool = False,
) -> Owners:
    """Read a cell that says who owns.

    Args:
        text: the cell.
        options: what somebody has said about names.
        known: the names there are.
        holds: what its column holds.
        is_mixed: whether the column holds names of persons among positions.
    """
    said = options.find_name("owners", text)
    if said is not None:
        return Owners(names=said) if said else Owners(left=((text, "vague"),))
    state = read_state(text)
    if state is not None:
        return Owners(state=None if state is FactState.NOT_RECORDED else state)
    names: list[str] = []
    people: list[str] = []
    left: list[tuple[str, LeftReason]] = []
    states: list[FactState] = []
    for part in split_list(text):
        given = options.find_name("owners", part)
        state = read_state(part)
        if given is not None:
            names += given
        elif state is not None:
            states.append(state)
        elif is_vague(part):
            left.append((part, "vague"))
        else:
            _sort(tidy(part), known, holds, is_mixed, into=(names, people, left))
    left += [(text, "contradiction")] if states and (names or people) else []
    only = states[0] if len(set(states)) == 1 and not names and not people else None
    return Owners(tuple(names), tuple(people), only, tuple(left))


def _sort(
    part: str,
    known: Vocabulary,
    holds: Literal["positions", "people"],
    is_mixed: bool,
    *,
    into: tuple[list[str], list[str], list[tuple[str, LeftReason]]],
) -> None:
    names, people, left = into
    is_known = known.knows_position(part) or bool(known.units.candidates(part))
    beside = None if is_known else split_person(part)
    if is_known:
        names.append(part)
    elif beside is not None:
        names.append(beside[0])
        if holds == "people":
            people.append(beside[1])
        else:
            left.append((part, "person"))
    elif holds == "people":
        if has_person_shape(part) or not is_position(part):
            people.append(part)
        else:
            names.append(part)
    elif is_person(part) or (is_mixed and has_person_shape(part)):
        left.append((part, "person"))
    elif len(list(_find_several(part, known))) > 1:
        left.append((part, "several"))
    else:
        names.append(part)


def _find_several(part: str, known: Vocabulary) -> Iterator[str]:
    """Parts of a text each of which is a position by itself: «HR-sjef / lønnssjef»."""
    for piece in BETWEEN.split(part):
        if is_position(piece) or known.knows_position(piece) or is_person(piece):
            yield piece


def read_own_word(text: str, words: Words[W], place: SourceLocation) -> Fact[W] | None:
    """A fact whose value is one of a closed list of words; ``None`` for another word."""
    state = read_state(text)
    if state is not None:
        return state_fact(state, place)
    word = words.find(text)
    return None if word is None else Fact.stated(word, place)


def read_own_reach(text: str, known: Vocabulary, place: SourceLocation) -> Fact[Reach] | None:
    """How far something reaches: a word, or known units; ``None`` for anything else."""
    state = read_state(text)
    if state is not None:
        return state_fact(state, place)
    word = REACHES.find(text)
    if word is not None:
        return Fact.stated(Reach(word), place)
    names = split_list(text)
    if names and all(len(known.units.candidates(name)) == 1 for name in names):
        return Fact.stated(Reach("units", tuple(Name(name, place) for name in names)), place)
    return None


def read_day(text: str, place: SourceLocation) -> Fact[dt.date] | None:
    """A day; ``None`` for what is no day."""
    log = Log()
    row = Row("processes", place.file, place.line, {"from": Text(text, place.line)})
    day = read_date(row, "from", log)
    if log.problems:
        return None
    return Fact() if day is None else Fact.stated(day, place)
