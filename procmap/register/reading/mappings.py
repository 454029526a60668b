"""A register given in code: mappings and lists of plain values."""

from __future__ import annotations

import datetime as dt
import math
import numbers
from collections.abc import Mapping, Sequence

from procmap.errors import RegisterError
from procmap.labels import FilledWords, Words
from procmap.register.reading.nodes import Field, Fields, Items, Node, Source, Text

__all__ = ["build_source"]

_MAX_DEPTH = 12


def build_source(register: Mapping[str, object]) -> Source:
    """Build a register before interpretation from its content as a mapping of tables.

    Rows are numbered from 1 within their table, and their number stands where a file has a line.

    Args:
        register: tables by name; a table is a list of mappings from key to value.

    Raises:
        RegisterError: it holds a value that is neither text, number, date, list nor mapping.

    Examples:
        >>> build_source({"units": [{"name": "Byggesak"}]}).root.fields[0].key
        'units'
    """
    fields = []
    for table, value in register.items():
        node: Node
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            rows = enumerate(value, start=1)
            node = Items(tuple(_build_node(row, table=table, row=n, depth=2) for n, row in rows))
        else:
            node = _build_node(value, table=table, row=None, depth=1)
        fields.append(Field(str(table), node))
    return Source("", Fields(tuple(fields)))


def _build_node(value: object, *, table: str, row: int | None, depth: int) -> Node:
    """Build one value; recursion is bounded by the depth a register can have."""
    if depth > _MAX_DEPTH:
        raise RegisterError(
            Words(
                "mer enn {most} nivåer under hverandre", "more than {most} levels inside each other"
            ).fill(most=_MAX_DEPTH),
            where=_where(table, row),
        )
    # Nearly every value is a text, and asking for anything else costs more.
    if isinstance(value, str):
        return Text(value, row)
    if isinstance(value, Mapping):
        return Fields(
            tuple(
                Field(str(k), _build_node(v, table=table, row=row, depth=depth + 1), row)
                for k, v in value.items()
            ),
            row,
        )
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        items = (_build_node(v, table=table, row=row, depth=depth + 1) for v in value)
        return Items(tuple(items), row)
    return Text(_spell(value, table=table, row=row), row)


def _spell(value: object, *, table: str, row: int | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        # What YAML 1.1 makes of `no` and `yes`, for those who load the file themselves.
        case bool():
            return "yes" if value else "no"
        # A blank cell of a data frame.
        case float() if math.isnan(value):
            return ""
        case numbers.Integral():
            return str(int(value))
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
        case _:
            raise RegisterError(
                Words(
                    "det står en verdi av typen {kind} i registeret",
                    "a value of type {kind} stands in the register",
                ).fill(kind=type(value).__name__),
                where=_where(table, row),
                expected=Words(
                    "tekst, tall, dato, liste eller oppslag", "text, number, date, list or mapping"
                ),
            )


def _where(table: str, row: int | None) -> FilledWords:
    if row is None:
        return Words("tabell {table}", "table {table}").fill(table=table)
    return Words("tabell {table}, rad {row}", "table {table}, row {row}").fill(table=table, row=row)
