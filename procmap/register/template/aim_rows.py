"""The rows about what is measured, aimed for, known and set aside, and the register itself."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model import DataItem, Fact, Goal, Landscape, Measure, fold
from procmap.register.sheets import spell_word
from procmap.register.template.cells import spell_cell_fact
from procmap.register.template.known import Known, Listed, Row
from procmap.source import ElementRef

__all__ = [
    "build_alias_rows",
    "build_code_rows",
    "build_data_item_rows",
    "build_goal_rows",
    "build_measure_rows",
    "build_meta_rows",
    "build_set_aside_rows",
]

_DATA = frozenset({"dataObject", "dataObjectReference", "dataStore", "dataStoreReference"})


def build_measure_rows(known: Known) -> Iterator[Row]:
    """Build the rows of measures; where all is wanted, a blank one for every other process."""
    for process in known.landscape.processes:
        cells = known.spell_process(process)
        for measure in process.measures.or_none or ():
            yield {
                **cells,
                "name": measure.name,
                "target": known.spell_words(measure.target),
                "baseline": known.spell_words(measure.baseline),
                "owner": known.spell_holder_fact(measure.owner),
            }
        if not process.measures.is_stated and (known.full or process.measures.is_recorded):
            yield {**cells, "name": _spell_none(process.measures, known)}


def build_goal_rows(known: Known) -> Iterator[Row]:
    """Build the rows of goals; where all is wanted, a blank one for every other process."""
    for process in known.landscape.processes:
        cells = known.spell_process(process)
        for goal in process.goals.or_none or ():
            yield {
                **cells,
                "name": goal.name,
                "setter": known.spell_holder_fact(goal.setter),
                "path": known.spell_words(goal.path),
            }
        if not process.goals.is_stated and (known.full or process.goals.is_recorded):
            yield {**cells, "name": _spell_none(process.goals, known)}


def _spell_none(fact: Fact[tuple[Measure, ...]] | Fact[tuple[Goal, ...]], known: Known) -> str:
    """What is said of all of them where none is named."""
    return spell_word(fact.state, known.lang) if fact.is_recorded else ""


def build_data_item_rows(known: Known) -> Iterator[Row]:
    """Build the rows of data items; where all is wanted, of drawn data that stands for none."""
    drawn = _find_drawn(known.landscape)
    mapped: set[ElementRef] = set()
    for item in known.landscape.data_items:
        mapped.update(item.elements)
        yield _item_row(item, known) | {
            "proposal": Listed(tuple({drawn[ref]: None for ref in item.elements if ref in drawn}))
        }
    if known.full:
        for ref in sorted(drawn, key=lambda ref: (fold(drawn[ref]), ref)):
            if ref not in mapped:
                yield {"elements": Listed((str(ref),)), "proposal": drawn[ref]}


def _item_row(item: DataItem, known: Known) -> dict[str, str | Listed]:
    def spell_yes(value: bool) -> str:
        return spell_word("yes" if value else "no", known.lang)

    return {
        "name": item.name,
        "master": known.spell_words(item.master),
        "personal": spell_cell_fact(item.personal, known.lang, spell_yes),
        "purpose": known.spell_words(item.purpose),
        "legal_basis": known.spell_words(item.legal_basis),
        "assessed": known.spell_words(item.assessed),
        "elements": Listed(tuple(str(ref) for ref in item.elements)),
    }


def _find_drawn(landscape: Landscape) -> dict[ElementRef, str]:
    """Data objects and stores with what drawings call them; a reference means what it refers to."""
    found: dict[ElementRef, str] = {}
    for document in landscape.documents:
        elements = [*document.data_stores, *(d for p in document.processes for d in p.data)]
        there = {element.ref for element in elements}
        for element in elements:
            if element.type not in _DATA:
                continue
            base = element.refers_to if element.refers_to in there else None
            ref = base or element.ref
            found[ref] = found.get(ref) or element.name
    return {ref: name for ref, name in found.items() if name}


def build_alias_rows(known: Known) -> Iterator[Row]:
    """Build the rows of other names."""
    for alias in known.landscape.aliases:
        yield {
            "kind": spell_word(alias.kind, known.lang) if alias.kind else "",
            "name": alias.name,
            "other": Listed(alias.others),
        }


def build_code_rows(known: Known) -> Iterator[Row]:
    """Build the rows of code lists."""
    for one in known.landscape.code_lists:
        for code in one.codes:
            yield {"list": one.name, "code": code.code, "name": code.name}


def build_set_aside_rows(known: Known) -> Iterator[Row]:
    """Build the rows of what is set aside."""
    for one in known.landscape.set_aside:
        yield {
            "code": one.code,
            "process": one.process,
            "reason": one.reason,
            "until": one.until.isoformat(),
        }


def build_meta_rows(known: Known, schema: str) -> Iterator[Row]:
    """Build the row about the register itself, where all is wanted."""
    if known.full:
        day = known.landscape.as_of
        yield {"schema": schema, "as_of": day.isoformat() if day else ""}
