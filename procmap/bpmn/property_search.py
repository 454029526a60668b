"""Fields with a known meaning that have no place of their own in the model: systems, KPIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from procmap.bpmn.dialects import PROPERTY_EXTENSIONS
from procmap.bpmn.parsing import parse_kept
from procmap.bpmn.properties import Fields, Meaning, PropertyNames, find_values
from procmap.bpmn.vocabulary import bpmn
from procmap.model import Document, Element, Landscape
from procmap.source import ElementRef

__all__ = ["StatedProperty", "find_properties"]

_EXTENSIONS: Final = bpmn("extensionElements")


@dataclass(frozen=True, slots=True)
class StatedProperty:
    """One value that somebody wrote into a field of an element.

    Args:
        element: the element.
        meaning: what the field means.
        name: what the field is called in the file.
        value: the value.
    """

    element: ElementRef
    meaning: Meaning
    name: str
    value: str


def find_properties(
    landscape: Landscape, *, properties: PropertyNames | None = None
) -> tuple[StatedProperty, ...]:
    """Find the filled fields whose names have a meaning, on every element, in file order.

    Units, roles, persons and owners are found here too; those `read_bpmn` has put in the model
    already where they belong.

    Args:
        landscape: what was read.
        properties: which names mean what.

    Examples:
        >>> from procmap.bpmn import read_bpmn
        >>> xml = b'''<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        ...   xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><process id="P">
        ...   <task id="T"><extensionElements><zeebe:properties>
        ...   <zeebe:property name="IT-system" value="Sak og arkiv"/>
        ...   </zeebe:properties></extensionElements></task></process></definitions>'''
        >>> [(p.meaning, p.value) for p in find_properties(read_bpmn(xml, name="a.bpmn"))]
        [('system', 'Sak og arkiv')]
    """
    names = properties or PropertyNames()
    found: dict[StatedProperty, None] = {}
    for document in landscape.documents:
        fields = Fields(names)
        for ref, extensions in _open_extensions(document):
            for child in extensions:
                reader = PROPERTY_EXTENSIONS.get(child.tag)
                if reader is None:
                    continue
                for name, value in reader(child, fields):
                    meaning = fields.meaning_of(name)
                    if meaning is not None:
                        stated = (StatedProperty(ref, meaning, name, v) for v in find_values(value))
                        found |= dict.fromkeys(stated)
    return tuple(found)


def _open_extensions(document: Document) -> list[tuple[ElementRef, etree._Element]]:
    """The extension elements of a document, in one tree: some refer to others by id."""
    root = etree.Element("kept")
    found: list[tuple[ElementRef, etree._Element]] = []
    for ref, kept in _find_kept(document):
        for text in kept:
            if "extensionElements" not in text:
                continue
            try:
                element = parse_kept(text)
            except etree.XMLSyntaxError:
                continue  # JSON that somebody edited
            root.append(element)
            if element.tag == _EXTENSIONS:
                found.append((ref, element))
    return found


def _find_kept(document: Document) -> Iterator[tuple[ElementRef, Sequence[str]]]:
    yield document.ref(""), document.kept
    groups: list[tuple[Element, ...]] = [document.definitions, document.participants]
    groups += [document.message_flows, document.data_stores]
    for process in document.processes:
        groups += [(process,), process.lanes, process.nodes, process.sequence_flows, process.data]
    for group in groups:
        for element in group:
            if element.kept:
                yield element.ref, element.kept
