"""The tables about the work itself and the workshop: steps, opinions, decisions."""

from __future__ import annotations

from procmap.model import Fact
from procmap.register.content import DecisionRow, HolderName, Name, OpinionRow, StepRow
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_name,
    read_date,
    read_name,
    read_name_fact,
    read_required_name,
    read_text,
    read_texts,
)
from procmap.register.reading.nodes import Fields
from procmap.register.reading.rows import Row, build_row
from procmap.register.words import HOLDER_KINDS, read_state

__all__ = ["read_decision", "read_opinion", "read_step"]


def read_step(row: Row, log: Log) -> StepRow | None:
    """Read a row of the table steps; ``None`` where it names no step of a process."""
    process = read_required_name(row, "process", log)
    step = read_required_name(row, "step", log)
    number = read_text(row, "number", log)
    who, is_outside = _read_who(row, log)
    system = read_name_fact(row, "system", log)
    following = read_texts(row, "next", log)
    if process is None or step is None:
        return None
    return StepRow(
        process=process,
        number="" if read_state(number) is not None else number,
        step=step,
        who=who,
        is_outside=is_outside,
        system=system,
        following=following,
    )


def _read_who(row: Row, log: Log) -> tuple[HolderName | None, bool]:
    """Who performs a step: a name, or ``{unit: name}`` or ``{outside: name}``."""
    value = row.values.get("who")
    if not isinstance(value, Fields):
        name = read_name(row, "who", log)
        return (None if name is None else HolderName(name)), False
    inner = build_row(value, table="performer", file=row.file, log=log)
    if len(inner.values) != 1:
        choices = (*HOLDER_KINDS.english, "outside")
        log.problem("one-key", row.place("who"), choices=(choices, choices))
        return None, False
    kind = next(iter(inner.values))
    name = is_name(Name(read_text(inner, kind, log), inner.place(kind)), log)
    if name is None:
        return None, False
    return HolderName(name, HOLDER_KINDS.find(kind)), kind == "outside"


def read_opinion(row: Row, log: Log) -> OpinionRow | None:
    """Read a row of the table of opinions; ``None`` where nobody answered."""
    # A drawing may call a process anything: its name is not held against the words for facts.
    process = Name(read_text(row, "process", log), row.place("process"))
    unit = read_name(row, "unit", log)
    owner: Fact[str] = read_name_fact(row, "owner", log)
    if unit is None or not owner.is_recorded:
        if owner.is_recorded:
            log.problem("blank", row.place("unit"))
        return None
    if not process.text:
        log.problem("blank", process.place)
        return None
    return OpinionRow(process, unit, owner)


def read_decision(row: Row, log: Log) -> DecisionRow | None:
    """Read a row of the table of decisions; ``None`` where it has no point."""
    point = read_text(row, "point", log)
    deadline = read_date(row, "deadline", log)
    found = DecisionRow(
        Name(point, row.place("point")),
        decision=read_text(row, "decision", log),
        responsible=read_text(row, "responsible", log),
        deadline=deadline,
        status=read_text(row, "status", log),
    )
    if not point:
        log.problem("blank", row.place("point"))
        return None
    return found
