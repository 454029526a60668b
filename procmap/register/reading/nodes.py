"""What a register holds before anybody has interpreted it: texts, lists and named fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Field", "Fields", "Items", "Node", "Source", "Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """A cell as it was typed; "" for a blank one.

    Args:
        text: the text, untouched.
        line: line of the file from 1; for a register given in code, number of the row.
    """

    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """Several values under one key, or the rows of a table."""

    items: tuple[Node, ...]
    line: int | None = None


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


Node: TypeAlias = Text | Items | Fields


@dataclass(frozen=True, slots=True)
class Source:
    """A register before interpretation.

    Args:
        file: the file as the caller named it, or "" for a register given in code.
        root: its tables by name.
    """

    file: str
    root: Fields
