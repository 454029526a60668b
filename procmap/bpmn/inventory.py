"""The first pass: every element of the model to be, in file order, each with its own id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from lxml import etree

from procmap.bpmn.directory import Directory
from procmap.bpmn.drafts import Draft
from procmap.bpmn.markup import Keeper, find_line, find_text, has_elements
from procmap.bpmn.notes import Notes
from procmap.bpmn.vocabulary import BPMN, NOT_EXECUTED, REFERABLE, TOP, Kind
from procmap.source import SourceLocation

__all__ = ["Inventory", "build_inventory"]


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
    """

    top: Draft
    directory: Directory
    keeper: Keeper
    notes: Notes
    diagrams: list[etree._Element] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

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
    """
    top = Draft(root, TOP, None, None, _attributes(root))
    inventory = Inventory(top, Directory(notes), keeper, notes)
    stack: list[Draft] = []
    _sort_children(top, root, TOP.content, inventory, stack)
    stack.reverse()
    while stack:
        draft = stack.pop()
        inventory.directory.enter(draft)
        owner = draft.owner or top
        owner.members.setdefault(draft.kind.group, []).append(draft)
        inner: list[Draft] = []
        _sort_children(draft, draft.element, draft.kind.content, inventory, inner)
        inner.reverse()
        stack += inner
    inventory.directory.settle()
    return inventory


def _attributes(element: etree._Element) -> dict[str, str]:
    # The stubs know this only as a sequence of pairs.
    return cast("dict[str, str]", dict(element.items()))


def _sort_children(
    draft: Draft,
    element: etree._Element,
    content: Mapping[str, Kind],
    inventory: Inventory,
    inner: list[Draft],
) -> None:
    """Sort the children of an element by what becomes of them; new drafts go to `inner`."""
    for child in element:
        kind = content.get(child.tag)
        if kind is None:
            _keep_unknown(draft, child, inventory)
            continue
        if kind.is_element:
            inner.append(_draft(draft, child, kind))
            continue
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
                _sort_children(draft, child, kind.content, inventory, inner)
            case "kept and opened":
                draft.kept.append(inventory.keeper.keep(child))
                _draft_children(draft, child, kind.content, inner)
            case "diagram":
                inventory.diagrams.append(child)


def _draft(parent: Draft, element: etree._Element, kind: Kind) -> Draft:
    owner = parent if parent.kind.group == "process" else parent.owner
    return Draft(element, kind, parent, owner, _attributes(element))


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
