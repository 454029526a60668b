"""Activities, events and gateways."""

from __future__ import annotations

from typing import Final, Literal

from procmap.bpmn.dialects import CALLED_ELEMENTS
from procmap.bpmn.drafts import Draft
from procmap.bpmn.events import build_event_definitions
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.lines import find_line
from procmap.bpmn.markup import has_elements
from procmap.bpmn.trusted import trust
from procmap.bpmn.vocabulary import bpmn
from procmap.model import FlowNode, Performer
from procmap.model.flow import EVENT_TYPES
from procmap.source import ElementRef

__all__ = ["build_flow_node"]

_STANDARD_LOOP: Final = bpmn("standardLoopCharacteristics")
_MULTIPLE: Final = bpmn("multiInstanceLoopCharacteristics")
_LOOP_ATTRIBUTES: Final = frozenset({"id", "isSequential"})

_INTERRUPTING: Final = {"boundaryEvent": "cancelActivity", "startEvent": "isInterrupting"}

_build: Final = trust(FlowNode)

Loop = Literal["standard", "parallel", "sequential"]


def build_flow_node(
    draft: Draft,
    *,
    lane: ElementRef | None,
    performers: tuple[Performer, ...],
    inventory: Inventory,
) -> FlowNode:
    """Build a flow node.

    Args:
        draft: what the first pass noted.
        lane: the leaf lane that lists it.
        performers: who performs it.
        inventory: the document.
    """
    type_, parts, parent = draft.type, draft.parts, draft.parent
    home = draft.ref if parent is None else parent.ref
    attributes = draft.attributes
    documentation = draft.text if draft.documentation else ""
    if not attributes and not parts and not (type_ == "callActivity" and draft.extensions):
        # So are most: the rest has its defaults.
        return _build(
            ref=draft.ref,
            name=draft.name,
            documentation=documentation,
            line=find_line(draft.element),
            kept=inventory.seal(draft.kept) if draft.kept else (),
            type=type_,
            parent=home,
            lane=lane,
            performers=performers,
        )
    called = _find_called(draft) if type_ == "callActivity" else None
    if called is not None:
        inventory.calls = True
    return _build(
        ref=draft.ref,
        name=draft.name,
        documentation=documentation,
        line=find_line(draft.element),
        type=type_,
        parent=home,
        lane=lane,
        performers=performers,
        event_definitions=(
            build_event_definitions(draft, inventory) if parts and type_ in EVENT_TYPES else ()
        ),
        attached_to=_find_host(draft, inventory) if type_ == "boundaryEvent" else None,
        interrupting=not attributes or _is_interrupting(draft),
        triggered_by_event=bool(attributes) and draft.take_flag("triggeredByEvent"),
        for_compensation=bool(attributes) and draft.take_flag("isForCompensation"),
        instantiates=bool(attributes) and draft.take_flag("instantiate"),
        loop=_find_loop(draft, inventory) if parts else None,
        called_element=called,
        calls=None if called is None else _find_callee(called, inventory),
        default_flow=_find_default(draft, inventory) if "default" in attributes else None,
        # What the lines above could not interpret was left to these two.
        attributes=draft.rest() if attributes else (),
        kept=inventory.seal(draft.kept) if draft.kept else (),
    )


def _find_host(draft: Draft, inventory: Inventory) -> ElementRef | None:
    stated = draft.take("attachedToRef")
    host = inventory.directory.find(stated, ("node",), near=draft.owner)
    if host is not None:
        return host.ref
    if stated:
        draft.attributes["attachedToRef"] = stated
        inventory.notes.about(
            draft, "BPM205", "attachedToRef", reference=stated, attribute="attachedToRef"
        )
    return None


def _is_interrupting(draft: Draft) -> bool:
    name = _INTERRUPTING.get(draft.type)
    return True if name is None else draft.take_flag(name, default=True)


def _find_loop(draft: Draft, inventory: Inventory) -> Loop | None:
    found: Loop | None = None
    for part in draft.parts:
        if part.tag == _STANDARD_LOOP:
            found = "standard"
        elif part.tag == _MULTIPLE:
            sequential = part.get("isSequential") in {"true", "1"}
            found = "sequential" if sequential else "parallel"
        else:
            continue
        if has_elements(part) or not _LOOP_ATTRIBUTES.issuperset(part.attrib):
            draft.keep(inventory.keeper.keep(part))
    return found


def _find_default(draft: Draft, inventory: Inventory) -> str | None:
    stated = draft.take("default")
    flow = inventory.directory.find(stated, ("sequence flow",), near=draft.owner)
    if flow is not None:
        return flow.id
    if stated:
        draft.attributes["default"] = stated
        inventory.notes.about(draft, "BPM205", "default", reference=stated, attribute="default")
    return None


def _find_called(draft: Draft) -> str | None:
    stated = (draft.take("calledElement") or "").strip()
    if stated:
        return stated
    for extensions in draft.extensions:
        for child in extensions:
            attribute = CALLED_ELEMENTS.get(child.tag)
            value = (child.get(attribute) or "").strip() if attribute is not None else ""
            if value:
                return value
    return None


def _find_callee(called: str, inventory: Inventory) -> ElementRef | None:
    callee = inventory.directory.find(called, ("process",))
    return callee.ref if callee is not None else None
