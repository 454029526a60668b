"""The places where a case takes one, or some, of several ways; and what is stated of each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.errors import ModelError
from procmap.graph.figures.case_graph import ArcKind, CaseArc, CaseGraph, Fork, WithheldError
from procmap.model import FlowNode, SequenceFlow
from procmap.source import ElementRef

__all__ = ["Choice", "ChoiceReader"]

_CLOSE: Final = 1e-6
_GOLDEN: Final = 0.6180339887498949


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where a case takes one, or some, of several ways.

    Args:
        vertex: the vertex; -1 for the choice between several starts.
        node: what stands there; ``None`` for the choice between several starts.
        exclusive: just one way is taken; otherwise each by itself, and at least one.
        ways: arcs that leave by it, or starts.
        shares: how often each way is taken, in all once where `exclusive`.
        default: the position of the way taken where no other is, if that is not stated.
        may_be_none: it may happen that none of them is taken, since others are always taken.
    """

    vertex: int
    node: FlowNode | None
    exclusive: bool
    ways: tuple[int, ...]
    shares: tuple[float, ...]
    default: int | None = None
    may_be_none: bool = False

    def find_weights(self, shares: Iterable[float] | None = None) -> tuple[float, ...]:
        """How often each way is taken for one arrival; for inclusive ways, given that some is.

        Args:
            shares: to be taken instead of its own.
        """
        stated = tuple(self.shares if shares is None else shares)
        if self.exclusive:
            total = sum(stated)
            return tuple(share / total for share in stated)
        if self.default is not None:
            others = (1 - s for i, s in enumerate(stated) if i != self.default)
            rest = math.prod(others)
            return tuple(rest if i == self.default else s for i, s in enumerate(stated))
        if self.may_be_none:
            return stated
        some = 1 - math.prod(1 - share for share in stated)
        return tuple(share / some for share in stated)

    def find_passing(self, passing: Sequence[float], always: Sequence[float] = ()) -> float:
        """How likely some inclusive way is taken that has a property.

        Args:
            passing: how likely each way has it, once taken.
            always: the same for ways that are always taken beside these.
        """
        besides = math.prod(1 - share for share in always)
        chosen = [i for i in range(len(self.ways)) if i != self.default]
        none_passes = math.prod(1 - self.shares[i] * passing[i] for i in chosen)
        none_taken = math.prod(1 - self.shares[i] for i in chosen)
        if self.default is not None:
            return 1 - (none_passes - none_taken * passing[self.default]) * besides
        if self.may_be_none:
            return 1 - none_passes * besides
        return (1 - none_passes) / (1 - none_taken)

    def find_generic_weights(self, draw: int) -> tuple[float, ...]:
        """Weights without meaning, for telling what holds whatever the probabilities are."""
        count = len(self.ways)
        spread = [(_GOLDEN * (draw * 7 + self.vertex * 3 + i * 5 + 1)) % 1 for i in range(count)]
        return self.find_weights(0.15 + 0.7 * part for part in spread)


