"""What events wait for or send."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

from procmap.bpmn.directory import Directory
from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_attributes, find_text, has_elements
from procmap.bpmn.vocabulary import bpmn
from procmap.model import EventDefinition, tidy

__all__ = ["build_event_definitions"]

_ENDING: Final = "EventDefinition"
_BY_REFERENCE: Final = bpmn("eventDefinitionRef")
_LINKED: Final = (bpmn("source"), bpmn("target"))
_REFERENCES: Final = ("messageRef", "signalRef", "errorRef", "escalationRef", "activityRef")
_ID: Final = frozenset({"id"})
_PLAIN: Final = frozenset({"id", "name", *_REFERENCES})


def build_event_definitions(draft: Draft, inventory: Inventory) -> tuple[EventDefinition, ...]:
    """Build the event definitions of a flow node, in file order.

    What a definition says beyond its kind and reference (a timer's duration, a condition, vendor
    attributes) is kept verbatim with the node.
    """
    found: list[EventDefinition] = []
    for part in draft.parts:
        if part.tag == _BY_REFERENCE:
            referred = inventory.directory.find(find_text(part), ("definition",))
            if referred is not None and referred.type.endswith(_ENDING):
                found.append(_find_shared(referred, inventory))
            else:
                draft.keep(inventory.keeper.keep(part))
                reference = find_text(part)
                inventory.notes.about(
                    draft, "BPM205", reference, reference=reference, attribute="eventDefinitionRef"
                )
        elif part.tag.endswith(_ENDING):
            found.append(_build(part, part.get("id"), inventory.directory))
            if has_elements(part) or not _PLAIN.issuperset(part.keys()):
                draft.keep(inventory.keeper.keep(part))
    return tuple(found)


def _find_shared(referred: Draft, inventory: Inventory) -> EventDefinition:
    found = inventory.event_definitions.get(referred.id)
    if found is None:
        found = _build(referred.element, referred.id, inventory.directory)
        inventory.event_definitions[referred.id] = found
    return found


def _build(element: etree._Element, stated_id: str | None, directory: Directory) -> EventDefinition:
    kind = _find_kind(str(element.tag))
    stated = dict(find_attributes(element))
    if not len(element) and _ID.issuperset(stated):
        return EventDefinition(kind=kind, id=stated_id)
    raw = next((value for name in _REFERENCES if (value := stated.get(name))), None)
    referred = directory.find(raw, ("definition", "node")) if raw is not None else None
    name = tidy(stated.get("name") or "")
    code = ""
    reference = None
    if raw is not None:
        reference = referred.id if referred is not None else raw
        if referred is not None and referred.kind.group == "definition":
            name = name or referred.name
            # From the XML, since the definition's builder may have taken them out of the draft.
            code = referred.element.get("errorCode") or referred.element.get("escalationCode") or ""
    return EventDefinition(
        kind=kind,
        name=name,
        reference=reference,
        code=code,
        id=stated_id,
        targets=_find_targets(element) if len(element) else (),
    )


def _find_targets(element: etree._Element) -> tuple[str, ...]:
    return tuple(text for child in element.iterchildren(*_LINKED) if (text := find_text(child)))


@cache
def _find_kind(tag: str) -> str:
    return str(etree.QName(tag).localname).removesuffix(_ENDING)
