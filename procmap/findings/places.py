"""The place a note was read from, in words."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.labels.places import PLACES
from procmap.labels.words import Text
from procmap.source import SourceLocation

__all__ = ["SpelledPlace", "spell_place"]

_TABULAR = (".xlsx", ".xlsm", ".csv")


def spell_place(place: SourceLocation, lang: str) -> str:
    """The place in words: file, sheet and row, or line, and element.

    Args:
        place: where something was read.
        lang: the language to say it in.

    Examples:
        >>> spell_place(SourceLocation("byggesak.bpmn", "Task_1", line=12), "nb")
        'byggesak.bpmn, linje 12, element Task_1'
        >>> spell_place(SourceLocation("eiere.xlsx", sheet="Prosesser", line=3), "en")
        'eiere.xlsx, sheet Prosesser, row 3'
    """
    is_tabular = place.file.casefold().endswith(_TABULAR)
    parts = (
        ("sheet" if is_tabular else "table", place.sheet),
        ("row" if is_tabular else "line", place.line),
        ("column" if is_tabular else "key", place.column),
        ("element", place.element),
    )
    said = [PLACES[key].text(lang).format(name=name) for key, name in parts if name is not None]
    return ", ".join([place.file or PLACES["code"].text(lang), *said])


@dataclass(frozen=True, slots=True)
class SpelledPlace(Text):
    """A place in words, in every language.

    Args:
        place: where something was read.

    Examples:
        >>> SpelledPlace(SourceLocation("byggesak.bpmn", line=12)).text("nb")
        'byggesak.bpmn, linje 12'
    """

    place: SourceLocation

    def text(self, lang: str = "nb") -> str:
        """The place in the language."""
        return spell_place(self.place, lang)
