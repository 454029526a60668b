"""Merging what people said in a workshop."""

from __future__ import annotations

from procmap.model import Decision, Opinion, fold
from procmap.model.process_names import ProcessNames
from procmap.register.content import Name, Register
from procmap.register.log import Log
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.unit_book import UnitBook, find_unit

__all__ = ["build_decisions", "build_opinions"]


def build_opinions(
    recorded: tuple[Opinion, ...],
    register: Register,
    log: Log,
    *,
    units: UnitBook,
    processes: ProcessNames,
) -> tuple[Opinion, ...]:
    """Build the opinions of landscape and register together, by process and unit.

    An answer about a name that several processes have is kept as it was written, and asked about.

    Args:
        recorded: what was known before.
        register: what the register says.
        log: where problems go.
        units: the units there are.
        processes: the processes there are, by what they may be called.
    """
    found = {(fold(o.process), o.unit): o for o in recorded}
    names: dict[tuple[str, str], Name] = {}
    for row in register.opinions:
        unit = find_unit(row.unit, units, log)
        if unit is None:
            continue
        process = _name_process(row.process, processes, log)
        key = (fold(process), unit)
        name = Name(f"{row.process.text}, {row.unit.text}", row.unit.place)
        if key in names:
            note_duplicate(name, names[key], log)
            continue
        names[key] = name
        before = found.get(key, Opinion(process=process, unit=unit))
        update = {"process": process, "owner": merge_fact(before.owner, row.owner)}
        found[key] = before.model_copy(update=update)
    return tuple(found[key] for key in sorted(found))


def _name_process(written: Name, processes: ProcessNames, log: Log) -> str:
    """What the process that a cell means is called; that it may be several is noted."""
    found = processes.find(written.text)
    if len(found) == 1:
        return processes.spell(found[0])
    if found:
        log.diagnose(
            "REG221",
            written.place,
            elements=tuple(process.ref for process in found),
            subject=(fold(written.text),),
            process=written.text,
            count=len(found),
            names=" / ".join(f"«{processes.spell(process)}»" for process in found),
        )
    return written.text


def build_decisions(
    recorded: tuple[Decision, ...], register: Register, log: Log, *, processes: ProcessNames
) -> tuple[Decision, ...]:
    """Build the decisions of landscape and register together, by point and decision.

    Args:
        recorded: what was known before.
        register: what the register says.
        log: where diagnostics go.
        processes: the processes there are: a point may be the name of one.
    """
    found = {(fold(d.point), fold(d.decision)): d for d in recorded}
    for row in register.decisions:
        decision = Decision(
            point=_name_process(row.point, processes, log),
            decision=row.decision,
            responsible=row.responsible,
            deadline=row.deadline,
            status=row.status,
        )
        found[fold(decision.point), fold(decision.decision)] = decision
    return tuple(found[key] for key in sorted(found))
