"""The sheets of a register as people see them: titles, heads, notes and choices in both languages.

What a head is called here must be understood by `reading.columns`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.model import FactState
from procmap.register.sheets.aims import AIMS
from procmap.register.sheets.core import CORE
from procmap.register.sheets.further import FURTHER
from procmap.register.sheets.types import Choices, Column, Lang, Sheet
from procmap.register.sheets.work import WORK
from procmap.register.words import (
    ALIAS_KINDS,
    CHANNELS,
    DATA_USES,
    FACT_STATES,
    LANE_KINDS,
    OWNERSHIP_KINDS,
    PROCESS_KINDS,
    SUPPORTS,
    UNIT_KINDS,
    YES_NO,
)

__all__ = ["SHEETS", "Choices", "Column", "Lang", "Sheet", "find_sheet", "spell_word"]

SHEETS: Final = (*CORE, *FURTHER, *WORK, *AIMS)

_BY_TABLE: Final[Mapping[str, Sheet]] = {sheet.table: sheet for sheet in SHEETS}
# Aliases chosen to be read by people, where the first of `words` is not the best of them.
_BETTER: Final = {
    ("nb", "outside"): "innbygger eller ekstern",
    ("nb", "whole"): "hele prosessen",
    ("nb", "own_unit"): "egen enhet",
    ("en", "own_unit"): "own_unit",
    ("nb", FactState.ABSENT): "nei, ingen",
    ("nb", FactState.UNKNOWN): "vet ikke",
    ("nb", FactState.NOT_APPLICABLE): "ikke relevant",
    ("en", FactState.ABSENT): "none",
    ("en", FactState.UNKNOWN): "unknown",
    ("en", FactState.NOT_APPLICABLE): "not applicable",
}
_LISTS: Final = (
    SUPPORTS,
    DATA_USES,
    ALIAS_KINDS,
    YES_NO,
    LANE_KINDS,
    UNIT_KINDS,
    PROCESS_KINDS,
    OWNERSHIP_KINDS,
    CHANNELS,
    FACT_STATES,
)
_WORDS: Final = {
    lang: {
        meaning: spelled
        for words in _LISTS
        for meaning, spelled in zip(
            words.english, words.norwegian if lang == "nb" else words.english, strict=True
        )
    }
    for lang in ("nb", "en")
}


def find_sheet(table: str) -> Sheet:
    """The sheet that holds a table."""
    return _BY_TABLE[table]


def spell_word(word: str, lang: Lang) -> str:
    """A word of a closed list as people read it.

    Examples:
        >>> spell_word("core", "nb"), spell_word("whole", "nb"), spell_word("core", "en")
        ('hovedprosess', 'hele prosessen', 'core')
    """
    return _BETTER.get((lang, word)) or _WORDS[lang].get(word, word)
