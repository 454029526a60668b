"""What is said about the register itself, wherever it was written, put where it belongs."""

from __future__ import annotations

from procmap.model import tidy
from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.nodes import Field, Fields, Items, Node, Source, Text
from procmap.register.words import fold_key

__all__ = ["hoist_meta"]


def hoist_meta(source: Source) -> Source:
    """A register whose version and day stand at its root, out of a table of their own.

    What stands at the root already, and says the same or nothing, gives way.

    Args:
        source: the register before interpretation, from whichever form.
    """
    found = [f for f in source.root.fields if _key(ROOT, f) == "meta"]
    row = _only_row(found[0].value) if len(found) == 1 else None
    if row is None:
        return source
    hoisted = tuple(
        Field(_key("meta", f), f.value, f.line)
        if _key("meta", f) in ("schema", "as_of")
        # What the table of its own does not know is reported as unknown there.
        else Field(f"meta: {f.key}", f.value, f.line)
        for f in row.fields
        if _text(f.value)
    )
    said = {f.key: _text(f.value) for f in hoisted}
    kept = tuple(
        f
        for f in source.root.fields
        if f is not found[0] and not (_key(ROOT, f) in said and _gives_way(f, said))
    )
    root = Fields((*hoisted, *kept), source.root.line, source.root.spot)
    return Source(source.file, root, source.problems, source.notes)


def _gives_way(field: Field, said: dict[str, str]) -> bool:
    text = _text(field.value)
    return text in ("", said[_key(ROOT, field)])


def _only_row(value: Node) -> Fields | None:
    if isinstance(value, Items):
        rows = [item for item in value.items if isinstance(item, Fields)]
        return rows[0] if len(rows) == 1 else Fields(()) if not value.items else None
    if isinstance(value, Text) and not value.text.strip():
        return Fields(())
    return value if isinstance(value, Fields) else None


def _key(table: str, field: Field) -> str:
    return COLUMNS[table].get(fold_key(field.key), field.key)


def _text(node: Node) -> str:
    return tidy(node.text) if isinstance(node, Text) else "?"
