"""What a check sees: an analysis, with a few cheap look-ups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.graph.governance import Governor
from procmap.model import (
    CrossingPoint,
    Element,
    FactState,
    FlowNode,
    Landscape,
    Opinion,
    Ownership,
    Process,
    Succession,
    Unit,
    fold,
)
from procmap.model.alias_book import AliasBook, build_alias_book
from procmap.model.process_names import build_process_names
from procmap.source import ElementRef

__all__ = ["Context"]

Named = TypeVar("Named", bound=Element)


@dataclass(frozen=True)
class Context:
    """An analysis, as the checks of rules see it.

    Args:
        analysis: hand-offs, governance and reachability of a landscape.

    Examples:
        >>> Context(Analysis(Landscape())).processes
        ()
    """

    analysis: Analysis

    @property
    def landscape(self) -> Landscape:
        """What was analysed."""
        return self.analysis.landscape

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """The processes with anything in them, those without a model last.

        An empty stub of a process, which tools write for a black-box pool, is none.
        """
        return tuple(p for p in self.landscape.processes if p.nodes or not p.modelled)

    @cached_property
    def memory(self) -> dict[str, object]:
        """What several rules need and one has worked out; each entry has one owner."""
        return {}

    @cached_property
    def governor(self) -> Governor:
        """Answers who manages and governs what, as the analysis did."""
        return Governor(self.landscape, self.analysis.as_of)

    @cached_property
    def has_begun(self) -> bool:
        """Whether anybody has begun to say what lanes are: an untouched template asks nothing."""
        landscape = self.landscape
        return landscape.registered and (
            bool(landscape.units)
            or any(lane.meaning.is_recorded for p in landscape.processes for lane in p.lanes)
        )

    @property
    def day(self) -> dt.date | None:
        """The day ownership is looked up for; the register's own unless another was asked for."""
        return self.analysis.day

    @cached_property
    def process_by_ref(self) -> dict[ElementRef, Process]:
        """Processes by reference."""
        return {process.ref: process for process in self.processes}

    @cached_property
    def processes_by_label(self) -> dict[str, tuple[Process, ...]]:
        """Processes by folded label: where several share one, a name tells none of them."""
        found: dict[str, tuple[Process, ...]] = {}
        for process in self.processes:
            key = fold(process.label)
            found[key] = (*found.get(key, ()), process)
        return found

    @cached_property
    def successions(self) -> dict[ElementRef, tuple[Succession, ...]]:
        """Successions by the process whose drawing shows them."""
        found: dict[ElementRef, list[Succession]] = {}
        for succession in self.analysis.successions:
            found.setdefault(succession.process, []).append(succession)
        return {process: tuple(group) for process, group in found.items()}

    @cached_property
    def aliases(self) -> AliasBook:
        """The other names that units, positions, processes and systems go by."""
        return build_alias_book(self.landscape.aliases)

    @cached_property
    def opinions(self) -> dict[ElementRef, tuple[Opinion, ...]]:
        """What units answered to who owns a process; a name that several have tells none."""
        names = build_process_names(self.processes, self.aliases)
        found: dict[ElementRef, tuple[Opinion, ...]] = {}
        for opinion in self.landscape.opinions:
            about = names.find(opinion.process)
            if len(about) == 1:
                found[about[0].ref] = (*found.get(about[0].ref, ()), opinion)
        return found

    @cached_property
    def _units(self) -> dict[ElementRef, tuple[Unit, ...]]:
        return {process.ref: self.analysis.units_of(process) for process in self.processes}

    def units(self, process: Process) -> tuple[Unit, ...]:
        """The inside units that certainly take part, assumed ones included."""
        return self._units.get(process.ref, ())

    def stated_units(self, process: Process) -> tuple[Unit, ...]:
        """The inside units that take part and that somebody has said are units."""
        return tuple(unit for unit in self.units(process) if not unit.assumed)

    def owners(self, process: Process) -> tuple[Ownership, ...]:
        """The stated owners on the day of the analysis; no managers, no coordinators."""
        return tuple(
            ownership
            for ownership in process.ownership_on(self.day).or_none or ()
            if ownership.kind == "owner"
        )

    def owner_state(self, process: Process) -> FactState:
        """What is known about who owns a process on the day of the analysis.

        Where only other responsibilities are stated, or an ownership that has ended, nobody has
        recorded who the owner is.
        """
        state = process.ownership.state
        if state is FactState.STATED and not self.owners(process):
            return FactState.NOT_RECORDED
        return state

    def is_outside(self, process: Process) -> bool:
        """Whether all of a process is done by outside parties, and so is not ours to govern."""
        places = [self.analysis.places.get(step.ref) for step in process.steps]
        if not places:
            return any(
                pool.meaning.value is not None and pool.meaning.value.kind == "outside"
                for pool in process.participants
            )
        return all(place is not None and place.outside for place in places)

    def is_assigned(self, step: FlowNode) -> bool:
        """Whether drawing or register says who performs a step."""
        if step.performer_answer.is_absent or step.performer_answer.is_unknown:
            return False
        place = self.analysis.places.get(step.ref)
        if place is not None and (place.units or place.parties):
            return True
        # A pool that is divided into lanes assigns nobody to a step that lies in none of them.
        return any(performer.kind != "pool" for performer in step.performers)

    def by_label(self, elements: Iterable[Named]) -> tuple[Named, ...]:
        """Elements in an order that no re-ordering of a file changes: named ones first."""
        return tuple(
            sorted(elements, key=lambda item: (not item.name, fold(item.name), str(item.ref)))
        )

    def crossings(self, process: Process) -> tuple[CrossingPoint, ...]:
        """Crossing points inside the organisation; those that leave it are counted apart.

        Messages between pools that nobody has placed are included, as they are in the headline.
        """
        found = self.analysis.crossings_by_process.get(process.ref, ())
        return tuple(crossing for crossing in found if crossing.between != "organisations")

    def process_of(self, finding: Finding) -> Process | None:
        """The process a finding is about: the first among its elements."""
        for ref in finding.elements:
            process = self.process_by_ref.get(ref)
            if process is not None:
                return process
        return None
