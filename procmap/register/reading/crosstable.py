"""A RACI table with positions as columns, turned into one row for each of them."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.register.cell_text import split_prefix
from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.letters import split_letters
from procmap.register.reading.nodes import Field, Fields, Items, Node, Source, Text
from procmap.register.words import fold_key, read_state

__all__ = ["spread_responsibilities"]

_TABLE = "responsibilities"


def spread_responsibilities(source: Source) -> Source:
    """A register whose RACI table has one row for each process, step and position.

    A column that the table does not know is a position where every cell in it holds letters; it
    stays an unknown column otherwise, and is kept in the first of its rows alone.

    Args:
        source: the register before interpretation, from whichever form.
    """
    fields = []
    for field in source.root.fields:
        is_table = COLUMNS[ROOT].get(fold_key(field.key)) == _TABLE
        if is_table and isinstance(field.value, Items):
            spread = _spread(field.value.items)
            items = Items(tuple(spread), field.value.line, field.value.spot)
            field = Field(field.key, items, field.line)
        fields.append(field)
    root = Fields(tuple(fields), source.root.line, source.root.spot)
    return Source(source.file, root, source.problems, source.notes)


def _spread(rows: Iterable[Node]) -> list[Node]:
    listed = list(rows)
    positions = _find_positions(listed)
    reported: set[str] = set()
    found: list[Node] = []
    for row in listed:
        if not isinstance(row, Fields):
            found.append(row)
            continue
        known, crossed = [], []
        for field in row.fields:
            head = fold_key(field.key)
            if head in positions:
                crossed.append(field)
            elif head in COLUMNS[_TABLE] or head not in reported:
                known.append(field)
                reported |= {head} - COLUMNS[_TABLE].keys()
        beside = tuple(f for f in known if _key(f) in ("process", "model", "step"))
        spread = [
            Fields((*beside, *_holder(field)), row.line, row.spot)
            for field in crossed
            if isinstance(field.value, Text) and field.value.text.strip()
        ]
        # A row may give letters in both ways, or hold a column that has to be reported.
        if not spread or any(f not in beside and not _is_blank(f) for f in known):
            found.append(Fields(tuple(known), row.line, row.spot))
        found += spread
    return found


def _find_positions(rows: Iterable[Node]) -> frozenset[str]:
    """The unknown heads, folded, under which there is nothing but letters.

    Where a row says who, but not in the column for letters which, a head that nobody knows is more
    likely another word for that column.
    """
    holds: dict[str, bool] = {}
    for row in rows:
        fields = row.fields if isinstance(row, Fields) else ()
        said = {_key(f) for f in fields if not _is_blank(f)}
        if "who" in said and "letters" not in said and None in said:
            return frozenset()
        for field in fields:
            head = fold_key(field.key)
            if head and head not in COLUMNS[_TABLE]:
                is_one = isinstance(field.value, Text) and _is_letters(field.value.text)
                holds[head] = holds.get(head, True) and is_one
    return frozenset(head for head, only in holds.items() if only)


def _is_letters(text: str) -> bool:
    return read_state(text) is not None or split_letters(text) is not None


def _holder(field: Field) -> tuple[Field, Field]:
    """The cells of a long table: who, by the head of the column, and the letters."""
    spot, line = field.value.spot, field.value.line
    prefixed = split_prefix(field.key, COLUMNS["holder"])
    who: Node = Text(field.key, line, spot)
    if prefixed is not None:
        inner = Field(prefixed[0], Text(prefixed[1], line, spot), line)
        who = Fields((inner,), line, spot)
    return Field("who", who, line), Field("letters", field.value, line)


def _is_blank(field: Field) -> bool:
    return isinstance(field.value, Text) and not field.value.text.strip()


def _key(field: Field) -> str | None:
    return COLUMNS[_TABLE].get(fold_key(field.key))
