"""How complete a register is, and which cells would clarify most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.labels.words import Counted, Words
from procmap.model import Boundary, Fact, Landscape, Unit
from procmap.register.merging.models import build_lane_index, find_placed
from procmap.register.sheets import find_sheet
from procmap.register.status_work import WORK_TABLES, find_work_cells
from procmap.source import ElementRef

__all__ = ["Completeness", "OpenCell", "RegisterStatus", "find_status"]

_NEXT = 10
# What a process weighs by itself, and for every place where it crosses to another unit.
_PROCESS = 2
_CROSSING = 2
_HANDOFFS = Counted(Words("overlevering", "hand-off"), Words("overleveringer", "hand-offs"))
_HANGS_ON = {
    "processes": _HANDOFFS,
    "boundaries": _HANDOFFS,
    "lanes": Counted(Words("element", "element"), Words("elementer", "elements")),
}


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell that nobody has filled in.

    Args:
        table: the table it stands in.
        row: what its row is about.
        key: its column.
        weight: how many steps or hand-offs hang on it.
        units: keys of the units that would know.
    """

    table: str
    row: str
    key: str
    weight: int
    units: tuple[str, ...] = ()

    def describe(self, lang: str = "nb") -> str:
        """The cell in words: sheet, row, column, and what hangs on it."""
        sheet = find_sheet(self.table)
        head = sheet.column(self.key).heads[lang == "en"]
        count = self._count
        words = _HANGS_ON.get(self.table)
        aside = f" ({count} {words.text(count, lang)})" if words and count else ""
        return f"{sheet.titles[lang == 'en']}: {self.row} – {head}{aside}"

    @property
    def _count(self) -> int:
        """How many elements or hand-offs hang on it: a process weighs more than its crossings."""
        if self.table != "processes":
            return self.weight
        return max(0, self.weight - _PROCESS) // _CROSSING


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the cells that matter are filled in.

    Args:
        name: table, or name of a unit.
        filled: number of cells with an answer; «vet ikke» is one.
        total: number of cells.
    """

    name: str
    filled: int
    total: int


@dataclass(frozen=True, slots=True)
class RegisterStatus:
    """How complete a register is.

    Args:
        sheets: completeness by table.
        units: completeness by unit, in the order of the register.
        next_cells: the cells that would clarify most, at most ten.
    """

    sheets: tuple[Completeness, ...]
    units: tuple[Completeness, ...]
    next_cells: tuple[OpenCell, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    cell: OpenCell
    is_filled: bool


def find_status(
    landscape: Landscape,
    *,
    boundaries: Mapping[tuple[str, str], int] | None = None,
    weights: Mapping[ElementRef, int] | None = None,
    units: Mapping[ElementRef, Sequence[Unit]] | None = None,
) -> RegisterStatus:
    """Find how complete the register of a landscape is.

    Args:
        landscape: the models with the register applied.
        boundaries: number of hand-offs by the two units' keys.
        weights: number of crossing points by process.
        units: the units that take part, by process.

    Examples:
        >>> find_status(Landscape()).next_cells
        ()
    """
    cells = [
        *_unit_cells(landscape),
        *_lane_cells(landscape),
        *_process_cells(landscape, weights or {}, units or {}),
        *_boundary_cells(landscape, boundaries or {}),
        *_work_cells(landscape, units or {}),
    ]
    core = ("units", "lanes", "processes", "boundaries")
    begun = {item.cell.table for item in cells}
    tables = (*core, *(table for table in WORK_TABLES if table in begun))
    by_unit: dict[str, list[_Cell]] = {unit.key: [] for unit in landscape.units}
    for item in cells:
        for key in item.cell.units:
            if key in by_unit:
                by_unit[key].append(item)
    names = {unit.key: unit.name for unit in landscape.units}
    still_open = [item.cell for item in cells if not item.is_filled]
    still_open.sort(key=lambda c: (-c.weight, tables.index(c.table), c.row, c.key))
    return RegisterStatus(
        sheets=tuple(_count(t, [c for c in cells if c.cell.table == t]) for t in tables),
        units=tuple(_count(names[key], found) for key, found in by_unit.items()),
        next_cells=tuple(still_open[:_NEXT]),
    )


def _work_cells(
    landscape: Landscape, units: Mapping[ElementRef, Sequence[Unit]]
) -> Iterator[_Cell]:
    for cell in find_work_cells(landscape):
        taking_part = units.get(cell.process, ()) if cell.process is not None else ()
        keys = tuple(unit.key for unit in taking_part if not unit.assumed)
        # They come after the few that matter most, which hand-offs hang on.
        yield _cell(cell.table, cell.row, cell.key, cell.is_filled, weight=0, units=keys)


def _count(name: str, cells: Sequence[_Cell]) -> Completeness:
    return Completeness(name, sum(cell.is_filled for cell in cells), len(cells))


def _cell(
    table: str,
    row: str,
    key: str,
    fact: Fact[object] | bool,
    *,
    weight: int,
    units: Sequence[str] = (),
) -> _Cell:
    is_filled = fact if isinstance(fact, bool) else fact.is_recorded
    return _Cell(OpenCell(table, row, key, weight, tuple(units)), is_filled)


def _unit_cells(landscape: Landscape) -> Iterator[_Cell]:
    has_top = any(unit.parent is None for unit in landscape.units)
    first = next((unit.key for unit in landscape.units if unit.parent is None), None)
    for unit in landscape.units:
        if unit.kind != "unit":
            continue
        # One unit lies under none; of the others nobody has said so.
        is_placed = unit.parent is not None or (has_top and unit.key == first)
        yield _cell("units", unit.name, "under", is_placed, weight=1, units=(unit.key,))
        manager: Fact[object] = Fact(unit.manager.state, unit.manager.value)
        yield _cell("units", unit.name, "manager", manager, weight=2, units=(unit.key,))


def _lane_cells(landscape: Landscape) -> Iterator[_Cell]:
    for document in landscape.documents:
        index = build_lane_index(document)
        inside = {
            lane.ref: len(lane.nodes) for process in document.processes for lane in process.lanes
        }
        steps = {process.ref: len(process.steps) for process in document.processes}
        divided = {process.ref for process in document.processes if process.lanes}
        for placed in find_placed(document):
            process = placed.process
            if placed.ref not in inside and process in divided:
                # A pool with lanes is the whole of them: they are asked about, not the pool.
                continue
            weight = inside.get(placed.ref, steps.get(process, 0) if process else 0)
            meaning = placed.meaning
            # A lane without a name stands in the sheet by its id.
            row = f"{document.path}, {placed.name or index.spell(placed)}"
            keys = meaning.value.units if meaning.value else ()
            yield _cell("lanes", row, "is", meaning.is_recorded, weight=weight, units=keys)
            if meaning.value is not None and meaning.value.kind != "outside":
                yield _cell("lanes", row, "unit", bool(keys), weight=weight, units=keys)


def _process_cells(
    landscape: Landscape,
    weights: Mapping[ElementRef, int],
    units: Mapping[ElementRef, Sequence[Unit]],
) -> Iterator[_Cell]:
    times = Counter(process.label for process in landscape.processes)
    for process in landscape.processes:
        if process.modelled and not process.nodes:
            continue
        weight = _PROCESS + _CROSSING * weights.get(process.ref, 0)
        keys = tuple(unit.key for unit in units.get(process.ref, ()) if not unit.assumed)
        owned = process.ownership.is_recorded
        row = process.label
        if times[row] > 1 and process.modelled:
            row = f"{process.ref.document}, {row}"
        yield _cell("processes", row, "ownership", owned, weight=weight, units=keys)
        if process.owners:
            scoped = all(o.scope.is_recorded for o in process.owners if o.kind == "owner")
            yield _cell("processes", row, "scope", scoped, weight=weight, units=keys)
        kind = process.kind.is_recorded
        yield _cell("processes", row, "type", kind, weight=1, units=keys)


def _boundary_cells(landscape: Landscape, counts: Mapping[tuple[str, str], int]) -> Iterator[_Cell]:
    said = {(b.source_unit, b.target_unit): b for b in landscape.boundaries}
    names = {unit.key: unit.name for unit in landscape.units}
    pairs = {pair for pair in counts if all(key in names for key in pair)} | said.keys()
    for pair in sorted(pairs):
        boundary = said.get(pair, Boundary(*pair))
        row = f"{names.get(pair[0], pair[0])} → {names.get(pair[1], pair[1])}"
        weight = counts.get(pair, 0)
        filled = {
            "coordinator": boundary.coordinator.is_recorded,
            "routine": boundary.routine.is_recorded,
            "channel": boundary.channel.is_recorded,
        }
        for key, is_filled in filled.items():
            yield _cell("boundaries", row, key, is_filled, weight=weight, units=pair)
