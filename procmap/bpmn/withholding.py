"""Names of persons kept out of the files: each becomes a number, the same in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from procmap.bpmn.own_facts import OwnFacts, name_withheld, number_withheld
from procmap.model import Boundary, Fact, Holder, Landscape, Ownership, Unit, fold

__all__ = ["Withholder", "build_withholder"]


@dataclass(slots=True)
class Withholder:
    """Takes the names of persons out of facts.

    Args:
        people: folded names of the persons that are known.
        numbers: the number of each person met so far, by folded name.
    """

    people: frozenset[str]
    numbers: dict[str, int] = field(default_factory=dict)

    def withhold(self, facts: OwnFacts) -> OwnFacts:
        """The facts without names of persons, not even in what people wrote as their source."""
        owners = facts.ownership.value
        if owners is not None:
            named = tuple(self._withhold_holder(each) for each in owners)
            facts = replace(facts, ownership=Fact.stated(named, facts.ownership.origin))
        return replace(
            facts,
            units=tuple(self._withhold_manager(unit) for unit in facts.units),
            positions=tuple(role for role in facts.positions if fold(role.name) not in self.people),
            boundaries=tuple(self._withhold_coordinator(each) for each in facts.boundaries),
        )

    def _withhold_holder(self, ownership: Ownership) -> Ownership:
        source = "" if self._names_person(ownership.source) else ownership.source
        return replace(ownership, holder=self._hide(ownership.holder), source=source)

    def _withhold_coordinator(self, boundary: Boundary) -> Boundary:
        coordinator, routine = boundary.coordinator, boundary.routine
        if coordinator.value is not None:
            coordinator = Fact.stated(self._hide(coordinator.value), coordinator.origin)
        if routine.value is not None and self._names_person(routine.value):
            routine = Fact()
        return replace(boundary, coordinator=coordinator, routine=routine)

    def _hide(self, holder: Holder) -> Holder:
        if holder.kind == "person" or fold(holder.name) in self.people:
            return replace(holder, kind="person", name=self._name(holder.name))
        return holder

    def _withhold_manager(self, unit: Unit) -> Unit:
        manager = unit.manager.value
        if manager is None or fold(manager) not in self.people:
            return unit
        named = Fact.stated(self._name(manager), unit.manager.origin)
        return unit.model_copy(update={"manager": named})

    def _names_person(self, text: str) -> bool:
        folded = fold(text)
        return bool(folded) and any(name in folded for name in self.people)

    def _name(self, name: str) -> str:
        if number_withheld(name) is not None:
            return name
        key = fold(name)
        if key not in self.numbers:
            self.numbers[key] = max(self.numbers.values(), default=0) + 1
        return name_withheld(self.numbers[key])


def build_withholder(landscape: Landscape, facts: Iterable[OwnFacts]) -> Withholder:
    """Build the withholder of a landscape.

    Args:
        landscape: the persons it knows.
        facts: all facts that will be written; numbers in them are kept.
    """
    positions = {fold(position) for person in landscape.people for position in person.positions}
    known = {fold(person.name) for person in landscape.people} - positions
    held = [each.holder for found in facts for each in found.ownership.value or ()]
    held += [each.coordinator.value for each in landscape.boundaries if each.coordinator.value]
    persons = {fold(holder.name) for holder in held if holder.kind == "person"}
    managers = {fold(unit.manager.value) for unit in landscape.units if unit.manager.value}
    # Numbers of an earlier writing mean persons who are nobody else here.
    numbered = {
        name: number for name in sorted(persons | managers) if (number := number_withheld(name))
    }
    people = frozenset(name for name in known | persons if name and name not in numbered)
    return Withholder(people, numbered)
