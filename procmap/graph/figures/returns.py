"""Back and forth: work that goes to another party and comes back, A→B→A."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.graph.figures.figure import Figure, build_count
from procmap.model import Handoff, Level, Party, Succession
from procmap.source import ElementRef

__all__ = ["Return", "find_ping_pong", "find_returns", "find_stays"]


@dataclass(frozen=True, slots=True)
class Return:
    """Work that goes out from one party to another and back.

    Args:
        out: the hand-off from the first party to the second.
        back: the hand-off from the second party to the first.
        stay: the steps between them, from the target of `out` to the source of `back`.
    """

    out: Handoff
    back: Handoff
    stay: tuple[ElementRef, ...]

    @property
    def party(self) -> Party:
        """Who the work goes out from and comes back to."""
        return self.out.source_performer

    @property
    def other(self) -> Party:
        """Who it is with in the meantime."""
        return self.out.target_performer

    @property
    def path(self) -> tuple[ElementRef, ...]:
        """Nodes and flows of both hand-offs, and the steps between them."""
        return (*self.out.path, *self.stay[1:], *self.back.path[1:])


def find_ping_pong(
    subject: ElementRef,
    handoffs: Sequence[Handoff],
    stays: Mapping[ElementRef, tuple[ElementRef, ...]],
    level: Level,
) -> Figure:
    """Number of ordered pairs of parties A, B of a process with A→B→A on its successions.

    Stays are passed over, so that splitting a step inside its unit changes nothing.

    Args:
        subject: the process.
        handoffs: its hand-offs; messages are left out.
        stays: what `find_stays` found.
        level: the level of the hand-offs.
    """
    found = list(find_returns(handoffs, stays))
    steps = {step for r in found for step in (r.out.source, *r.stay, r.back.target)}
    return build_count(
        "ping_pong",
        str(subject),
        len(found),
        assumed=sum(r.out.assumed or r.back.assumed for r in found),
        level=level,
        elements=sorted(steps),
    )


def find_stays(successions: Iterable[Succession]) -> dict[ElementRef, tuple[ElementRef, ...]]:
    """The next steps of each step that certainly stay with the same party, in order."""
    found: dict[ElementRef, set[ElementRef]] = {}
    for succession in successions:
        if succession.crosses is False:
            found.setdefault(succession.source, set()).add(succession.target)
    return {source: tuple(sorted(targets)) for source, targets in found.items()}


def find_returns(
    handoffs: Iterable[Handoff], stays: Mapping[ElementRef, tuple[ElementRef, ...]]
) -> Iterator[Return]:
    """For each ordered pair of parties, the return over the fewest steps, ties by number.

    Args:
        handoffs: hand-offs of one process; messages are no successions and are left out.
        stays: what `find_stays` found in the landscape.
    """
    pairs: dict[tuple[str, str], list[Handoff]] = {}
    for handoff in handoffs:
        if handoff.medium != "message":
            pair = (handoff.source_performer.key, handoff.target_performer.key)
            pairs.setdefault(pair, []).append(handoff)
    for (party, other), outs in sorted(pairs.items()):
        backs = pairs.get((other, party))
        if backs is not None:
            found = _find_shortest(outs, backs, stays)
            if found is not None:
                yield found


def _find_shortest(
    outs: Iterable[Handoff],
    backs: Iterable[Handoff],
    stays: Mapping[ElementRef, tuple[ElementRef, ...]],
) -> Return | None:
    """Breadth first from all targets of `outs` at once, so that each step is seen once."""
    entered: dict[ElementRef, Handoff] = {}
    for handoff in sorted(outs, key=_order):
        entered.setdefault(handoff.target, handoff)
    leaving: dict[ElementRef, Handoff] = {}
    for handoff in sorted(backs, key=_order):
        leaving.setdefault(handoff.source, handoff)
    before: dict[ElementRef, ElementRef | None] = dict.fromkeys(entered)
    todo = deque(before)
    while todo:
        step = todo.popleft()
        if step in leaving:
            stay = _unwind(step, before)
            return Return(entered[stay[0]], leaving[step], stay)
        for onward in stays.get(step, ()):
            if onward not in before:
                before[onward] = step
                todo.append(onward)
    return None


def _order(handoff: Handoff) -> tuple[int, ElementRef, ElementRef, str]:
    # Numbers follow the flow; ids change with every export.
    return (handoff.number, handoff.source, handoff.target, handoff.key)


def _unwind(
    step: ElementRef, before: Mapping[ElementRef, ElementRef | None]
) -> tuple[ElementRef, ...]:
    path = [step]
    at = before[step]
    while at is not None:
        path.append(at)
        at = before[at]
    return tuple(reversed(path))
