"""RACI: who does, answers for, is asked about and is told of a process or a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.ownership import Holder
from procmap.source import ElementRef, SourceLocation

__all__ = ["RaciLetter", "Responsibility"]

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
