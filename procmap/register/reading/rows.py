"""Rows of a register: keys recognised, everything else as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from procmap.register.log import Log
from procmap.register.reading.columns import COLUMNS
from procmap.register.reading.nodes import Fields, Items, Node, Spot, Text
from procmap.register.words import fold_key
from procmap.source import SourceLocation

__all__ = ["Row", "build_row", "build_rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Args:
        table: the table it stands in, as in `COLUMNS`.
        file: the register's file, or "".
        line: its line, or ``None``.
        values: what stands under each known key.
        spot: file and sheet, for a row of a table.
    """

    table: str
    file: str
    line: int | None
    values: Mapping[str, Node]
    spot: Spot | None = None

    def place(self, key: str | None = None) -> SourceLocation:
        """Where the row, or the value under one of its keys, stands."""
        value = self.values.get(key) if key else None
        line = value.line if value is not None and value.line is not None else self.line
        spot = value.spot if value is not None and value.spot is not None else self.spot
        if spot is None:
            return SourceLocation(self.file, line=line, sheet=self.table, column=key)
        column = None if key is None else spot.column or key
        return SourceLocation(spot.file, line=line, sheet=spot.sheet, column=column)

    @property
    def is_blank(self) -> bool:
        """Nothing stands in it."""
        return all(_is_blank(value) for value in self.values.values())


def _is_blank(node: Node) -> bool:
    match node:
        case Text():
            return not node.text.strip()
        case Items():
            return not node.items
        case _:
            return not node.fields


def build_row(fields: Fields, *, table: str, file: str, log: Log) -> Row:
    """Build a row: keys are recognised in both languages, unknown ones are reported and left out.

    Args:
        fields: the row as it was typed.
        table: which table it belongs to.
        file: the register's file.
        log: where problems and diagnostics go.
    """
    keys = COLUMNS[table]
    values: dict[str, Node] = {}
    spelled: dict[str, str] = {}
    for field in fields.fields:
        key = keys.get(fold_key(field.key))
        if key is not None and key not in values:
            values[key] = field.value
            spelled[key] = field.key
            continue
        spot = field.value.spot or fields.spot or Spot(file, table)
        place = SourceLocation(spot.file, line=field.line, sheet=spot.sheet, column=field.key)
        if key is not None:
            log.problem("key-twice", place, key=field.key, other=spelled[key])
            continue
        log.diagnose(
            "REG101",
            place,
            nearest=log.nearest(fold_key(field.key), tuple(keys)),
            subject=(table, fold_key(field.key)),
            key=field.key,
            table=table,
        )
    return Row(table, file, fields.line, values, fields.spot)


def build_rows(node: Node | None, *, table: str, file: str, log: Log) -> tuple[Row, ...]:
    """Build the rows of a table; a row that is a mere name is a row with only that.

    Args:
        node: what stands under the table's name; ``None`` where the table is left out.
        table: the table.
        file: the register's file.
        log: where problems and diagnostics go.
    """
    place = SourceLocation(file, line=node.line if node else None, sheet=table)
    if node is None or _is_blank(node):
        return ()
    if not isinstance(node, Items):
        log.problem("not-a-table", place)
        return ()
    rows = []
    for item in node.items:
        if isinstance(item, Fields):
            rows.append(build_row(item, table=table, file=file, log=log))
        elif isinstance(item, Text) and "name" in COLUMNS[table].values():
            rows.append(Row(table, file, item.line, {"name": item}, item.spot))
        elif not _is_blank(item):
            log.problem("not-a-row", SourceLocation(file, line=item.line, sheet=table))
    return tuple(row for row in rows if not row.is_blank)
