"""The steps of a case and which may follow which; gateways and events are contracted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.graph.figures.case_graph import CaseGraph, Role, WithheldError
from procmap.graph.figures.components import find_components
from procmap.source import ElementRef

__all__ = ["StepGraph", "build_step_graph", "find_back_edges"]

_MAX_WORK: Final = 3_000_000
_SMALL: Final = 64


@dataclass(frozen=True, slots=True)
class StepGraph:
    """Steps by number, in the order of the case graph; a called process's once for each call.

    Args:
        refs: the step each number stands for.
        hosts: numbers that are no steps, but hosts of events that interrupt them.
        ahead: the steps that may come next after each.
        firsts: steps that come first where a case begins.
        entered: steps that may come without another before them, `firsts` included.
        lasts: steps after which a case may end without another.
        passable: a case may end without any step.
    """

    refs: tuple[ElementRef, ...]
    hosts: frozenset[int]
    ahead: tuple[tuple[int, ...], ...]
    firsts: tuple[int, ...]
    entered: frozenset[int]
    lasts: frozenset[int]
    passable: bool


def build_step_graph(case: CaseGraph) -> StepGraph:
    """Contract gateways and events.

    Raises:
        WithheldError: there are too many ways between steps.
    """
    steps = [v for v, role in enumerate(case.roles) if role is not Role.THROUGH]
    walker = _Walker(case, {vertex: number for number, vertex in enumerate(steps)})
    ahead: list[tuple[int, ...]] = []
    lasts: set[int] = set()
    for number, vertex in enumerate(steps):
        heads = [case.arcs[n].head for n in case.out[vertex]]
        found, ends = walker.walk(heads)
        ahead.append(found)
        if ends or not case.out[vertex]:
            lasts.add(number)
    firsts, passable = walker.walk(case.starts)
    alone = [v for v, numbers in enumerate(case.into) if not numbers]
    others, _ = walker.walk(alone)
    return StepGraph(
        refs=tuple(case.nodes[vertex].ref for vertex in steps),
        hosts=frozenset(n for n, v in enumerate(steps) if case.roles[v] is Role.HOST),
        ahead=tuple(ahead),
        firsts=firsts,
        entered=frozenset((*firsts, *others)),
        lasts=frozenset(lasts),
        passable=passable,
    )


class _Walker:
    """Walks from vertices to the next steps; counts its work.

    Where few steps lie behind a gateway or event, they are collected once for all that lead there,
    loops of gateways included.
    """

    def __init__(self, case: CaseGraph, numbers: dict[int, int]) -> None:
        self.case = case
        self.numbers = numbers
        self.work = _MAX_WORK
        self.collected: dict[int, tuple[frozenset[int], bool]] = {}
        through = [v for v in range(len(case.nodes)) if v not in numbers]
        ahead = {v: [case.arcs[n].head for n in case.out[v]] for v in through}
        for component in find_components(through, ahead):
            found = self._collect(component, ahead)
            if found is not None:
                self.collected.update(dict.fromkeys(component, found))

    def _collect(
        self, component: Sequence[int], ahead: dict[int, list[int]]
    ) -> tuple[frozenset[int], bool] | None:
        inside = set(component)
        steps: set[int] = set()
        ends = any(vertex in self.case.ends for vertex in component)
        for vertex in component:
            for head in ahead[vertex]:
                if head in self.numbers:
                    steps.add(self.numbers[head])
                elif head not in inside:
                    if head not in self.collected:
                        return None
                    steps |= self.collected[head][0]
                    ends = ends or self.collected[head][1]
                if len(steps) > _SMALL:
                    return None
        return frozenset(steps), ends

    def walk(self, firsts: Sequence[int]) -> tuple[tuple[int, ...], bool]:
        """The next steps from some vertices on, and whether an end is reached before any."""
        case = self.case
        found: set[int] = set()
        ends = False
        seen = set(firsts)
        todo = list(firsts)
        while todo:
            vertex = todo.pop()
            if vertex in self.numbers:
                found.add(self.numbers[vertex])
                continue
            if vertex in self.collected:
                steps, reached = self.collected[vertex]
                found |= steps
                ends = ends or reached
                continue
            ends = ends or vertex in case.ends
            self.work -= 1 + len(case.out[vertex])
            if self.work < 0:
                raise WithheldError("there are too many ways between its steps")
            for number in case.out[vertex]:
                head = case.arcs[number].head
                if head not in seen:
                    seen.add(head)
                    todo.append(head)
        return tuple(sorted(found)), ends


def find_back_edges(graph: StepGraph) -> frozenset[tuple[int, int]]:
    """Successions that lead back to where a loop is entered, and so on for the loops inside it.

    For a loop with one entrance these are the back edges of any depth-first search. Where a loop
    has several, a search would give one answer or another, by the order it happens to take; here
    all successions to an entrance count (Steensgaard 1993), so that no order matters.

    Raises:
        WithheldError: a loop that nothing leads into, or loops nested too deep.
    """
    ahead = {number: set(heads) for number, heads in enumerate(graph.ahead)}
    found: set[tuple[int, int]] = set()
    work = _MAX_WORK
    todo = [list(ahead)]
    while todo:
        nodes = todo.pop()
        work -= sum(1 + len(ahead[node]) for node in nodes)
        if work < 0:
            raise WithheldError("its loops are nested too deep")
        entered = set(graph.entered)
        loops = [
            component
            for component in find_components(nodes, {n: sorted(ahead[n]) for n in nodes})
            if len(component) > 1 or component[0] in ahead[component[0]]
        ]
        within = {node: index for index, loop in enumerate(loops) for node in loop}
        for node in nodes:
            entered.update(h for h in ahead[node] if within.get(h, -1) != within.get(node, -2))
        closed = [number for loop in loops if not entered.intersection(loop) for number in loop]
        if closed:
            refs = tuple(sorted({graph.refs[number] for number in closed}))
            raise WithheldError("it has a loop that no start leads into", refs)
        for loop in loops:
            heads = entered.intersection(loop)
            for node in loop:
                back = ahead[node] & heads
                found.update((node, head) for head in back)
                ahead[node] -= back
            todo.append(loop)
    return frozenset(found)
