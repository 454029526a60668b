"""Finding a unit by the name somebody wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procmap.model import Alias, Unit, fold
from procmap.model.alias_book import NO_ALIASES, AliasBook, build_alias_book
from procmap.register.content import Name
from procmap.register.log import Log
from procmap.register.merging.unique import group

__all__ = ["UnitBook", "build_unit_book", "find_units"]


@dataclass(frozen=True, slots=True)
class UnitBook:
    """Units by key and by folded name.

    Args:
        by_key: units by key.
        by_name: keys of the units of a folded name; several organisations may have one each.
        organisation: the organisation the register is for, whose units go first.
        aliases: other names of units, positions and systems.
    """

    by_key: Mapping[str, Unit]
    by_name: Mapping[str, tuple[str, ...]]
    organisation: str
    aliases: AliasBook = NO_ALIASES

    def candidates(self, text: str) -> tuple[str, ...]:
        """Keys of the units a text may mean: ``"organisation/unit"``, a name, or another name."""
        found = self._named(text)
        if found:
            return found
        others = self.aliases.find_others("unit", text)
        return next((keys for other in others if (keys := self._named(other))), ())

    def _named(self, text: str) -> tuple[str, ...]:
        folded = fold(text)
        if folded in self.by_key:
            return (folded,)
        keys = self.by_name.get(folded, ())
        home = fold(self.organisation)
        at_home = tuple(key for key in keys if fold(self.by_key[key].organisation) == home)
        return at_home or keys

    def spell(self, key: str) -> str:
        """What to write to mean a unit: its name, or its key where others have that name."""
        unit = self.by_key.get(key)
        return unit.name if unit and self.candidates(unit.name) == (key,) else key


def build_unit_book(
    units: Iterable[Unit], *, organisation: str, aliases: Iterable[Alias] = ()
) -> UnitBook:
    """Build the book of some units.

    Args:
        units: the units.
        organisation: name of the organisation whose units go first.
        aliases: other names of units, positions and systems.
    """
    by_key = {unit.key: unit for unit in units}
    by_name = group((fold(by_key[key].name), key) for key in sorted(by_key))
    return UnitBook(by_key, by_name, organisation, build_alias_book(aliases))


def find_units(names: Iterable[Name], book: UnitBook, log: Log) -> tuple[str, ...]:
    """Keys of the units that were named, ordered, each once; unknown names are noted.

    Args:
        names: the names as written.
        book: the units there are.
        log: where problems go.
    """
    return tuple(sorted({key for name in names if (key := find_unit(name, book, log))}))


def find_unit(name: Name, book: UnitBook, log: Log) -> str | None:
    """Key of the unit that was named; ``None`` once an unknown name was noted."""
    keys = book.candidates(name.text)
    if len(keys) == 1:
        return keys[0]
    if keys:
        log.problem("ambiguous-unit", name.place, name=name.text, choices=(keys, keys))
    else:
        known = tuple(unit.name for unit in book.by_key.values())
        log.problem("unknown-unit", name.place, name=name.text, written=name.text, known=known)
    return None
