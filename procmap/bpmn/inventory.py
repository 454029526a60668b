"""The first pass: every element of the model to be, in file order, each with its own id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias, TypeVar

from lxml import etree
from lxml.etree import _Element

from procmap.bpmn.directory import Directory
from procmap.bpmn.drafts import Draft, add
from procmap.bpmn.garbled import report_garbled
from procmap.bpmn.limits import Meter
from procmap.bpmn.lines import find_line
from procmap.bpmn.markup import Keeper, Piece, find_attributes, find_text, has_elements
from procmap.bpmn.notes import Notes
from procmap.bpmn.own_facts import own
from procmap.bpmn.properties import Fields, PropertyNames
from procmap.bpmn.vocabulary import BPMN, NOT_EXECUTED, REFERABLE, TOP, Group, Kind, bpmn
from procmap.model import EventDefinition
from procmap.source import SourceLocation

__all__ = ["Inventory", "build_all", "build_inventory"]

T = TypeVar("T")


_BATCH: Final = 10_000
_ANY_BPMN: Final = f"{{{BPMN}}}*"
_EXTENSIONS: Final = bpmn("extensionElements")
_IMPORT: Final = bpmn("import")
_FACTS: Final = own("facts")

_Find: TypeAlias = "Callable[[str], Kind | None]"
_Members: TypeAlias = "dict[Group, list[Draft]]"


@dataclass(slots=True)
class Inventory:
    """What stands in a document.

    Args:
        top: the draft of the document.
        directory: finds drafts by id.
        keeper: keeps what is to be kept verbatim.
        notes: takes the diagnostics.
        fields: what vendor fields mean.
        diagrams: the diagram pages.
        imports: what it imports.
        calls: whether any call activity says what it calls.
        has_facts: whether procmap has written facts in it.
        states: whether any flow node says itself who performs it.
        event_definitions: what several events refer to, by id; built by the first of them.
    """

    top: Draft
    directory: Directory
    keeper: Keeper
    notes: Notes
    fields: Fields
    diagrams: list[etree._Element] = field(default_factory=list)
    imports: list[etree._Element] = field(default_factory=list)
    calls: bool = False
    has_facts: bool = False
    states: bool = False
    event_definitions: dict[str, EventDefinition] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def seal(self, pieces: Sequence[Piece]) -> Sequence[str]:
        """All that is kept of one element of the model."""
        return self.keeper.seal(pieces) if pieces else ()

    @property
    def meter(self) -> Meter:
        """Counts what the file asks for."""
        return self.keeper.meter

    def release(self) -> None:
        """Let go of the XML at once, not when the garbage collector comes by."""
        for process in self.top.within("process"):
            process.members = {}
        self.top.members = {}

    def has_id(self, reference: str) -> bool:
        """Whether any element has this id, also those that are no elements of the model."""
        if not self._ids:
            self._ids.update(element.get("id") or "" for element in self.top.element.iter("{*}*"))
        return reference in self._ids or reference.rpartition(":")[2] in self._ids


def build_all(
    build: Callable[[Draft, Inventory], T], holder: Draft, group: Group, inventory: Inventory
) -> tuple[T, ...]:
    """Build the elements of a group that belong to a process or document, in file order."""
    drafts = holder.members.get(group)
    return () if drafts is None else tuple([build(draft, inventory) for draft in drafts])


def build_inventory(
    root: etree._Element, *, keeper: Keeper, notes: Notes, names: PropertyNames | None = None
) -> Inventory:
    """Build the inventory of a document; how deep it nests does not matter.

    Args:
        root: the ``definitions`` element.
        keeper: keeps what is to be kept verbatim.
        notes: takes the diagnostics.
        names: which names of user-defined fields mean what.

    Raises:
        BeyondLimitsError: more is to be kept than the limits allow, or there are more elements.
    """
    top = Draft(root, TOP, None, None, dict(find_attributes(root)))
    top.members = defaultdict(list)
    inventory = Inventory(top, Directory(notes), keeper, notes, Fields(names or PropertyNames()))
    _walk(inventory, keeper.meter)
    directory = inventory.directory
    directory.settle()
    if directory.accented:
        report_garbled(directory.accented, notes)
    return inventory


def _walk(inventory: Inventory, meter: Meter) -> None:
    """Enter every element of the model, in file order; what stands in them goes to their drafts."""
    enter = inventory.directory.enter
    draft = inventory.top
    owner: Draft | None = None
    members = draft.members
    find: _Find = draft.kind.content.get
    below: Iterator[_Element] = iter(draft.element)
    around: list[tuple[Iterator[_Element], _Find, Draft, Draft | None, _Members]] = []
    count = 0
    while True:
        for child in below:
            kind = find(child.tag)
            if kind is None:
                _keep_unknown(draft, child, inventory)
            elif kind.is_element:
                new = Draft(child, kind, draft, owner, dict(find_attributes(child)))
                enter(new)
                group = kind.group
                members[group].append(new)
                # One parent may have millions of children, so that they are counted on the way.
                count += 1
                if count == _BATCH:
                    meter.add_elements(count)
                    count = 0
                if len(child):
                    around.append((below, find, draft, owner, members))
                    below, find, draft = iter(child), kind.content.get, new
                    if group == "process":
                        owner, members = new, defaultdict(list)
                        new.members = members
                    break
            elif kind.is_implied:
                pass
            elif kind.is_part:
                draft.parts = add(draft.parts, child)
            elif kind.content:
                around.append((below, find, draft, owner, members))
                find = kind.content.get
                below = _open(draft, child, kind, inventory)
                break
            else:
                _take(draft, child, kind, inventory)
        else:
            if not around:
                break
            below, find, draft, owner, members = around.pop()
    meter.add_elements(count)


def _open(draft: Draft, child: _Element, kind: Kind, inventory: Inventory) -> Iterator[_Element]:
    """What belongs to the element around, though it stands one level deeper."""
    if kind.group == "opened":
        return iter(child)
    # What it holds besides is kept with it.
    draft.keep(inventory.keeper.keep(child))
    return iter([each for each in child if each.tag in kind.content])


def _take(draft: Draft, child: _Element, kind: Kind, inventory: Inventory) -> None:
    """Give a child to the draft of the element that it stands in."""
    match kind.group:
        case "part and kept":
            draft.keep(inventory.keeper.keep(child))
            if child.tag == _EXTENSIONS:
                draft.extensions = add(draft.extensions, child)
            else:
                draft.parts = add(draft.parts, child)
            if len(child):
                _report_inside(child, inventory.notes)
        case "documentation":
            _document(draft, child, inventory)
        case "diagram":
            inventory.diagrams.append(child)


def _document(draft: Draft, element: etree._Element, inventory: Inventory) -> None:
    text = find_text(element)
    if text:
        draft.documentation = add(draft.documentation, text)
    if has_elements(element) or "textFormat" in element.attrib:
        draft.keep(inventory.keeper.keep(element))


def _keep_unknown(draft: Draft, element: etree._Element, inventory: Inventory) -> None:
    tag = element.tag
    if not isinstance(tag, str):
        return  # a comment or a processing instruction
    draft.keep(inventory.keeper.keep(element))
    if tag == _EXTENSIONS:
        for child in element:
            if child.tag == _FACTS:
                inventory.has_facts = True
        draft.extensions = add(draft.extensions, element)
    elif tag == _IMPORT and draft is inventory.top:
        inventory.imports.append(element)
    elif tag in NOT_EXECUTED:
        name, stated = etree.QName(element).localname, element.get("id") or ""
        place = SourceLocation(inventory.notes.path, stated or None, find_line(element))
        inventory.notes.aside(place, "BPM401", (name, stated), type=name)
        return
    elif tag in REFERABLE:
        _report(element, inventory.notes)
    if len(element):
        _report_inside(element, inventory.notes)


def _report_inside(kept: etree._Element, notes: Notes) -> None:
    """Say which elements stand where BPMN has none, so that nothing goes missing unsaid."""
    for element in kept.iterdescendants(_ANY_BPMN):
        if element.tag in REFERABLE:
            _report(element, notes)


def _report(element: etree._Element, notes: Notes) -> None:
    name, stated = etree.QName(element).localname, element.get("id") or ""
    parent = element.getparent()
    notes.aside(
        SourceLocation(notes.path, stated or None, find_line(element)),
        "BPM402",
        (name, stated),
        type=name,
        parent="" if parent is None else etree.QName(parent).localname,
    )
