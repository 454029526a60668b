"""The first pass: every element of the model to be, in file order, each with its own id."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from lxml import etree
from lxml.etree import _Element

from procmap.bpmn.directory import Directory
from procmap.bpmn.drafts import Draft
from procmap.bpmn.limits import Meter
from procmap.bpmn.markup import Keeper, find_line, find_text, has_elements
from procmap.bpmn.notes import Notes
from procmap.bpmn.properties import Fields
from procmap.bpmn.vocabulary import BPMN, NOT_EXECUTED, REFERABLE, TOP, Kind
from procmap.model import EventDefinition
from procmap.source import SourceLocation

__all__ = ["Inventory", "build_inventory"]


# The stubs leave open what the pairs are of.
_items: Final = cast("Callable[[_Element], list[tuple[str, str]]]", operator.methodcaller("items"))
_BATCH: Final = 10_000
_ANY_BPMN: Final = f"{{{BPMN}}}*"


@dataclass(slots=True)
class Inventory:
    """What stands in a document.

    Args:
        top: the draft of the document.
        directory: finds drafts by id.
        keeper: writes out what is kept verbatim.
        notes: takes the diagnostics.
        diagrams: the diagram pages.
        fields: what vendor fields mean.
        event_definitions: what several events refer to, by id; built by the first of them.
    """

    top: Draft
    directory: Directory
    keeper: Keeper
    notes: Notes
    diagrams: list[etree._Element] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    event_definitions: dict[str, EventDefinition] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    @property
    def meter(self) -> Meter:
        """Counts what the file asks for."""
        return self.keeper.meter

    def release(self) -> None:
        """Let go of the XML at once, not when the garbage collector comes by."""
        for process in self.top.within("process"):
            process.members.clear()
        self.top.members.clear()

    def has_id(self, reference: str) -> bool:
        """Whether any element has this id, also those that are no elements of the model."""
        if not self._ids:
            self._ids.update(element.get("id") or "" for element in self.top.element.iter("{*}*"))
        return reference in self._ids or reference.rpartition(":")[2] in self._ids


def build_inventory(root: etree._Element, *, keeper: Keeper, notes: Notes) -> Inventory:
    """Build the inventory of a document; how deep it nests does not matter.

    Args:
        root: the ``definitions`` element.
        keeper: writes out what is kept verbatim.
        notes: takes the diagnostics.

    Raises:
        BeyondLimitsError: more is to be kept than the limits allow.
    """
    top = Draft(root, TOP, None, None, dict(_items(root)))
    inventory = Inventory(top, Directory(notes), keeper, notes)
    stack: list[Draft] = []
    _sort_children(top, root, TOP.content, inventory, stack)
    stack.reverse()
    directory = inventory.directory
    while stack:
        draft = stack.pop()
        directory.enter(draft)
        kind = draft.kind
        members = (draft.owner or top).members
        group = members.get(kind.group)
        if group is None:
            members[kind.group] = [draft]
        else:
            group.append(draft)
        if not len(draft.element):
            continue
        inner: list[Draft] = []
        _sort_children(draft, draft.element, kind.content, inventory, inner)
        inner.reverse()
        stack += inner
    directory.settle()
    return inventory


def _sort_children(
    draft: Draft,
    element: etree._Element,
    content: Mapping[str, Kind],
    inventory: Inventory,
    inner: list[Draft],
) -> None:
    """Sort the children of an element by what becomes of them; new drafts go to `inner`."""
    find = content.get
    before = len(inner)
    for child in element:
        kind = find(child.tag)
        if kind is None:
            _keep_unknown(draft, child, inventory)
            continue
        if kind.is_element:
            inner.append(_draft(draft, child, kind))
            # One parent may have millions of children, so that they are counted on the way.
            if len(inner) - before >= _BATCH:
                inventory.meter.add_elements(_BATCH)
                before += _BATCH
            continue
        # The commonest first.
        match kind.group:
            case "implied":
                pass
            case "part":
                draft.parts.append(child)
            case "part and kept":
                draft.parts.append(child)
                draft.kept.append(inventory.keeper.keep(child))
                _report_inside(child, inventory.notes)
            case "documentation":
                _document(draft, child, inventory.keeper)
            case "opened":
                # Nothing that is opened holds anything to open: this goes one level deep.
                inventory.meter.add_elements(len(inner) - before)
                _sort_children(draft, child, kind.content, inventory, inner)
                before = len(inner)
            case "kept and opened":
                draft.kept.append(inventory.keeper.keep(child))
                _draft_children(draft, child, kind.content, inner)
            case "diagram":
                inventory.diagrams.append(child)
    inventory.meter.add_elements(len(inner) - before)


def _draft(parent: Draft, element: etree._Element, kind: Kind) -> Draft:
    owner = parent if parent.kind.group == "process" else parent.owner
    return Draft(element, kind, parent, owner, dict(_items(element)))


def _draft_children(
    draft: Draft, element: etree._Element, content: Mapping[str, Kind], inner: list[Draft]
) -> None:
    for child in element:
        kind = content.get(child.tag)
        if kind is not None:
            inner.append(_draft(draft, child, kind))


def _document(draft: Draft, element: etree._Element, keeper: Keeper) -> None:
    text = find_text(element)
    if text:
        draft.documentation.append(text)
    if has_elements(element) or "textFormat" in element.attrib:
        draft.kept.append(keeper.keep(element))


def _keep_unknown(draft: Draft, element: etree._Element, inventory: Inventory) -> None:
    if not isinstance(element.tag, str):
        return  # a comment or a processing instruction
    draft.kept.append(inventory.keeper.keep(element))
    if element.tag in NOT_EXECUTED:
        name, stated = etree.QName(element).localname, element.get("id") or ""
        place = SourceLocation(inventory.notes.path, stated or None, find_line(element))
        inventory.notes.aside(place, "BPM401", (name, stated), type=name)
    else:
        _report_inside(element, inventory.notes)


def _report_inside(kept: etree._Element, notes: Notes) -> None:
    """Say which elements stand where BPMN has none, so that nothing goes missing unsaid."""
    for element in kept.iter(_ANY_BPMN):
        if element.tag not in REFERABLE:
            continue
        name, stated = etree.QName(element).localname, element.get("id") or ""
        parent = element.getparent()
        notes.aside(
            SourceLocation(notes.path, stated or None, find_line(element)),
            "BPM402",
            (name, stated),
            type=name,
            parent="" if parent is None else etree.QName(parent).localname,
        )
