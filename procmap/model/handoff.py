"""Hand-offs and who governs them: the types; `procmap.graph` computes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from procmap.model.organisation import Unit
from procmap.model.ownership import Boundary, Holder
from procmap.source import ElementRef

__all__ = [
    "Between",
    "Contact",
    "CrossingPoint",
    "Governance",
    "Handoff",
    "Level",
    "Medium",
    "Party",
    "Succession",
    "Trail",
]

Medium = Literal["sequence", "call", "message"]
Governance = Literal["yes", "no", "undetermined"]
Between = Literal["units", "organisations", "undetermined"]
Level = Literal["person", "role", "unit", "organisation"] | int


class Trail(Protocol):
    """Finds the elements between two steps, when somebody asks."""

    def path(self, source: ElementRef, target: ElementRef) -> tuple[ElementRef, ...]:
        """Nodes and flows from `source` to `target`, both included, over the fewest flows."""
        ...


@dataclass(frozen=True, slots=True)
class Party:
    """Who performs, at the level asked for.

    Args:
        key: what makes two parties the same.
        name: what to call it.
        kind: what it is.
        assumed: procmap took a lane or pool for a unit; nobody has said that it is one.
        how: how procmap knows: the source of the performer that settled it.
    """

    key: str
    name: str
    kind: Literal["person", "role", "unit", "organisation", "outside"]
    assumed: bool = False
    how: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Succession:
    """One step that may come next after another; gateways and events between are transparent.

    Args:
        source: the step before.
        target: the step after.
        medium: by ``"sequence"`` flow or by ``"call"``.
        process: the process whose drawing shows it; for a call, the caller.
        crosses: whether the performer changes; ``None`` where that is undecided.
    """

    source: ElementRef
    target: ElementRef
    medium: Medium
    process: ElementRef
    crosses: bool | None


@dataclass(frozen=True, slots=True)
class CrossingPoint:
    """What the eye counts on a map: a drawn flow over which work changes hands.

    Three steps that join into three others are nine hand-offs and one crossing point.

    Args:
        key: stable over re-layout and re-ordering.
        number: the same on map, report and frame; from 1 within its document.
        flow: the drawn sequence or message flow.
        process: the process whose drawing shows it (for messages: the sender's).
        source_unit: who hands over.
        target_unit: who takes over.
        medium: by sequence flow, call or message.
        between: ``"units"`` of one organisation, ``"organisations"`` (counted apart), or
            ``"undetermined"`` (a message between two pools nobody has placed).
        governance: whether somebody is responsible for both sides.
        governed_by: who; empty unless `governance` is ``"yes"``.
        routine: whether a routine or channel is agreed.
        boundary: what the register says about these two units, or ``None``.
        assumed: one of the two units is assumed.
    """

    key: str
    number: int
    flow: ElementRef
    process: ElementRef
    source_unit: Unit
    target_unit: Unit
    medium: Medium
    between: Between
    governance: Governance = "undetermined"
    governed_by: tuple[Holder, ...] = ()
    routine: Governance = "undetermined"
    boundary: Boundary | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Handoff:
    """A hand-off (*overlevering*): a step whose next step has another performer.

    Args:
        key: stable over re-layout and re-ordering.
        number: number of the crossing point it goes over; 0 at other levels than unit where the
            units on both sides are the same or unknown, and nothing is drawn to be numbered.
        source: the step before; for messages the sending node or participant.
        target: the step after; for messages the receiving node or participant.
        source_unit: unit of the step before; ``None`` where it is unknown.
        target_unit: unit of the step after; ``None`` where it is unknown.
        source_performer: who performs the step before, at `level`.
        target_performer: who performs the step after, at `level`.
        level: the level performers were compared at.
        medium: by sequence flow, call or message.
        between: as for `CrossingPoint`.
        process: the process whose drawing shows it.
        flow: the drawn flow it goes over.
        governance: whether somebody is responsible for both sides.
        governed_by: who.
        trail: finds `path` when it is asked for.
    """

    key: str
    number: int
    source: ElementRef
    target: ElementRef
    source_unit: Unit | None
    target_unit: Unit | None
    source_performer: Party
    target_performer: Party
    level: Level
    medium: Medium
    between: Between
    process: ElementRef
    flow: ElementRef
    governance: Governance = "undetermined"
    governed_by: tuple[Holder, ...] = ()
    trail: Trail | None = field(default=None, repr=False, compare=False)

    @property
    def path(self) -> tuple[ElementRef, ...]:
        """Nodes and flows from source to target, both included, over the fewest flows."""
        if self.trail is None:
            return (self.source, self.flow, self.target)
        return self.trail.path(self.source, self.target)

    @property
    def assumed(self) -> bool:
        """One of the two performers is an assumed unit."""
        return self.source_performer.assumed or self.target_performer.assumed


@dataclass(frozen=True, slots=True)
class Contact:
    """Work that goes to or comes from an outside party: counted apart from hand-offs.

    Args:
        flow: the drawn flow.
        process: the process whose drawing shows it.
        unit: the unit on the inside; ``None`` where it is unknown.
        party: the outside party.
        direction: ``"out"`` to the party, ``"in"`` from it.
        medium: by sequence flow, call or message.
    """

    flow: ElementRef
    process: ElementRef
    unit: Unit | None
    party: Unit
    direction: Literal["in", "out"]
    medium: Medium
