"""R, A, C and I of each process and holder: as the register states them, or derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from procmap.graph import Analysis, StepPlace
from procmap.model import Chart, Fact, Holder, Ownership, Process, RaciLetter, Scope, Unit, fold
from procmap.source import ElementRef

__all__ = ["BLOCKS", "Column", "Extent", "Letter", "Table", "find_table"]

Extent = Literal["whole", "part", "open"]

# Kinds of holders, in the order in which their columns stand.
BLOCKS: Final = ("unit", "role", "network", "person")
_ORDER: Final = ("A", "R", "C", "I")
_WIDER: Final = {"whole": 0, "open": 1, "part": 2}
_FROM_OWNERSHIP: Final[dict[str, RaciLetter]] = {"owner": "A", "manager": "R", "coordinator": "C"}


@dataclass(frozen=True, slots=True)
class Column:
    """Who holds letters: a unit, a position, a network or a person."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a cell.

    Args:
        letter: ``"R"``, ``"A"``, ``"C"`` or ``"I"``.
        stated: somebody stated it; else it is derived from ownership and steps.
        extent: it holds for the ``"whole"`` process, a ``"part"``, or that is ``"open"``.
    """

    letter: RaciLetter
    stated: bool
    extent: Extent = "whole"


@dataclass(frozen=True)
class Table:
    """The letters of a landscape.

    Args:
        columns: who holds any letter, in the order of columns, with the name as it is known.
        cells: the letters, by process and column, in the order A, R, C, I.
        open_steps: by process, for how many of its steps it is open who performs them, and of how
            many.
    """

    columns: Mapping[Column, str]
    cells: Mapping[tuple[ElementRef, Column], tuple[Letter, ...]]
    open_steps: Mapping[ElementRef, tuple[int, int]]

    @cached_property
    def held(self) -> frozenset[tuple[ElementRef, str]]:
        """Each process with each letter that somebody holds for it."""
        return frozenset(
            (process, each.letter)
            for (process, _), letters in self.cells.items()
            for each in letters
        )


def find_table(analysis: Analysis) -> Table:
    """Collect the letters of all processes.

    What the register's RACI table states comes first. Beside it, the process owner gives A, units
    that perform steps and the process manager give R, and coordinators give C.

    Args:
        analysis: the landscape, and who performs its steps.
    """
    chart = analysis.landscape.chart
    names: dict[Column, str] = {}
    found: dict[tuple[ElementRef, Column], dict[str, Letter]] = {}
    for ref, column, name, letter in _find_letters(analysis, chart):
        names.setdefault(column, name)
        cell = found.setdefault((ref, column), {})
        known = cell.get(letter.letter)
        if known is None or _weigh(letter) < _weigh(known):
            cell[letter.letter] = letter
    place = {unit.key: i for i, unit in enumerate(analysis.landscape.units)}
    order = sorted(names, key=lambda column: _rank(column, names[column], place, chart))
    return Table(
        columns={column: names[column] for column in order},
        cells={
            key: tuple(cell[letter] for letter in _ORDER if letter in cell)
            for key, cell in found.items()
        },
        open_steps={
            process.ref: (
                sum(not _is_placed(analysis.places.get(step.ref)) for step in process.steps),
                len(process.steps),
            )
            for process in analysis.landscape.processes
        },
    )


def _is_placed(place: StepPlace | None) -> bool:
    """Whether it is settled who performs a step; two units that may are a question."""
    return place is not None and (place.outside or place.unit is not None)


def _weigh(letter: Letter) -> tuple[bool, int]:
    """Stated before derived, and the whole before a part."""
    return not letter.stated, _WIDER[letter.extent]


def _find_letters(
    analysis: Analysis, chart: Chart
) -> Iterator[tuple[ElementRef, Column, str, Letter]]:
    shown = {process.ref for process in analysis.landscape.processes}
    for stated in analysis.landscape.responsibilities:
        if stated.process in shown:
            column = _find_column(stated.holder, chart)
            extent: Extent = "part" if stated.step is not None else "whole"
            letter = Letter(stated.letter, True, extent)
            yield stated.process, column, stated.holder.name, letter
    for process in analysis.landscape.processes:
        for each in process.ownership_on(analysis.day).or_none or ():
            column = _find_column(each.holder, chart)
            letter = Letter(_FROM_OWNERSHIP[each.kind], False, _find_extent(each))
            yield process.ref, column, each.holder.name, letter
        for unit in _find_performers(process, analysis):
            kind = "network" if unit.kind == "network" else "unit"
            key = fold(unit.name) if kind == "network" else unit.key
            yield process.ref, Column(kind, key), unit.name, Letter("R", False)


def _find_performers(process: Process, analysis: Analysis) -> Iterator[Unit]:
    for unit in analysis.units_of(process):
        if unit.kind != "outside":
            yield unit


def _find_column(holder: Holder, chart: Chart) -> Column:
    if holder.kind == "unit":
        unit = chart.find_unit(holder.name)
        if unit is not None:
            return Column("unit", unit.key)
    return Column(holder.kind, fold(holder.name))


def _find_extent(ownership: Ownership) -> Extent:
    scope: Fact[Scope] = ownership.scope
    if scope.value is not None:
        return "whole" if scope.value.kind == "whole" else "part"
    return "open" if ownership.kind == "owner" else "whole"


def _rank(
    column: Column, name: str, place: Mapping[str, int], chart: Chart
) -> tuple[int, int, str, str]:
    """By kind, then as the register lists their units, then by name."""
    if column.kind == "unit":
        unit: str | None = column.key
    else:
        unit = chart.unit_of_role(name) if column.kind == "role" else None
    at = place.get(unit, len(place)) if unit is not None else len(place)
    return BLOCKS.index(column.kind), at, name.casefold(), column.key
