"""The rows of a register, prefilled with what is known, for every form that has sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from procmap.model import (
    Boundary,
    Document,
    Fact,
    Landscape,
    Participant,
    Process,
    fold,
)
from procmap.register.cell_text import join_list, join_prefix
from procmap.register.merging.holders import Holders, build_holders
from procmap.register.merging.models import (
    Models,
    build_lane_index,
    build_models,
    find_placed,
)
from procmap.register.merging.unit_book import UnitBook, build_unit_book
from procmap.register.sheets import SHEETS, Column, Lang, Sheet, spell_word
from procmap.register.template.cells import spell_cell_fact, spell_cell_holder, spell_owner
from procmap.register.template.listed import END, find_listed
from procmap.register.template.text import explain, propose

__all__ = ["BoundaryCounts", "FilledSheet", "build_head_facts", "build_sheets"]

BoundaryCounts = Mapping[tuple[str, str], int]
Cells = dict[str, str]

_PERFORMERS: Final = {
    "nb": {
        "role": "rolle",
        "person": "person",
        "unit": "enhet",
        "network": "nettverk",
        "outside": "ekstern",
    },
    "en": {kind: kind for kind in ("role", "person", "unit", "network", "outside")},
}


@dataclass(frozen=True)
class FilledSheet:
    """A sheet with the rows that are known.

    Args:
        sheet: the sheet.
        columns: the columns shown.
        rows: its rows, cells by key; what is left out is blank.
    """

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True)
class _Known:
    """What spelling a landscape needs."""

    landscape: Landscape
    units: UnitBook
    holders: Holders
    models: Models
    lang: Lang


def build_sheets(
    landscape: Landscape,
    *,
    lang: Lang = "nb",
    full: bool = False,
    boundaries: BoundaryCounts | None = None,
) -> tuple[FilledSheet, ...]:
    """Build the sheets of a landscape's register.

    Args:
        landscape: the models, with or without a register applied to them.
        lang: language of heads and words.
        full: also the sheets and columns that nothing is known for.
        boundaries: number of hand-offs by (key of the unit that hands over, key of the one that
            takes over); units that are merely assumed are left out.
    """
    known = _build_known(landscape, lang)
    rows: dict[str, Iterable[Cells]] = {
        "units": _unit_rows(known),
        "lanes": _lane_rows(known),
        "processes": _process_rows(known),
        "boundaries": _boundary_rows(known, boundaries or {}),
        "opinions": _opinion_rows(known),
        "decisions": _decision_rows(known),
        "people": _person_rows(known),
        "ownerships": _ownership_rows(known),
        "systems": _system_rows(known),
        "steps": _step_rows(known),
    }
    found = []
    for sheet in SHEETS:
        filled = tuple(rows[sheet.table])
        if sheet.is_extra and not filled and not full:
            continue
        columns = tuple(
            column
            for column in sheet.columns
            if full or not column.is_extra or any(row.get(column.key) for row in filled)
        )
        found.append(FilledSheet(sheet, columns, filled))
    return tuple(found)


def build_head_facts(landscape: Landscape, lang: Lang) -> Cells:
    """What is said once about the whole register: organisation, inhabitants, day."""
    organisation = landscape.organisation.value
    inhabitants = organisation.inhabitants if organisation else Fact[int]()
    return {
        "name": organisation.name if organisation else "",
        "inhabitants": spell_cell_fact(inhabitants, lang, str),
        "as_of": landscape.as_of.isoformat() if landscape.as_of else "",
    }


def _build_known(landscape: Landscape, lang: Lang) -> _Known:
    organisation = landscape.organisation.value
    units = build_unit_book(landscape.units, organisation=organisation.name if organisation else "")
    holders = build_holders(units, landscape.people)
    return _Known(landscape, units, holders, build_models(landscape), lang)


def _unit_rows(known: _Known) -> Iterator[Cells]:
    units, lang = known.units, known.lang
    for unit in known.landscape.units:
        home = unit.organisation or spell_word("absent", lang)
        yield {
            "name": unit.name,
            "under": units.spell(unit.parent) if unit.parent else "",
            "manager": spell_cell_fact(unit.manager, lang, str),
            "level": unit.level,
            "kind": "" if unit.kind == "unit" else spell_word(unit.kind, lang),
            "organisation": "" if unit.organisation == units.organisation else home,
        }


def _lane_rows(known: _Known) -> Iterator[Cells]:
    for document in known.landscape.documents:
        yield from _document_lane_rows(document, known)


def _document_lane_rows(document: Document, known: _Known) -> Iterator[Cells]:
    units, lang = known.units, known.lang
    index = build_lane_index(document)
    placed = find_placed(document)
    pools = {p.process: p for p in reversed(placed) if isinstance(p, Participant) and p.process}
    for element in placed:
        spelled = index.spell(element)
        pool = pools.get(element.process) if element.process else None
        meaning = element.meaning.value
        kind = None if element.meaning.is_recorded else propose(element)
        keys = meaning.units if meaning else ()
        yield {
            "model": document.path,
            "lane": spelled,
            "explanation": explain(element, pool, spelled, lang),
            "proposal": spell_word(kind, lang) if kind else "",
            "is": spell_cell_fact(element.meaning, lang, lambda m: spell_word(m.kind, lang)),
            "unit": join_list(units.spell(key) for key in keys),
        }


def _process_rows(known: _Known) -> Iterator[Cells]:
    lang = known.lang
    for process in known.landscape.processes:
        cells = {
            "name": process.label or process.id,
            "model": _spell_model(process, known),
            "type": spell_cell_fact(process.kind, lang, lambda kind: spell_word(kind, lang)),
            "benefit": spell_cell_fact(process.benefit, lang, str),
        }
        first = process.owners[0] if process.owners else None
        if first is not None and first.kind == "owner":
            cells |= spell_owner(first, known.holders, lang)
            cells["ownership"] = cells.pop("holder")
        elif not process.ownership.is_stated:
            cells["ownership"] = spell_cell_fact(process.ownership, lang, str)
        yield cells


def _spell_model(process: Process, known: _Known) -> str:
    if process.modelled:
        return str(process.ref)
    # Only where a model has the same name must be said that this process has none.
    is_clear = len(known.models.named(process.label or process.id)) == 1
    return "" if is_clear else spell_word("absent", known.lang)


def _ownership_rows(known: _Known) -> Iterator[Cells]:
    for process in known.landscape.processes:
        is_first_beside = bool(process.owners) and process.owners[0].kind == "owner"
        for owner in process.owners[is_first_beside:]:
            yield {
                "process": process.label or process.id,
                "model": _spell_model(process, known),
                **spell_owner(owner, known.holders, known.lang),
            }


def _boundary_rows(known: _Known, counts: BoundaryCounts) -> Iterator[Cells]:
    units, lang, holders = known.units, known.lang, known.holders
    said = {(b.source_unit, b.target_unit): b for b in known.landscape.boundaries}
    counted = {pair for pair in counts if all(key in units.by_key for key in pair)}
    for pair in sorted(counted | said.keys(), key=lambda pair: (-counts.get(pair, 0), pair)):
        boundary = said.get(pair, Boundary(*pair))
        yield {
            "from": units.spell(pair[0]),
            "to": units.spell(pair[1]),
            "count": str(counts[pair]) if pair in counts else "",
            "coordinator": spell_cell_fact(
                boundary.coordinator, lang, lambda h: spell_cell_holder(h, holders, lang)
            ),
            "routine": spell_cell_fact(boundary.routine, lang, str),
            "channel": spell_cell_fact(boundary.channel, lang, lambda c: spell_word(c, lang)),
        }


def _opinion_rows(known: _Known) -> Iterator[Cells]:
    for opinion in known.landscape.opinions:
        yield {
            "process": opinion.process,
            "unit": known.units.spell(opinion.unit),
            "owner": spell_cell_fact(opinion.owner, known.lang, str),
        }
    answered = {fold(opinion.process) for opinion in known.landscape.opinions}
    for process in known.landscape.processes:
        if process.label and fold(process.label) not in answered:
            yield {"process": process.label}


def _decision_rows(known: _Known) -> Iterator[Cells]:
    for decision in known.landscape.decisions:
        yield {
            "point": decision.point,
            "decision": decision.decision,
            "responsible": decision.responsible,
            "deadline": decision.deadline.isoformat() if decision.deadline else "",
            "status": decision.status,
        }


def _person_rows(known: _Known) -> Iterator[Cells]:
    for person in known.landscape.people:
        yield {
            "name": person.name,
            "unit": known.units.spell(person.unit) if person.unit else "",
            "positions": join_list(person.positions),
            "deputy": person.deputy or "",
        }


def _system_rows(known: _Known) -> Iterator[Cells]:
    for system in known.landscape.systems:
        yield {
            "name": system.name,
            "responsible": spell_cell_fact(system.responsible, known.lang, known.units.spell),
        }


def _step_rows(known: _Known) -> Iterator[Cells]:
    words = _PERFORMERS[known.lang]
    end = "end" if known.lang == "en" else "slutt"
    for process in known.landscape.unmodelled:
        for step in find_listed(process):
            word = words.get(step.kind)
            yield {
                "process": process.label,
                "number": step.number,
                "step": step.name,
                "who": join_prefix(word, step.who) if word else step.who,
                "system": spell_cell_fact(step.system, known.lang, str),
                "next": join_list(end if n == END else n for n in step.following),
            }
