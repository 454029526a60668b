"""A register as its reader understood it: typed, every name still as it was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from procmap.model import Channel, Fact, LaneKind, ProcessKind
from procmap.model.organisation import UnitKind
from procmap.model.ownership import HolderKind, OwnershipKind
from procmap.source import SourceLocation

__all__ = [
    "BoundaryRow",
    "DecisionRow",
    "HolderName",
    "LaneRow",
    "Name",
    "OpinionRow",
    "OwnershipRow",
    "PersonRow",
    "ProcessRow",
    "Reach",
    "Register",
    "StepRow",
    "SystemRow",
    "UnitRow",
]


@dataclass(frozen=True, slots=True)
class Name:
    """A name somebody wrote, and where.

    Args:
        text: the name, white space tidied.
        place: where it stands.
    """

    text: str
    place: SourceLocation


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; what is ``None`` or "" was left out.

    Args:
        name: its name.
        under: name of the unit it lies under.
        is_top: somebody said that it lies under none.
        manager: the position that manages it.
        level: the organisation's word for its level.
        kind: what it is.
        organisation: its legal organisation, where another than the register's; "" where
            somebody said that it has none.
    """

    name: Name
    under: Name | None = None
    is_top: bool = False
    manager: Fact[str] = Fact()
    level: str = ""
    kind: UnitKind | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; what is ``None`` was left out."""

    name: Name
    unit: Name | None
    positions: tuple[str, ...] | None
    positions_place: SourceLocation
    deputy: str | None


@dataclass(frozen=True, slots=True)
class LaneRow:
    """What a lane or pool is.

    Args:
        model: the document.
        lane: name or id of the lane or pool.
        kind: what it is.
        units: names of the units it belongs to.
    """

    model: Name
    lane: Name
    kind: Fact[LaneKind] = Fact()
    units: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class HolderName:
    """Who answers, and what that is where the register says so."""

    name: Name
    kind: HolderKind | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an ownership or a mandate reaches, units and steps by the names written."""

    kind: Literal["whole", "own_unit", "units", "steps"]
    units: tuple[Name, ...] = ()
    steps: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnershipRow:
    """Who answers for a process or a part of it."""

    holder: HolderName
    kind: OwnershipKind = "owner"
    scope: Fact[Reach] = Fact()
    mandate: Fact[Reach] = Fact()
    source: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process.

    Args:
        name: its name; ``None`` where only the model is given.
        model: the model it stands in, as written.
        is_unmodelled: somebody said that there is no model.
        kind: core, support or management process.
        ownership: who answers for it.
        place: where the row stands.
        benefit: what it is worth to the resident.
    """

    name: Name | None
    model: Name | None
    is_unmodelled: bool
    kind: Fact[ProcessKind]
    ownership: Fact[tuple[OwnershipRow, ...]]
    place: SourceLocation
    benefit: Fact[str] = Fact()


@dataclass(frozen=True, slots=True)
class BoundaryRow:
    """What is agreed between two units."""

    source: Name
    target: Name
    coordinator: Fact[HolderName]
    routine: Fact[str]
    channel: Fact[Channel]


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A system, and the unit that answers for it."""

    name: Name
    responsible: Fact[Name]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a process that nobody has drawn.

    Args:
        process: the process, by its name.
        number: its number, as written; "" where it has none.
        step: what is done.
        who: who does it; ``None`` where nobody said.
        is_outside: an outside party does it.
        system: the system it is done in.
        following: numbers or names of the steps that may come next; empty for the next row.
    """

    process: Name
    number: str
    step: Name
    who: HolderName | None
    is_outside: bool
    system: Fact[str]
    following: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """Who owns a process, in one unit's opinion."""

    process: Name
    unit: Name
    owner: Fact[str]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Something decided."""

    point: Name
    decision: str
    responsible: str
    deadline: dt.date | None
    status: str


@dataclass(frozen=True, slots=True)
class Register:
    """All that a register says; what is ``None`` or empty was left out.

    Args:
        file: the register's file, or "".
        organisation: name of the legal organisation.
        inhabitants: its number of inhabitants.
        organisation_place: where the organisation stands.
        as_of: the day the register describes.
        units: its units.
        people: its persons.
        lanes: what lanes and pools are.
        processes: its processes.
        boundaries: what is agreed between units.
        systems: its systems.
        steps: steps of processes that nobody has drawn.
        opinions: who owns a process, by each unit asked.
        decisions: what was decided.
    """

    file: str
    organisation: str
    inhabitants: Fact[int]
    organisation_place: SourceLocation
    as_of: dt.date | None
    units: tuple[UnitRow, ...]
    people: tuple[PersonRow, ...]
    lanes: tuple[LaneRow, ...]
    processes: tuple[ProcessRow, ...]
    boundaries: tuple[BoundaryRow, ...]
    systems: tuple[SystemRow, ...]
    steps: tuple[StepRow, ...] = ()
    opinions: tuple[OpinionRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
