"""The tables of the workshop: opinions and decisions."""

from __future__ import annotations

from procmap.model import Fact
from procmap.register.content import DecisionRow, Name, OpinionRow
from procmap.register.log import Log
from procmap.register.reading.cells import (
    read_date,
    read_name,
    read_name_fact,
    read_text,
)
from procmap.register.reading.rows import Row

__all__ = ["read_decision", "read_opinion"]


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
