"""Merging the RACI table."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import Responsibility, fold
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import ResponsibilityRow
from procmap.register.written import Name
from procmap.source import ElementRef

__all__ = ["build_responsibilities"]

_Cell = tuple[ElementRef, ElementRef | None, str, str]
_ORDER = "RACI"


def build_responsibilities(
    recorded: tuple[Responsibility, ...], rows: Iterable[ResponsibilityRow], names: WorkNames
) -> tuple[Responsibility, ...]:
    """Build the letters of landscape and register together, by process, step and holder.

    What a row says of somebody takes the place of what was known of them there; several rows of
    one register add up.

    Args:
        recorded: what was known before.
        rows: what the register says.
        names: the processes, steps and holders there are.
    """
    found: dict[_Cell, dict[str, Responsibility]] = {}
    for one in recorded:
        found.setdefault(_cell(one), {})[one.letter] = one
    told: dict[tuple[_Cell, str], Name] = {}
    fresh: set[_Cell] = set()
    for row in rows:
        process = names.find_process(row.process)
        step = names.find_step(process, row.step) if process is not None and row.step else None
        holders = [(who.name, names.holders.find(who, names.log)) for who in row.who]
        if process is None or (row.step is not None and step is None):
            continue
        for name, holder in holders:
            cell = (process.ref, step, fold(holder.name), holder.kind)
            if cell not in fresh:
                fresh.add(cell)
                found[cell] = {}
            for letter in row.letters:
                if (cell, letter) in told:
                    note_duplicate(name, told[cell, letter], names.log)
                told[cell, letter] = name
                found[cell][letter] = Responsibility(process.ref, holder, letter, step, name.place)
    ordered = sorted(found, key=lambda cell: (cell[0], str(cell[1] or ""), *cell[2:]))
    return tuple(
        found[cell][letter] for cell in ordered for letter in _ORDER if letter in found[cell]
    )


def _cell(one: Responsibility) -> _Cell:
    return (one.process, one.step, fold(one.holder.name), one.holder.kind)
