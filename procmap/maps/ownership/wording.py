"""Letters in words, and what holders are called; persons have numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import OVERVIEW_COUNTS, OVERVIEW_WORDS
from procmap.maps.lettering import clean
from procmap.maps.overview.cards import Card
from procmap.maps.ownership.letters import Column, Letter, Table
from procmap.model import fold
from procmap.source import ElementRef

__all__ = ["describe_performing", "name_columns", "spell", "write_rows"]

_SIGNS: Final = {"whole": "", "part": "*", "open": "?"}


def name_columns(table: Table, lang: str) -> dict[Column, str]:
    """What to call each holder: positions and units by name, persons by number."""
    times = Counter(fold(name) for column, name in table.columns.items() if column.kind == "unit")
    names: dict[Column, str] = {}
    persons = 0
    for column, name in table.columns.items():
        if column.kind == "person":
            persons += 1
            names[column] = OVERVIEW_WORDS["person n"].text(lang).format(n=persons)
            continue
        names[column] = clean(name) or MAP_WORDS["unnamed"].text(lang)
        document, hash_sign, _ = column.key.rpartition("#")
        if column.kind == "unit" and hash_sign and times[fold(name)] > 1:
            # Lanes of several files that have one name are several units until somebody says so.
            names[column] += f" ({clean(PurePosixPath(document).stem)})"
    return names


def spell(letter: Letter) -> str:
    """A letter with the sign for its extent.

    Examples:
        >>> spell(Letter("A", stated=False, extent="part"))
        'A*'
    """
    return letter.letter + _SIGNS[letter.extent]


def describe_performing(table: Table, process: ElementRef, lang: str) -> str:
    """Whether it is known who performs the steps of a process."""
    open_, steps = table.open_steps.get(process, (0, 0))
    if open_:
        return OVERVIEW_COUNTS["open steps"].text(open_, lang).format(n=open_)
    if steps or (process, "R") in table.held:
        return OVERVIEW_WORDS["yes"].text(lang)
    return OVERVIEW_WORDS["not recorded"].text(lang)


def write_rows(
    cards: Sequence[Card], table: Table, names: Mapping[Column, str], lang: str
) -> list[str]:
    """The table in words, a line for each process."""
    derived = OVERVIEW_WORDS["derived short"].text(lang)
    performs = OVERVIEW_WORDS["who performs"].text(lang)
    lines = []
    for number, card in enumerate(cards, 1):
        parts = []
        for column in table.columns:
            letters = table.cells.get((card.ref, column), ())
            if letters:
                spelt = [
                    spell(each) if each.stated else f"{spell(each)} {derived}" for each in letters
                ]
                parts.append(f"{names[column]}: {', '.join(spelt)}")
        known = f"{performs} {describe_performing(table, card.ref, lang)}"
        said = "; ".join([card.owner.words, known, *parts])
        lines.append(f"{number}. {card.full_name} – {said}")
    return lines
