"""What a holder is: a unit, a network, a person, else a position."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procmap.model import Holder, Person, fold
from procmap.register.content import HolderName
from procmap.register.log import Log
from procmap.register.merging.unit_book import UnitBook

__all__ = ["Holders", "build_holders"]


@dataclass(frozen=True, slots=True)
class Holders:
    """Everybody who can answer for something, by name.

    Args:
        units: the units.
        people: the persons by folded name.
    """

    units: UnitBook
    people: Mapping[str, Person]
    # The same few answer for much.
    _recognised: dict[str, Holder] = field(default_factory=dict, repr=False, compare=False)

    def recognise(self, name: str) -> Holder:
        """The holder a bare name means: a known unit, a known person, else a position."""
        if name not in self._recognised:
            self._recognised[name] = self._recognise(name)
        return self._recognised[name]

    def _recognise(self, name: str) -> Holder:
        keys = self.units.candidates(name)
        if keys:
            unit = self.units.by_key[keys[0]]
            return Holder("network" if unit.kind == "network" else "unit", unit.name)
        person = self.people.get(fold(name))
        if person is not None:
            return Holder("person", person.name)
        return Holder("role", self.units.aliases.resolve("position", name))

    def find(self, written: HolderName, log: Log) -> Holder:
        """The holder a cell means; a unit that does not exist is noted.

        Args:
            written: the name, and what it is where the register says so.
            log: where problems go.
        """
        name = written.name.text
        if written.kind is None:
            return self.recognise(name)
        if written.kind in ("unit", "network") and not self.units.candidates(name):
            known = tuple(unit.name for unit in self.units.by_key.values())
            log.problem("unknown-unit", written.name.place, name=name, written=name, known=known)
        if written.kind == "role":
            name = self.units.aliases.resolve("position", name)
        return Holder(written.kind, name)


def build_holders(units: UnitBook, people: Iterable[Person]) -> Holders:
    """Build the look-up of holders."""
    return Holders(units, {fold(person.name): person for person in people})
