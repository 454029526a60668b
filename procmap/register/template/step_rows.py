"""The rows about steps: what is done and by whom, who has which letter, what data is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from procmap.model import (
    DataUse,
    FactState,
    FlowNode,
    Holder,
    Performer,
    PerformerKind,
    Process,
    Responsibility,
    ResponsibilityAnswer,
    fold,
)
from procmap.model.ownership import HolderKind
from procmap.register.merging.drawn_steps import build_performer
from procmap.register.sheets import spell_word
from procmap.register.template.known import Cell, Known, Listed, OneOf, Prefixed, Row
from procmap.register.template.listed import END, find_listed
from procmap.register.words import read_state
from procmap.source import ElementRef

__all__ = ["build_data_use_rows", "build_responsibility_rows", "build_step_rows"]

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


def build_step_rows(known: Known) -> Iterator[Row]:
    """Build the rows of steps: those listed, and those of models with what was said of them."""
    for process in known.landscape.processes:
        if process.modelled:
            yield from _drawn_rows(process, known)
        else:
            yield from _listed_rows(process, known)


def _listed_rows(process: Process, known: Known) -> Iterator[Row]:
    words = _PERFORMERS[known.lang]
    end = "end" if known.lang == "en" else "slutt"
    for step in find_listed(process):
        word = words.get(step.kind)
        yield {
            **known.spell_process(process),
            "number": step.number,
            "step": step.name,
            "who": OneOf(Prefixed(word, step.who) if word else step.who)
            if step.who
            else known.spell_state(step.answer),
            "system": known.spell_words(step.system),
            "support": known.spell_choice(step.support),
            "description": known.spell_words(step.description),
            "next": Listed(tuple(end if n == END else n for n in step.following)),
        }


def _drawn_rows(process: Process, known: Known) -> Iterator[Row]:
    wanted = {step.ref for step in process.steps} if known.full else set()
    for node in process.nodes:
        said = _find_performer(node)
        answer = node.performer_answer
        facts = (answer, node.system, node.support, node.description)
        if node.ref not in wanted and said is None and not any(f.is_recorded for f in facts):
            continue
        spelled = known.book(process).spell(node)
        yield {
            **known.spell_process(process),
            "step": spelled,
            "explanation": "" if spelled == node.name else _explain(node, process, known),
            "who": OneOf(_spell_performer(said, known)) if said else known.spell_state(answer),
            "system": known.spell_words(node.system),
            "support": known.spell_choice(node.support),
            "description": known.spell_words(node.description),
        }


def _find_performer(node: FlowNode) -> Performer | None:
    return next((p for p in node.performers if p.source == "register"), None)


def _explain(node: FlowNode, process: Process, known: Known) -> str:
    """What a step is called and which lane it stands in, where only its id says what is meant."""
    lane = process.lane_by_ref.get(node.lane) if node.lane is not None else None
    unnamed, within = ("uten navn", "i") if known.lang == "nb" else ("without a name", "in")
    name = f"«{node.name}»" if node.name else unnamed
    return f"{name} {within} «{lane.name}»" if lane is not None and lane.name else name


def _spell_performer(performer: Performer, known: Known) -> str | Prefixed:
    recognised = known.holders.recognise(performer.name)
    if build_performer(recognised) == performer:
        return known.spell_holder(recognised)
    kinds: dict[PerformerKind, HolderKind] = {"role": "role", "person": "person"}
    return known.spell_holder(Holder(kinds.get(performer.kind, "unit"), performer.name))


def build_responsibility_rows(known: Known) -> Iterator[Row]:
    """Build the rows of the RACI table; where all is wanted, one for every other step as well."""
    letters: dict[ElementRef, list[Responsibility]] = {}
    for one in known.landscape.responsibilities:
        letters.setdefault(one.process, []).append(one)
    answers: dict[ElementRef, list[ResponsibilityAnswer]] = {}
    for answer in known.landscape.responsibility_answers:
        answers.setdefault(answer.process, []).append(answer)
    for process in known.landscape.processes:
        stated, open_ones = letters.get(process.ref, []), answers.get(process.ref, [])
        yield from _stated_letters(process, stated, known)
        yield from _answered_letters(process, open_ones, known)
        if known.full:
            filled = {one.step for one in stated} | {one.step for one in open_ones}
            for step_node in process.steps:
                if step_node.ref not in filled:
                    step_text = known.spell_step(step_node.ref, process)
                    yield {**known.spell_process(process), "step": step_text}


def _stated_letters(
    process: Process, stated: Iterable[Responsibility], known: Known
) -> Iterator[Row]:
    told: dict[tuple[str, Holder], list[Responsibility]] = {}
    for one in stated:
        told.setdefault((str(one.step or ""), one.holder), []).append(one)
    for ones in told.values():
        yield {
            **_spell_place(process, ones[0].step, known),
            "who": OneOf(known.spell_holder(ones[0].holder)),
            "letters": "/".join(one.letter for one in ones),
        }


def _answered_letters(
    process: Process, answers: Iterable[ResponsibilityAnswer], known: Known
) -> Iterator[Row]:
    """Rows with an answer in the place of the letters where somebody is named, else of the name."""
    told: dict[tuple[str, Holder | None, FactState, bool], list[ResponsibilityAnswer]] = {}
    for one in answers:
        key = (str(one.step or ""), one.holder, one.state, one.letter is None)
        told.setdefault(key, []).append(one)
    for ones in told.values():
        holder, word = ones[0].holder, spell_word(ones[0].state, known.lang)
        listed = "/".join(one.letter for one in ones if one.letter is not None)
        yield {
            **_spell_place(process, ones[0].step, known),
            "who": word if holder is None else OneOf(known.spell_holder(holder)),
            "letters": listed if holder is None else word,
        }


def _spell_place(process: Process, step: ElementRef | None, known: Known) -> dict[str, Cell]:
    """The cells that say which process, and which step of it, a row is about."""
    text = known.spell_step(step, process) if step is not None else ""
    return {**known.spell_process(process), "step": text}


def build_data_use_rows(known: Known) -> Iterator[Row]:
    """Build the rows of what steps do with data; where all is wanted, also what is drawn."""
    said: dict[ElementRef, list[DataUse]] = {}
    for use in known.landscape.data_uses:
        said.setdefault(use.process, []).append(use)
    items = {ref: item.name for item in known.landscape.data_items for ref in item.elements}
    for process in known.landscape.processes:
        uses = said.get(process.ref, [])
        yield from _said_uses(process, uses, known)
        if known.full and process.modelled:
            told = {(use.step, fold(use.item)) for use in uses}
            yield from _drawn_uses(process, told, items, known)


def _said_uses(process: Process, uses: list[DataUse], known: Known) -> Iterator[Row]:
    rows: dict[tuple[str, str, str], list[DataUse]] = {}
    for use in uses:
        source = known.spell_words(use.source)
        rows.setdefault((str(use.step or ""), use.item, source), []).append(use)
    for (_, item, source), listed in rows.items():
        step = listed[0].step
        yield {
            **known.spell_process(process),
            "step": known.spell_step(step, process) if step is not None else "",
            "item": item,
            "kind": Listed(tuple(spell_word(use.kind, known.lang) for use in listed)),
            "source": source,
        }


def _drawn_uses(
    process: Process,
    told: set[tuple[ElementRef | None, str]],
    items: dict[ElementRef, str],
    known: Known,
) -> Iterator[Row]:
    data = {element.ref: element for element in process.data}
    shown: dict[tuple[ElementRef, str], dict[str, None]] = {}
    for association in process.data_associations:
        for ref in association.data:
            element = data.get(ref)
            base = element.refers_to if element is not None else None
            name = items.get(ref) or (items.get(base) if base else None)
            name = name or (element.name if element is not None else "")
            # A drawing may call data anything; what no cell can hold as a name is left to people.
            is_name = any(c.isalnum() for c in name) and read_state(name) is None
            if is_name and (association.node, fold(name)) not in told:
                word = "reads" if association.direction == "input" else "writes"
                shown.setdefault((association.node, name), {})[word] = None
    for (step, name), words in shown.items():
        yield {
            **known.spell_process(process),
            "step": known.spell_step(step, process),
            "item": name,
            "proposal": Listed(tuple(spell_word(word, known.lang) for word in words)),
        }
