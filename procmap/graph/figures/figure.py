"""One figure: a number that carries what it was made of, and what was not known."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from procmap.errors import ModelError
from procmap.model import Level
from procmap.source import ElementRef

__all__ = ["Figure", "FigureScope", "build_count", "build_ratio", "build_withheld"]

FigureScope = Literal["process", "boundary", "unit", "group", "landscape"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure about one subject.

    A figure that cannot be computed honestly has no value and a reason; it is never a silent 0.

    Args:
        name: which figure it is; each has a page in the documentation.
        scope: what kind of thing it is about.
        subject: what it is about: ``"file.bpmn#id"`` of a process, key of a unit, ``"a > b"`` for
            a boundary, "" for the landscape.
        value: the number; ``None`` where it is withheld.
        numerator: what was counted; ``None`` for what is no count or ratio.
        denominator: of how many; ``None`` for what is no ratio.
        not_clarified: how many more there are of which nobody has said enough to count them.
        assumed: how many of what was counted rest on assumed units.
        level: the level it was taken at.
        assumes: what is taken for granted, in plain sentences.
        elements: the elements behind it.
        withheld: why there is no value; "" where there is one.

    Raises:
        ModelError: a value together with a reason to withhold it, neither, or no finite number.

    Examples:
        >>> share = build_ratio("crossing_share", "a.bpmn#P1", 2, 3, not_clarified=1)
        >>> str(share)
        'crossing_share of a.bpmn#P1: 0.667 (2 of 3, 1 not clarified)'
    """

    name: str
    scope: FigureScope
    subject: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    not_clarified: float = 0
    assumed: float = 0
    level: Level = "unit"
    assumes: tuple[str, ...] = ()
    elements: tuple[ElementRef, ...] = field(default=(), repr=False)
    withheld: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) != bool(self.withheld):
            raise ModelError(
                f"the figure {self.name!r} has the value {self.value!r} and "
                f"{'a' if self.withheld else 'no'} reason to withhold it",
                expected="a value or a reason",
            )
        if isinstance(self.value, float) and not math.isfinite(self.value):
            raise ModelError(f"the figure {self.name!r} is {self.value}", expected="a number")

    @property
    def not_clarified_share(self) -> float | None:
        """Share of what is not clarified in all there is; ``None`` where there is nothing."""
        counted = self.denominator if self.denominator is not None else self.numerator
        total = (counted or 0) + self.not_clarified
        return self.not_clarified / total if total else None

    @property
    def assumed_share(self) -> float | None:
        """Share of what was counted that rests on assumed units; ``None`` where nothing was."""
        counted = self.denominator if self.denominator is not None else self.numerator
        return self.assumed / counted if counted else None

    def __str__(self) -> str:
        about = f"{self.name} of {self.subject}" if self.subject else self.name
        if self.value is None:
            return f"{about}: withheld, {self.withheld}"
        details = []
        if self.denominator is not None and self.numerator is not None:
            details.append(f"{self.numerator:g} of {self.denominator:g}")
        if self.not_clarified:
            details.append(f"{self.not_clarified:g} not clarified")
        number = f"{self.value:.3g}" if self.value % 1 else f"{self.value:.0f}"
        return f"{about}: {number} ({', '.join(details)})" if details else f"{about}: {number}"


def build_count(
    name: str,
    subject: str,
    count: int,
    *,
    scope: FigureScope = "process",
    not_clarified: float = 0,
    assumed: float = 0,
    level: Level = "unit",
    assumes: tuple[str, ...] = (),
    elements: Iterable[ElementRef] = (),
) -> Figure:
    """A figure that is a count: its value is its numerator.

    Raises:
        ModelError: never for a count.
    """
    return Figure(
        name=name,
        scope=scope,
        subject=subject,
        value=count,
        numerator=count,
        not_clarified=not_clarified,
        assumed=assumed,
        level=level,
        assumes=assumes,
        elements=tuple(elements),
    )


def build_ratio(
    name: str,
    subject: str,
    numerator: float,
    denominator: float,
    *,
    scope: FigureScope = "process",
    not_clarified: float = 0,
    assumed: float = 0,
    level: Level = "unit",
    assumes: tuple[str, ...] = (),
    elements: Iterable[ElementRef] = (),
    nothing: str = "there is nothing to take a share of",
) -> Figure:
    """A figure that is a ratio; withheld for the reason `nothing` where the denominator is 0.

    Raises:
        ModelError: the ratio is no finite number.
    """
    return Figure(
        name=name,
        scope=scope,
        subject=subject,
        value=numerator / denominator if denominator else None,
        numerator=numerator,
        denominator=denominator,
        not_clarified=not_clarified,
        assumed=assumed,
        level=level,
        assumes=assumes,
        elements=tuple(elements),
        withheld="" if denominator else nothing,
    )


def build_withheld(
    name: str,
    subject: str,
    reason: str,
    *,
    scope: FigureScope = "process",
    not_clarified: float = 0,
    level: Level = "unit",
    elements: Iterable[ElementRef] = (),
) -> Figure:
    """A figure that cannot be computed honestly, with the reason.

    Raises:
        ModelError: the reason is empty.

    Examples:
        >>> build_withheld("owner_reach", "a.bpmn#P1", "nobody has said who owns it").value
    """
    return Figure(
        name=name,
        scope=scope,
        subject=subject,
        value=None,
        not_clarified=not_clarified,
        level=level,
        elements=tuple(elements),
        withheld=reason,
    )
