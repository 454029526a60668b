"""Generated processes made of blocks, which can be played as cases and added up by hand.

A block tree is a second way to say what a process does: it knows nothing of flow graphs, traffic
equations or joins. `play` plays one case of it, `add_up` gives the expectation.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from hypothesis import strategies as st

from procmap.model import FlowNode, Lane, Performer, Process, SequenceFlow
from procmap.source import ElementRef
from tests.graph.builders import ref

LANES = ("A", "B", "C")


@dataclass(frozen=True)
class Block:
    """A task in a lane, or blocks put together.

    Args:
        kind: "task", "seq", "xor", "and", "or" or "loop" (body, and what is done before it again).
        lane: of a task.
        parts: the blocks inside; an empty sequence is a way without work.
        shares: of each way out of an xor or or; of a loop, how often it is walked again.
    """

    kind: str
    lane: str = ""
    parts: tuple[Block, ...] = ()
    shares: tuple[float, ...] = ()


@dataclass
class Drawing:
    """A block drawn as a process, with the probability of each flow that leaves a choice."""

    nodes: list[FlowNode] = field(default_factory=list)
    flows: list[SequenceFlow] = field(default_factory=list)
    probabilities: dict[ElementRef, float] = field(default_factory=dict)

    def node(self, type_: str, lane: str = "") -> ElementRef:
        name = ref(f"N{len(self.nodes)}")
        performers = (Performer("lane", lane, "lane", ref(f"Lane_{lane}")),) if lane else ()
        self.nodes.append(
            FlowNode(
                ref=name,
                type=type_,
                parent=ref("Process"),
                performers=performers,
                lane=ref(f"Lane_{lane}") if lane else None,
            )
        )
        return name

    def flow(self, source: ElementRef, target: ElementRef, share: float | None = None) -> None:
        name = ref(f"F{len(self.flows)}")
        self.flows.append(
            SequenceFlow(ref=name, source=source, target=target, parent=ref("Process"))
        )
        if share is not None:
            self.probabilities[name] = share


def draw_process(block: Block) -> tuple[Process, dict[ElementRef, float]]:
    """The process of a block, from a start event to an end event."""
    drawing = Drawing()
    start = drawing.node("startEvent")
    last = _draw(drawing, block, start, None)
    end = drawing.node("endEvent")
    drawing.flow(last[0], end, last[1])
    process = Process(
        ref=ref("Process"),
        name="Process",
        nodes=tuple(drawing.nodes),
        sequence_flows=tuple(drawing.flows),
        lanes=tuple(Lane(ref=ref(f"Lane_{x}"), name=x, process=ref("Process")) for x in LANES),
    )
    return process, drawing.probabilities


Loose = tuple[ElementRef, float | None]


def _draw(drawing: Drawing, block: Block, before: ElementRef, share: float | None) -> Loose:
    """Draw a block behind a node; gives back the node to go on from, and the share of that flow."""
    if block.kind == "task":
        task = drawing.node("task", block.lane)
        drawing.flow(before, task, share)
        return task, None
    if block.kind == "seq":
        at: Loose = (before, share)
        for part in block.parts:
            at = _draw(drawing, part, *at)
        return at
    if block.kind == "loop":
        body, redo = block.parts
        merge = drawing.node("exclusiveGateway")
        drawing.flow(before, merge, share)
        done = _draw(drawing, body, merge, None)
        choice = drawing.node("exclusiveGateway")
        drawing.flow(*done[:1], choice, done[1])
        again = _draw(drawing, redo, choice, block.shares[0])
        drawing.flow(again[0], merge, again[1])
        return choice, 1 - block.shares[0]
    type_ = {"xor": "exclusive", "and": "parallel", "or": "inclusive"}[block.kind] + "Gateway"
    split, join = drawing.node(type_), drawing.node(type_)
    drawing.flow(before, split, share)
    shares: Sequence[float | None] = block.shares or [None] * len(block.parts)
    for part, part_share in zip(block.parts, shares, strict=True):
        last = _draw(drawing, part, split, part_share)
        drawing.flow(last[0], join, last[1])
    return join, None


def play(
    block: Block, handing: frozenset[tuple[int, str]], chance: random.Random, visit: list[int]
) -> tuple[frozenset[tuple[int, str]], int]:
    """Play a block once: who hands over behind it, and how often work changed hands inside.

    `handing` are the pieces of work handed over: the number of the visit, and its lane.
    """
    if block.kind == "task":
        visit[0] += 1
        changed = sum(lane != block.lane for _, lane in handing)
        return frozenset({(visit[0], block.lane)}), changed
    if block.kind == "seq":
        total = 0
        for part in block.parts:
            handing, changed = play(part, handing, chance, visit)
            total += changed
        return handing, total
    if block.kind == "loop":
        handing, total = play(block.parts[0], handing, chance, visit)
        while chance.random() < block.shares[0]:
            for part in (block.parts[1], block.parts[0]):
                handing, changed = play(part, handing, chance, visit)
                total += changed
        return handing, total
    behind: frozenset[tuple[int, str]] = frozenset()
    total = 0
    for part in _choose(block, chance):
        handed, changed = play(part, handing, chance, visit)
        behind |= handed
        total += changed
    return behind, total


def _choose(block: Block, chance: random.Random) -> list[Block]:
    if block.kind == "and":
        return list(block.parts)
    if block.kind == "xor":
        return chance.choices(block.parts, weights=block.shares)
    chosen: list[Block] = []
    while not chosen:
        chosen = [
            part
            for part, share in zip(block.parts, block.shares, strict=True)
            if chance.random() < share
        ]
    return chosen


@dataclass(frozen=True)
class Sum:
    """The expectation of `play`.

    Args:
        handed: how much work each lane hands over behind it.
        passing: how likely work that came in is handed over as it came.
        changed: how often work changes hands inside.
    """

    handed: dict[str, float]
    passing: float
    changed: float


def add_up(block: Block, visits: float, handing: Mapping[str, float]) -> Sum:
    """Add up a block for so many visits, and so much work handed over to it by each lane."""
    if block.kind == "task":
        changed = sum(amount for lane, amount in handing.items() if lane != block.lane)
        return Sum({block.lane: visits}, 0.0, changed)
    if block.kind == "seq":
        return _in_a_row(block.parts, visits, handing)
    if block.kind == "loop":
        return _add_up_loop(block, visits, handing)
    sums = [
        add_up(part, visits * share, _scale(handing, share))
        for part, share in zip(block.parts, _shares(block), strict=True)
    ]
    handed: dict[str, float] = {}
    for one in sums:
        handed = _plus(handed, one.handed)
    passing = _passing(block, [one.passing for one in sums])
    return Sum(handed, passing, sum(one.changed for one in sums))


def _in_a_row(parts: Sequence[Block], visits: float, handing: Mapping[str, float]) -> Sum:
    handed: dict[str, float] = {}
    passing, changed = 1.0, 0.0
    for part in parts:
        one = add_up(part, visits, _plus(handed, _scale(handing, passing)))
        handed = _plus(one.handed, _scale(handed, one.passing))
        passing *= one.passing
        changed += one.changed
    return Sum(handed, passing, changed)


def _add_up_loop(block: Block, visits: float, handing: Mapping[str, float]) -> Sum:
    again, (body, redo) = block.shares[0], block.parts
    one = add_up(body, visits, handing)
    handed, passing, changed = one.handed, one.passing, one.changed
    left, left_passing = _scale(handed, 1 - again), passing * (1 - again)
    while visits > 1e-13:
        visits, handed, passing = visits * again, _scale(handed, again), passing * again
        round_ = _in_a_row((redo, body), visits, _plus(handed, _scale(handing, passing)))
        changed += round_.changed
        handed = _plus(round_.handed, _scale(handed, round_.passing))
        passing *= round_.passing
        left = _plus(left, _scale(handed, 1 - again))
        left_passing += passing * (1 - again)
    return Sum(left, left_passing, changed)


def _plus(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    return {lane: first.get(lane, 0.0) + second.get(lane, 0.0) for lane in {*first, *second}}


def _scale(handing: Mapping[str, float], share: float) -> dict[str, float]:
    return {lane: amount * share for lane, amount in handing.items()}


def _shares(block: Block) -> list[float]:
    if block.kind == "and":
        return [1.0] * len(block.parts)
    if block.kind == "xor":
        return list(block.shares)
    none = 1.0
    for share in block.shares:
        none *= 1 - share
    return [share / (1 - none) for share in block.shares]


def _passing(block: Block, passing: Sequence[float]) -> float:
    """How likely work comes through some way as it was: it is the same work, however often."""
    if block.kind == "xor":
        return sum(s * p for s, p in zip(block.shares, passing, strict=True))
    # All sets of ways that may be taken, one by one.
    total = none = 0.0
    for taken in product((True, False), repeat=len(block.parts)):
        likely, stopped = 1.0, 1.0
        for i, is_taken in enumerate(taken):
            share = 1.0 if block.kind == "and" else block.shares[i]
            likely *= share if is_taken else 1 - share
            stopped *= 1 - passing[i] if is_taken else 1.0
        if not any(taken):
            none = likely
            continue
        total += likely * (1 - stopped)
    return total / (1 - none)


EMPTY = Block("seq")
tasks = st.sampled_from(LANES).map(lambda lane: Block("task", lane))
halves = st.sampled_from((0.1, 0.25, 0.5, 0.6))


def _sequences(parts: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    return st.lists(parts, min_size=1, max_size=3).map(lambda p: Block("seq", parts=tuple(p)))


@st.composite
def _xors(draw: st.DrawFn, parts: st.SearchStrategy[Block]) -> Block:
    first = draw(halves)
    return Block(
        "xor", parts=(draw(parts), draw(parts | st.just(EMPTY))), shares=(first, 1 - first)
    )


@st.composite
def _alls(draw: st.DrawFn, parts: st.SearchStrategy[Block]) -> Block:
    ways = draw(st.lists(parts | st.just(EMPTY), min_size=2, max_size=3))
    return Block("and", parts=tuple(ways))


@st.composite
def _somes(draw: st.DrawFn, parts: st.SearchStrategy[Block]) -> Block:
    ways = (draw(parts | st.just(EMPTY)), draw(parts | st.just(EMPTY)))
    return Block("or", parts=ways, shares=(draw(halves), draw(halves)))


@st.composite
def _loops(draw: st.DrawFn, parts: st.SearchStrategy[Block]) -> Block:
    return Block("loop", parts=(draw(parts), draw(parts | st.just(EMPTY))), shares=(draw(halves),))


def blocks(*, parallel: bool = True) -> st.SearchStrategy[Block]:
    """Blocks of a few tasks; without `parallel`, one thing at a time."""

    def grow(parts: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        single = _sequences(parts) | _xors(parts) | _loops(parts)
        return single | _alls(parts) | _somes(parts) if parallel else single

    return st.recursive(tasks, grow, max_leaves=7)
