"""Minimal BPMN files for the tests of the reading room."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.bpmn import read_bpmn
from procmap.model import Document, FlowNode, Landscape, Process

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
NAMESPACES = {
    "": MODEL,
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "camunda": "http://camunda.org/schema/1.0/bpmn",
    "activiti": "http://activiti.org/bpmn",
    "flowable": "http://flowable.org/bpmn",
    "zeebe": "http://camunda.org/schema/zeebe/1.0",
    "tns": "http://example.com/tns",
}


def definitions(body: str, *, encoding: str = "utf-8", declare: bool = True) -> bytes:
    """A BPMN file with this between its root tags."""
    spaces = " ".join(
        f'xmlns:{prefix}="{uri}"' if prefix else f'xmlns="{uri}"'
        for prefix, uri in NAMESPACES.items()
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n' if declare else ""
    return f"{head}<definitions {spaces}>\n{body}\n</definitions>".encode(encoding)


def process(body: str, *, pool: str | None = None, id: str = "P") -> bytes:
    """A BPMN file with one process, in a pool of this name where one is given."""
    collaboration = (
        f'<collaboration id="C"><participant id="Pool" name="{pool}" processRef="{id}"/>'
        "</collaboration>"
        if pool is not None
        else ""
    )
    return definitions(f'{collaboration}<process id="{id}">{body}</process>')


def read(data: bytes, name: str = "a.bpmn") -> Landscape:
    """Read a file."""
    return read_bpmn(data, name=name)


def read_document(data: bytes) -> Document:
    """The document of a file."""
    return read(data).documents[0]


def read_process(data: bytes) -> Process:
    """The first process of a file."""
    return read(data).processes[0]


def node_of(source: Process | bytes, id: str) -> FlowNode:
    """A flow node by its id."""
    found = source if isinstance(source, Process) else read_process(source)
    return next(node for node in found.nodes if node.id == id)


def codes(landscape: Landscape) -> list[str]:
    """The codes of the diagnostics."""
    return [finding.code for finding in landscape.diagnostics]


def bounds(x: float, y: float, width: float, height: float) -> str:
    """A rectangle of the drawing."""
    return f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'


def drawing(shapes: Mapping[str, tuple[float, float, float, float]], *, element: str = "P") -> str:
    """A diagram page with these shapes."""
    drawn = "".join(
        f'<bpmndi:BPMNShape bpmnElement="{drawn_id}">{bounds(*place)}</bpmndi:BPMNShape>'
        for drawn_id, place in shapes.items()
    )
    return (
        f'<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="{element}">{drawn}'
        "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
    )
