"""Merging what people said in a workshop."""

from __future__ import annotations

from procmap.model import Decision, Opinion, fold
from procmap.register.content import Name, Register
from procmap.register.log import Log
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.unit_book import UnitBook, find_unit

__all__ = ["build_decisions", "build_opinions"]


def build_opinions(
    recorded: tuple[Opinion, ...], register: Register, log: Log, *, units: UnitBook
) -> tuple[Opinion, ...]:
    """Build the opinions of landscape and register together, by process and unit.

    Args:
        recorded: what was known before.
        register: what the register says.
        log: where problems go.
        units: the units there are.
    """
    found = {(fold(o.process), o.unit): o for o in recorded}
    names: dict[tuple[str, str], Name] = {}
    for row in register.opinions:
        unit = find_unit(row.unit, units, log)
        if unit is None:
            continue
        key = (fold(row.process.text), unit)
        name = Name(f"{row.process.text}, {row.unit.text}", row.unit.place)
        if key in names:
            note_duplicate(name, names[key], log)
            continue
        names[key] = name
        before = found.get(key, Opinion(process=row.process.text, unit=unit))
        update = {"process": row.process.text, "owner": merge_fact(before.owner, row.owner)}
        found[key] = before.model_copy(update=update)
    return tuple(found[key] for key in sorted(found))


def build_decisions(recorded: tuple[Decision, ...], register: Register) -> tuple[Decision, ...]:
    """Build the decisions of landscape and register together, by point and decision.

    Args:
        recorded: what was known before.
        register: what the register says.
    """
    found = {(fold(d.point), fold(d.decision)): d for d in recorded}
    for row in register.decisions:
        decision = Decision(
            point=row.point.text,
            decision=row.decision,
            responsible=row.responsible,
            deadline=row.deadline,
            status=row.status,
        )
        found[fold(decision.point), fold(decision.decision)] = decision
    return tuple(found[key] for key in sorted(found))
