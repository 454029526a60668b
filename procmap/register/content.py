"""A register as its reader understood it: typed, every name still as it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procmap.model import Channel, Fact, LaneKind, ProcessKind
from procmap.model.aliases import AliasKind
from procmap.model.organisation import UnitKind
from procmap.model.ownership import OwnershipKind
from procmap.register.work_content import (
    CodeRow,
    DataItemRow,
    DataUseRow,
    GoalRow,
    HandoffRow,
    MeasureRow,
    ProbabilityRow,
    ResponsibilityRow,
    SetAsideRow,
    StepRow,
)
from procmap.register.written import HolderName, Name, ProcessName
from procmap.source import SourceLocation

__all__ = [
    "AliasRow",
    "BoundaryRow",
    "DecisionRow",
    "HolderName",
    "LaneRow",
    "Name",
    "OpinionRow",
    "OwnershipRow",
    "PersonRow",
    "ProcessName",
    "ProcessRow",
    "Reach",
    "Register",
    "StepRow",
    "SystemRow",
    "UnitRow",
]


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
        is_gone: an update found that it was not in the models any more.
    """

    model: Name
    lane: Name
    kind: Fact[LaneKind] = Fact()
    units: tuple[Name, ...] = ()
    is_gone: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it states anything about its lane."""
        return self.kind.is_recorded or bool(self.units)


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
        customer: whom it is for.
        purpose: what it is for.
        goal_setter: who sets goals for digitalising it.
        codes: what it is filed under in code lists, as written.
        is_gone: an update found that it was not in the models any more.
    """

    name: Name | None
    model: Name | None
    is_unmodelled: bool
    kind: Fact[ProcessKind]
    ownership: Fact[tuple[OwnershipRow, ...]]
    place: SourceLocation
    benefit: Fact[str] = Fact()
    customer: Fact[str] = Fact()
    purpose: Fact[str] = Fact()
    goal_setter: Fact[HolderName] = Fact()
    codes: Fact[tuple[Name, ...]] = Fact()
    is_gone: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it states anything about its process."""
        facts = (
            self.kind,
            self.ownership,
            self.benefit,
            self.customer,
            self.purpose,
            self.goal_setter,
            self.codes,
        )
        return any(fact.is_recorded for fact in facts)


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
    """A system, the unit that answers for it, and who does in the line and in IT."""

    name: Name
    responsible: Fact[Name]
    line: Fact[HolderName] = Fact()
    technical: Fact[HolderName] = Fact()
    decides: Fact[str] = Fact()


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
class AliasRow:
    """Other names of a unit, process, position or system.

    Args:
        kind: what it is; ``None`` where nobody said, which is whatever has that name.
        name: the name it is known by.
        other: what else it is called.
    """

    kind: AliasKind | None
    name: Name
    other: tuple[Name, ...]


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
        steps: steps of processes that nobody has drawn, and facts on steps of drawn ones.
        opinions: who owns a process, by each unit asked.
        decisions: what was decided.
        aliases: other names of things.
        responsibilities: the RACI table.
        measures: how processes are measured.
        goals: the goals set for processes.
        data_items: the data items.
        data_uses: what steps and processes do with them.
        handoffs: what is agreed about single hand-offs.
        probabilities: how often the ways out of gateways are taken.
        set_aside: questions that need not be asked again for a while.
        codes: the codes of code lists.
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
    aliases: tuple[AliasRow, ...] = ()
    responsibilities: tuple[ResponsibilityRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    data_items: tuple[DataItemRow, ...] = ()
    data_uses: tuple[DataUseRow, ...] = ()
    handoffs: tuple[HandoffRow, ...] = ()
    probabilities: tuple[ProbabilityRow, ...] = ()
    set_aside: tuple[SetAsideRow, ...] = ()
    codes: tuple[CodeRow, ...] = ()

    def find_models(self) -> Iterator[str]:
        """Find the models that its rows name, as they were written."""
        yield from (row.model.text for row in self.lanes)
        yield from (row.model.text for row in self.processes if row.model is not None)
        tables = (
            self.steps,
            self.responsibilities,
            self.measures,
            self.goals,
            self.data_uses,
            self.handoffs,
            self.probabilities,
        )
        for table in tables:
            yield from (row.process.model.text for row in table if row.process.model is not None)
