"""Where a process stands in somebody's own list, written beside it in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from procmap.model import Landscape
from procmap.register.sheets import Column
from procmap.register.template.rows import FilledSheet
from procmap.source import ElementRef

__all__ = ["add_notes"]

_NOTE: Final = Column(
    "note",
    ("Merknad fra procmap", "Note from procmap"),
    (
        "Hvor i deres egen liste prosessen står. Dette leses ikke.",
        "Where in your own list the process stands. Not read.",
    ),
    is_grey=True,
    width=44,
)


def add_notes(
    sheets: Iterable[FilledSheet], landscape: Landscape, notes: Mapping[ElementRef, str]
) -> Iterator[FilledSheet]:
    """The sheets with a note beside each process that has one.

    Args:
        sheets: the sheets of the landscape's register.
        landscape: the landscape, in the order of whose processes their rows stand.
        notes: notes by process.
    """
    for filled in sheets:
        if filled.sheet.table != "processes" or not notes:
            yield filled
            continue
        rows = tuple(
            {**row, "note": notes[process.ref]} if process.ref in notes else row
            for process, row in zip(landscape.processes, filled.rows, strict=True)
        )
        yield replace(filled, columns=(*filled.columns, _NOTE), rows=rows)
