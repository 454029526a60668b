"""Facts of the register put on the steps of processes that are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.model import (
    Fact,
    FactState,
    FlowNode,
    Holder,
    Performer,
    PerformerKind,
    Process,
    fold,
)
from procmap.register.log import Log
from procmap.register.merging.models import Models
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import StepRow
from procmap.register.written import HolderName, Name
from procmap.source import ElementRef

__all__ = ["build_performer", "find_answer", "merge_drawn_steps", "split_steps"]


def split_steps(
    rows: Iterable[StepRow], models: Models
) -> tuple[tuple[StepRow, ...], tuple[StepRow, ...]]:
    """Rows that list a process nobody has drawn, and rows about the steps of drawn ones.

    A row that names a model is about that model, also while its file has not been read.

    Args:
        rows: the rows of the table of steps.
        models: the processes there are.
    """
    listed: list[StepRow] = []
    drawn: list[StepRow] = []
    for row in rows:
        process = row.process
        is_drawn = process.model is not None or (
            not process.is_unmodelled and any(p.modelled for p in models.named(process.text))
        )
        (drawn if is_drawn else listed).append(row)
    return tuple(listed), tuple(drawn)


def merge_drawn_steps(
    rows: Iterable[StepRow], names: WorkNames
) -> dict[ElementRef, dict[ElementRef, FlowNode]]:
    """Build the steps that the register says something about, by process and reference.

    Args:
        rows: rows about the steps of drawn processes.
        names: the processes and steps there are.
    """
    found: dict[ElementRef, dict[ElementRef, FlowNode]] = {}
    told: dict[ElementRef, Name] = {}
    for row in rows:
        is_ordered = bool(row.number or row.following)
        # A row with a model is one that procmap filled in, until somebody says more in it.
        is_typed = row.says_something or row.process.model is None
        if not is_typed and not is_ordered:
            continue
        process = names.find_process(row.process)
        if process is None:
            continue
        if is_ordered and process.modelled:
            _note_order(row, process, names.log)
        ref = names.find_step(process, row.step) if is_typed else None
        node = process.node_by_ref.get(ref) if ref is not None else None
        if node is None:
            continue
        if node.ref in told:
            note_duplicate(row.step, told[node.ref], names.log)
            continue
        told[node.ref] = row.step
        found.setdefault(process.ref, {})[node.ref] = _merge_step(row, node, names)
    return found


def _note_order(row: StepRow, process: Process, log: Log) -> None:
    log.diagnose(
        "REG208",
        row.process.place,
        elements=(process.ref,),
        subject=(str(process.ref),),
        process=process.label,
        model=process.ref.document,
    )


def _merge_step(row: StepRow, node: FlowNode, names: WorkNames) -> FlowNode:
    log = names.log
    performers: Sequence[Performer] = node.performers
    performer = _find_performer(row, node, names)
    if row.who.is_recorded:
        drawn = [p for p in node.performers if p.source != "register"]
        performers = drawn if performer is None else [performer, *drawn]
        _note_disagreement(row, node, performer, names)
    what, ref = node.label, node.ref
    return node.model_copy(
        update={
            "performers": tuple(performers),
            "performer_answer": find_answer(node, row.who),
            "system": override_fact(node.system, row.system, log, what=what, element=ref),
            "support": override_fact(node.support, row.support, log, what=what, element=ref),
            "description": override_fact(
                node.description, row.description, log, what=what, element=ref
            ),
        }
    )


def _find_performer(row: StepRow, node: FlowNode, names: WorkNames) -> Performer | None:
    who = row.who.value
    if who is None:
        return None
    name = who.name
    if row.is_outside:
        units = names.holders.units
        keys = units.candidates(name.text)
        if not keys or units.by_key[keys[0]].kind != "outside":
            names.log.diagnose(
                "REG212",
                name.place,
                elements=(node.ref,),
                subject=(str(node.ref),),
                who=name.text,
                step=node.label,
            )
            return None
        return Performer("unit", units.by_key[keys[0]].name, "register")
    return build_performer(names.holders.find(who, names.log))


def _note_disagreement(
    row: StepRow, node: FlowNode, performer: Performer | None, names: WorkNames
) -> None:
    """Note where the file itself names somebody else, or somebody at all."""
    if row.is_outside or row.who.state is FactState.NOT_APPLICABLE:
        return
    stated = [
        p
        for p in node.performers
        if p.source in ("resource role", "assignee") and p.kind != "expression"
    ]
    is_named = performer is not None and any(fold(p.name) == fold(performer.name) for p in stated)
    if stated and not is_named:
        names.log.diagnose(
            "REG301",
            row.who.origin or row.step.place,
            elements=(node.ref,),
            subject=(str(node.ref), "who"),
            what=node.label,
            origin=node.ref.document,
        )


def find_answer(node: FlowNode, who: Fact[HolderName]) -> Fact[str]:
    """What is answered to who performs a step where that is no name; a name takes its place.

    Args:
        node: the step as it was.
        who: what the register says.
    """
    if who.is_stated:
        return Fact()
    return Fact(who.state, None, who.origin) if who.is_recorded else node.performer_answer


def build_performer(holder: Holder) -> Performer:
    """Build the performer that a holder is."""
    kind: PerformerKind = "unit" if holder.kind == "network" else holder.kind
    return Performer(kind, holder.name, "register")
