"""What came of somebody's own list: taken over, left behind, and to be asked about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from procmap.register.own_list.options import NameKind
from procmap.register.own_list.reading import OwnSheet, find_letters
from procmap.source import SourceLocation

__all__ = ["Left", "LeftReason", "Tray", "Unmatched"]

LeftReason = Literal[
    "title",
    "above",
    "note",
    "no-column",
    "unclear-column",
    "people-column",
    "sheet",
    "hidden",
    "no-process",
    "row-left",
    "several-processes",
    "word-as-process",
    "person",
    "vague",
    "several",
    "bad-word",
    "bad-date",
    "no-name",
    "contradiction",
    "ambiguous",
    "other-owner",
    "not-added",
    "no-owner",
    "second-column",
    "unit-alike",
    "formula",
    "error",
]


@dataclass(frozen=True, slots=True)
class Left:
    """A cell that was not taken over.

    Args:
        sheet: title of its sheet.
        line: its row.
        column: its column, from 1.
        head: head of its column; "" where it has none.
        text: what stands in it; "" where that is, or may be, the name of a person.
        reason: why.
        detail: what else there is to say: nearest names, or what the words would be.
    """

    sheet: str
    line: int
    column: int
    head: str
    text: str
    reason: LeftReason
    detail: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """The letters of its column in a spreadsheet."""
        return find_letters(self.column)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name that was taken over as it stands, since nothing known has it.

    Args:
        kind: what it names.
        text: the name.
        places: where it stands.
        nearest: known names like it.
    """

    kind: NameKind
    text: str
    places: tuple[SourceLocation, ...]
    nearest: tuple[str, ...] = ()


@dataclass(slots=True)
class Tray:
    """Keeps account of every cell of one sheet: taken over, or left with a reason."""

    sheet: OwnSheet
    heads: dict[int, str]
    taken: set[tuple[int, int]] = field(default_factory=set)
    left: dict[tuple[int, int], Left] = field(default_factory=dict)
    texts: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def find(self, line: int, column: int) -> str:
        """What stands in a cell."""
        if not self.texts:
            self.texts.update((row.line, row.cells) for row in self.sheet.rows)
        cells = self.texts.get(line, ())
        return cells[column - 1] if column <= len(cells) else ""

    def take(self, line: int, column: int) -> None:
        """Note that a cell was taken over, in whole."""
        self.taken.add((line, column))

    def leave(
        self,
        at: tuple[int, int],
        text: str,
        reason: LeftReason,
        *,
        detail: tuple[str, ...] = (),
    ) -> None:
        """Note that a cell, or a part of it, was left.

        Args:
            at: its row and column.
            text: what was left.
            reason: why.
            detail: what else there is to say.
        """
        line, column = at
        shown = "" if reason in ("person", "people-column") else text
        head = self.heads.get(column, "")
        self.left.setdefault(at, Left(self.sheet.title, line, column, head, shown, reason, detail))