class ChoiceReader:
    """Reads the choices of a case, one vertex after the other."""

    def __init__(
        self,
        case: CaseGraph,
        flows: Mapping[ElementRef, SequenceFlow],
        given: Mapping[ElementRef, float],
        *,
        uniform: bool,
    ) -> None:
        self.case = case
        self.flows = flows
        self.given = given
        self.uniform = uniform
        self.evened: set[ElementRef] = set()

    def read_starts(self) -> Choice:
        """The choice between several starts."""
        nodes = [self.case.nodes[start] for start in self.case.starts]
        shares = self._complete(
            None, [self.given.get(n.ref) for n in nodes], tuple(n.ref for n in nodes)
        )
        return Choice(-1, None, exclusive=True, ways=self.case.starts, shares=shares)

    def read(self, vertex: int) -> list[Choice]:
        """The choice at a vertex, where there is one."""
        case = self.case
        ways = [n for n in case.out[vertex] if case.arcs[n].kind is ArcKind.FLOW]
        node, fork = case.nodes[vertex], case.forks[vertex]
        if node.is_gateway and fork is Fork.COMPLEX and len(ways) > 1:
            raise WithheldError("a complex gateway does not say which ways are taken", (node.ref,))
        drawn = all(case.arcs[n].flow is not None for n in ways)
        if node.is_gateway and fork is not Fork.ALL:
            return self._read_gateway(vertex, ways, exclusive=fork is Fork.ONE)
        if not drawn:
            return self._read_undrawn(vertex, ways)
        conditional = [n for n in ways if self._is_conditional(node, case.arcs[n])]
        if len(ways) > 1 and conditional:
            return self._read_conditional(vertex, ways, conditional)
        self._check_unconditional(node, ways)
        return []

    def read_events(self) -> dict[ElementRef, float]:
        """How often each boundary event happens to its host."""
        found: dict[ElementRef, float] = {}
        together: dict[ElementRef, float] = {}
        events = {event.ref: event for arc in self.case.arcs for event in arc.events}
        leaving: dict[ElementRef, list[ElementRef]] = {}
        for flow in self.flows.values():
            if flow.source in events:
                leaving.setdefault(flow.source, []).append(flow.ref)
        for ref, event in sorted(events.items()):
            share = self.given.get(ref)
            if share is None and len(leaving.get(ref, ())) == 1:
                share = self._stated(leaving[ref][0])
            found[ref] = share or 0.0
            host = event.attached_to
            if event.interrupting and host is not None:
                together[host] = together.get(host, 0.0) + found[ref]
                if together[host] > 1 + _CLOSE:
                    problem = f"what interrupts it happens {together[host]:g} times in all"
                    if not self.given:
                        raise WithheldError(f"{problem} in file or register", (host,))
                    raise ModelError(
                        problem,
                        where=str(host),
                        expected="probabilities of boundary events that add up to 1 at most",
                    )
        return found

    def _read_gateway(self, vertex: int, ways: list[int], *, exclusive: bool) -> list[Choice]:
        node = self.case.nodes[vertex]
        stated = [self._way(n) for n in ways]
        if len(ways) < 2:
            if exclusive and any(share is not None for share in stated):
                self._complete(node, stated, self._refs(ways))
            return []
        if exclusive:
            shares = self._complete(node, stated, self._refs(ways))
            return [Choice(vertex, node, exclusive=True, ways=tuple(ways), shares=shares)]
        return [self._read_inclusive(vertex, ways, may_be_none=False)]

    def _read_undrawn(self, vertex: int, ways: list[int]) -> list[Choice]:
        """Several entrances of a sub-process or called process, or several that catch an error."""
        case = self.case
        entered = vertex in case.exits
        broken = case.nodes[vertex].type == "endEvent" and all(
            case.nodes[case.arcs[n].head].attached_to is not None for n in ways
        )
        if len(ways) < 2 or not (entered or broken):
            return []
        node = case.nodes[vertex]
        shares = self._complete(node, [self._way(n) for n in ways], self._refs(ways))
        return [Choice(vertex, node, exclusive=True, ways=tuple(ways), shares=shares)]

    def _read_conditional(
        self, vertex: int, ways: list[int], conditional: list[int]
    ) -> list[Choice]:
        """Conditional flows of an activity: one where they add up to 1, else some."""
        node = self.case.nodes[vertex]
        stated = [self._way(n) for n in conditional]
        known = [share for share in stated if share is not None]
        if len(conditional) == len(ways) and (
            (len(known) == len(stated) and abs(sum(known) - 1) <= _CLOSE)
            or (self.uniform and not known)
        ):
            shares = self._complete(node, stated, self._refs(conditional))
            return [Choice(vertex, node, exclusive=True, ways=tuple(conditional), shares=shares)]
        return [self._read_inclusive(vertex, conditional, may_be_none=len(conditional) < len(ways))]

    def _read_inclusive(self, vertex: int, ways: list[int], *, may_be_none: bool) -> Choice:
        node = self.case.nodes[vertex]
        stated = [self._way(n) for n in ways]
        default = next(
            (i for i, n in enumerate(ways) if self._is_default(node, self.case.arcs[n])), None
        )
        if default is not None and stated[default] is not None:
            default = None
        unsaid = [i for i, share in enumerate(stated) if share is None and i != default]
        if unsaid:
            if not self.uniform:
                raise _unstated(node, self._refs(ways))
            self.evened.add(node.ref)
        shares = tuple(0.5 if share is None else share for share in stated)
        if default is None and not may_be_none and not any(shares):
            raise ModelError(
                "no way that leaves it is ever taken",
                where=_name(node),
                expected="at least one probability above 0",
            )
        return Choice(
            vertex,
            node,
            exclusive=False,
            ways=tuple(ways),
            shares=shares,
            default=default,
            may_be_none=may_be_none,
        )

    def _complete(
        self, node: FlowNode | None, stated: list[float | None], refs: tuple[ElementRef, ...]
    ) -> tuple[float, ...]:
        """Exclusive shares; what nobody stated shares what is left, where that was asked for."""
        known = sum(share for share in stated if share is not None)
        missing = sum(share is None for share in stated)
        if known > 1 + _CLOSE or (not missing and abs(known - 1) > _CLOSE):
            problem = f"the probabilities of the ways that leave it add up to {known:g}"
            if not any(ref in self.given for ref in refs):
                raise WithheldError(f"{problem} in {self._find_source(refs)}", refs)
            raise ModelError(problem, where=_name(node), expected="1")
        if missing and not self.uniform:
            raise _unstated(node, refs)
        if missing:
            self.evened.add(node.ref if node is not None else refs[0])
        rest = max(0.0, 1 - known) / missing if missing else 0.0
        return tuple(rest if share is None else share for share in stated)

    def _check_unconditional(self, node: FlowNode, ways: list[int]) -> None:
        for number in ways:
            flow = self.case.arcs[number].flow
            if flow is None or node.attached_to is not None:
                continue
            if flow not in self.given and self._registered(flow) not in (None, 1):
                problem = "the register gives a probability for a way that is always taken"
                raise WithheldError(problem, (flow,))
            share = self.given.get(flow, 1.0)
            if share != 1:
                raise ModelError(
                    f"the probability {share:g} is given for a way that is always taken",
                    where=str(flow),
                    expected=f"1, or nothing, for a flow that leaves {_name(node)}",
                )

    def _way(self, number: int) -> float | None:
        arc = self.case.arcs[number]
        if arc.flow is None:
            return self.given.get(self.case.nodes[arc.head].ref)
        return self._stated(arc.flow)

    def _stated(self, flow: ElementRef) -> float | None:
        if flow in self.given:
            return self.given[flow]
        registered = self._registered(flow)
        return registered if registered is not None else _read_attribute(self.flows[flow])

    def _registered(self, flow: ElementRef) -> float | None:
        """What the register states, which counts before what the file does."""
        share = self.flows[flow].probability.value
        if share is None or 0 <= share <= 1:
            return share
        raise WithheldError(f"the register's {share:g} is no probability", (flow,))

    def _find_source(self, refs: Iterable[ElementRef]) -> str:
        flows = (self.flows.get(ref) for ref in refs)
        said = any(flow is not None and flow.probability.is_stated for flow in flows)
        return "the register" if said else "the file"

    def _refs(self, ways: list[int]) -> tuple[ElementRef, ...]:
        arcs = (self.case.arcs[number] for number in ways)
        return tuple(arc.flow or self.case.nodes[arc.head].ref for arc in arcs)

    def _is_default(self, node: FlowNode, arc: CaseArc) -> bool:
        return arc.flow is not None and arc.flow.id == node.default_flow

    def _is_conditional(self, node: FlowNode, arc: CaseArc) -> bool:
        if arc.flow is None:
            return False
        return self.flows[arc.flow].condition is not None or self._is_default(node, arc)


def _read_attribute(flow: SequenceFlow) -> float | None:
    """A probability that a file states as an attribute of a flow, in whatever namespace."""
    for name, text in flow.attributes:
        if name.rpartition("}")[2] == "probability":
            try:
                share = float(text)
            except ValueError:
                return None
            return share if 0 <= share <= 1 else None
    return None


def _unstated(node: FlowNode | None, refs: tuple[ElementRef, ...]) -> WithheldError:
    if node is None:
        return WithheldError("nobody has stated how often it begins at each of its starts", refs)
    about = f"'{node.label}'"
    return WithheldError(f"nobody has stated how often each way is taken at {about}", (node.ref,))


def _name(node: FlowNode | None) -> str:
    return f"{node.type} '{node.label}' ({node.ref})" if node is not None else "the starts"
