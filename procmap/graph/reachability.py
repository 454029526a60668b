"""Which nodes no entry reaches, and from which no end can be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from procmap.graph.flow_graph import FlowGraph
from procmap.model import FlowNode, Process
from procmap.source import ElementRef

__all__ = ["Reachability", "find_unreached"]


@dataclass(frozen=True, slots=True)
class Reachability:
    """What is wrong with a process's flow.

    Args:
        unreachable: nodes that no entry reaches, in file order.
        endless: nodes from which no end can be reached, in file order.
        dangling: some of its sequence flows lead nowhere.
    """

    unreachable: tuple[ElementRef, ...]
    endless: tuple[ElementRef, ...]
    dangling: bool


def find_unreached(graph: FlowGraph) -> Reachability:
    """Look for nodes that no case ever passes, or never leaves (practice: soundness).

    Entries are starts, instantiating receives, event sub-processes, compensation handlers and
    catches without incoming flow; and every node without incoming flow where its level has no
    start, or is an ad-hoc sub-process. Ends likewise.
    """
    process = graph.process
    ahead: list[list[int]] = [[arc.head for arc in arcs] for arcs in graph.out]
    for call, back in graph.ways_back.items():
        ahead[call].append(back)
    starts: dict[ElementRef, list[int]] = {}
    for node in process.nodes:
        if node.type == "startEvent":
            starts.setdefault(node.parent, []).append(graph.entry[node.ref])
    for node in process.nodes:
        if node.attached_to is not None and node.attached_to in graph.entry:
            ahead[graph.entry[node.attached_to]].append(graph.entry[node.ref])
        elif node.triggered_by_event and node.ref in process.containers_with_content:
            ahead[graph.entry[node.ref]] += starts.get(node.ref, ())
    behind: list[list[int]] = [[] for _ in ahead]
    for tail, heads in enumerate(ahead):
        for head in heads:
            behind[head].append(tail)
    forward = _spread(ahead, (graph.entry[ref] for ref in _find_entries(process)))
    backward = _spread(behind, (graph.entry[ref] for ref in _find_ends(process)))
    return Reachability(
        unreachable=tuple(n.ref for n in process.nodes if graph.entry[n.ref] not in forward),
        endless=tuple(n.ref for n in process.nodes if graph.entry[n.ref] not in backward),
        dangling=any(
            flow.source not in graph.entry or flow.target not in graph.entry
            for flow in process.sequence_flows
        ),
    )


def _find_entries(process: Process) -> list[ElementRef]:
    arrived = {flow.target for flow in process.sequence_flows}
    with_start = {node.parent for node in process.nodes if node.type == "startEvent"}
    return [
        node.ref
        for node in process.nodes
        if node.type == "startEvent"
        or _stands_alone(node)
        or node.instantiates
        or (
            node.ref not in arrived
            and node.attached_to is None
            and (
                node.type in ("intermediateCatchEvent", "receiveTask")
                or _is_open(process, node, with_start)
            )
        )
    ]


def _find_ends(process: Process) -> list[ElementRef]:
    left = {flow.source for flow in process.sequence_flows}
    with_end = {node.parent for node in process.nodes if node.type == "endEvent"}
    return [
        node.ref
        for node in process.nodes
        if node.type == "endEvent"
        or _stands_alone(node)
        or (
            node.ref not in left
            and (
                node.type == "intermediateThrowEvent"
                or (node.attached_to is not None and node.has_event("compensate"))
                or _is_open(process, node, with_end)
            )
        )
    ]


def _stands_alone(node: FlowNode) -> bool:
    """Neither entered nor left by sequence flow, and rightly so."""
    return node.triggered_by_event or node.for_compensation


def _is_open(process: Process, node: FlowNode, closed: Iterable[ElementRef]) -> bool:
    """Its level has no start (or end) event, or is ad hoc: any node may be first (or last)."""
    parent = process.node_by_ref.get(node.parent)
    return node.parent not in closed or (parent is not None and parent.type == "adHocSubProcess")


def _spread(neighbours: list[list[int]], first: Iterable[int]) -> set[int]:
    seen = set(first)
    todo = list(seen)
    while todo:
        for other in neighbours[todo.pop()]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen
