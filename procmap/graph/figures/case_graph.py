"""What one case can do: a process with its calls unfolded, and how its ways fork and join.

The flow graph summarises calls, because a process may be called from several places. A case is in
one of them: here each call is entered by a copy of its own. `unfolding` builds it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from procmap.model import FlowNode
from procmap.source import ElementRef

__all__ = ["ArcKind", "CaseArc", "CaseGraph", "Fork", "Join", "Role", "WithheldError"]


class WithheldError(Exception):
    """Internal: a figure cannot be computed honestly; says why, and what it is about."""

    def __init__(self, reason: str, elements: tuple[ElementRef, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.elements = elements


class Role(Enum):
    """What a vertex is to the work that passes it."""

    STEP = "step"  # work is done here
    THROUGH = "through"  # transparent
    HOST = "host"  # stands for a sub-process or call that an event interrupts


class Fork(Enum):
    """What happens where several flows leave a vertex."""

    ALL = "all"  # every flow is taken
    ONE = "one"  # just one
    SOME = "some"  # one or more
    COMPLEX = "complex"  # the model does not say


class Join(Enum):
    """What happens where several flows arrive at a vertex."""

    EACH = "each"  # each arrival goes on by itself
    ALL = "all"  # waits for all
    SOME = "some"  # waits for those that are on their way
    COMPLEX = "complex"  # the model does not say


class ArcKind(Enum):
    """How often an arc is taken."""

    FLOW = "flow"  # as the fork at its tail says
    EVENT = "event"  # from a step, as often as its boundary event happens
    ENTRY = "entry"  # from the entrance of a host, as often as any of its events happens
    SHARE = "share"  # from a host, by the share of its event among the host's


@dataclass(frozen=True, slots=True)
class CaseArc:
    """A way from one vertex to another.

    Args:
        tail: where it leaves.
        head: where it arrives.
        flow: the drawn flow; ``None`` where none is drawn.
        kind: how often it is taken.
        events: the boundary events it stands for.
    """

    tail: int
    head: int
    flow: ElementRef | None = None
    kind: ArcKind = ArcKind.FLOW
    events: tuple[FlowNode, ...] = ()


@dataclass(slots=True)
class CaseGraph:
    """The ways of a case; vertices are numbered from 0.

    Args:
        nodes: the flow node each vertex stands for.
        roles: what each vertex is to the work.
        forks: what happens where several flows leave it.
        joins: what happens where several flows arrive.
        owners: the vertex by which the sub-process or call around it is entered; -1 for none.
        arcs: all arcs.
        out: numbers of the arcs leaving each vertex.
        into: numbers of the arcs arriving at each vertex.
        exits: the exit of each sub-process or call, by its entrance.
        starts: where a case may begin.
        ends: vertices at which work may end.
        interrupted: entrances of what an end inside can break off.
        processes: the processes it shows.
    """

    nodes: list[FlowNode] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    forks: list[Fork] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    arcs: list[CaseArc] = field(default_factory=list)
    out: list[list[int]] = field(default_factory=list)
    into: list[list[int]] = field(default_factory=list)
    exits: dict[int, int] = field(default_factory=dict)
    starts: tuple[int, ...] = ()
    ends: set[int] = field(default_factory=set)
    interrupted: set[int] = field(default_factory=set)
    processes: list[ElementRef] = field(default_factory=list)

    def add_arc(self, arc: CaseArc) -> None:
        """Add an arc."""
        self.out[arc.tail].append(len(self.arcs))
        self.into[arc.head].append(len(self.arcs))
        self.arcs.append(arc)

    def enclosing(self, vertex: int) -> list[int]:
        """Entrances of the sub-processes and calls around a vertex, from the inside out."""
        found = []
        at = self.owners[vertex]
        while at >= 0:
            found.append(at)
            at = self.owners[at]
        return found
