"""Rows about the work of processes: steps, responsibilities, measures, data, hand-offs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from procmap.model import Channel, DataUseKind, Fact, FactState, RaciLetter, Support
from procmap.register.written import HolderName, Name, ProcessName
from procmap.source import SourceLocation

__all__ = [
    "CodeRow",
    "DataItemRow",
    "DataUseRow",
    "GoalRow",
    "HandoffRow",
    "MeasureRow",
    "ProbabilityRow",
    "ResponsibilityRow",
    "SetAsideRow",
    "StepRow",
]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step, of a process that nobody has drawn or of a drawn one.

    Args:
        process: the process.
        number: its number, as written; "" where it has none.
        step: what is done; of a drawn process also an id.
        who: who does it.
        is_outside: an outside party does it.
        system: the system it is done in.
        following: numbers or names of the steps that may come next; empty for the next row.
        support: by hand, with a system, or by a system alone.
        description: what is done, in more words.
    """

    process: ProcessName
    number: str
    step: Name
    who: Fact[HolderName]
    is_outside: bool
    system: Fact[str]
    following: tuple[Name, ...]
    support: Fact[Support] = Fact()
    description: Fact[str] = Fact()

    @property
    def says_something(self) -> bool:
        """Whether it states anything about its step."""
        facts = (self.who, self.system, self.support, self.description)
        return any(fact.is_recorded for fact in facts)


@dataclass(frozen=True, slots=True)
class ResponsibilityRow:
    """A row of a RACI table: who has which letters, or what was answered instead.

    Args:
        process: the process.
        step: the step; ``None`` for the whole process.
        who: who is named; empty where an answer stands in their place.
        letters: the letters; empty where an answer stands in their place, or nothing does.
        answer: what is said of those letters or of those who are named; *stated* where they have
            them.
        place: where that is said.
    """

    process: ProcessName
    step: Name | None
    who: tuple[HolderName, ...]
    letters: tuple[RaciLetter, ...]
    answer: FactState
    place: SourceLocation


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure of a process; where its name is not stated, what is said about all of them."""

    process: ProcessName
    name: Fact[str]
    target: Fact[str]
    baseline: Fact[str]
    owner: Fact[HolderName]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal for a process; where its name is not stated, what is said about all of them."""

    process: ProcessName
    name: Fact[str]
    setter: Fact[HolderName]
    path: Fact[str]


@dataclass(frozen=True, slots=True)
class DataItemRow:
    """A data item, and the elements of models that stand for it, as written."""

    name: Name
    master: Fact[str]
    personal: Fact[bool]
    purpose: Fact[str]
    legal_basis: Fact[str]
    assessed: Fact[str]
    elements: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class DataUseRow:
    """What a step, or a whole process, does with a data item."""

    process: ProcessName
    step: Name | None
    item: Name
    kinds: tuple[DataUseKind, ...]
    source: Fact[str]


@dataclass(frozen=True, slots=True)
class HandoffRow:
    """What is agreed about one hand-off."""

    process: ProcessName
    source: Name
    target: Name
    coordinator: Fact[HolderName]
    routine: Fact[str]
    channel: Fact[Channel]


@dataclass(frozen=True, slots=True)
class ProbabilityRow:
    """How often one way out of a gateway is taken."""

    process: ProcessName
    flow: Name
    probability: Fact[float]


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code of a code list; its name is "" where nobody said."""

    list: Name
    code: Name
    name: str


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """A question that need not be asked again for a while."""

    reason: str
    until: dt.date
    code: str
    process: str
    place: SourceLocation
