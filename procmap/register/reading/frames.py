"""Data frames as tables of a register; whatever has columns and rows like theirs will do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from procmap.errors import RegisterError
from procmap.labels import Given, Words
from procmap.register.reading.columns import COLUMNS
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.reading.nodes import Field, Fields, Source
from procmap.register.reading.tables import TABLES, build_table, recognise_table
from procmap.register.reading.workbook import spell_value
from procmap.register.sheets import SHEETS
from procmap.register.words import fold_key

__all__ = ["build_source_of_frame", "build_source_of_frames", "is_frame"]


def is_frame(value: object) -> bool:
    """Whether a value is a data frame: it has columns, and gives its rows as tuples."""
    return hasattr(value, "columns") and (
        hasattr(value, "itertuples") or hasattr(value, "iter_rows")
    )


def build_source_of_frames(tables: Mapping[str, object]) -> tuple[dict[str, object], Source]:
    """Build the tables that are data frames, and give back the others.

    Args:
        tables: tables by name.

    Raises:
        RegisterError: a data frame stands under a name that is no table's.
    """
    rest: dict[str, object] = {}
    fields: list[Field] = []
    for name, value in tables.items():
        if not is_frame(value):
            rest[name] = value
            continue
        table = recognise_table(str(name))
        if table is None:
            raise RegisterError(
                Words(
                    "det står en dataramme under {name}, som ikke er en tabell",
                    "a data frame stands under {name}, which is no table",
                ).fill(name=Given(name)),
                expected=", ".join(sorted(TABLES)),
            )
        fields += build_table(_build_grid(str(name), value), table, head=0)
    return rest, Source("", Fields(tuple(fields)))


def build_source_of_frame(frame: object) -> Source:
    """Build the register that a single data frame is: the table its columns are most like.

    Args:
        frame: the data frame.

    Raises:
        RegisterError: its columns are those of no table.
    """
    columns: Iterable[object] = getattr(frame, "columns", ())
    heads = [fold_key(str(head)) for head in columns]
    counts = {
        sheet.table: len({COLUMNS[sheet.table].get(head) for head in heads} - {None})
        for sheet in SHEETS
    }
    # Of two tables with equally many of the columns, the one that people meet first.
    found = max(counts, key=lambda table: counts[table])
    if counts[found] < 2:
        raise RegisterError(
            Words(
                "kolonnene {columns} hører ikke til én bestemt tabell",
                "the columns {columns} are those of no single table",
            ).fill(columns=", ".join(map(str, columns))),
            remedy=Words(
                "Si hvilken tabell det er, som i {{'processes': frame}}.",
                "Say which table it is, as in {{'processes': frame}}.",
            ).fill(),
        )
    return build_source_of_frames({found: frame})[1]


def _build_grid(title: str, frame: Any) -> Grid:  # Any: a data frame of whichever library
    heads = tuple("" if _is_missing(head) else str(head) for head in frame.columns)
    rows = (
        frame.itertuples(index=False, name=None)
        if hasattr(frame, "itertuples")
        else frame.iter_rows()
    )
    body = (
        GridRow(number, tuple(_spell(value) for value in row))
        for number, row in enumerate(rows, start=1)
    )
    return Grid("", title, (GridRow(0, heads), *body))


def _spell(value: Any) -> str:  # Any: what a cell of a data frame holds
    if _is_missing(value):
        return ""
    if hasattr(value, "item") and not isinstance(value, str):
        value = value.item()
    return spell_value(value)


def _is_missing(value: object) -> bool:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and value != value
