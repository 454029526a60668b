"""Who answers for a process, or for a boundary between two units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from procmap.model.facts import Fact
from procmap.source import ElementRef

__all__ = [
    "Boundary",
    "Channel",
    "CrossingAgreement",
    "Holder",
    "HolderKind",
    "Mandate",
    "Ownership",
    "OwnershipKind",
    "Scope",
]

HolderKind = Literal["role", "person", "unit", "network"]
OwnershipKind = Literal["owner", "manager", "coordinator"]
Channel = Literal["system", "archive", "form", "e-mail", "meeting", "network", "informal"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a responsibility.

    Args:
        kind: a ``"role"`` (position), ``"person"``, ``"unit"`` or ``"network"``.
        name: the name as people write it.
    """

    kind: HolderKind
    name: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What a responsibility covers.

    Args:
        kind: the ``"whole"`` process, the holder's ``"own_unit"``, chosen ``"units"``, chosen
            ``"steps"``.
        units: unit keys, for ``"units"``.
        steps: step references, for ``"steps"``.
    """

    kind: Literal["whole", "own_unit", "units", "steps"]
    units: tuple[str, ...] = ()
    steps: tuple[ElementRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Mandate:
    """How far a holder may decide.

    Args:
        kind: for the ``"whole"`` process, the ``"own_unit"``, or named ``"units"``.
        units: unit keys, for ``"units"``.
    """

    kind: Literal["whole", "own_unit", "units"]
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ownership:
    """Binds a process, or a part of it, to a holder.

    Args:
        holder: who.
        kind: *owner*, *manager* (of the process; optional) or *coordinator*.
        scope: what it covers; a fact, since people often cannot say.
        mandate: how far the holder may decide.
        source: the document or meeting it was decided in, as people write it.
        valid_from: first day it holds, or ``None``.
        valid_to: last day it holds, or ``None``.
    """

    holder: Holder
    kind: OwnershipKind = "owner"
    scope: Fact[Scope] = Fact()
    mandate: Fact[Mandate] = Fact()
    source: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether it holds on a day; without a day, whether it was ever written down."""
        if day is None:
            return True
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Boundary:
    """What is agreed where work goes from one unit to another.

    Args:
        source_unit: key of the unit that hands over.
        target_unit: key of the unit that takes over.
        coordinator: who settles disagreement.
        routine: the agreed routine, in people's words.
        channel: how the receiver learns that it is their turn.
    """

    source_unit: str
    target_unit: str
    coordinator: Fact[Holder] = Fact()
    routine: Fact[str] = Fact()
    channel: Fact[Channel] = Fact()


@dataclass(frozen=True, slots=True)
class CrossingAgreement:
    """What is agreed about one hand-off; where stated, it counts before its boundary's facts.

    Args:
        source: the step that hands over.
        target: the step that takes over.
        coordinator: who settles disagreement.
        routine: the agreed routine, in people's words.
        channel: how the receiver learns that it is their turn.
    """

    source: ElementRef
    target: ElementRef
    coordinator: Fact[Holder] = Fact()
    routine: Fact[str] = Fact()
    channel: Fact[Channel] = Fact()
