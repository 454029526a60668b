"""Cells that name somebody who answers, a process or a step."""

from __future__ import annotations

from dataclasses import replace

from procmap.model import Fact, FactState
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_name,
    read_fact,
    read_path,
    read_required_name,
    read_text,
)
from procmap.register.reading.nodes import Fields, Items
from procmap.register.reading.rows import Row, build_row
from procmap.register.words import HOLDER_KINDS, read_state
from procmap.register.written import HolderName, Name, ProcessName

__all__ = [
    "read_drawn_name",
    "read_holder",
    "read_holder_fact",
    "read_holders",
    "read_process_name",
]


def read_process_name(row: Row, log: Log) -> ProcessName | None:
    """The process a row is about; ``None`` is noted as a problem."""
    name = read_drawn_name(row, "process", log)
    model = read_path(row, "model", log)
    said = read_state(model.text) if model else None
    if said is not None:
        model = None
    if name is None and model is None:
        log.problem("blank", row.place("process"))
        return None
    return ProcessName(name, model, said in (FactState.ABSENT, FactState.NOT_APPLICABLE))


def read_drawn_name(row: Row, key: str, log: Log) -> Name | None:
    """A name or id of something drawn; ``None`` for a blank cell.

    A drawing may call a thing anything: its name is not held against the words for facts.
    """
    text = read_text(row, key, log)
    return Name(text, row.place(key)) if text else None


def read_holder(row: Row, key: str, log: Log) -> HolderName | None:
    """Who answers: a name, or ``{unit: name}`` where it says what that is."""
    value = row.values.get(key)
    if not isinstance(value, Fields):
        name = read_required_name(row, key, log)
        return None if name is None else HolderName(name)
    inner = build_row(value, table="holder", file=row.file, log=log)
    for kind in HOLDER_KINDS.english:
        if kind in inner.values and len(inner.values) == 1:
            text = read_text(inner, kind, log)
            name = is_name(Name(text, inner.place(kind)), log)
            return None if name is None else HolderName(name, HOLDER_KINDS.find(kind))
    log.problem("one-key", row.place(key), choices=(HOLDER_KINDS.english,) * 2)
    return None


def read_holders(row: Row, key: str, log: Log) -> tuple[HolderName, ...]:
    """One or several who answer, each as for `read_holder`."""
    value = row.values.get(key)
    nodes = value.items if isinstance(value, Items) else (value,)
    cells = (replace(row, values={key: node} if node is not None else {}) for node in nodes)
    found = (read_holder(cell, key, log) for cell in cells)
    return tuple(holder for holder in found if holder is not None)


def read_holder_fact(row: Row, key: str, log: Log) -> Fact[HolderName]:
    """A fact whose value is somebody who answers."""
    if isinstance(row.values.get(key), Fields):
        holder = read_holder(row, key, log)
        return Fact() if holder is None else Fact.stated(holder, row.place(key))
    return read_fact(row, key, log, lambda name: HolderName(name) if is_name(name, log) else None)
