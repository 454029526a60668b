"""A list of steps made into a process: flow, lanes and performers, as if somebody had drawn it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.model import (
    Chart,
    Fact,
    FlowNode,
    Holder,
    Lane,
    LaneMeaning,
    Performer,
    Process,
    SequenceFlow,
    fold,
)
from procmap.register.content import Name, StepRow
from procmap.register.log import Log
from procmap.register.merging.drawn_steps import build_performer, find_answer
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.holders import Holders
from procmap.register.merging.models import Models
from procmap.register.merging.processes import build_unmodelled
from procmap.register.merging.unique import group, note_duplicate
from procmap.register.reading.cells import check_name
from procmap.register.words import read_state
from procmap.source import ElementRef

__all__ = ["END_WORDS", "build_listed_processes"]

END_WORDS: Final = frozenset({"slutt", "ferdig", "end", "done", "slutt på prosessen"})
_DIGITS: Final = re.compile(r"(\d+)")
_TYPES: Final = {"manual": "manualTask", "supported": "userTask", "automatic": "serviceTask"}


@dataclass(frozen=True, slots=True)
class _Step:
    """One step with its number settled and its next steps found."""

    row: StepRow
    number: str
    following: tuple[str, ...] = ()
    ends: bool = False


def build_listed_processes(
    rows: Iterable[StepRow], log: Log, *, models: Models, holders: Holders, chart: Chart
) -> tuple[Process, ...]:
    """Build the processes whose steps the register lists.

    Args:
        rows: the steps of processes that have no model.
        log: where problems and diagnostics go.
        models: the processes there are.
        holders: everybody who can perform something.
        chart: the organisation chart, for the units that positions belong to.
    """
    found = []
    for listed in group((fold(row.process.text), row) for row in rows).values():
        name = listed[0].process.text
        named = (process for process in models.named(name) if not process.modelled)
        known = next(named, None) or build_unmodelled(name)
        steps = _settle([row for row in listed if _is_step(row, log)], log)
        if steps:
            found.append(_build_process(known, steps, holders, chart))
    return tuple(found)


def _is_step(row: StepRow, log: Log) -> bool:
    """Whether a row names its process and its step; nobody has drawn them under odd names."""
    return all(check_name(name, log) for name in (row.process.name, row.step))


def _settle(rows: Sequence[StepRow], log: Log) -> list[_Step]:
    """Number the steps, put them in order, and find what comes next after each."""
    if all(row.number for row in rows):
        rows = sorted(rows, key=lambda row: _natural(row.number))
    numbered: dict[str, StepRow] = {}
    for position, row in enumerate(rows, start=1):
        number = fold(row.number) or str(position)
        if number in numbered:
            note_duplicate(Name(number, row.step.place), numbered[number].step, log)
        else:
            numbered[number] = row
    by_name = group((fold(row.step.text), number) for number, row in numbered.items())
    numbers = list(numbered)
    steps = []
    for at, (number, row) in enumerate(numbered.items()):
        is_last = at + 1 == len(numbers)
        following: dict[str, None] = {}
        ends = is_last and not row.following
        for name in row.following:
            word = fold(name.text)
            named = by_name.get(word, ())
            if word in numbered:
                following[word] = None
            elif len(named) == 1:
                following[named[0]] = None
            elif word in END_WORDS or read_state(name.text) is not None:
                ends = True
            else:
                log.problem(
                    "unknown-step",
                    name.place,
                    written=name.text,
                    known=tuple(r.step.text for r in numbered.values()),
                    name=name.text,
                    process=row.process.text,
                )
        if not row.following and not is_last:
            following[numbers[at + 1]] = None
        steps.append(_Step(row, number, tuple(following), ends))
    return steps


def _natural(number: str) -> tuple[tuple[int, str], ...]:
    """Order numbers as people do: 2 before 10, 2b after 2."""
    parts = _DIGITS.split(fold(number))
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _build_process(
    known: Process, steps: Sequence[_Step], holders: Holders, chart: Chart
) -> Process:
    ref = known.ref
    before = known.node_by_ref
    shares = {flow.ref: flow.probability for flow in known.sequence_flows}
    lanes = _build_lanes(ref, steps, holders, chart)
    drawn = [_build_node(ref, step, lanes, before.get(_at(ref, step.number))) for step in steps]
    # Whoever does the first step is where it begins, and the last where it ends: nobody else is
    # known to take part.
    nodes = [_build_event(ref, "start", drawn[0].lane)]
    flows = [_flow(ref, "start", steps[0].number)]
    ends: dict[ElementRef | None, FlowNode] = {}
    for step, node in zip(steps, drawn, strict=True):
        targets = list(step.following)
        if step.ends:
            id_ = f"end {len(ends) + 1}" if ends else "end"
            end = ends.setdefault(node.lane, _build_event(ref, id_, node.lane))
            targets.append(end.ref.id.removeprefix(f"{ref.id}/"))
        nodes.append(node)
        at = step.number
        if len(targets) > 1:
            at = f"{step.number}/or"
            nodes.append(
                FlowNode(ref=_at(ref, at), type="exclusiveGateway", parent=ref, lane=node.lane)
            )
            flows.append(_flow(ref, step.number, at))
        flows += [_flow(ref, at, target) for target in targets]
    nodes += ends.values()
    inside: dict[ElementRef, list[ElementRef]] = {}
    for node in nodes:
        if node.lane is not None:
            inside.setdefault(node.lane, []).append(node.ref)
    return known.model_copy(
        update={
            "nodes": tuple(nodes),
            "sequence_flows": tuple(
                flow.model_copy(update={"probability": shares[flow.ref]})
                if flow.ref in shares
                else flow
                for flow in flows
            ),
            "lanes": tuple(
                lane.model_copy(update={"nodes": tuple(inside[lane.ref])})
                for lane, _ in lanes.values()
            ),
        }
    )


def _build_event(process: ElementRef, at: str, lane: ElementRef | None) -> FlowNode:
    kind = "startEvent" if at == "start" else "endEvent"
    return FlowNode(ref=_at(process, at), type=kind, parent=process, lane=lane)


def _at(process: ElementRef, inside: str) -> ElementRef:
    return ElementRef(process.document, f"{process.id}/{inside}")


def _flow(process: ElementRef, source: str, target: str) -> SequenceFlow:
    return SequenceFlow(
        ref=_at(process, f"{source}>{target}"),
        source=_at(process, source),
        target=_at(process, target),
        parent=process,
    )


def _build_node(
    process: ElementRef,
    step: _Step,
    lanes: Mapping[str, tuple[Lane, Performer | None]],
    before: FlowNode | None,
) -> FlowNode:
    row = step.row
    lane, performer = lanes[_who(row)] if row.who.is_stated else (None, None)
    carriers = [] if performer is None else [performer]
    if lane is not None:
        carriers.append(Performer("lane", lane.name, "lane", lane.ref))
    known = before or FlowNode(ref=_at(process, step.number), type="task", parent=process)
    system = merge_fact(known.system, row.system)
    support = merge_fact(known.support, row.support)
    # A step done in a system is done by somebody, unless nobody is named.
    kind = "task"
    if support.value is not None:
        kind = _TYPES[support.value]
    elif system.is_stated:
        kind = "userTask" if lane is not None else "serviceTask"
    return FlowNode(
        ref=_at(process, step.number),
        name=row.step.text,
        type=kind,
        parent=process,
        lane=lane.ref if lane is not None else None,
        performers=tuple(carriers),
        performer_answer=find_answer(known, row.who),
        system=system,
        support=support,
        description=merge_fact(known.description, row.description),
    )


def _who(row: StepRow) -> str:
    who = row.who.value
    if who is None:
        return ""
    kind = "outside" if row.is_outside else who.kind or ""
    return f"{kind}:{fold(who.name.text)}"


def _build_lanes(
    process: ElementRef, steps: Sequence[_Step], holders: Holders, chart: Chart
) -> dict[str, tuple[Lane, Performer | None]]:
    """A lane for everybody who performs a step, in order, and how the register names them."""
    found: dict[str, tuple[Lane, Performer | None]] = {}
    for step in steps:
        who = step.row.who.value
        if who is None or _who(step.row) in found:
            continue
        name, origin = who.name.text, who.name.place
        performer: Performer | None = None
        meaning: Fact[LaneMeaning] = Fact()
        if step.row.is_outside:
            meaning = Fact.stated(LaneMeaning("outside"), origin)
        else:
            holder = Holder(who.kind, name) if who.kind else holders.recognise(name)
            performer = build_performer(holder)
            meant = _mean(holder, holders, chart)
            meaning = Fact() if meant is None else Fact.stated(meant, origin)
        ref = _at(process, f"lane {_who(step.row)}")
        lane = Lane(ref=ref, name=name, process=process, meaning=meaning)
        found[_who(step.row)] = (lane, performer)
    return found


def _mean(holder: Holder, holders: Holders, chart: Chart) -> LaneMeaning | None:
    """What a lane named after a holder stands for; ``None`` where the organisation has no such."""
    if holder.kind in ("unit", "network"):
        keys = holders.units.candidates(holder.name)
        return LaneMeaning("unit", keys) if len(keys) == 1 else None
    if holder.kind == "person":
        person = holders.people.get(fold(holder.name))
        return LaneMeaning("role", (person.unit,)) if person and person.unit else None
    unit = chart.unit_of_role(holder.name)
    return LaneMeaning("role", (unit,)) if unit else None
