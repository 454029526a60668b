"""Facts and owners spelled the way a register is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from procmap.model import Fact, FactState, Holder, Mandate, Ownership, Scope
from procmap.register.merging.holders import Holders
from procmap.register.merging.unit_book import UnitBook
from procmap.register.template.yaml_text import write_list, write_text

__all__ = ["spell_fact", "spell_holder", "spell_names", "spell_ownership"]

T = TypeVar("T")

_STATES: Final = {
    FactState.ABSENT: "none",
    FactState.UNKNOWN: "unknown",
    FactState.NOT_APPLICABLE: "not_applicable",
    FactState.NOT_RECORDED: "",
}


def spell_fact(fact: Fact[T], spell: Callable[[T], str]) -> str:
    """A fact as a cell: its value, the word for its state, or "" where nobody recorded it.

    Examples:
        >>> spell_fact(Fact.stated("core"), str), spell_fact(Fact.absent(), str)
        ('core', 'none')
    """
    return _STATES[fact.state] if fact.value is None else spell(fact.value)


def spell_names(names: Sequence[str]) -> str:
    """One name as itself, several as a list, none as a blank cell."""
    if len(names) == 1:
        return write_text(names[0])
    return write_list(names) if names else ""


def spell_holder(holder: Holder, holders: Holders) -> str:
    """A holder: the name alone where that is recognised as what the holder is."""
    if holders.recognise(holder.name) == holder:
        return write_text(holder.name)
    return f"{{{holder.kind}: {write_text(holder.name)}}}"


def spell_ownership(ownership: Ownership, holders: Holders) -> Iterator[str]:
    """The lines of one row under a process's ownership.

    Args:
        ownership: who answers for what.
        holders: everybody who can answer for something.
    """
    units = holders.units
    yield f"      - holder: {spell_holder(ownership.holder, holders)}"
    if ownership.kind != "owner":
        yield f"        kind: {ownership.kind}"
    yield f"        scope: {spell_fact(ownership.scope, lambda s: _scope(s, units))}".rstrip()
    yield f"        mandate: {spell_fact(ownership.mandate, lambda m: _mandate(m, units))}".rstrip()
    if ownership.source:
        yield f"        source: {write_text(ownership.source)}"
    if ownership.valid_from:
        yield f"        from: {ownership.valid_from.isoformat()}"
    if ownership.valid_to:
        yield f"        to: {ownership.valid_to.isoformat()}"


def _scope(scope: Scope, units: UnitBook) -> str:
    if scope.kind == "steps":
        return f"{{steps: {write_list(step.id for step in scope.steps)}}}"
    return _reach(scope, units)


def _mandate(mandate: Mandate, units: UnitBook) -> str:
    return _reach(mandate, units)


def _reach(reach: Scope | Mandate, units: UnitBook) -> str:
    if reach.kind == "units":
        return write_list(units.spell(key) for key in reach.units)
    return reach.kind
