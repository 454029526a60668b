"""Lanes and participants, and what the register says they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Element
from procmap.model.facts import Fact
from procmap.source import ElementRef

__all__ = ["Lane", "LaneKind", "LaneMeaning", "Participant"]

LaneKind = Literal["unit", "role", "outside", "system"]


@dataclass(frozen=True, slots=True)
class LaneMeaning:
    """What a lane or pool stands for; a lane is no unit until somebody says so.

    Args:
        kind: a ``"unit"``, a ``"role"``, an ``"outside"`` party (resident, applicant, supplier) or
            a ``"system"``.
        units: keys of the units it is mapped to: the unit itself, the role's, or the one
            answering for the system. Empty where not recorded; two are a question to ask.
    """

    kind: LaneKind
    units: tuple[str, ...] = ()


class Lane(Element):
    """A lane (*svømmebane*).

    Attributes:
        process: the process it belongs to.
        parent: the lane it is nested in, or ``None``.
        nodes: the flow nodes it lists, at the leaf that counts.
        meaning: what it stands for.
    """

    process: ElementRef
    parent: ElementRef | None = None
    nodes: tuple[ElementRef, ...] = ()
    meaning: Fact[LaneMeaning] = Fact()


class Participant(Element):
    """A participant (*deltaker*), drawn as a pool.

    Attributes:
        process: the process it performs; ``None`` for a black box (*an outside party*).
        collaboration: the collaboration it stands in.
        meaning: what it stands for.
    """

    process: ElementRef | None = None
    collaboration: ElementRef | None = None
    meaning: Fact[LaneMeaning] = Fact()
