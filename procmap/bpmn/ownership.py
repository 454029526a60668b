"""Who a file says owns a process.

Fields for it exist in many tools and are empty nearly always. An empty one is the tool's default:
not recorded, all the same. What is filled in is stated by the file; a register goes before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from procmap.bpmn.assignments import is_expression
from procmap.bpmn.dialects import PROPERTY_EXTENSIONS
from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.properties import find_values
from procmap.model import Fact, Holder, Ownership, Participant
from procmap.source import SourceLocation

__all__ = ["find_ownership"]

_NOT_RECORDED: Final[Fact[tuple[Ownership, ...]]] = Fact.not_recorded()


def find_ownership(
    process: Draft, participants: tuple[Participant, ...], inventory: Inventory
) -> Fact[tuple[Ownership, ...]]:
    """Find who owns or manages a process, from the nearest place that says it.

    In order: the process, its pools, the diagram that draws them, the file. The holder is a
    position (a person where an e-mail address is written); what it covers and how far it may
    decide no tool says, so that both are not recorded.

    Args:
        process: the process.
        participants: the pools that refer to it.
        inventory: the document.
    """
    for draft in _find_carriers(process, participants, inventory):
        found = dict.fromkeys(_find_stated(draft, inventory))
        if found:
            stated = draft.attributes.get("id") if draft is inventory.top else draft.id
            place = SourceLocation(inventory.notes.path, stated or None, draft.line)
            return Fact.stated(tuple(found), place)
    return _NOT_RECORDED


def _find_carriers(
    process: Draft, participants: tuple[Participant, ...], inventory: Inventory
) -> Iterator[Draft]:
    """The elements that may say it and hold anything of a tool's own; few do."""
    if process.extensions:
        yield process
    if participants:
        top = inventory.top
        pools = {pool.ref for pool in participants}
        pages = {pool.collaboration for pool in participants}
        drawn = (*top.within("participant"), *top.within("definition"))
        for each in drawn:
            if each.extensions and (each.ref in pools or each.ref in pages):
                yield each
    if inventory.top.extensions:
        yield inventory.top


def _find_stated(draft: Draft, inventory: Inventory) -> Iterator[Ownership]:
    fields = inventory.fields
    for extensions in draft.extensions:
        for child in extensions:
            reader = PROPERTY_EXTENSIONS.get(child.tag)
            if reader is None:
                continue
            for name, value in reader(child, fields):
                meaning = fields.meaning_of(name)
                if meaning == "owner" or meaning == "manager":
                    for holder in find_values(value):
                        if not is_expression(holder):
                            yield Ownership(_build_holder(holder), kind=meaning)


def _build_holder(name: str) -> Holder:
    return Holder("person" if "@" in name else "role", name)
