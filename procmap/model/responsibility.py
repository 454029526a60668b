"""RACI: who does, answers for, is asked about and is told of a process or a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.facts import FactState
from procmap.model.ownership import Holder
from procmap.source import ElementRef, SourceLocation

__all__ = ["RaciLetter", "Responsibility", "ResponsibilityAnswer"]

RaciLetter = Literal["R", "A", "C", "I"]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One letter of a RACI table, as somebody stated it.

    Args:
        process: the process.
        holder: who.
        letter: ``"R"`` (does the work), ``"A"`` (answers for it), ``"C"`` (is asked), ``"I"`` (is
            told). The letters are English: *ansvarlig* means both R and A to many.
        step: the step it is about, or ``None`` for the whole process.
        origin: where it was stated.
    """

    process: ElementRef
    holder: Holder
    letter: RaciLetter
    step: ElementRef | None = None
    origin: SourceLocation | None = None


@dataclass(frozen=True, slots=True)
class ResponsibilityAnswer:
    """What a RACI table answers where it gives somebody no letter.

    Args:
        process: the process.
        state: *absent* (nobody has the letter), *unknown* (nobody knows who does) or
            *not_applicable*.
        letter: the letter it is about, or ``None`` for all of them.
        holder: whose letters it is about, or ``None`` where nobody is named.
        step: the step it is about, or ``None`` for the whole process.
        origin: where it was stated.

    Examples:
        >>> process = ElementRef("byggesak.bpmn", "P1")
        >>> nobody_knows = ResponsibilityAnswer(process, FactState.UNKNOWN, letter="A")
        >>> nobody_knows.is_about("A"), nobody_knows.is_about("R")
        (True, False)
    """

    process: ElementRef
    state: FactState
    letter: RaciLetter | None = None
    holder: Holder | None = None
    step: ElementRef | None = None
    origin: SourceLocation | None = None

    def is_about(self, letter: RaciLetter) -> bool:
        """Whether it answers who has a letter."""
        return self.letter in (None, letter)
