"""Unfolds a process into the ways that one case can go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from procmap.graph.call_steps import find_caught_ends
from procmap.graph.figures.case_graph import (
    ArcKind,
    CaseArc,
    CaseGraph,
    Fork,
    Join,
    Role,
    WithheldError,
)
from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.model import FlowNode
from procmap.source import ElementRef

__all__ = ["MAX_COPIED", "build_case_graph", "count_copies"]

MAX_COPIED: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Copy:
    """One copy of a process that is still to be made."""

    process: ElementRef
    call: int = -1
    way_back: int = -1
    caught: tuple[tuple[int, tuple[int, ...]], ...] = ()


_ENTER, _CALL = VertexKind.ENTER, VertexKind.CALL

_FORKS: Final[Mapping[str, Fork]] = {
    "exclusiveGateway": Fork.ONE,
    "eventBasedGateway": Fork.ONE,
    "inclusiveGateway": Fork.SOME,
    "complexGateway": Fork.COMPLEX,
}
_JOINS: Final[Mapping[str, Join]] = {
    "parallelGateway": Join.ALL,
    "inclusiveGateway": Join.SOME,
    "complexGateway": Join.COMPLEX,
}


def build_case_graph(
    graphs: Mapping[ElementRef, FlowGraph], process: ElementRef, *, enter_calls: bool = True
) -> CaseGraph:
    """Unfold a process.

    Args:
        graphs: the flow graphs of all processes.
        process: the process that the case begins in.
        enter_calls: whether called processes are entered; otherwise a call is one step.

    Raises:
        WithheldError: processes call each other in a circle, or the copies are too many.
    """
    if enter_calls and count_copies(graphs, process) > MAX_COPIED:
        raise WithheldError(f"its calls unfold to more than {MAX_COPIED} nodes", (process,))
    case = CaseGraph()
    todo = [_Copy(process)]
    while todo:
        copy = todo.pop()
        graph = graphs[copy.process]
        first = len(case.nodes)
        catching = _find_catching(graphs, graph) if enter_calls else {}
        _copy_vertices(case, graph, copy.call, enter_calls=enter_calls)
        _copy_arcs(case, graph, first, catching)
        _copy_hosts(case, graph, first, catching)
        _begin_and_end(case, graph, first, copy)
        case.processes.append(copy.process)
        if enter_calls:
            todo += _plan_copies(graph, first, catching)
    case.processes = sorted(set(case.processes))
    return case


def count_copies(graphs: Mapping[ElementRef, FlowGraph], process: ElementRef) -> int:
    """How many vertices the copies of called processes have in all.

    Raises:
        WithheldError: processes call each other in a circle.
    """
    sizes: dict[ElementRef, int] = {}
    line: dict[ElementRef, None] = {}
    todo = [process]
    while todo:
        at = todo[-1]
        graph = graphs[at]
        calls = [graph.calls[call] for call in graph.ways_back]
        waiting = [called for called in calls if called not in sizes]
        if at in sizes:
            todo.pop()
        elif waiting and at not in line:
            line[at] = None
            circle = next((called for called in waiting if called in line), None)
            if circle is not None:
                raise WithheldError("processes call each other in a circle", (circle,))
            todo += waiting
        else:
            line.pop(at, None)
            sizes[at] = sum(len(graphs[called].kinds) + sizes[called] for called in calls)
            todo.pop()
    return sizes[process]


def _find_catching(
    graphs: Mapping[ElementRef, FlowGraph], graph: FlowGraph
) -> dict[int, tuple[int, ...]]:
    """The ends of called processes that are caught at each way back, where there are any."""
    found = {vertex: find_caught_ends(graphs, graph, vertex) for vertex in sorted(graph.catches)}
    return {vertex: ends for vertex, ends in found.items() if ends}


def _plan_copies(
    graph: FlowGraph, first: int, catching: Mapping[int, tuple[int, ...]]
) -> list[_Copy]:
    plans = []
    for call, way_back in sorted(graph.ways_back.items()):
        ref = graph.refs[call]
        caught = tuple((first + v, ends) for v, ends in catching.items() if graph.refs[v] == ref)
        plans.append(_Copy(graph.calls[call], first + call, first + way_back, caught))
    return plans


def _copy_vertices(case: CaseGraph, graph: FlowGraph, call: int, *, enter_calls: bool) -> None:
    first = len(case.nodes)
    for vertex, kind in enumerate(graph.kinds):
        node = graph.process.node_by_ref[graph.refs[vertex]]
        is_step = kind is VertexKind.STEP and graph.entry[node.ref] == vertex
        if kind is VertexKind.CALL and not enter_calls:
            is_step = True
        case.nodes.append(node)
        case.roles.append(Role.STEP if is_step else Role.THROUGH)
        case.forks.append(_FORKS.get(node.type, Fork.ALL))
        case.joins.append(_JOINS.get(node.type, Join.EACH))
        inside = graph.entry.get(node.parent)
        case.owners.append(call if inside is None else first + inside)
        case.out.append([])
        case.into.append([])


def _copy_arcs(
    case: CaseGraph, graph: FlowGraph, first: int, catching: Mapping[int, tuple[int, ...]]
) -> None:
    for vertex, arcs in enumerate(graph.out):
        ref = graph.refs[vertex]
        for arc in arcs:
            head = graph.process.node_by_ref[graph.refs[arc.head]]
            kind, events = ArcKind.FLOW, tuple[FlowNode, ...]()
            if head.attached_to == ref and vertex not in catching:
                kind = ArcKind.EVENT if graph.entry[ref] == vertex else ArcKind.SHARE
                events = (head,)
            case.add_arc(CaseArc(first + vertex, first + arc.head, arc.flow, kind, events))


def _copy_hosts(
    case: CaseGraph, graph: FlowGraph, first: int, catching: Mapping[int, tuple[int, ...]]
) -> None:
    """Tie exits to entrances, and let events that come from outside interrupt whoever is inside."""
    for vertex, kind in enumerate(graph.kinds):
        entrance = first + graph.entry[graph.refs[vertex]]
        at = first + vertex
        if at == entrance or vertex in catching:
            continue
        is_call_step = case.roles[entrance] is Role.STEP
        if kind is VertexKind.LEAVE or (kind is VertexKind.RETURN and vertex not in graph.catches):
            if is_call_step:
                case.add_arc(CaseArc(entrance, at))
            else:
                case.exits[entrance] = at
            continue
        case.roles[at] = Role.THROUGH if is_call_step else Role.HOST
        events = tuple(event for number in case.out[at] for event in case.arcs[number].events)
        kind_ = ArcKind.EVENT if is_call_step else ArcKind.ENTRY
        case.add_arc(CaseArc(entrance, at, kind=kind_, events=events))


def _begin_and_end(case: CaseGraph, graph: FlowGraph, first: int, copy: _Copy) -> None:
    """Let a copy begin and end: at the top where cases do, in a call where the caller goes on."""
    for vertex, arcs in enumerate(graph.out):
        node = case.nodes[first + vertex]
        is_throw = node.type == "intermediateThrowEvent" and node.has_event("link")
        if not arcs and not is_throw and graph.kinds[vertex] not in (_ENTER, _CALL):
            case.ends.add(first + vertex)
    going_on: dict[int, int] = {}
    if copy.call < 0:
        top = [n for n in graph.process.nodes if n.parent == graph.process.ref]
        events = [graph.entry[n.ref] for n in top if n.type == "startEvent"]
        case.starts = tuple(first + vertex for vertex in events or graph.starts)
    else:
        for start in graph.starts:
            case.add_arc(CaseArc(copy.call, first + start))
        going_on = dict.fromkeys(graph.ends, copy.way_back)
        for back, ends in copy.caught:
            going_on.update(dict.fromkeys(ends, back))
    for end, onward in sorted(going_on.items()):
        case.add_arc(CaseArc(first + end, onward))
        case.ends.discard(first + end)
    caught = {end for _, ends in copy.caught for end in ends}
    for vertex, node in graph.thrown:
        if not node.has_event("escalation"):
            around = case.enclosing(first + vertex)
            stop = around.index(copy.call) + 1 if vertex in caught else len(around)
            case.interrupted.update(around[:stop])
    for vertex, ref in enumerate(graph.refs):
        if graph.process.node_by_ref[ref].type == "endEvent" and graph.out[vertex]:
            _note_caught(case, graph, first, vertex)


def _note_caught(case: CaseGraph, graph: FlowGraph, first: int, vertex: int) -> None:
    """An end that is caught inside its process breaks off all it is nested in, up to the host."""
    hosts = [
        case.nodes[first + arc.head].attached_to for arc in graph.out[vertex] if arc.flow is None
    ]
    for host in hosts:
        if host is not None and len(hosts) == 1:
            around = case.enclosing(first + vertex)
            case.interrupted.update(around[: around.index(first + graph.entry[host]) + 1])
