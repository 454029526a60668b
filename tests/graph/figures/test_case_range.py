"""Fewest and most hand-offs on one way from start to end."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics
from procmap.model import Landscape, Process
from procmap.source import ElementRef
from tests.graph.builders import build_landscape, build_process, ref
from tests.graph.strategies import landscapes

from .test_expected_handoffs import WORKED


def span(*processes: Process) -> tuple[Figure, Figure]:
    figures = Metrics(analyze_landscape(build_landscape(*processes))).of(processes[0].ref)
    return figures["fewest_handoffs"], figures["most_handoffs"]


def test_the_fewest_are_on_the_shortest_way_and_a_loop_is_walked_once() -> None:
    fewest, most = span(WORKED)
    # R→V→D→end; and R→V, V→D and D→V in the loop, D→L.
    assert (fewest.value, most.value) == (2, 4)
    assert fewest.elements == (ref("TR"), ref("TV"), ref("TD"))


def test_a_way_past_all_steps_has_none() -> None:
    fewest, most = span(build_process("Start -> X1@A -> End\nX1 -> T1@A -> T2@B -> End"))
    assert (fewest.value, most.value) == (0, 1)


def test_called_processes_are_walked_through() -> None:
    called = build_process("Start -> T8@Z -> T9@Y -> End", id_="Q", document="q.bpmn")
    caller = build_process("T1@A -> Call1@A -> T2@A", calls={"Call1": ref("Q", "q.bpmn")})
    fewest, most = span(caller, called)
    assert (fewest.value, most.value) == (3, 3)


def test_undecided_successions_are_given_beside() -> None:
    fewest, _ = span(build_process("T1@A -> T2@B -> T3"))
    assert (fewest.value, fewest.not_clarified) == (1, 1)


def test_no_way_to_an_end_is_a_reason() -> None:
    fewest, most = span(build_process("Start -> T1@A -> T2@B -> T1"))
    assert "no way" in fewest.withheld
    assert "no way" in most.withheld


Pair = tuple[ElementRef, ElementRef]


class Trails:
    """Every way from a start to an end that takes no succession twice, one after the other."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.flows: dict[ElementRef, list[ElementRef]] = {}
        for flow in process.sequence_flows:
            assert flow.source is not None
            assert flow.target is not None
            self.flows.setdefault(flow.source, []).append(flow.target)
        self.ahead: dict[ElementRef, dict[ElementRef, bool]] = {}
        for s in analyze_landscape(build_landscape(process)).successions:
            self.ahead.setdefault(s.source, {})[s.target] = bool(s.crosses)

    def beyond(
        self, node: ElementRef, seen: frozenset[ElementRef] = frozenset()
    ) -> Iterator[ElementRef | None]:
        """The next steps from a node on; None for an end."""
        if not self.flows.get(node):
            yield None
        for head in self.flows.get(node, ()):
            if self.process.node_by_ref[head].is_activity:
                yield head
            elif head not in seen:
                yield from self.beyond(head, seen | {head})

    def firsts(self) -> set[ElementRef | None]:
        arrived = {flow.target for flow in self.process.sequence_flows}
        found: set[ElementRef | None] = set()
        for node in self.process.nodes:
            if node.ref not in arrived:
                found |= {node.ref} if node.is_activity else set(self.beyond(node.ref))
        return found

    def count(self) -> Iterator[int]:
        firsts = self.firsts()
        if None in firsts:
            yield 0
        todo: list[tuple[ElementRef, int, frozenset[Pair]]] = [
            (first, 0, frozenset()) for first in firsts if first is not None
        ]
        while todo:
            step, count, taken = todo.pop()
            if None in set(self.beyond(step)):
                yield count
            for head, crosses in self.ahead.get(step, {}).items():
                if (step, head) not in taken:
                    todo.append((head, count + crosses, taken | {(step, head)}))


@settings(max_examples=150, deadline=None)
@given(landscapes(7, every_lane=True))
def test_no_way_has_fewer_and_none_without_repetition_has_more(landscape: Landscape) -> None:
    (process,) = landscape.processes
    if len(process.sequence_flows) > 9:
        return
    fewest, most = span(process)
    counts = list(Trails(process).count())
    if not counts:
        assert fewest.withheld
        assert most.withheld
        return
    assert fewest.value == min(counts)
    assert most.value is not None
    assert most.value >= max(counts)
