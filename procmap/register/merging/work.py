"""Merging what a register says about the work itself into a landscape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from procmap.model import FlowNode, Landscape, Process, SequenceFlow, SetAside, fold
from procmap.register.content import Register
from procmap.register.log import Log
from procmap.register.merging.aims import merge_goals, merge_measures
from procmap.register.merging.crossings import build_agreements, merge_probabilities
from procmap.register.merging.data import build_data_items, build_data_uses
from procmap.register.merging.drawn_steps import merge_drawn_steps
from procmap.register.merging.holders import Holders
from procmap.register.merging.models import Models, build_models
from procmap.register.merging.responsibilities import build_responsibilities
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import SetAsideRow, StepRow
from procmap.register.written import Name, ProcessName
from procmap.source import ElementRef

__all__ = ["merge_work"]


def merge_work(
    landscape: Landscape,
    register: Register,
    log: Log,
    *,
    holders: Holders,
    drawn: Models,
    steps: tuple[StepRow, ...],
) -> Landscape:
    """Build the landscape with steps, responsibilities, aims, data and hand-offs merged into it.

    Args:
        landscape: the landscape with its units, processes and systems merged.
        register: what the register says.
        log: where problems and diagnostics go.
        holders: everybody who can answer for something.
        drawn: the processes by what they were called before the register.
        steps: the rows about the steps of drawn processes.
    """
    tables = (
        steps,
        register.responsibilities,
        register.measures,
        register.goals,
        register.data_items,
        register.data_uses,
        register.handoffs,
        register.probabilities,
        register.set_aside,
    )
    if not any(tables):
        return landscape
    names = WorkNames(
        landscape, build_models(landscape, written=drawn.settled), drawn, holders, log
    )
    changes: dict[ElementRef, dict[str, Any]] = {}  # Any: fields of a process
    by_ref = {process.ref: process for process in landscape.processes}
    for ref, nodes in merge_drawn_steps(steps, names).items():
        changes.setdefault(ref, {})["nodes"] = _swap_nodes(by_ref[ref], nodes)
    for ref, flows in merge_probabilities(register.probabilities, names).items():
        changes.setdefault(ref, {})["sequence_flows"] = _swap_flows(by_ref[ref], flows)
    for ref, measures in merge_measures(register.measures, names).items():
        changes.setdefault(ref, {})["measures"] = measures
    for ref, goals in merge_goals(register.goals, names).items():
        changes.setdefault(ref, {})["goals"] = goals
    letters, answers = build_responsibilities(
        landscape.responsibilities,
        landscape.responsibility_answers,
        register.responsibilities,
        names,
    )
    processes = {ref: by_ref[ref].model_copy(update=update) for ref, update in changes.items()}
    return _with_processes(landscape, processes).model_copy(
        update={
            "responsibilities": letters,
            "responsibility_answers": answers,
            "data_items": build_data_items(landscape.data_items, register.data_items, names),
            "data_uses": build_data_uses(landscape.data_uses, register.data_uses, names),
            "agreements": build_agreements(landscape.agreements, register.handoffs, names),
            "set_aside": _build_set_aside(landscape.set_aside, register.set_aside, names),
        }
    )


def _swap_nodes(process: Process, changed: Mapping[ElementRef, FlowNode]) -> tuple[FlowNode, ...]:
    return tuple(changed.get(node.ref, node) for node in process.nodes)


def _swap_flows(
    process: Process, changed: Mapping[ElementRef, SequenceFlow]
) -> tuple[SequenceFlow, ...]:
    return tuple(changed.get(flow.ref, flow) for flow in process.sequence_flows)


def _with_processes(landscape: Landscape, changed: Mapping[ElementRef, Process]) -> Landscape:
    if not changed:
        return landscape
    files = {ref.document for ref in changed}
    documents = tuple(
        document.model_copy(
            update={"processes": tuple(changed.get(p.ref, p) for p in document.processes)}
        )
        if document.path in files
        else document
        for document in landscape.documents
    )
    unmodelled = tuple(changed.get(p.ref, p) for p in landscape.unmodelled)
    return landscape.model_copy(update={"documents": documents, "unmodelled": unmodelled})


def _build_set_aside(
    recorded: tuple[SetAside, ...], rows: Iterable[SetAsideRow], names: WorkNames
) -> tuple[SetAside, ...]:
    found = {(fold(s.code), fold(s.process)): s for s in recorded}
    told: dict[tuple[str, str], Name] = {}
    for row in rows:
        key = (fold(row.code), fold(row.process))
        name = Name(f"{row.code} {row.process}".strip() or row.reason, row.place)
        if key in told:
            note_duplicate(name, told[key], names.log)
            continue
        told[key] = name
        if row.process:
            # It is kept whether or not there is such a process; that there is none is said.
            is_path = names.models.find_model(row.process, label="") is not None
            if not is_path:
                names.find_process(ProcessName(Name(row.process, row.place)))
        found[key] = SetAside(
            reason=row.reason, until=row.until, code=row.code, process=row.process
        )
    return tuple(found[key] for key in sorted(found))
