"""What the graph room computes for a landscape: one frozen value that rules and maps read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from procmap.model import (
    Contact,
    CrossingPoint,
    Handoff,
    Landscape,
    Level,
    Party,
    Process,
    Succession,
    Unit,
)
from procmap.source import ElementRef

if TYPE_CHECKING:
    from procmap.graph.figures import Metrics

__all__ = ["Analysis", "HeadlineFigure", "StepPlace"]

Drawn = TypeVar("Drawn", CrossingPoint, Handoff)


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where a flow node lies: who performs it, as far as anybody said.

    Args:
        units: the units that may perform it; one where it is settled, none where nothing is
            known, several where sources of one rank name several.
        parties: the same at the level of the analysis.
        outside: it is performed by an outside party.
        how: how procmap knows ("" where it does not).
    """

    units: tuple[Unit, ...] = ()
    parties: tuple[Party, ...] = ()
    outside: bool = False
    how: str = ""

    @property
    def unit(self) -> Unit | None:
        """The one unit, where it is settled."""
        return self.units[0] if len(self.units) == 1 else None


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """One of the five headline figures.

    Args:
        name: ``"owned"``, ``"crossing"``, ``"ungoverned"``, ``"agreed"`` or ``"contacts"``.
        value: the numerator.
        total: the denominator; ``None`` for ``"contacts"``.
        not_clarified: how many of `total` nobody has clarified.
        assumed: how many of `total` rest on assumed units.
        elements: what is counted in `value`.
    """

    name: str
    value: int
    total: int | None = None
    not_clarified: int = 0
    assumed: int = 0
    elements: tuple[ElementRef, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Analysis:
    """Hand-offs, governance and reachability of a landscape.

    Args:
        landscape: what was analysed.
        level: the level that performers were compared at.
        as_of: the day ownership was looked up for; ``None`` for no date filter.
        places: who performs each flow node, containers and events included.
        successions: every ordered pair of steps that may follow one another, by medium.
        handoffs: successions and messages that change hands, contacts left out.
        crossings: the numbered crossing points, at unit level whatever `level` is.
        contacts: work that goes to or comes from outside parties.
        unreachable: nodes that no entry reaches, by process.
        endless: nodes from which no end can be reached, by process.
        dangling: processes with flows that lead nowhere.
        withheld: processes whose successions were not listed, with the reason.
        headline: the five headline figures, in order.
    """

    landscape: Landscape
    level: Level = "unit"
    as_of: dt.date | None = None
    places: Mapping[ElementRef, StepPlace] = field(default_factory=dict, repr=False)
    successions: tuple[Succession, ...] = field(default=(), repr=False)
    handoffs: tuple[Handoff, ...] = field(default=(), repr=False)
    crossings: tuple[CrossingPoint, ...] = field(default=(), repr=False)
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    unreachable: Mapping[ElementRef, tuple[ElementRef, ...]] = field(default_factory=dict)
    endless: Mapping[ElementRef, tuple[ElementRef, ...]] = field(default_factory=dict)
    dangling: frozenset[ElementRef] = frozenset()
    withheld: Mapping[ElementRef, str] = field(default_factory=dict)
    headline: tuple[HeadlineFigure, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day ownership is looked up for: the one asked for, else the register's own."""
        return self.as_of if self.as_of is not None else self.landscape.as_of

    @cached_property
    def metrics(self) -> Metrics:
        """All other figures, each computed when somebody asks for it."""
        # They stand on the analysis, and are not needed for reports without them.
        from procmap.graph.figures import Metrics

        return Metrics(self)

    @cached_property
    def crossings_by_process(self) -> dict[ElementRef, tuple[CrossingPoint, ...]]:
        """Crossing points by the process whose drawing shows them, in order of number."""
        return _grouped(self.crossings)

    @cached_property
    def handoffs_by_process(self) -> dict[ElementRef, tuple[Handoff, ...]]:
        """Hand-offs by the process whose drawing shows them."""
        return _grouped(self.handoffs)

    @cached_property
    def crossings_by_flow(self) -> dict[ElementRef, tuple[CrossingPoint, ...]]:
        """Crossing points by the drawn flow they lie on."""
        found: dict[ElementRef, list[CrossingPoint]] = {}
        for crossing in self.crossings:
            found.setdefault(crossing.flow, []).append(crossing)
        return {flow: tuple(points) for flow, points in found.items()}

    def units_of(self, process: Process) -> tuple[Unit, ...]:
        """The inside units that certainly take part in a process, in order of appearance."""
        found: dict[str, Unit] = {}
        for step in process.steps:
            place = self.places.get(step.ref)
            if place is not None and place.unit is not None and not place.outside:
                found.setdefault(place.unit.key, place.unit)
        return tuple(found.values())


def _grouped(items: Iterable[Drawn]) -> dict[ElementRef, tuple[Drawn, ...]]:
    found: dict[ElementRef, list[Drawn]] = {}
    for item in items:
        found.setdefault(item.process, []).append(item)
    return {process: tuple(group) for process, group in found.items()}
