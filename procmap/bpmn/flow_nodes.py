"""Activities, events and gateways."""

from __future__ import annotations

from typing import Final, Literal

from procmap.bpmn.dialects import CALLED_ELEMENTS
from procmap.bpmn.drafts import Draft
from procmap.bpmn.events import build_event_definitions
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import has_elements
from procmap.bpmn.trusted import trust
from procmap.bpmn.vocabulary import bpmn
from procmap.model import FlowNode, Performer
from procmap.model.flow import EVENT_TYPES
from procmap.source import ElementRef

__all__ = ["build_flow_node"]

_STANDARD_LOOP: Final = bpmn("standardLoopCharacteristics")
_MULTIPLE: Final = bpmn("multiInstanceLoopCharacteristics")
_EXTENSIONS: Final = bpmn("extensionElements")
_LOOP_ATTRIBUTES: Final = frozenset({"id", "isSequential"})

_INTERRUPTING: Final = {"boundaryEvent": "cancelActivity", "startEvent": "isInterrupting"}

_build: Final = trust(FlowNode, in_order=True)

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
    called = _find_called(draft) if type_ == "callActivity" else None
    attached_to = _find_host(draft, inventory) if type_ == "boundaryEvent" else None
    events = build_event_definitions(draft, inventory) if parts and type_ in EVENT_TYPES else ()
    interrupting, by_event, compensates, instantiates = True, False, False, False
    default_flow = None
    # Most nodes have neither attributes nor children to ask for the rest.
    if draft.says_more:
        interrupting = _is_interrupting(draft)
        by_event = draft.take_flag("triggeredByEvent")
        compensates = draft.take_flag("isForCompensation")
        instantiates = draft.take_flag("instantiate")
        default_flow = _find_default(draft, inventory)
    loop = _find_loop(draft, inventory) if parts else None
    return _build(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        # What the lines above could not interpret was left to these two.
        attributes=draft.rest(),
        kept=tuple(draft.kept),
        type=type_,
        parent=draft.ref if parent is None else parent.ref,
        lane=lane,
        performers=performers,
        event_definitions=events,
        attached_to=attached_to,
        interrupting=interrupting,
        triggered_by_event=by_event,
        for_compensation=compensates,
        instantiates=instantiates,
        loop=loop,
        called_element=called,
        calls=None if called is None else _find_callee(called, inventory),
        default_flow=default_flow,
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
            draft.kept.append(inventory.keeper.keep(part))
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
    for part in draft.parts:
        if part.tag != _EXTENSIONS:
            continue
        for child in part:
            attribute = CALLED_ELEMENTS.get(child.tag)
            value = (child.get(attribute) or "").strip() if attribute is not None else ""
            if value:
                return value
    return None


def _find_callee(called: str, inventory: Inventory) -> ElementRef | None:
    callee = inventory.directory.find(called, ("process",))
    return callee.ref if callee is not None else None
