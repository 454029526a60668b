"""The rows of a register, prefilled with what is known, for every form that has sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.model import (
    Boundary,
    Document,
    Fact,
    Handoff,
    Landscape,
    Participant,
)
from procmap.register.cell_text import join_list
from procmap.register.merging.models import build_lane_index, find_placed
from procmap.register.sheets import SHEETS, Column, Lang, Sheet, spell_word
from procmap.register.template.cells import spell_cell_fact, spell_cell_holder, spell_owner
from procmap.register.template.known import Known, build_known, join_cell
from procmap.register.template.text import explain, propose
from procmap.register.template.work_rows import build_work_rows
from procmap.source import ElementRef

__all__ = ["BoundaryCounts", "FilledSheet", "build_head_facts", "build_sheets"]

BoundaryCounts = Mapping[tuple[str, str], int]
Cells = dict[str, str]


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


def build_sheets(
    landscape: Landscape,
    *,
    lang: Lang = "nb",
    full: bool = False,
    boundaries: BoundaryCounts | None = None,
    handoffs: Sequence[Handoff] = (),
) -> tuple[FilledSheet, ...]:
    """Build the sheets of a landscape's register.

    Args:
        landscape: the models, with or without a register applied to them.
        lang: language of heads and words.
        full: also the sheets and columns that nothing is known for.
        boundaries: number of hand-offs by (key of the unit that hands over, key of the one that
            takes over); units that are merely assumed are left out.
        handoffs: the hand-offs between units, to be listed with their numbers where all is wanted.
    """
    known = build_known(landscape, lang, full=full, handoffs=handoffs)
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
        **{
            table: ({key: join_cell(cell) for key, cell in row.items()} for row in found)
            for table, found in build_work_rows(known).items()
        },
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


def build_head_facts(landscape: Landscape, lang: Lang, *, full: bool = False) -> Cells:
    """What is said once about the whole register: organisation, inhabitants, day.

    Args:
        landscape: the landscape.
        lang: language of its words.
        full: the day stands in the sheet about the register, and is left out here.
    """
    organisation = landscape.organisation.value
    inhabitants = organisation.inhabitants if organisation else Fact[int]()
    facts = {
        "name": organisation.name if organisation else "",
        "inhabitants": spell_cell_fact(inhabitants, lang, str),
    }
    day = landscape.as_of.isoformat() if landscape.as_of else ""
    return facts if full else facts | {"as_of": day}


def _unit_rows(known: Known) -> Iterator[Cells]:
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


def _lane_rows(known: Known) -> Iterator[Cells]:
    for document in known.landscape.documents:
        yield from _document_lane_rows(document, known)


def _document_lane_rows(document: Document, known: Known) -> Iterator[Cells]:
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


def _process_rows(known: Known) -> Iterator[Cells]:
    lang = known.lang
    for process in known.landscape.processes:
        cells = {
            "name": process.label or process.id,
            "model": known.spell_model(process),
            "type": spell_cell_fact(process.kind, lang, lambda kind: spell_word(kind, lang)),
            "benefit": known.spell_words(process.benefit),
            "customer": known.spell_words(process.customer),
            "purpose": known.spell_words(process.purpose),
            "goal_setter": join_cell(known.spell_holder_fact(process.goal_setter)),
            "codes": spell_cell_fact(process.codes, lang, lambda c: join_list(map(str, c))),
        }
        first = process.owners[0] if process.owners else None
        if first is not None and first.kind == "owner":
            cells |= spell_owner(first, known.holders, lang)
            cells["ownership"] = cells.pop("holder")
        elif not process.ownership.is_stated:
            cells["ownership"] = spell_cell_fact(process.ownership, lang, str)
        yield cells


def _ownership_rows(known: Known) -> Iterator[Cells]:
    for process in known.landscape.processes:
        is_first_beside = bool(process.owners) and process.owners[0].kind == "owner"
        for owner in process.owners[is_first_beside:]:
            yield {
                "process": process.label or process.id,
                "model": known.spell_model(process),
                **spell_owner(owner, known.holders, known.lang),
            }


def _boundary_rows(known: Known, counts: BoundaryCounts) -> Iterator[Cells]:
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


def _opinion_rows(known: Known) -> Iterator[Cells]:
    names, lang = known.process_names, known.lang
    named: set[ElementRef] = set()
    for opinion in known.landscape.opinions:
        about = names.find(opinion.process)
        named.update(process.ref for process in about)
        yield {
            "process": names.spell(about[0], lang) if len(about) == 1 else opinion.process,
            "unit": known.units.spell(opinion.unit),
            "owner": spell_cell_fact(opinion.owner, known.lang, str),
        }
    for process in known.landscape.processes:
        if process.label and process.ref not in named:
            yield {"process": names.spell(process, lang)}


def _decision_rows(known: Known) -> Iterator[Cells]:
    for decision in known.landscape.decisions:
        yield {
            "point": decision.point,
            "decision": decision.decision,
            "responsible": decision.responsible,
            "deadline": decision.deadline.isoformat() if decision.deadline else "",
            "status": decision.status,
        }


def _person_rows(known: Known) -> Iterator[Cells]:
    for person in known.landscape.people:
        yield {
            "name": person.name,
            "unit": known.units.spell(person.unit) if person.unit else "",
            "positions": join_list(person.positions),
            "deputy": person.deputy or "",
        }


def _system_rows(known: Known) -> Iterator[Cells]:
    for system in known.landscape.systems:
        yield {
            "name": system.name,
            "responsible": spell_cell_fact(system.responsible, known.lang, known.units.spell),
            "line": join_cell(known.spell_holder_fact(system.line)),
            "technical": join_cell(known.spell_holder_fact(system.technical)),
            "decides": known.spell_words(system.decides),
        }
