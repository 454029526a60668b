"""The tables about the work itself as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.model import Handoff, Landscape
from procmap.register.sheets import find_sheet
from procmap.register.template.known import build_known, write_cell
from procmap.register.template.work_rows import build_work_rows
from procmap.register.template.yaml_text import write_comment

__all__ = ["build_work_lines"]

# What a YAML file says at its top already.
_AT_TOP = frozenset({"meta"})


def build_work_lines(
    landscape: Landscape, *, full: bool = False, handoffs: Sequence[Handoff] = ()
) -> Iterator[str]:
    """Build the lines of the tables about the work itself; empty ones are left out.

    Args:
        landscape: the models, with or without a register applied to them.
        full: also the tables and keys that nothing is known for.
        handoffs: the hand-offs between units, to be listed where all is wanted.
    """
    known = build_known(landscape, "en", full=full, handoffs=handoffs)
    for table, rows in build_work_rows(known).items():
        sheet = find_sheet(table)
        listed = [{key: write_cell(cell) for key, cell in row.items()} for row in rows]
        if table in _AT_TOP or not (listed or full):
            continue
        yield f"# {sheet.titles[0]}"
        if full:
            yield from (
                f"#   {column.key}: {write_comment(column.notes[0])}" for column in sheet.columns
            )
        yield f"{table}:"
        for row in listed:
            keys = [column.key for column in sheet.columns]
            kept = [
                key for key in keys if row.get(key) or (full and not _is_shown_only(table, key))
            ]
            for at, key in enumerate(kept):
                yield f"  {'-' if not at else ' '} {key}: {row.get(key, '')}".rstrip()
        yield ""


def _is_shown_only(table: str, key: str) -> bool:
    """Whether a key is for people to look at: left out where there is nothing to see."""
    column = find_sheet(table).column(key)
    return column.is_grey or key in ("number", "next")
