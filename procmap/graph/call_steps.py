"""Which steps come first and last in a called process, seen through the calls inside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from procmap.graph.flow_graph import FlowGraph, VertexKind
from procmap.graph.throws import find_catchers
from procmap.source import ElementRef

__all__ = ["Entrance", "collect_steps", "find_caught_ends", "spread_first", "spread_last"]

# A process, and the end vertices it is left by; none where it is entered.
Entrance = tuple[ElementRef, tuple[int, ...]]
Spread = tuple[set[ElementRef], list[Entrance]]


def spread_first(
    graphs: Mapping[ElementRef, FlowGraph], process: ElementRef, passable: frozenset[ElementRef]
) -> Spread:
    """The first steps drawn in a process, and the processes it calls before any step."""
    graph = graphs[process]
    found: set[ElementRef] = set()
    called: dict[Entrance, None] = {}
    seen: set[int] = set()
    todo = list(graph.starts)
    while todo:
        vertex = todo.pop()
        if vertex in seen:
            continue
        seen.add(vertex)
        kind = graph.kinds[vertex]
        if kind is VertexKind.STEP:
            found.add(graph.refs[vertex])
            continue
        if kind is VertexKind.CALL:
            called[graph.calls[vertex], ()] = None
            if graph.calls[vertex] not in passable:
                continue
            vertex = graph.ways_back[vertex]
        todo.extend(arc.head for arc in graph.out[vertex])
    return found, list(called)


def spread_last(
    graphs: Mapping[ElementRef, FlowGraph], at: Entrance, passable: frozenset[ElementRef]
) -> Spread:
    """The last steps drawn in a process, and the processes it calls after its last step."""
    process, ends = at
    graph = graphs[process]
    found: set[ElementRef] = set()
    called: dict[Entrance, None] = {}
    seen: set[int] = set()
    todo = list(ends)
    while todo:
        vertex = todo.pop()
        if vertex in seen:
            continue
        seen.add(vertex)
        kind = graph.kinds[vertex]
        if kind is VertexKind.STEP:
            found.add(graph.refs[vertex])
            continue
        if kind is VertexKind.RETURN:
            callee = graph.calls[vertex]
            if vertex in graph.catches:
                caught = find_caught_ends(graphs, graph, vertex)
                if caught:
                    called[callee, caught] = None
                continue
            called[callee, graphs[callee].ends] = None
            if callee not in passable:
                continue
            vertex = graph.entry[graph.refs[vertex]]
        todo.extend(graph.into[vertex])
    return found, list(called)


def find_caught_ends(
    graphs: Mapping[ElementRef, FlowGraph], graph: FlowGraph, vertex: int
) -> tuple[int, ...]:
    """The ends of a called process that the boundary event of a RETURN vertex catches."""
    boundary = graph.catches[vertex]
    siblings = [n for n in graph.process.nodes if n.attached_to == boundary.attached_to]
    return tuple(
        end
        for end, node in graphs[graph.calls[vertex]].thrown
        if any(
            boundary.ref in find_catchers(definition, siblings)
            for definition in node.event_definitions
        )
    )


def collect_steps(
    first: Entrance,
    spread: Callable[[Entrance], Spread],
    known: dict[Entrance, frozenset[ElementRef]],
) -> frozenset[ElementRef]:
    """The steps of an entrance and of all entrances that it leads on to.

    Processes that call each other in a circle share one answer (Tarjan 1972, without recursion),
    and every answer on the way is kept in `known`: a chain of calls is walked once.
    """
    number: dict[Entrance, int] = {}
    low: dict[Entrance, int] = {}
    steps: dict[Entrance, set[ElementRef]] = {}
    onward: dict[Entrance, list[Entrance]] = {}
    circle: list[Entrance] = []
    todo = [first] if first not in known else []
    while todo:
        at = todo[-1]
        if at not in number:
            number[at] = low[at] = len(number)
            steps[at], onward[at] = spread(at)
            circle.append(at)
        if onward[at]:
            other = onward[at].pop()
            if other in known:
                steps[at] |= known[other]
            elif other not in number:
                onward[at].append(other)
                todo.append(other)
            else:
                low[at] = min(low[at], low[other])
            continue
        todo.pop()
        if low[at] == number[at]:
            _close(at, circle, steps, known)
    return known[first]


def _close(
    at: Entrance,
    circle: list[Entrance],
    steps: dict[Entrance, set[ElementRef]],
    known: dict[Entrance, frozenset[ElementRef]],
) -> None:
    """Give all members of a finished circle the steps that any of them leads to."""
    members = [circle.pop()]
    while members[-1] != at:
        members.append(circle.pop())
    together = frozenset().union(*(steps[member] for member in members))
    known.update(dict.fromkeys(members, together))
