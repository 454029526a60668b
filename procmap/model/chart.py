"""The organisation chart: who lies under whom, and who manages what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from procmap.model.facts import Fact
from procmap.model.names import fold
from procmap.model.organisation import Person, Role, Unit

__all__ = ["Chart", "build_chart"]

_SHORT = 32


@dataclass(frozen=True, slots=True)
class Chart:
    """Units by key with their place in the tree, and persons and positions by folded name.

    All look-ups are O(1), or O(depth) along one line of the tree; a line is walked when somebody
    asks for it, since keeping all of them would cost units × depth.
    """

    units: dict[str, Unit]
    units_by_name: dict[str, tuple[Unit, ...]]
    roles: dict[str, Role]
    people: dict[str, Person]
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def line(self, key: str) -> tuple[str, ...]:
        """The unit and its ancestors, from itself to the top; empty for an unknown unit."""
        known = self._lines.get(key)
        if known is None:
            known = tuple(self._walk(key))
            # Short lines are asked for again and again; keeping long ones would fill the memory.
            if len(known) <= _SHORT:
                self._lines[key] = known
        return known

    def common_line(self, first: str, second: str) -> tuple[str, ...]:
        """The lowest common ancestor of two units and all above it; empty where there is none.

        A unit is its own ancestor here: the lowest common ancestor of a unit and one below it is
        the unit itself.
        """
        line = self.line(first)
        other = set(self.line(second))
        start = next((i for i, key in enumerate(line) if key in other), len(line))
        return line[start:]

    def is_within(self, key: str, above: str) -> bool:
        """Whether a unit is `above` or lies under it."""
        return above in self._walk(key)

    def _walk(self, key: str) -> Iterator[str]:
        """The unit and its ancestors; a cycle ends where it would repeat."""
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at in self.units and at not in seen:
            seen.add(at)
            yield at
            at = self.units[at].parent

    def manager(self, key: str) -> Fact[str]:
        """The position that manages a unit; not recorded for an unknown unit."""
        unit = self.units.get(key)
        return unit.manager if unit else Fact.not_recorded()

    def holders(self, role: str) -> tuple[str, ...]:
        """Folded names of the persons holding a position."""
        found = self.roles.get(fold(role))
        return tuple(fold(name) for name in found.holders.or_none or ()) if found else ()

    def find_unit(self, name: str) -> Unit | None:
        """The unit of that name, where just one has it."""
        found = self.units_by_name.get(fold(name), ())
        return found[0] if len(found) == 1 else None

    def unit_of_role(self, role: str) -> str | None:
        """The unit a position belongs to: its own, the one it manages, or its holders'."""
        known = self.roles.get(fold(role))
        if known is None:
            return None
        if known.unit is not None:
            return known.unit
        units = {self.people[name].unit for name in self.holders(role) if name in self.people}
        return units.pop() if len(units) == 1 else None


def build_chart(
    units: Iterable[Unit], roles: Iterable[Role] = (), people: Iterable[Person] = ()
) -> Chart:
    """Build the chart; a cycle in the tree ends a line where it would repeat.

    Examples:
        >>> chart = build_chart([
        ...     Unit(key="k", name="Kommunen", manager=Fact.stated("Kommunedirektør")),
        ...     Unit(key="a", name="Byggesak", parent="k"),
        ...     Unit(key="b", name="Geodata", parent="k"),
        ... ])
        >>> chart.common_line("a", "b")
        ('k',)
    """
    by_key = {unit.key: unit for unit in units}
    by_name: dict[str, list[Unit]] = {}
    for unit in by_key.values():
        by_name.setdefault(fold(unit.name), []).append(unit)
    managed = {
        fold(unit.manager.value): unit.key
        for unit in reversed(by_key.values())
        if unit.manager.value is not None
    }
    known_roles = {
        fold(role.name): role
        if role.unit is not None
        else role.model_copy(update={"unit": managed.get(fold(role.name))})
        for role in roles
    }
    for unit in by_key.values():
        if unit.manager.value is not None:
            known_roles.setdefault(
                fold(unit.manager.value), Role(name=unit.manager.value, unit=unit.key)
            )
    return Chart(
        units=by_key,
        units_by_name={name: tuple(found) for name, found in by_name.items()},
        roles=known_roles,
        people={fold(person.name): person for person in people},
    )
