"""Messages: one hand-off, or one contact, per message flow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from procmap.graph.analysis import StepPlace
from procmap.graph.crossing_points import Draft
from procmap.graph.places import Placer, unite
from procmap.model import (
    Between,
    Contact,
    Document,
    Landscape,
    MessageFlow,
    Participant,
    Process,
    Unit,
    fold,
)
from procmap.source import ElementRef

__all__ = [
    "Message",
    "MessageEnd",
    "MessageReader",
    "build_contact",
    "build_draft",
    "find_between",
]


@dataclass(frozen=True, slots=True)
class MessageEnd:
    """One end of a message flow.

    Args:
        ref: the flow node or participant.
        process: the process on that side; ``None`` for a black box.
        units: the units it may lie in; none where that is not known.
    """

    ref: ElementRef
    process: ElementRef | None
    units: tuple[Unit, ...]

    @property
    def outside(self) -> bool:
        """It is an outside party."""
        return bool(self.units) and all(unit.kind == "outside" for unit in self.units)


@dataclass(frozen=True, slots=True)
class Message:
    """A message flow with both its ends placed.

    Args:
        flow: the message flow.
        source: the sending end.
        target: the receiving end.
        process: the process it is listed with: the sender's, else the receiver's.
        crosses: whether it changes hands; ``None`` where that is undecided.
    """

    flow: MessageFlow
    source: MessageEnd
    target: MessageEnd
    process: ElementRef
    crosses: bool | None

    @property
    def is_handoff(self) -> bool:
        """It changes hands between two inside units."""
        return bool(self.crosses) and not (self.source.outside or self.target.outside)

    @property
    def is_contact(self) -> bool:
        """Just one of its ends is an outside party."""
        return self.source.outside != self.target.outside


def build_draft(message: Message) -> Draft:
    """The crossing point of a message hand-off."""
    source, target = unite(message.source.units), unite(message.target.units)
    draft = Draft(
        flow=message.flow.ref,
        process=message.process,
        source_unit=source,
        target_unit=target,
        medium="message",
        between=find_between(source, target, message=True),
    )
    draft.add_side(
        (message.source.process or message.process, message.target.process or message.process),
        (message.source.ref, message.target.ref),
    )
    return draft


def build_contact(message: Message) -> Contact:
    """The contact of a message with an outside party."""
    outward = message.target.outside
    inner, party = (message.source, message.target) if outward else (message.target, message.source)
    return Contact(
        flow=message.flow.ref,
        process=inner.process or message.process,
        unit=unite(inner.units) if inner.units else None,
        party=unite(party.units),
        direction="out" if outward else "in",
        medium="message",
    )


class MessageReader:
    """Places the message flows of a landscape."""

    def __init__(
        self, landscape: Landscape, placer: Placer, places: Mapping[ElementRef, StepPlace]
    ) -> None:
        self._landscape = landscape
        self._placer = placer
        self._places = places

    def read(self, document: Document) -> list[Message]:
        """The message flows of one document that have two ends and touch a process."""
        pools = {p.ref: p for p in document.participants}
        found: list[Message] = []
        for flow in document.message_flows:
            source, target = self._end(flow.source, pools), self._end(flow.target, pools)
            if source is None or target is None:
                continue
            process = source.process or target.process
            if process is not None:
                crosses = _crosses(source.units, target.units)
                found.append(Message(flow, source, target, process, crosses))
        return found

    @cached_property
    def _drawn_in(self) -> dict[ElementRef, Process]:
        return {node.ref: p for p in self._landscape.processes for node in p.nodes}

    def _end(
        self, ref: ElementRef | None, pools: Mapping[ElementRef, Participant]
    ) -> MessageEnd | None:
        if ref is None:
            return None
        pool = pools.get(ref)
        if pool is not None:
            unit = self._placer.participant_unit(pool)
            return MessageEnd(ref, pool.process, (unit,) if unit is not None else ())
        process = self._drawn_in.get(ref)
        if process is None:
            return None
        return MessageEnd(ref, process.ref, self._places[ref].units)


def find_between(source: Unit, target: Unit, *, message: bool) -> Between:
    """What lies between two units: a boundary inside an organisation, or one around it.

    A message between two pools that nobody has placed may stay inside or leave: undetermined.
    """
    if source.assumed or target.assumed:
        return "undetermined" if message else "units"
    if fold(source.organisation) == fold(target.organisation):
        return "units"
    return "organisations"


def _crosses(source: tuple[Unit, ...], target: tuple[Unit, ...]) -> bool | None:
    if not source or not target:
        return None
    first, second = unite(source), unite(target)
    if first.key == second.key:
        return False if len(source) == 1 else None
    return None if {u.key for u in source} & {u.key for u in target} else True
