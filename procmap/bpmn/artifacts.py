"""Text annotations and groups."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text, has_elements
from procmap.bpmn.trusted import trust
from procmap.model import Annotation, Group, tidy

__all__ = ["build_annotation", "build_group"]

_annotation: Final = trust(Annotation)
_group: Final = trust(Group)


def build_annotation(draft: Draft, inventory: Inventory) -> Annotation:
    """Build a text annotation."""
    for part in draft.parts:
        if has_elements(part):
            draft.keep(inventory.keeper.keep(part))
    texts = [text for part in draft.parts if (text := find_text(part))]
    # Some tools write the text as an attribute.
    text = "\n".join(texts) or (draft.take("text") or "").strip()
    return _annotation(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        text=text,
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def build_group(draft: Draft, inventory: Inventory) -> Group:
    """Build a group; a category value names it (BPMN 2.0.2, 8.4.1.3)."""
    stated = draft.take("categoryValueRef")
    category = inventory.directory.find(stated, ("definition",))
    name = draft.name
    if category is not None:
        name = name or tidy(category.element.get("value") or "")
    elif stated:
        draft.attributes["categoryValueRef"] = stated
        inventory.notes.about(
            draft, "BPM205", "category", reference=stated, attribute="categoryValueRef"
        )
    return _group(
        ref=draft.ref,
        name=name,
        documentation=draft.text,
        line=draft.line,
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )
