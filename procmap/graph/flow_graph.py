"""One flat graph of a process and its embedded sub-processes.

Sub-processes with content become an entrance and an exit, resolved call activities likewise;
boundary events hang on their hosts, and link throws lead to their catches. Steps stay steps. What
walks over this graph needs no knowledge of BPMN's nesting any more, and no recursion.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from procmap.graph.links import match_links
from procmap.graph.throws import catch_throws
from procmap.model import FlowNode, Process
from procmap.source import ElementRef

__all__ = ["Arc", "FlowGraph", "VertexKind", "build_flow_graph", "find_entries"]

# BPMN ends that do not end normally: they go on at the boundary event that catches them.
THROWN = frozenset({"error", "escalation", "cancel"})


class VertexKind(Enum):
    """What a vertex of the flat graph is, seen from a path that comes along."""

    STEP = "step"  # work; a path between steps ends here
    THROUGH = "through"  # a gateway or event: transparent
    ENTER = "enter"  # entrance of a sub-process: transparent, lies where its content begins
    LEAVE = "leave"  # exit of a sub-process, boundary event, link catch: lies where the path was
    CALL = "call"  # entrance of a resolved call activity
    RETURN = "return"  # way back from a resolved call activity


@dataclass(frozen=True, slots=True)
class Arc:
    """A way from one vertex to another; `flow` is ``None`` where no arrow is drawn for it."""

    head: int
    flow: ElementRef | None


@dataclass(frozen=True, slots=True)
class FlowGraph:
    """The flat graph of one process; vertices are numbered from 0.

    Args:
        process: the process.
        kinds: kind of each vertex.
        refs: the flow node each vertex stands for.
        out: arcs leaving each vertex, ordered by flow id.
        into: vertices with an arc to each vertex.
        entry: vertex by which each flow node is entered.
        starts: where a call enters: none-start events, else nodes without incoming flow.
        ends: vertices where the process ends normally.
        thrown: end vertices that throw out of the process, with what they throw.
        calls: the called process, by vertex of kind CALL or RETURN.
        ways_back: the RETURN vertex of each CALL vertex.
        catches: for RETURN vertices of boundary events, the boundary event's definitions.
    """

    process: Process
    kinds: tuple[VertexKind, ...]
    refs: tuple[ElementRef, ...]
    out: tuple[tuple[Arc, ...], ...]
    into: tuple[tuple[int, ...], ...]
    entry: dict[ElementRef, int]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    thrown: tuple[tuple[int, FlowNode], ...]
    calls: dict[int, ElementRef]
    ways_back: dict[int, int]
    catches: dict[int, FlowNode]


class _Builder:
    """Collects vertices and arcs; used up by `build_flow_graph`."""

    def __init__(self) -> None:
        self.kinds: list[VertexKind] = []
        self.refs: list[ElementRef] = []
        self.out: list[list[Arc]] = []
        self.entry: dict[ElementRef, int] = {}
        self.exit: dict[ElementRef, int] = {}
        self.calls: dict[int, ElementRef] = {}
        self.ways_back: dict[int, int] = {}
        self.catches: dict[int, FlowNode] = {}

    def vertex(self, kind: VertexKind, ref: ElementRef) -> int:
        self.kinds.append(kind)
        self.refs.append(ref)
        self.out.append([])
        return len(self.kinds) - 1

    def arc(self, tail: int, head: int, flow: ElementRef | None = None) -> None:
        self.out[tail].append(Arc(head, flow))


def build_flow_graph(process: Process, *, callable_processes: Collection[ElementRef]) -> FlowGraph:
    """Build the flat graph of one process.

    Args:
        process: the process.
        callable_processes: processes with steps; a call to any other is one step by itself.
    """
    builder = _Builder()
    for node in process.nodes:
        _add_vertices(builder, process, node, callable_processes)
    for flow in process.sequence_flows:
        if flow.source in builder.exit and flow.target in builder.entry:
            builder.arc(builder.exit[flow.source], builder.entry[flow.target], flow.ref)
    inside = _children(process)
    for container in sorted(process.containers_with_content & builder.entry.keys()):
        for start in find_entries(process, inside[container]):
            builder.arc(builder.entry[container], builder.entry[start.ref])
    thrown = _add_endings(builder, process)
    _add_boundaries(builder, process)
    for throw, catch in match_links(process):
        builder.arc(builder.exit[throw], builder.entry[catch])
    top = inside.get(process.ref, ())
    return _finish(builder, process, top, thrown)


def find_entries(process: Process, nodes: Collection[FlowNode]) -> tuple[FlowNode, ...]:
    """Where a scope is entered: its none-start events, else its nodes without incoming flow.

    Boundary events, event sub-processes and compensation handlers are entered in other ways.
    """
    starts = tuple(n for n in nodes if n.type == "startEvent" and not n.event_definitions)
    if starts:
        return starts
    targets = {flow.target for flow in process.sequence_flows}
    return tuple(
        node
        for node in nodes
        if node.ref not in targets
        and node.attached_to is None
        and not node.triggered_by_event
        and not node.for_compensation
        and not (node.type == "intermediateCatchEvent" and node.has_event("link"))
    )


def _children(process: Process) -> dict[ElementRef, list[FlowNode]]:
    children: dict[ElementRef, list[FlowNode]] = {}
    for node in process.nodes:
        children.setdefault(node.parent, []).append(node)
    return children


def _add_vertices(
    builder: _Builder,
    process: Process,
    node: FlowNode,
    callable_processes: Collection[ElementRef],
) -> None:
    first, second = VertexKind.THROUGH, None
    if node.ref in process.containers_with_content:
        first, second = VertexKind.ENTER, VertexKind.LEAVE
    elif node.calls is not None and node.calls in callable_processes:
        first, second = VertexKind.CALL, VertexKind.RETURN
    elif node.is_activity:
        first = VertexKind.STEP
    elif node.attached_to is not None or (
        node.type == "intermediateCatchEvent" and node.has_event("link")
    ):
        first = VertexKind.LEAVE
    builder.entry[node.ref] = builder.exit[node.ref] = builder.vertex(first, node.ref)
    if second is not None:
        builder.exit[node.ref] = builder.vertex(second, node.ref)
    if node.calls is not None and second is VertexKind.RETURN:
        entry, way_back = builder.entry[node.ref], builder.exit[node.ref]
        builder.calls[entry] = builder.calls[way_back] = node.calls
        builder.ways_back[entry] = way_back


def _add_endings(builder: _Builder, process: Process) -> list[tuple[int, FlowNode]]:
    """Lead inner ends to the exit of their sub-process, or to what catches them."""
    caught = catch_throws(process)
    sources = {flow.source for flow in process.sequence_flows}
    leaving: list[tuple[int, FlowNode]] = []
    for node in process.nodes:
        if node.ref in sources or node.for_compensation or node.has_event("compensate"):
            continue
        if node.triggered_by_event or (
            node.type == "intermediateThrowEvent" and node.has_event("link")
        ):
            continue
        tail = builder.exit[node.ref]
        throws = node.type == "endEvent" and any(d.kind in THROWN for d in node.event_definitions)
        catchers = caught.get(node.ref, ())
        for boundary in catchers:
            builder.arc(tail, builder.entry[boundary])
        if throws and not catchers:
            leaving.append((tail, node))
        # An escalation does not stop what throws it, unless it is caught by what interrupts.
        goes_on = not throws or (
            node.has_event("escalation")
            and not any(process.node_by_ref[boundary].interrupting for boundary in catchers)
        )
        if goes_on and node.parent in builder.exit:
            builder.arc(tail, builder.exit[node.parent])
    return leaving


def _add_boundaries(builder: _Builder, process: Process) -> None:
    """Let each boundary event's path start at its host.

    A host with content is no step, but stands as one here: what interrupts it interrupts whoever
    performs it. Where an inner end throws what the boundary event catches, that end is where the
    path comes from, and the host adds nothing.
    """
    thrown_to = {boundary for caught in catch_throws(process).values() for boundary in caught}
    hosts: dict[ElementRef, int] = {}
    for node in process.nodes:
        host = node.attached_to
        if host is None or host not in builder.entry or node.has_event("compensate"):
            continue
        vertex = builder.entry[host]
        kind = builder.kinds[vertex]
        if kind is VertexKind.STEP:
            builder.arc(vertex, builder.entry[node.ref])
            continue
        if kind is VertexKind.CALL and any(d.kind in THROWN for d in node.event_definitions):
            back = builder.vertex(VertexKind.RETURN, host)
            builder.calls[back] = builder.calls[vertex]
            builder.catches[back] = node
            builder.arc(back, builder.entry[node.ref])
        elif node.ref not in thrown_to:
            if host not in hosts:
                hosts[host] = builder.vertex(VertexKind.STEP, host)
            builder.arc(hosts[host], builder.entry[node.ref])


def _finish(
    builder: _Builder,
    process: Process,
    top: Collection[FlowNode],
    thrown: list[tuple[int, FlowNode]],
) -> FlowGraph:
    into: list[list[int]] = [[] for _ in builder.kinds]
    for tail, arcs in enumerate(builder.out):
        arcs.sort(key=lambda arc: (arc.flow is not None, arc.flow and arc.flow.id, arc.head))
        for arc in arcs:
            into[arc.head].append(tail)
    leaving = {vertex for vertex, _ in thrown}
    ends = tuple(
        builder.exit[node.ref]
        for node in top
        if not builder.out[builder.exit[node.ref]]
        and (builder.exit[node.ref] not in leaving or node.has_event("escalation"))
        and not node.for_compensation
        and not node.triggered_by_event
        and not node.has_event("compensate")
    )
    return FlowGraph(
        process=process,
        kinds=tuple(builder.kinds),
        refs=tuple(builder.refs),
        out=tuple(tuple(arcs) for arcs in builder.out),
        into=tuple(tuple(tails) for tails in into),
        entry=builder.entry,
        starts=tuple(builder.entry[node.ref] for node in find_entries(process, top)),
        ends=ends,
        thrown=tuple(thrown),
        calls=builder.calls,
        ways_back=builder.ways_back,
        catches=builder.catches,
    )
