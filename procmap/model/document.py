"""A document: one BPMN file, with all that stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from procmap.model.artifacts import Annotation, Association, DataElement, Group
from procmap.model.element import Element, Entity
from procmap.model.flow import MessageFlow
from procmap.model.kept import Kept
from procmap.model.lanes import Participant
from procmap.model.process import Process
from procmap.source import ElementRef

__all__ = ["Bounds", "Definition", "Diagram", "Document", "Edge", "Shape"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle in the drawing's own units; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside or on the border."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a file draws an element.

    Args:
        element: id of the BPMN element.
        bounds: its rectangle.
        label: rectangle of its label, or ``None``.
        expanded: the file's ``isExpanded``, or ``None``.
        horizontal: the file's ``isHorizontal``, or ``None``.
    """

    element: str
    bounds: Bounds
    label: Bounds | None = None
    expanded: bool | None = None
    horizontal: bool | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """How a file draws a flow: its way points as (x, y).

    Args:
        element: id of the BPMN element.
        points: way points in order.
        label: rectangle of its label, or ``None``.
    """

    element: str
    points: tuple[tuple[float, float], ...]
    label: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram page of a file.

    Args:
        id: its id, or "".
        name: its name, or "".
        element: id of the process, collaboration or sub-process whose plane it is, or "".
        shapes: the shapes, in file order.
        edges: the edges, in file order.
    """

    id: str
    name: str
    element: str
    shapes: tuple[Shape, ...] = ()
    edges: tuple[Edge, ...] = ()


class Definition(Element):
    """A message, signal, error, escalation, resource, category or other root element.

    Attributes:
        type: the BPMN name, such as ``"message"``.
        code: the error or escalation code, or ``None``.
    """

    type: str
    code: str | None = None


class Document(Entity):
    """One BPMN file.

    Attributes:
        path: relative POSIX path in NFC, by which the document is known.
        sha256: of the file's bytes, in hex.
        exporter: the tool that wrote it, as it says ("" where it does not).
        exporter_version: its version, as it says.
        target_namespace: the file's target namespace.
        processes: the processes, in file order.
        participants: all pools of all collaborations.
        message_flows: the message flows of all collaborations.
        definitions: messages, signals, errors and other root elements.
        data_stores: data stores, which stand outside the processes.
        annotations: text annotations of collaborations.
        associations: associations of collaborations.
        groups: groups of collaborations.
        diagrams: the diagram pages.
        attributes: attributes of the root element that procmap does not interpret.
        kept: root elements that procmap does not interpret, verbatim XML.
        source: the file's bytes; left out of JSON unless asked for, ``None`` then.
    """

    path: str
    sha256: str
    exporter: str = ""
    exporter_version: str = ""
    target_namespace: str = ""
    processes: tuple[Process, ...] = ()
    participants: tuple[Participant, ...] = ()
    message_flows: tuple[MessageFlow, ...] = ()
    definitions: tuple[Definition, ...] = ()
    data_stores: tuple[DataElement, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    associations: tuple[Association, ...] = ()
    groups: tuple[Group, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    kept: Kept = ()
    source: bytes | None = Field(default=None, repr=False)

    def ref(self, id: str) -> ElementRef:
        """Point at an element of this document.

        Examples:
            >>> str(Document(path="a.bpmn", sha256="").ref("Task_1"))
            'a.bpmn#Task_1'
        """
        return ElementRef(self.path, id)
