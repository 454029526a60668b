"""Sequence and message flows, and dotted lines."""

from __future__ import annotations

from typing import Final

from lxml import etree

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text, has_elements
from procmap.bpmn.trusted import trust
from procmap.bpmn.vocabulary import Group
from procmap.model import Association, MessageFlow, SequenceFlow
from procmap.source import ElementRef

__all__ = ["build_association", "build_message_flow", "build_sequence_flow"]

_NODE: Final[tuple[Group, ...]] = ("node",)
_PARTY: Final[tuple[Group, ...]] = ("node", "participant")
_ANYTHING: Final[tuple[Group, ...]] = (
    "node",
    "annotation",
    "data",
    "sequence flow",
    "group",
    "lane",
    "participant",
    "process",
    "message flow",
    "association",
    "data association",
    "definition",
)
_build_association: Final = trust(Association)
_build_message_flow: Final = trust(MessageFlow)
_build_sequence_flow: Final = trust(SequenceFlow, in_order=True)
_XSI_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"
_PLAIN_CONDITION: Final = frozenset({"id", _XSI_TYPE})


def build_sequence_flow(draft: Draft, inventory: Inventory) -> SequenceFlow:
    """Build a sequence flow; both its ends must be nodes of its own process."""
    parent = draft.parent
    source = _find_end(draft, "sourceRef", _NODE, inventory)
    target = _find_end(draft, "targetRef", _NODE, inventory)
    condition = _find_condition(draft, inventory) if draft.parts else None
    return _build_sequence_flow(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        attributes=draft.rest(),
        kept=tuple(draft.kept),
        source=source,
        target=target,
        parent=draft.ref if parent is None else parent.ref,
        condition=condition,
    )


def build_message_flow(draft: Draft, inventory: Inventory) -> MessageFlow:
    """Build a message flow."""
    stated = draft.take("messageRef")
    message = inventory.directory.find(stated, ("definition",))
    return _build_message_flow(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        source=_find_end(draft, "sourceRef", _PARTY, inventory),
        target=_find_end(draft, "targetRef", _PARTY, inventory),
        message=message.id if message is not None else stated,
        attributes=draft.rest(),
        kept=tuple(draft.kept),
    )


def build_association(draft: Draft, inventory: Inventory) -> Association:
    """Build an association; it may lead from and to anything."""
    return _build_association(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        source=_find_end(draft, "sourceRef", _ANYTHING, inventory),
        target=_find_end(draft, "targetRef", _ANYTHING, inventory),
        attributes=draft.rest(),
        kept=tuple(draft.kept),
    )


def _find_end(
    draft: Draft, end: str, groups: tuple[Group, ...], inventory: Inventory
) -> ElementRef | None:
    stated = draft.take(end)
    found = inventory.directory.find(stated, groups, near=draft.owner)
    # Sequence flows never leave their process (BPMN 2.0.2, 7.6.1).
    leaves = draft.kind.group == "sequence flow" and found is not None
    if found is not None and not (leaves and found.owner is not draft.owner):
        return found.ref
    if stated is None:
        inventory.notes.about(draft, "BPM206", end, end=end)
    else:
        # What could not be resolved stays with the flow, as the file says it.
        draft.attributes[end] = stated
        code = "BPM205" if groups is _ANYTHING else "BPM201"
        inventory.notes.about(draft, code, end, end=end, attribute=end, reference=stated)
    return None


def _find_condition(draft: Draft, inventory: Inventory) -> str | None:
    condition: etree._Element | None = draft.parts[0] if draft.parts else None
    if condition is None:
        return None
    if has_elements(condition) or not _PLAIN_CONDITION.issuperset(condition.attrib):
        draft.kept.append(inventory.keeper.keep(condition))
    return find_text(condition) or None
