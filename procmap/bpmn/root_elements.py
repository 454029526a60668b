"""Participants, and what stands beside the processes: messages, signals, errors and so on."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.trusted import trust
from procmap.model import Definition, Participant, tidy
from procmap.source import ElementRef

__all__ = ["build_definition", "build_participant"]

_definition: Final = trust(Definition)
_participant: Final = trust(Participant)


def build_definition(draft: Draft, inventory: Inventory) -> Definition:
    """Build a root element; a category value is named by its value."""
    value = draft.take("value") if draft.type == "categoryValue" else None
    return _definition(
        ref=draft.ref,
        name=draft.name or tidy(value or ""),
        documentation=draft.text,
        line=draft.line,
        type=draft.type,
        code=draft.take("errorCode") or draft.take("escalationCode"),
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def build_participant(draft: Draft, inventory: Inventory) -> Participant:
    """Build a participant; one that refers to no process is a black box."""
    stated = draft.take("processRef")
    process = inventory.directory.find(stated, ("process",))
    if process is None and stated:
        draft.attributes["processRef"] = stated
        inventory.notes.about(
            draft, "BPM205", "processRef", reference=stated, attribute="processRef"
        )
    return _participant(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        process=process.ref if process is not None else None,
        collaboration=_find_collaboration(draft),
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def _find_collaboration(draft: Draft) -> ElementRef | None:
    return None if draft.parent is None else draft.parent.ref
