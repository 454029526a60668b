"""Owners of one process that the table of processes and that of owners name differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from procmap.model import fold, tidy
from procmap.register.reading.columns import COLUMNS
from procmap.register.reading.nodes import Field, Fields, Items, Node, Note, Spot, Text
from procmap.register.words import OWNERSHIP_KINDS, REACHES, fold_key, read_state
from procmap.source import SourceLocation

__all__ = ["find_rivals"]

_TABLES: Final = ("processes", "ownerships")


def find_rivals(
    process: str, beside: Iterable[Node], listed: Iterable[Node], *, file: str
) -> Iterator[Note]:
    """Find owners of a table of their own that are others than the one beside the process.

    Two may well own a process together: where it is written what each of them answers for, or
    that one of them does no longer, nothing is noted. Two of the whole are noted elsewhere.

    Args:
        process: what the process is called.
        beside: the owners in the row of the process.
        listed: the rows about it in the table of owners.
        file: the register's file.
    """
    first = next((owner for owner in map(_read, beside) if _is_owner(owner)), None)
    if first is None:
        return
    for other in map(_read, listed):
        if _is_owner(other) and not _is_settled(first, other):
            yield Note(
                "REG222",
                _find_place(other, _TABLES[1], file),
                {
                    "process": process,
                    **_spell("first", first, _TABLES[0]),
                    **_spell("other", other, _TABLES[1]),
                },
            )


def _read(node: Node) -> Mapping[str, Node]:
    """The cells of an owner by key; a mere name is the holder."""
    if not isinstance(node, Fields):
        return {"holder": node}
    keys = COLUMNS["ownership"]
    found = {key: f.value for f in node.fields if (key := keys.get(fold_key(f.key)))}
    # ``{unit: name}`` is a holder itself.
    return found if "holder" in found else {**found, "holder": node}


def _is_owner(cells: Mapping[str, Node]) -> bool:
    name = _text(cells.get("holder"))
    kind = _text(cells.get("kind"))
    return bool(name) and read_state(name) is None and OWNERSHIP_KINDS.find(kind) in (None, "owner")


def _is_settled(first: Mapping[str, Node], other: Mapping[str, Node]) -> bool:
    """Whether it is no question that both own: they are one, or their parts are written."""
    names = [fold(_text(cells.get("holder"))) for cells in (first, other)]
    if names[0] == names[1] or any(_text(cells.get("to")) for cells in (first, other)):
        return True
    reaches = [_text(cells.get("scope")) for cells in (first, other)]
    if any(read_state(reach) is not None for reach in reaches):
        return False
    return len({REACHES.find(reach) == "whole" for reach in reaches}) == 1


def _text(node: Node | None) -> str:
    """What stands in a cell, however it is nested; one level is all that a holder has."""
    if isinstance(node, Text):
        return tidy(node.text)
    if isinstance(node, Items):
        return "; ".join(tidy(item.text) for item in node.items if isinstance(item, Text))
    if isinstance(node, Fields):
        values: tuple[Field, ...] = node.fields
        texts = [_flat(field.value) for field in values]
        return "; ".join(filter(None, texts))
    return ""


def _flat(node: Node) -> str:
    return tidy(node.text) if isinstance(node, Text) else "…"


def _find_place(cells: Mapping[str, Node], table: str, file: str) -> SourceLocation:
    holder = cells["holder"]
    spot = holder.spot or Spot(file, table)
    return SourceLocation(spot.file, line=holder.line, sheet=spot.sheet, column=spot.column)


def _spell(what: str, cells: Mapping[str, Node], table: str) -> dict[str, str]:
    holder = cells["holder"]
    sheet = holder.spot.sheet if holder.spot is not None else table
    return {what: sheet, f"{what}_row": str(holder.line or "?")}
