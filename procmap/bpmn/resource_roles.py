"""Performers that a flow node states itself: resource roles and assignments.

A BPMN ``potentialOwner`` is a performer (BPMN 2.0.2, 10.3.1), never the owner of a process.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_performers, is_expression
from procmap.bpmn.dialects import ASSIGNMENT_ATTRIBUTES, PERFORMER_EXTENSIONS
from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text
from procmap.bpmn.vocabulary import bpmn
from procmap.model import Performer, PerformerKind, tidy

__all__ = ["find_stated_performers"]

_EXTENSIONS: Final = bpmn("extensionElements")
_ROLES: Final = frozenset(
    bpmn(name) for name in ("humanPerformer", "performer", "potentialOwner", "resourceRole")
)
_RESOURCE: Final = bpmn("resourceRef")
_ASSIGNMENTS: Final = frozenset(ASSIGNMENT_ATTRIBUTES)
_ASSIGNMENT: Final = bpmn("resourceAssignmentExpression")
# Activiti and those after it write users and groups into the standard's expression.
_USER_OR_GROUP: Final = re.compile(r"\A(user|group)\(([^()]*)\)\Z")


def find_stated_performers(draft: Draft, inventory: Inventory) -> tuple[Performer, ...]:
    """Find who a flow node itself says performs it: resource roles, then assignments."""
    found: dict[Performer, None] = {}
    for part in draft.parts:
        if part.tag in _ROLES:
            found |= dict.fromkeys(_find_role(part, draft, inventory))
    if not _ASSIGNMENTS.isdisjoint(draft.attributes):
        for name, kind in ASSIGNMENT_ATTRIBUTES.items():
            value = draft.attributes.get(name)
            if value:
                found |= dict.fromkeys(build_performers(value, kind, "assignee"))
    for part in draft.parts:
        if part.tag == _EXTENSIONS:
            for child in part:
                reader = PERFORMER_EXTENSIONS.get(child.tag)
                if reader is not None:
                    found |= dict.fromkeys(reader(child))
    return tuple(found)


def _find_role(role: etree._Element, draft: Draft, inventory: Inventory) -> tuple[Performer, ...]:
    found: list[Performer] = []
    for child in role:
        if child.tag == _RESOURCE:
            found += _find_resource(find_text(child), role, draft, inventory)
        elif child.tag == _ASSIGNMENT:
            found += _find_assigned(find_text(child), role)
    if not found and (name := tidy(role.get("name") or "")):
        found.append(Performer("role", name, "resource role"))
    return tuple(found)


def _find_resource(
    reference: str, role: etree._Element, draft: Draft, inventory: Inventory
) -> tuple[Performer, ...]:
    if not reference:
        return ()
    resource = inventory.directory.find(reference, ("definition",))
    if resource is not None:
        name = resource.name or resource.id
        return (Performer("role", name, "resource role", resource.ref),)
    inventory.notes.about(draft, "BPM205", reference, reference=reference, attribute="resourceRef")
    name = tidy(role.get("name") or "") or reference.rpartition(":")[2]
    return (Performer("role", name, "resource role"),)


def _find_assigned(text: str, role: etree._Element) -> tuple[Performer, ...]:
    # Only a human performer is one person; the others may be groups.
    kind: PerformerKind = "person" if role.tag == bpmn("humanPerformer") else "role"
    found: list[Performer] = []
    for performer in build_performers(text, kind, "resource role"):
        named = _USER_OR_GROUP.match(performer.name)
        if named is None:
            found.append(performer)
            continue
        inner = tidy(named[2])
        stated: PerformerKind = "person" if named[1] == "user" else "role"
        if is_expression(inner):
            stated = "expression"
        if inner:
            found.append(Performer(stated, inner, "resource role"))
    return tuple(found)
