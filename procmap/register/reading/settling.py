"""Keys that people write of their own accord in YAML or in code, put as the keys they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.heads import LIKELY_HEADS, match_heads
from procmap.register.reading.nodes import Field, Fields, Items, Node, Source, Text
from procmap.register.words import fold_key

__all__ = ["settle_keys"]


def settle_keys(source: Source) -> Source:
    """A register whose keys are those that are meant, where only one thing can be.

    The columns of sheets and data frames were settled as they were read.

    Args:
        source: the register before interpretation.
    """
    fields = tuple(_settle_table(field) for field in source.root.fields)
    if all(new is old for new, old in zip(fields, source.root.fields, strict=True)):
        return source
    root = Fields(fields, source.root.line, source.root.spot)
    return Source(source.file, root, source.problems, source.notes)


def _settle_table(field: Field) -> Field:
    table = COLUMNS[ROOT].get(fold_key(field.key), "")
    rows = field.value
    if table not in LIKELY_HEADS or not isinstance(rows, Items) or rows.spot is not None:
        return field
    heads = tuple(dict.fromkeys(key for row in _find_rows(rows) for key in _find_keys(row)))
    likely = LIKELY_HEADS[table]
    if not any(fold_key(head) in likely for head in heads):
        return field
    found = match_heads(table, heads, lambda at: _find_texts(rows, heads[at]))
    meant = {
        head: key
        for head, key in zip(heads, found, strict=True)
        if key is not None and fold_key(head) not in COLUMNS[table]
    }
    settled = tuple(_rename(row, meant) for row in rows.items)
    return Field(field.key, Items(settled, rows.line, rows.spot), field.line)


def _find_rows(rows: Items) -> Iterator[Fields]:
    return (row for row in rows.items if isinstance(row, Fields))


def _find_keys(row: Fields) -> Iterable[str]:
    return (field.key for field in row.fields)


def _find_texts(rows: Items, head: str) -> Iterator[str]:
    for row in _find_rows(rows):
        for field in row.fields:
            if field.key == head and isinstance(field.value, Text) and field.value.text.strip():
                yield field.value.text


def _rename(row: Node, meant: dict[str, str]) -> Node:
    if not isinstance(row, Fields) or not any(field.key in meant for field in row.fields):
        return row
    fields = (Field(meant.get(f.key, f.key), f.value, f.line) for f in row.fields)
    return Fields(tuple(fields), row.line, row.spot)
