"""Owners written beside a process, or in a table of their own, put under their process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.model import fold, tidy
from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.nodes import Field, Fields, Items, Node, Note, Source, Text
from procmap.register.reading.owner_rivals import find_rivals
from procmap.register.words import fold_key

__all__ = ["nest_owners"]

# Keys of an owner that may stand in the row of the process itself.
_FLAT: Final = ("scope", "mandate", "source", "from", "to")
_MOVED: Final = ("holder", "kind", *_FLAT)


def nest_owners(source: Source) -> Source:
    """A register in which every owner stands under its process, wherever it was written.

    Args:
        source: the register before interpretation, from whichever form.
    """
    fields = source.root.fields
    processes = _find(fields, "processes")
    owners = _find(fields, "ownerships")
    if processes is None and owners is None:
        return source
    rows = _rows(processes)
    if rows is None or (owners is not None and _rows(owners) is None):
        return source
    extra = _collect(_rows(owners) or ())
    noticed = list(source.notes)
    nested = [_nest(row, extra, noticed, source.file) for row in rows]
    # Owners of processes that have no row: the process is named by them alone.
    nested += [
        Fields((*identity, _ownership(found)), found[0].line, found[0].spot)
        for identity, found in extra.values()
    ]
    line = processes.value.line if processes is not None else None
    spot = (
        processes.value.spot
        if processes is not None and isinstance(processes.value, Items)
        else None
    )
    table = Field("processes", Items(tuple(nested), line, spot), line)
    kept = tuple(f for f in fields if f is not processes and f is not owners)
    root = Fields((*kept, table), source.root.line)
    return Source(source.file, root, source.problems, tuple(noticed))


def _find(fields: tuple[Field, ...], table: str) -> Field | None:
    """The field of a table; ``None`` where there is none, or two, which is reported elsewhere."""
    found = [f for f in fields if COLUMNS[ROOT].get(fold_key(f.key)) == table]
    return found[0] if len(found) == 1 else None


def _rows(field: Field | None) -> tuple[Node, ...] | None:
    """The rows of a table; ``None`` for what is no table, which is reported elsewhere."""
    if field is None:
        return ()
    if isinstance(field.value, Items):
        return field.value.items
    return () if isinstance(field.value, Text) and not field.value.text.strip() else None


_Extra = dict[tuple[str, str], tuple[list[Field], list[Fields]]]


def _collect(rows: tuple[Node, ...]) -> _Extra:
    """The rows of the table of owners by the process they name."""
    found: _Extra = {}
    for row in rows:
        if not isinstance(row, Fields):
            continue
        cells = _by_key(row, "ownerships")
        owner = tuple(
            Field(key, field.value, field.line) for key, field in cells.items() if key in _MOVED
        )
        if all(_is_blank(field.value) for field in owner):
            continue
        process, model = cells.get("process"), cells.get("model")
        key = (_text(model), fold(_text(process)))
        # As in the table of processes: a process whose owner is all that anybody said.
        identity = [
            Field(name, field.value, field.line)
            for name, field in (("name", process), ("model", model))
            if field is not None
        ]
        unknown = [f for f in row.fields if COLUMNS["ownerships"].get(fold_key(f.key)) is None]
        found.setdefault(key, (identity, []))[1].append(
            Fields((*owner, *unknown), row.line, row.spot)
        )
    return found


def _nest(row: Node, extra: _Extra, noticed: list[Note], file: str) -> Node:
    if isinstance(row, Text):
        row = Fields((Field("name", row, row.line),), row.line, row.spot)
    if not isinstance(row, Fields):
        return row
    cells = _by_key(row, "processes")
    name, model = fold(_text(cells.get("name"))), _text(cells.get("model"))
    keys = [(model, name), (model, ""), ("", name)] if model else [("", name)]
    found = [owner for key in keys if key in extra for owner in extra.pop(key)[1]]
    beside = [Field(key, cells[key].value, cells[key].line) for key in _FLAT if key in cells]
    if not found and not beside:
        return row
    stated = cells.get("ownership")
    owners = _owners(stated, beside)
    if not owners and not found and stated is not None and all(_is_blank(f.value) for f in beside):
        owners = [stated.value]
    noticed += find_rivals(_text(cells.get("name")) or model, owners, found, file=file)
    moved = {id(cells[key]) for key in (*_FLAT, "ownership") if key in cells}
    kept = tuple(f for f in row.fields if id(f) not in moved)
    return Fields((*kept, _ownership([*owners, *found])), row.line, row.spot)


def _owners(stated: Field | None, beside: list[Field]) -> list[Node]:
    """The owners in a process's own row, with what stands beside the first of them."""
    filled = [field for field in beside if not _is_blank(field.value)]
    value = stated.value if stated is not None else None
    listed = list(value.items) if isinstance(value, Items) else [] if value is None else [value]
    if not filled:
        return [node for node in listed if not _is_blank(node)]
    first = listed[0] if listed else None
    is_row = isinstance(first, Fields) and any(
        COLUMNS["ownership"].get(fold_key(f.key)) == "holder" for f in first.fields
    )
    if first is not None and isinstance(first, Fields) and is_row:
        return [Fields((*first.fields, *filled), first.line, first.spot), *listed[1:]]
    line = stated.line if stated is not None else filled[0].line
    spot = getattr(value, "spot", None) or getattr(filled[0].value, "spot", None)
    holder = [] if first is None else [Field("holder", first, line)]
    return [Fields((*holder, *filled), line, spot), *listed[1:]]


def _ownership(owners: list[Node] | list[Fields]) -> Field:
    line = owners[0].line if owners else None
    return Field("ownership", Items(tuple(owners), line, owners[0].spot if owners else None), line)


def _by_key(row: Fields, table: str) -> Mapping[str, Field]:
    """Fields by key; where a key stands twice, the first: the row itself still has both."""
    found: dict[str, Field] = {}
    for field in row.fields:
        key = COLUMNS[table].get(fold_key(field.key))
        if key is not None:
            found.setdefault(key, field)
    return found


def _text(field: Field | None) -> str:
    return tidy(field.value.text) if field is not None and isinstance(field.value, Text) else ""


def _is_blank(node: Node) -> bool:
    match node:
        case Text():
            return not node.text.strip()
        case Items():
            return not node.items
        case _:
            return all(_is_blank(field.value) for field in node.fields)
