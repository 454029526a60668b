"""Who governs a hand-off: one predicate, used by figures, rules and maps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from procmap.graph.agreements import Agreements
from procmap.model import (
    Boundary,
    Chart,
    Fact,
    Governance,
    Holder,
    Landscape,
    Mandate,
    Ownership,
    Process,
    Scope,
    Unit,
    fold,
)
from procmap.source import ElementRef

__all__ = ["End", "Governor", "combine_governance"]


@dataclass(frozen=True, slots=True)
class End:
    """One side of a hand-off.

    Args:
        process: the process whose ownership counts there.
        unit: the unit.
        steps: the steps on this side; empty where they were not listed.
    """

    process: ElementRef
    unit: Unit
    steps: frozenset[ElementRef] = frozenset()


class Governor:
    """Answers who governs what, for one landscape on one day."""

    def __init__(self, landscape: Landscape, as_of: dt.date | None) -> None:
        self._landscape = landscape
        self._chart: Chart = landscape.chart
        self._day = as_of if as_of is not None else landscape.as_of
        self.agreements: Agreements = Agreements(landscape)

    @cached_property
    def _processes(self) -> dict[ElementRef, Process]:
        return {process.ref: process for process in self._landscape.processes}

    def agreed(self, source: End, target: End) -> tuple[Boundary, ...]:
        """What is agreed about the hand-offs between two sides, each way of it once."""
        return self.agreements.find(
            source.unit, target.unit, sources=source.steps, targets=target.steps
        )

    def govern(self, source: End, target: End) -> tuple[Governance, tuple[Holder, ...]]:
        """Whether somebody is responsible for both sides, and who.

        *yes*: a holder's scope covers both ends, and the mandate is for the whole process, or names
        both units, or the holder manages their lowest common ancestor or a unit above it; or a
        coordinator of this very hand-off or boundary is named. *undetermined*: ownership, mandate
        or line is not recorded. *no*: otherwise. Where a side may be one of several units, the
        answer must be the same for each.
        """
        answers = [
            self._govern_pair(replace(source, unit=first), replace(target, unit=second))
            for first in self._single_units(source.unit)
            for second in self._single_units(target.unit)
        ]
        if len({answer for answer, _ in answers}) > 1:
            return "undetermined", ()
        holders = dict.fromkeys(holder for _, found in answers for holder in found)
        return answers[0][0], tuple(holders)

    def _single_units(self, unit: Unit) -> list[Unit]:
        if not unit.one_of:
            return [unit]
        known = self._chart.units
        return [known.get(key) or Unit(key=key, name=key, assumed=True) for key in unit.one_of]

    def _govern_pair(self, source: End, target: End) -> tuple[Governance, tuple[Holder, ...]]:
        named = [boundary.coordinator.value for boundary in self.agreed(source, target)]
        coordinators = tuple(sorted({h for h in named if h is not None}, key=_spell))
        if coordinators and None not in named:
            return "yes", coordinators
        answer, holders = self._govern_by_owner(source, target)
        # Where one hand-off has a coordinator and another needs the owner, both are needed.
        return answer, (*coordinators, *holders) if answer == "yes" else ()

    def _govern_by_owner(self, source: End, target: End) -> tuple[Governance, tuple[Holder, ...]]:
        answers: dict[Holder, bool | None] = {}
        facts = [self._ownership(ref) for ref in dict.fromkeys((source.process, target.process))]
        for holder in dict.fromkeys(o.holder for fact in facts for o in fact.or_none or ()):
            answers[holder] = self.governs(holder, source, target)
        governing = tuple(holder for holder, answer in answers.items() if answer)
        if governing:
            return "yes", governing
        unsaid = any(not fact.is_recorded or fact.is_unknown for fact in facts)
        if None in answers.values() or unsaid:
            return "undetermined", ()
        return "no", ()

    def governs(self, holder: Holder, source: End, target: End) -> bool | None:
        """Whether one holder is responsible for both sides; ``None`` where that is not recorded."""
        mine = {
            end.process: [o for o in self._stated(end.process) if o.holder == holder]
            for end in (source, target)
        }
        covered = _both(
            _any(self._covers(o, source) for o in mine[source.process]),
            _any(self._covers(o, target) for o in mine[target.process]),
        )
        if covered is False:
            return False
        mandate = _both(
            _any(self._may_decide(o.mandate, source, target) for o in mine[source.process]),
            _any(self._may_decide(o.mandate, source, target) for o in mine[target.process]),
        )
        line = self._manages_above(holder, source.unit, target.unit)
        return _both(covered, _any((mandate, line)))

    def manages(self, holder: Holder) -> tuple[str, ...]:
        """Keys of the units a holder manages, as far as recorded."""
        mine = self._identities(holder)
        return tuple(key for key in self._chart.units if mine & self._manager_identities(key))

    def _ownership(self, process: ElementRef) -> Fact[tuple[Ownership, ...]]:
        known = self._processes.get(process)
        return known.ownership_on(self._day) if known is not None else Fact.not_recorded()

    def _stated(self, process: ElementRef) -> tuple[Ownership, ...]:
        return self._ownership(process).or_none or ()

    def _covers(self, ownership: Ownership, end: End) -> bool | None:
        scope: Scope | None = ownership.scope.or_none
        if scope is None:
            # "There is none" is an answer; blank and "we do not know" are not.
            return False if ownership.scope.is_absent else None
        if scope.kind == "whole":
            return True
        if scope.kind == "steps":
            return end.steps <= set(scope.steps) if end.steps else None
        units = scope.units if scope.kind == "units" else self._own_units(ownership.holder)
        if end.unit.assumed or not units:
            return None
        return any(self._chart.is_within(end.unit.key, unit) for unit in units)

    def _may_decide(self, fact: Fact[Mandate], source: End, target: End) -> bool | None:
        mandate = fact.or_none
        if mandate is None:
            return None if fact.is_unknown or not fact.is_recorded else False
        if mandate.kind == "whole":
            return True
        if source.unit.assumed or target.unit.assumed:
            return None
        if mandate.kind == "own_unit":
            return False
        return all(
            any(self._chart.is_within(end.unit.key, unit) for unit in mandate.units)
            for end in (source, target)
        )

    def _manages_above(self, holder: Holder, first: Unit, second: Unit) -> bool | None:
        """Whether the holder manages the units' lowest common ancestor, or one above it."""
        common = self._chart.common_line(first.key, second.key)
        mine = self._identities(holder)
        if any(mine & self._manager_identities(key) for key in common):
            return True
        blank = any(
            self._chart.manager(key).is_unknown or not self._chart.manager(key).is_recorded
            for key in common
        )
        # Somebody known to manage another unit is not the one who was left out here.
        return None if blank and not self.manages(holder) else False

    def _own_units(self, holder: Holder) -> tuple[str, ...]:
        managed = self.manages(holder)
        if managed:
            return managed
        unit: str | None = None
        if holder.kind in ("unit", "network"):
            found = self._chart.find_unit(holder.name)
            unit = found.key if found else None
        elif holder.kind == "person":
            person = self._chart.people.get(fold(holder.name))
            unit = person.unit if person else None
        else:
            unit = self._chart.unit_of_role(holder.name)
        return (unit,) if unit is not None else ()

    def _identities(self, holder: Holder) -> frozenset[str]:
        """A role means its holders too, a person their positions, a unit its manager."""
        name = fold(holder.name)
        if holder.kind == "person":
            person = self._chart.people.get(name)
            positions = person.positions if person else ()
            return frozenset({f"person:{name}", *(f"role:{fold(p)}" for p in positions)})
        if holder.kind == "role":
            return self._role_identities(holder.name)
        unit = self._chart.find_unit(holder.name)
        return self._manager_identities(unit.key) if unit else frozenset()

    def _manager_identities(self, key: str) -> frozenset[str]:
        manager = self._chart.manager(key).or_none
        return self._role_identities(manager) if manager else frozenset()

    def _role_identities(self, role: str) -> frozenset[str]:
        holders = (f"person:{name}" for name in self._chart.holders(role))
        return frozenset({f"role:{fold(role)}", *holders})


def combine_governance(answers: Iterable[Governance]) -> Governance:
    """One answer for several pairs of units: *no* where any is, *yes* where all are."""
    found = set(answers)
    if "no" in found:
        return "no"
    return "yes" if found == {"yes"} else "undetermined"


def _spell(holder: Holder) -> tuple[str, str]:
    return holder.kind, holder.name


def _any(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    if True in found:
        return True
    return None if None in found else False


def _both(first: bool | None, second: bool | None) -> bool | None:
    if first is False or second is False:
        return False
    return True if first and second else None
