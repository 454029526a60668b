"""Data, annotations and groups: what a process model shows besides its flow."""

from __future__ import annotations

from typing import Literal

from procmap.model.element import Element
from procmap.source import ElementRef

__all__ = ["Annotation", "Association", "DataAssociation", "DataElement", "Group"]


class DataElement(Element):
    """A data object, data store, or reference to one.

    Attributes:
        type: the BPMN name: ``"dataObject"``, ``"dataObjectReference"``,
            ``"dataStoreReference"``, ``"dataStore"``, ``"dataInput"`` or ``"dataOutput"``.
        parent: the process, sub-process or definitions it stands in; ``None`` for the latter.
        refers_to: the data object or data store a reference stands for.
        state: the data state's name, or ``None``.
    """

    type: str
    parent: ElementRef | None = None
    refers_to: ElementRef | None = None
    state: str | None = None


class DataAssociation(Element):
    """A data element that a flow node reads or writes.

    Attributes:
        node: the flow node it belongs to.
        direction: ``"input"`` (reads) or ``"output"`` (writes).
        data: the data elements at its other end; empty where the reference dangles.
    """

    node: ElementRef
    direction: Literal["input", "output"]
    data: tuple[ElementRef, ...] = ()


class Association(Element):
    """A dotted line, such as from an annotation, or to a compensation activity."""

    source: ElementRef | None
    target: ElementRef | None


class Annotation(Element):
    """A text annotation; its text is `text`."""

    text: str = ""


class Group(Element):
    """A group drawn around elements; named by its category value."""
