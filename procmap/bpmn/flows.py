"""Sequence and message flows, and dotted lines."""

from __future__ import annotations

from typing import Final

from lxml import etree

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.lines import find_line
from procmap.bpmn.markup import find_text, has_elements
from procmap.bpmn.trusted import trust
from procmap.bpmn.vocabulary import Group
from procmap.model import Association, MessageFlow, SequenceFlow
from procmap.source import ElementRef

__all__ = ["build_association", "build_message_flow", "build_sequence_flow"]

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
_build_sequence_flow: Final = trust(SequenceFlow)
_XSI_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"
_PLAIN_CONDITION: Final = frozenset({"id", _XSI_TYPE})


def build_sequence_flow(draft: Draft, inventory: Inventory) -> SequenceFlow:
    """Build a sequence flow; both its ends must be nodes of its own process."""
    parent, owner, take = draft.parent, draft.owner, draft.attributes.pop
    find = inventory.directory.find_node
    source, target = take("sourceRef", None), take("targetRef", None)
    source_node, target_node = find(source, owner), find(target, owner)
    if source_node is None:
        _report_end(draft, "sourceRef", source, inventory, "BPM201")
    if target_node is None:
        _report_end(draft, "targetRef", target, inventory, "BPM201")
    condition = _find_condition(draft, inventory) if draft.parts else None
    attributes = draft.attributes
    return _build_sequence_flow(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text if draft.documentation else "",
        line=find_line(draft.element),
        attributes=tuple(attributes.items()) if attributes else (),
        kept=inventory.seal(draft.kept) if draft.kept else (),
        source=None if source_node is None else source_node.ref,
        target=None if target_node is None else target_node.ref,
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
        kept=inventory.seal(draft.kept),
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
        kept=inventory.seal(draft.kept),
    )


def _find_end(
    draft: Draft, end: str, groups: tuple[Group, ...], inventory: Inventory
) -> ElementRef | None:
    stated = draft.attributes.pop(end, None)
    found = inventory.directory.find(stated, groups, near=draft.owner)
    if found is not None:
        return found.ref
    _report_end(draft, end, stated, inventory, "BPM205" if groups is _ANYTHING else "BPM201")
    return None


def _report_end(
    draft: Draft, end: str, stated: str | None, inventory: Inventory, code: str
) -> None:
    if not stated:
        inventory.notes.about(draft, "BPM206", end, end=end)
        return
    # What could not be resolved stays with the flow, as the file says it.
    draft.attributes[end] = stated
    inventory.notes.about(draft, code, end, end=end, attribute=end, reference=stated)


def _find_condition(draft: Draft, inventory: Inventory) -> str | None:
    condition: etree._Element | None = draft.parts[0] if draft.parts else None
    if condition is None:
        return None
    if has_elements(condition) or not _PLAIN_CONDITION.issuperset(condition.attrib):
        draft.keep(inventory.keeper.keep(condition))
    return find_text(condition) or None
