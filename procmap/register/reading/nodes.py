"""What a register holds before anybody has interpreted it: texts, lists and named fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from procmap.register.problems import RegisterProblem
from procmap.source import SourceLocation

__all__ = ["Field", "Fields", "Items", "Node", "Note", "Source", "Spot", "Text"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands in a workbook, a CSV file or a data frame.

    Args:
        file: the file, or "".
        sheet: the sheet as it is titled.
        column: the column's head as it was typed; ``None`` for a whole row.
    """

    file: str
    sheet: str
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A cell as it was typed; "" for a blank one.

    Args:
        text: the text, untouched.
        line: line of the file from 1; for a register given in code, number of the row.
        spot: sheet and column, for a cell of a table.
    """

    text: str
    line: int | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """Several values under one key, or the rows of a table."""

    items: tuple[Node, ...]
    line: int | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A key as it was typed, and what stands under it."""

    key: str
    value: Node
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with their values, in the order of the file; a key may still stand there twice."""

    fields: tuple[Field, ...]
    line: int | None = None
    spot: Spot | None = None


Node: TypeAlias = Text | Items | Fields


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader of a file noticed.

    Args:
        code: code of the diagnostic.
        place: where.
        parameters: what is filled into its wording.
    """

    code: str
    place: SourceLocation
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A register before interpretation.

    Args:
        file: the file as the caller named it, or "" for a register given in code.
        root: its tables by name.
    """

    file: str
    root: Fields
    problems: tuple[RegisterProblem, ...] = ()
    notes: tuple[Note, ...] = ()
