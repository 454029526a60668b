"""A process: its nodes, flows and lanes, and who owns it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal

from procmap.model.artifacts import Annotation, Association, DataAssociation, DataElement, Group
from procmap.model.codes import Code
from procmap.model.delegation import delegate
from procmap.model.element import Element
from procmap.model.facts import Fact
from procmap.model.flow import FlowNode, SequenceFlow
from procmap.model.lanes import Lane, Participant
from procmap.model.measures import Goal, Measure
from procmap.model.ownership import Holder, Ownership
from procmap.source import ElementRef

__all__ = ["Process", "ProcessKind"]

ProcessKind = Literal["core", "support", "management"]


class Process(Element):
    """A process, with or without a model.

    Attributes:
        nodes: flow nodes of every level, flat, in file order; `FlowNode.parent` tells the level.
        sequence_flows: the arrows of every level.
        lanes: all lanes, parents before children.
        participants: the pools that refer to it; usually one.
        data: data objects and stores.
        data_associations: which node reads or writes which data.
        associations: dotted lines inside the process.
        annotations: text annotations inside the process.
        groups: groups inside the process.
        modelled: whether there is a model; ``False`` for a process known from the register only,
            which has nodes all the same where its steps were listed there.
        executable: the file's ``isExecutable``, or ``None``.
        kind: core, support or management process.
        ownership: who owns it, as far as anybody said.
        benefit: what it is worth to the resident (*verdi for innbyggeren*), in people's words.
        customer: whom it is for, in people's words.
        purpose: what it is for, in people's words.
        measures: how it is measured; absent where somebody said that it is not.
        goals: the goals set for digitalising it; absent where somebody said that there are none.
        goal_setter: who sets strategy and goals for digitalising it.
        codes: what it is filed under in code lists, such as KOSTRA; in the order written.

    Examples:
        >>> process = Process(ref=ElementRef("lonn.bpmn", "P1"))
        >>> process.label, process.ownership.state.value
        ('lonn', 'not_recorded')
    """

    nodes: tuple[FlowNode, ...] = ()
    sequence_flows: tuple[SequenceFlow, ...] = ()
    lanes: tuple[Lane, ...] = ()
    participants: tuple[Participant, ...] = ()
    data: tuple[DataElement, ...] = ()
    data_associations: tuple[DataAssociation, ...] = ()
    associations: tuple[Association, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[Group, ...] = ()
    modelled: bool = True
    executable: bool | None = None
    kind: Fact[ProcessKind] = Fact()
    ownership: Fact[tuple[Ownership, ...]] = Fact()
    benefit: Fact[str] = Fact()
    customer: Fact[str] = Fact()
    purpose: Fact[str] = Fact()
    measures: Fact[tuple[Measure, ...]] = Fact()
    goals: Fact[tuple[Goal, ...]] = Fact()
    goal_setter: Fact[Holder] = Fact()
    codes: Fact[tuple[Code, ...]] = Fact()

    @property
    def participant(self) -> Participant | None:
        """The pool that refers to it, the first in file order where there are several."""
        return self.participants[0] if self.participants else None

    @property
    def label(self) -> str:
        """What to call it: its name, else its participant's, else its file's."""
        if self.name:
            return self.name
        named = next((p.name for p in self.participants if p.name), "")
        return named or PurePosixPath(self.ref.document).stem

    def __repr__(self) -> str:
        return f"Process({self.label!r}, {str(self.ref)!r}, {len(self.steps)} steps)"

    def __str__(self) -> str:
        return repr(self)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        shown: dict[str, str] = delegate("display_process", self)
        return shown

    @property
    def owners(self) -> tuple[Ownership, ...]:
        """The stated ownerships; empty also where nothing is recorded, so look at `ownership`."""
        return self.ownership.or_none or ()

    def ownership_on(self, day: dt.date | None) -> Fact[tuple[Ownership, ...]]:
        """`ownership` with what holds on a day; without a day, all that was ever written down.

        An ownership that has ended says nothing about who came after: where none is left, who
        owns the process is not recorded.
        """
        if self.ownership.value is None:
            return self.ownership
        holding = tuple(o for o in self.ownership.value if o.holds_on(day))
        return Fact.stated(holding, self.ownership.origin) if holding else Fact.not_recorded()

    @cached_property
    def node_by_ref(self) -> dict[ElementRef, FlowNode]:
        """Flow nodes by reference."""
        return {node.ref: node for node in self.nodes}

    @cached_property
    def lane_by_ref(self) -> dict[ElementRef, Lane]:
        """Lanes by reference."""
        return {lane.ref: lane for lane in self.lanes}

    @cached_property
    def leaf_lanes(self) -> tuple[Lane, ...]:
        """Lanes without lanes inside them, in file order."""
        parents = {lane.parent for lane in self.lanes}
        return tuple(lane for lane in self.lanes if lane.ref not in parents)

    @cached_property
    def containers_with_content(self) -> frozenset[ElementRef]:
        """Sub-processes that have flow nodes inside."""
        return frozenset(node.parent for node in self.nodes) - {self.ref}

    @cached_property
    def steps(self) -> tuple[FlowNode, ...]:
        """Activities that are work in themselves: all but sub-processes with content."""
        return tuple(
            node
            for node in self.nodes
            if node.is_activity and node.ref not in self.containers_with_content
        )
