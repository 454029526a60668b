"""What a sheet of a register is: its title, its columns, their heads and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Choices", "Column", "Lang", "Sheet"]

Lang = Literal["nb", "en"]
# Which words a cell offers: a closed list, or what another sheet holds.
Choices = Literal[
    "units",
    "positions",
    "performers",
    "processes",
    "process names",
    "systems",
    "data items",
    "reach",
    "kind",
    "type",
    "channel",
    "unit kind",
    "owner kind",
    "support",
    "letters",
    "data use",
    "yes or no",
    "alias kind",
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: what it holds, as in `reading.columns`.
        heads: its head, Norwegian and English.
        notes: what is shown on the head, Norwegian and English.
        is_asked: one of the few that matter most, marked with a star.
        is_grey: prefilled, not to be typed over.
        is_extra: shown only where there is something in it, or all is asked for.
        choices: which words its cells offer.
        width: its width in characters.
    """

    key: str
    heads: tuple[str, str]
    notes: tuple[str, str]
    is_asked: bool = False
    is_grey: bool = False
    is_extra: bool = False
    choices: Choices | None = None
    width: int = 24

    def head(self, lang: str) -> str:
        """Its head, with a star where it is one that matters most."""
        return self.heads[lang == "en"] + ("*" if self.is_asked else "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Args:
        table: the table it holds.
        titles: its title, Norwegian and English.
        files: the name of its CSV file, Norwegian and English.
        columns: its columns.
        is_extra: written only where there is something in it, or all is asked for.
        frozen: the last of the columns that stay in sight; the first one where it is "".
    """

    table: str
    titles: tuple[str, str]
    files: tuple[str, str]
    columns: tuple[Column, ...]
    is_extra: bool = False
    frozen: str = ""

    def title(self, lang: str) -> str:
        """Its title."""
        return self.titles[lang == "en"]

    def column(self, key: str) -> Column:
        """The column that holds `key`."""
        return next(column for column in self.columns if column.key == key)
