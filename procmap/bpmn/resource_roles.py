"""Performers that a flow node states itself: resource roles and assignments.

A BPMN ``potentialOwner`` is a performer (BPMN 2.0.2, 10.3.1), never the owner of a process.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_granted, build_performers, is_expression
from procmap.bpmn.dialects import (
    ASSIGNMENT_ATTRIBUTES,
    PERFORMER_EXTENSIONS,
    PROPERTY_EXTENSIONS,
    STARTER_ATTRIBUTES,
    STARTER_EXTENSIONS,
)
from procmap.bpmn.dialects.jbpm import find_task_inputs
from procmap.bpmn.drafts import Draft
from procmap.bpmn.inventory import Inventory
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields, find_values
from procmap.bpmn.vocabulary import Group, bpmn
from procmap.model import Performer, PerformerKind, tidy

__all__ = ["find_stated_performers"]

_ROLES: Final = frozenset(
    bpmn(name) for name in ("humanPerformer", "performer", "potentialOwner", "resourceRole")
)
_RESOURCE: Final = bpmn("resourceRef")
# A resource by the standard. Bonita refers to participants, of which it makes one for each actor.
_PERFORMING: Final[tuple[Group, ...]] = ("definition", "participant", "lane")
_ASSIGNMENTS: Final = frozenset(ASSIGNMENT_ATTRIBUTES)
_EXTENSIONS: Final = {
    tag: (PERFORMER_EXTENSIONS.get(tag), PROPERTY_EXTENSIONS.get(tag))
    for tag in (*PERFORMER_EXTENSIONS, *PROPERTY_EXTENSIONS)
}
_NOBODY: Final = (None, None)
_STARTERS: Final = frozenset(STARTER_ATTRIBUTES)
_ASSIGNMENT: Final = bpmn("resourceAssignmentExpression")


def find_stated_performers(draft: Draft, inventory: Inventory) -> tuple[Performer, ...]:
    """Find who a flow node itself says performs it.

    In order: resource roles, assignments, and fields whose names mean a unit, a role or a person.
    All but the first are of source ``"assignee"``: somebody wrote them on the step.
    """
    starters = _share_starters(draft, inventory) if draft.type == "startEvent" else ()
    attributes = draft.attributes
    assigned = bool(attributes) and not _ASSIGNMENTS.isdisjoint(attributes)
    # Roles, extensions and task inputs are kept as well: most nodes keep nothing.
    if not assigned and not draft.kept:
        return starters
    found: dict[Performer, None] = {}
    for part in draft.parts:
        if part.tag in _ROLES:
            found |= dict.fromkeys(_find_role(part, draft, inventory))
    if assigned:
        for name, kind in ASSIGNMENT_ATTRIBUTES.items():
            value = attributes.get(name)
            if value:
                found |= dict.fromkeys(build_performers(value, kind, "assignee"))
    if draft.type == "userTask":
        found |= dict.fromkeys(find_task_inputs(draft.element))
    if not found and not draft.extensions:
        return starters
    found |= dict.fromkeys(starters)
    for extensions in draft.extensions:
        for child in extensions:
            _read_extension(child, inventory.fields, found)
    if found:
        inventory.states = True
    return tuple(found)


def _read_extension(child: etree._Element, fields: Fields, found: dict[Performer, None]) -> None:
    read_performers, read_fields = _EXTENSIONS.get(child.tag, _NOBODY)
    if read_performers is not None:
        found |= dict.fromkeys(read_performers(child))
    if read_fields is None:
        return
    for name, value in read_fields(child, fields):
        meaning = fields.meaning_of(name)
        if meaning == "unit" or meaning == "role" or meaning == "person":
            for each in find_values(value):
                kind: PerformerKind = "expression" if is_expression(each) else meaning
                found[Performer(kind, each, "assignee")] = None


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
    resource = inventory.directory.find(reference, _PERFORMING)
    if resource is not None:
        name = resource.name or resource.id
        return (Performer("role", name, "resource role", resource.ref),)
    inventory.notes.about(draft, "BPM205", reference, reference=reference, attribute="resourceRef")
    name = tidy(role.get("name") or "") or reference.rpartition(":")[2]
    return (Performer("role", name, "resource role"),)


def _find_assigned(text: str, role: etree._Element) -> tuple[Performer, ...]:
    # Only a human performer is one person; the others may be groups.
    kind: PerformerKind = "person" if role.tag == bpmn("humanPerformer") else "role"
    return build_granted(text, kind, "resource role")


def _share_starters(draft: Draft, inventory: Inventory) -> tuple[Performer, ...]:
    """Who may start the process around a start event: found once for all its starts."""
    process = draft.parent
    if process is None or process.kind.group != "process":
        return ()
    if any(part.tag.endswith("EventDefinition") for part in draft.parts):
        return ()
    starters = inventory.fields.starters
    known = starters.get(process.id)
    if known is None:
        known = starters[process.id] = tuple(dict.fromkeys(_find_starters(process)))
    return known


def _find_starters(process: Draft) -> Iterator[Performer]:
    """Who may start a process performs its start, where nothing but a person triggers it."""
    attributes = process.attributes
    if not _STARTERS.isdisjoint(attributes):
        for name, kind in STARTER_ATTRIBUTES.items():
            yield from build_performers(attributes.get(name, ""), kind, "assignee")
    for extensions in process.extensions:
        for child in extensions:
            reader = STARTER_EXTENSIONS.get(child.tag)
            if reader is not None:
                yield from reader(child)
