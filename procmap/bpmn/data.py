"""Data objects and stores, and who reads and writes them."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text, has_elements
from procmap.bpmn.trusted import trust
from procmap.bpmn.vocabulary import bpmn
from procmap.model import DataAssociation, DataElement, tidy
from procmap.source import ElementRef

__all__ = ["build_data_association", "build_data_element"]

_REFERENCES: Final = ("dataObjectRef", "dataStoreRef")
_PLAIN_STATE: Final = frozenset({"id", "name"})

_data_association: Final = trust(DataAssociation)
_data_element: Final = trust(DataElement)


def build_data_element(draft: Draft, inventory: Inventory) -> DataElement:
    """Build a data object, data store, input or output, or a reference to one."""
    parent = draft.parent
    return _data_element(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        type=draft.type,
        parent=parent.ref if parent is not None and parent.parent is not None else None,
        refers_to=_find_original(draft, inventory),
        state=_find_state(draft, inventory),
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def build_data_association(draft: Draft, inventory: Inventory) -> DataAssociation:
    """Build a data association; its near end is the node it stands in."""
    is_input = draft.type == "dataInputAssociation"
    far = bpmn("sourceRef" if is_input else "targetRef")
    found: list[ElementRef] = []
    for part in draft.parts:
        reference = find_text(part) if part.tag == far else ""
        if not reference:
            continue
        data = inventory.directory.find(reference, ("data",), near=draft.owner)
        if data is not None:
            found.append(data.ref)
        else:
            # Not data of the process: mostly a variable (`property`) or a task's own parameter.
            draft.keep(inventory.keeper.keep(part))
            if not inventory.has_id(reference):
                name = "sourceRef" if is_input else "targetRef"
                inventory.notes.about(
                    draft, "BPM205", reference, reference=reference, attribute=name
                )
    node = draft.parent
    return _data_association(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        node=draft.ref if node is None else node.ref,
        direction="input" if is_input else "output",
        data=tuple(found),
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def _find_original(draft: Draft, inventory: Inventory) -> ElementRef | None:
    for name in _REFERENCES:
        stated = draft.take(name)
        if stated is None:
            continue
        original = inventory.directory.find(stated, ("data",), near=draft.owner)
        if original is not None:
            return original.ref
        draft.attributes[name] = stated
        inventory.notes.about(draft, "BPM205", name, reference=stated, attribute=name)
    return None


def _find_state(draft: Draft, inventory: Inventory) -> str | None:
    state = next(iter(draft.parts), None)
    if state is None:
        return None
    if has_elements(state) or not _PLAIN_STATE.issuperset(state.attrib):
        draft.keep(inventory.keeper.keep(state))
    return tidy(state.get("name") or "") or None
