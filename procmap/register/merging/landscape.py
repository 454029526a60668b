"""A typed register merged into a landscape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from procmap.findings import Finding
from procmap.model import (
    Document,
    Fact,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Organisation,
    Participant,
    Person,
    Process,
    build_chart,
    fold,
)
from procmap.model.alias_book import build_alias_book
from procmap.model.process_names import build_process_names
from procmap.register.content import Register, StepRow
from procmap.register.diagnostics import DIAGNOSTICS
from procmap.register.log import Log
from procmap.register.merging.aliases import merge_aliases, note_aliases, resolve_names
from procmap.register.merging.boundaries import build_boundaries
from procmap.register.merging.checks import (
    note_names_alike,
    note_unknown_positions,
    note_whole_owners,
)
from procmap.register.merging.code_book import build_code_book
from procmap.register.merging.codes import CODE_NOTES, merge_code_lists, settle_codes
from procmap.register.merging.drawn_steps import split_steps
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.holders import Holders, build_holders
from procmap.register.merging.lanes import build_meanings
from procmap.register.merging.models import build_models, find_placed
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.people import build_people, build_roles, build_systems, name_managers
from procmap.register.merging.processes import build_processes
from procmap.register.merging.steps import build_listed_processes
from procmap.register.merging.unit_book import build_unit_book
from procmap.register.merging.units import build_units
from procmap.register.merging.work import merge_work
from procmap.register.merging.workshop import build_decisions, build_opinions
from procmap.source import ElementRef

__all__ = ["find_answering", "merge_register"]

P = TypeVar("P", Lane, Participant)


def merge_register(landscape: Landscape, register: Register, log: Log) -> Landscape:
    """Build the landscape with a register merged into it.

    What the register leaves out stays as it was; where both say something the register wins, and
    a diagnostic says so.

    Args:
        landscape: what was known before.
        register: what the register says.
        log: where problems and diagnostics go.
    """
    aliases = merge_aliases(landscape.aliases, register.aliases)
    landscape = landscape.model_copy(update={"aliases": aliases})
    register = resolve_names(register, build_alias_book(aliases))
    organisation = _merge_organisation(landscape.organisation, register, log)
    home = organisation.value.name if organisation.value else ""
    units = build_units(landscape, register, log, organisation=home)
    people = build_people(landscape, register, log, units=units)
    named = name_managers(units.by_key.values(), people, log)
    units = build_unit_book(named, organisation=home, aliases=aliases)
    holders = build_holders(units, people)
    systems = build_systems(landscape, register, log, holders=holders)
    written = tuple(register.find_models())
    listed, drawn = split_steps(register.steps, build_models(landscape, written=written))
    landscape = _with_listed(landscape, listed, log, holders=holders, people=people)
    models = build_models(landscape, written=written)
    code_lists = merge_code_lists(landscape.code_lists, register.codes, log)
    processes = build_processes(
        register.processes,
        log,
        models=models,
        holders=holders,
        codes=build_code_book(code_lists),
    )
    boundaries = build_boundaries(landscape.boundaries, register, log, holders=holders)
    merged = landscape.model_copy(
        update={
            "organisation": organisation,
            "as_of": register.as_of or landscape.as_of,
            "units": named,
            "people": people,
            "systems": systems,
            "boundaries": boundaries,
            "code_lists": code_lists,
            "registered": landscape.registered or _says_something(register),
            "unmodelled": _merge_unmodelled(landscape.unmodelled, processes),
            "documents": tuple(_with_processes(d, processes) for d in landscape.documents),
        }
    )
    called = build_process_names(merged.processes, build_alias_book(aliases))
    merged = merged.model_copy(
        update={
            "opinions": build_opinions(
                landscape.opinions, register, log, units=units, processes=called
            ),
            "decisions": build_decisions(landscape.decisions, register, log, processes=called),
        }
    )
    merged = merge_work(merged, register, log, holders=holders, drawn=models, steps=drawn)
    merged = settle_codes(merged, log)
    note_whole_owners(merged, log)
    roles = build_roles(
        landscape.roles,
        units=named,
        people=people,
        holders=find_answering(merged),
        places={fold(row.name.text): row.positions_place for row in register.people},
    )
    chart = build_chart(named, roles, people)
    meanings = build_meanings(register.lanes, merged, log, models=models, units=units, chart=chart)
    note_unknown_positions(merged, log, chart=chart)
    note_names_alike(merged, log)
    note_aliases(merged, register, log)
    return merged.model_copy(
        update={
            "roles": roles,
            "documents": tuple(_with_meanings(d, meanings) for d in merged.documents),
            "diagnostics": _merge_diagnostics(landscape.diagnostics, register.file, log),
        }
    )


def _says_something(register: Register) -> bool:
    """Whether anybody filled in anything: an untouched template is not yet a register."""
    tables = (
        register.units,
        register.people,
        register.systems,
        register.opinions,
        register.decisions,
        register.responsibilities,
        register.measures,
        register.goals,
        register.data_items,
        register.data_uses,
        register.handoffs,
        register.probabilities,
        register.set_aside,
        register.aliases,
    )
    recorded = [
        *(row.kind.is_recorded or bool(row.units) for row in register.lanes),
        *(row.says_something or row.process.model is None for row in register.steps),
        *(r.says_something or (r.name and not r.model) for r in register.processes),
        *(b.coordinator.is_recorded or b.routine.is_recorded for b in register.boundaries),
        *(b.channel.is_recorded for b in register.boundaries),
    ]
    return any(tables) or bool(register.organisation or register.as_of) or any(recorded)


def _with_listed(
    landscape: Landscape,
    steps: tuple[StepRow, ...],
    log: Log,
    *,
    holders: Holders,
    people: tuple[Person, ...],
) -> Landscape:
    """The landscape with the processes whose steps the register lists."""
    if not steps:
        return landscape
    units = holders.units.by_key.values()
    answering = [Holder("role", name) for person in people for name in person.positions]
    roles = build_roles(landscape.roles, units=units, people=people, holders=answering, places={})
    listed = build_listed_processes(
        steps,
        log,
        models=build_models(landscape),
        holders=holders,
        chart=build_chart(units, roles, people),
    )
    found = {process.ref: process for process in (*landscape.unmodelled, *listed)}
    return landscape.model_copy(update={"unmodelled": tuple(found[ref] for ref in sorted(found))})


def find_answering(landscape: Landscape) -> tuple[Holder, ...]:
    """Everybody who answers for something: a process, a boundary, a system, a measure, a step."""
    facts: list[Fact[Holder]] = [
        *(b.coordinator for b in landscape.boundaries),
        *(a.coordinator for a in landscape.agreements),
        *(fact for system in landscape.systems for fact in (system.line, system.technical)),
    ]
    found: list[Holder] = [one.holder for one in landscape.responsibilities]
    found += [one.holder for one in landscape.responsibility_answers if one.holder is not None]
    for process in landscape.processes:
        found += [owner.holder for owner in process.owners]
        facts.append(process.goal_setter)
        facts += [measure.owner for measure in process.measures.or_none or ()]
        facts += [goal.setter for goal in process.goals.or_none or ()]
    return (*found, *(fact.value for fact in facts if fact.value is not None))


def _merge_organisation(
    recorded: Fact[Organisation], register: Register, log: Log
) -> Fact[Organisation]:
    before = recorded.value
    name = register.organisation or (before.name if before else "")
    place = register.organisation_place
    if not name:
        if register.inhabitants.is_recorded:
            log.problem("no-organisation", place)
        return recorded
    if not register.organisation and not register.inhabitants.is_recorded:
        return recorded
    same = before is not None and fold(before.name) == fold(name)
    known: Fact[int] = before.inhabitants if before is not None and same else Fact()
    said = Organisation(name=name, inhabitants=merge_fact(known, register.inhabitants))
    stated: Fact[Organisation] = Fact.stated(said, place)
    return override_fact(recorded, stated, log, what=name) if not same else stated


def _merge_unmodelled(
    recorded: tuple[Process, ...], processes: Mapping[ElementRef, Process]
) -> tuple[Process, ...]:
    found = {process.ref: process for process in recorded}
    found |= {ref: process for ref, process in processes.items() if not process.modelled}
    return tuple(found[ref] for ref in sorted(found))


def _with_processes(document: Document, processes: Mapping[ElementRef, Process]) -> Document:
    if not any(process.ref in processes for process in document.processes):
        return document
    changed = tuple(processes.get(process.ref, process) for process in document.processes)
    return document.model_copy(update={"processes": changed})


def _with_meanings(
    document: Document, meanings: Mapping[ElementRef, Fact[LaneMeaning]]
) -> Document:
    """The document with the meanings of its lanes and pools; pools stand in it twice."""
    if not any(placed.ref in meanings for placed in find_placed(document)):
        return document
    processes = tuple(
        process.model_copy(
            update={
                "lanes": _mean(process.lanes, meanings),
                "participants": _mean(process.participants, meanings),
            }
        )
        if any(placed.ref in meanings for placed in (*process.lanes, *process.participants))
        else process
        for process in document.processes
    )
    participants = _mean(document.participants, meanings)
    return document.model_copy(update={"processes": processes, "participants": participants})


def _mean(placed: tuple[P, ...], meanings: Mapping[ElementRef, Fact[LaneMeaning]]) -> tuple[P, ...]:
    return tuple(
        element.model_copy(update={"meaning": meanings[element.ref]})
        if element.ref in meanings
        else element
        for element in placed
    )


def _merge_diagnostics(recorded: tuple[Finding, ...], file: str, log: Log) -> tuple[Finding, ...]:
    """Diagnostics with those of this reading, in place of those of an earlier one."""
    kept = (
        finding
        for finding in recorded
        if finding.fingerprint not in log.diagnostics
        and finding.code not in CODE_NOTES
        and not _is_of(finding, file)
    )
    return (*kept, *sorted(log.diagnostics.values(), key=_order))


def _is_of(finding: Finding, file: str) -> bool:
    place = finding.location
    if finding.code not in DIAGNOSTICS or place is None or not file:
        return False
    return place.file == file or place.file.startswith(f"{file}/")


def _order(finding: Finding) -> tuple[int, str, str]:
    line = finding.location.line if finding.location else None
    return line or 0, finding.code, finding.fingerprint
