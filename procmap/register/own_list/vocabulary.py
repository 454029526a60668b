"""The names a landscape knows already, for telling what a column of somebody's list holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from procmap.model import Landscape, Process, fold, tidy
from procmap.register.merging.models import Models, build_models, find_placed
from procmap.register.merging.unique import group
from procmap.register.merging.unit_book import UnitBook, build_unit_book
from procmap.register.own_list.persons import is_position

__all__ = ["Vocabulary", "build_vocabulary", "fold_bare"]

_NUMBERING: Final = re.compile(r"^[a-zæøå]{0,3}[.\-]?\d[\d.\-]*[.):]?\s+")
_MARKS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known names.

    Args:
        models: processes by name and reference.
        bare: processes by name without numbering, asides and marks.
        labels: the processes' names.
        units: the units.
        lane_names: folded names of lanes and pools, which often are those of units.
        positions: known positions, by folded name.
        held: folded positions of the persons that are known, by folded name.
    """

    models: Models
    bare: Mapping[str, tuple[Process, ...]]
    labels: tuple[str, ...]
    units: UnitBook
    lane_names: frozenset[str]
    positions: Mapping[str, str]
    held: Mapping[str, frozenset[str]]

    def knows_process(self, text: str) -> bool:
        """Whether a process has that name, or nearly so."""
        return bool(self.models.named(tidy(text))) or fold_bare(text) in self.bare

    def knows_unit(self, text: str) -> bool:
        """Whether a unit has that name, or a lane that names no position."""
        return bool(self.units.candidates(text)) or (
            fold(text) in self.lane_names and not is_position(text)
        )

    def knows_position(self, text: str) -> bool:
        """Whether a position has that name."""
        return fold(text) in self.positions


def build_vocabulary(landscape: Landscape) -> Vocabulary:
    """Build the vocabulary of a landscape."""
    organisation = landscape.organisation.value
    home = organisation.name if organisation else ""
    placed = [p for document in landscape.documents for p in find_placed(document)]
    return Vocabulary(
        models=build_models(landscape),
        bare=group((fold_bare(p.label), p) for p in landscape.processes if fold_bare(p.label)),
        labels=tuple(sorted({p.label for p in landscape.processes if p.label})),
        units=build_unit_book(landscape.units, organisation=home, aliases=landscape.aliases),
        lane_names=frozenset(fold(p.name) for p in placed if p.name),
        positions={fold(name): name for name in _find_positions(landscape)},
        held={
            fold(person.name): frozenset(fold(p) for p in person.positions)
            for person in landscape.people
        },
    )


def _find_positions(landscape: Landscape) -> Iterable[str]:
    yield from (role.name for role in landscape.roles)
    yield from (unit.manager.value for unit in landscape.units if unit.manager.value)
    yield from (p for person in landscape.people for p in person.positions)


def fold_bare(name: str) -> str:
    """A name without numbering, asides and marks, for finding it in spite of them.

    Examples:
        >>> fold_bare("1.2 Byggesak (BS)"), fold_bare("HR- og lønn")
        ('byggesak', 'hroglønn')
    """
    text = re.sub(r"\([^)]*\)", " ", fold(name)).strip()
    return _MARKS.sub("", _NUMBERING.sub("", text)) or _MARKS.sub("", text)
