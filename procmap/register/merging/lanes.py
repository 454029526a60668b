"""Merging what lanes and pools stand for."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.model import Chart, Fact, Landscape, LaneKind, LaneMeaning, System, fold
from procmap.register.content import LaneRow
from procmap.register.log import Log
from procmap.register.merging.facts import is_same_fact, merge_fact
from procmap.register.merging.models import LaneIndex, Models, Placed, build_lane_index
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.rival_rows import choose_rows
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.unit_book import UnitBook, find_units
from procmap.source import ElementRef

__all__ = ["build_meanings"]


def build_meanings(
    rows: tuple[LaneRow, ...],
    landscape: Landscape,
    log: Log,
    *,
    models: Models,
    units: UnitBook,
    chart: Chart,
) -> dict[ElementRef, Fact[LaneMeaning]]:
    """Build the meaning of every lane and pool that the register says something about.

    Args:
        rows: what the register says.
        landscape: the landscape with its systems merged.
        log: where problems and diagnostics go.
        models: the documents there are.
        units: the units there are.
        chart: the organisation chart after merging.
    """
    systems = {fold(system.name): system for system in landscape.systems}
    indexes: dict[str, LaneIndex] = {}
    about: dict[ElementRef, tuple[Placed, list[LaneRow]]] = {}
    for row in rows:
        element = _find_lane(row, indexes, log, models=models)
        if element is not None:
            about.setdefault(element.ref, (element, []))[1].append(row)
        else:
            # What is wrong with its units is noted even where the lane was not found.
            find_units(row.units, units, log)
    found: dict[ElementRef, Fact[LaneMeaning]] = {}
    for ref, (element, listed) in about.items():
        said: Fact[LaneMeaning] = Fact()
        chosen = choose_rows(
            listed,
            log,
            exactness=lambda row: _find_exactness(row, models, indexes),
            name=lambda row: row.lane,
            element=ref,
        )
        for row in listed:
            keys = find_units(row.units, units, log)
            if row not in chosen:
                continue
            meant = _meaning(row, element, keys, log, units=units, chart=chart, systems=systems)
            if said.is_recorded and meant.is_recorded and not is_same_fact(said, meant):
                note_duplicate(row.lane, chosen[0].lane, log)
            said = merge_fact(meant, said)
        if said.is_recorded:
            what = f"{chosen[0].model.text}, {element.name or element.id}"
            found[ref] = override_fact(element.meaning, said, log, what=what, element=ref)
    return found


def _find_exactness(
    row: LaneRow, models: Models, indexes: Mapping[str, LaneIndex]
) -> tuple[bool, ...]:
    """Whether a row names its model in full, and its lane by id."""
    document = models.find_document(row.model.text)
    by_id = indexes[document.path].by_id if document is not None else {}
    return models.names_in_full(row.model.text), row.lane.text in by_id


def _find_lane(
    row: LaneRow, indexes: dict[str, LaneIndex], log: Log, *, models: Models
) -> Placed | None:
    document = models.find_document(row.model.text)
    if document is None:
        if row.kind.is_recorded or row.units:
            near = log.nearest(row.model.text, tuple(models.documents))
            log.diagnose(
                "REG201",
                row.model.place,
                nearest=near,
                subject=(fold(row.model.text),),
                model=row.model.text,
            )
        return None
    index = indexes.get(document.path)
    if index is None:
        index = indexes[document.path] = build_lane_index(document)
    lanes = index.find(row.lane.text)
    if len(lanes) == 1:
        return lanes[0]
    subject = (document.path, fold(row.lane.text))
    if lanes:
        log.diagnose(
            "REG203",
            row.lane.place,
            elements=tuple(lane.ref for lane in lanes),
            nearest=tuple(lane.id for lane in lanes),
            subject=subject,
            lane=row.lane.text,
            model=document.path,
            count=len(lanes),
        )
    else:
        names = tuple(lane.name or lane.id for group in index.by_id.values() for lane in group)
        log.diagnose(
            "REG202",
            row.lane.place,
            nearest=log.nearest(row.lane.text, names),
            subject=subject,
            lane=row.lane.text,
            model=document.path,
        )
    return None


def _meaning(
    row: LaneRow,
    element: Placed,
    keys: tuple[str, ...],
    log: Log,
    *,
    units: UnitBook,
    chart: Chart,
    systems: dict[str, System],
) -> Fact[LaneMeaning]:
    if row.kind.value is not None:
        kind, origin = row.kind.value, row.kind.origin
    elif not keys:
        return Fact(row.kind.state, None, row.kind.origin)
    else:
        # Somebody placed the lane in a unit; whether it is the unit or somebody in it is asked.
        kind, origin = "unit" if units.candidates(element.name) == keys else "role", row.lane.place
        log.diagnose(
            "REG401",
            row.lane.place,
            elements=(element.ref,),
            lane=element.name or element.id,
            kind=kind,
        )
    keys = keys or _units_by_name(kind, element.name, units=units, chart=chart, systems=systems)
    return Fact.stated(LaneMeaning(kind, keys), origin)


def _units_by_name(
    kind: LaneKind, name: str, *, units: UnitBook, chart: Chart, systems: dict[str, System]
) -> tuple[str, ...]:
    """The unit a lane belongs to by its own name, where no unit was written beside it."""
    match kind:
        case "unit":
            keys = units.candidates(name)
            return keys if len(keys) == 1 else ()
        case "role":
            key = chart.unit_of_role(units.aliases.resolve("position", name))
        case "system":
            system = systems.get(fold(units.aliases.resolve("system", name)))
            key = system.responsible.or_none if system else None
        case _:
            key = None
    return (key,) if key else ()
