"""Merging what is agreed about single hand-offs, and how often ways are taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from procmap.model import CrossingAgreement, Fact, Process, SequenceFlow, fold
from procmap.register.merging.facts import merge_fact
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.unique import group, note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import HandoffRow, ProbabilityRow
from procmap.register.written import Name
from procmap.source import ElementRef

__all__ = ["FlowBook", "build_agreements", "merge_probabilities"]

# Decimals have no exact sum; what people round is another matter, and is said.
_CLOSE: Final = 1e-6


def build_agreements(
    recorded: tuple[CrossingAgreement, ...], rows: Iterable[HandoffRow], names: WorkNames
) -> tuple[CrossingAgreement, ...]:
    """Build the agreements of landscape and register together, by their two steps.

    Args:
        recorded: what was known before.
        rows: what the register says.
        names: the processes and steps there are.
    """
    found = {(a.source, a.target): a for a in recorded}
    told: dict[tuple[ElementRef, ElementRef], Name] = {}
    for row in rows:
        coordinator = names.find_holder(row.coordinator)
        process = names.find_process(row.process)
        if process is None:
            continue
        source = names.find_step(process, row.source)
        target = names.find_step(process, row.target)
        if source is None or target is None:
            continue
        key = (source, target)
        name = Name(f"{row.source.text} → {row.target.text}", row.source.place)
        if key in told:
            note_duplicate(name, told[key], names.log)
            continue
        told[key] = name
        before = found.get(key, CrossingAgreement(source, target))
        found[key] = CrossingAgreement(
            source,
            target,
            coordinator=merge_fact(before.coordinator, coordinator),
            routine=merge_fact(before.routine, row.routine),
            channel=merge_fact(before.channel, row.channel),
        )
    return tuple(found[key] for key in sorted(found))


class FlowBook:
    """The sequence flows of one process by id, and by folded name."""

    def __init__(self, process: Process) -> None:
        self._by_id = {flow.id: flow for flow in process.sequence_flows}
        self._by_name = group((fold(f.name), f) for f in process.sequence_flows if f.name)

    def find(self, text: str) -> tuple[SequenceFlow, ...]:
        """The flows of that id, else of that name."""
        by_id = self._by_id.get(text)
        return (by_id,) if by_id is not None else self._by_name.get(fold(text), ())

    def spell(self, flow: SequenceFlow) -> str:
        """What to write to mean a flow: its name where that is enough, else its id."""
        found = self.find(flow.name) if flow.name else ()
        return flow.name if [each.ref for each in found] == [flow.ref] else flow.id

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its flows, and their ids."""
        return (*(f.name for f in self._by_id.values() if f.name), *self._by_id)


def merge_probabilities(
    rows: Iterable[ProbabilityRow], names: WorkNames
) -> dict[ElementRef, dict[ElementRef, SequenceFlow]]:
    """Build the sequence flows whose share the register gives, by process and reference.

    Args:
        rows: what the register says.
        names: the processes there are.
    """
    found: dict[ElementRef, dict[ElementRef, SequenceFlow]] = {}
    books: dict[ElementRef, FlowBook] = {}
    told: dict[ElementRef, Name] = {}
    processes: dict[ElementRef, Process] = {}
    for row in rows:
        process = names.find_process(row.process)
        if process is None:
            continue
        processes[process.ref] = process
        book = books.get(process.ref)
        if book is None:
            book = books[process.ref] = FlowBook(process)
        flows = book.find(row.flow.text)
        if len(flows) != 1:
            names.log.diagnose(
                "REG214",
                row.flow.place,
                elements=(process.ref,),
                nearest=tuple(f.id for f in flows) or names.log.nearest(row.flow.text, book.names),
                subject=(str(process.ref), fold(row.flow.text)),
                process=process.label,
                flow=row.flow.text,
            )
            continue
        flow = flows[0]
        if flow.ref in told:
            note_duplicate(row.flow, told[flow.ref], names.log)
            continue
        told[flow.ref] = row.flow
        what = f"{process.label}, {flow.name or flow.id}"
        share = override_fact(
            flow.probability, row.probability, names.log, what=what, element=flow.ref
        )
        found.setdefault(process.ref, {})[flow.ref] = flow.model_copy(update={"probability": share})
    for ref, flows_of in found.items():
        _note_sums(processes[ref], flows_of, told, names)
    return found


def _note_sums(
    process: Process,
    changed: dict[ElementRef, SequenceFlow],
    told: dict[ElementRef, Name],
    names: WorkNames,
) -> None:
    """Note choices of one way whose shares, all of them given, are not one; or more than one."""
    ways: dict[ElementRef, list[SequenceFlow]] = {}
    for flow in process.sequence_flows:
        if flow.source is not None:
            ways.setdefault(flow.source, []).append(changed.get(flow.ref, flow))
    for source in dict.fromkeys(f.source for f in changed.values() if f.source is not None):
        node = process.node_by_ref.get(source)
        if node is None or node.type != "exclusiveGateway":
            continue
        shares: list[Fact[float]] = [flow.probability for flow in ways[source]]
        total = sum(share.value for share in shares if share.value is not None)
        is_whole = all(share.value is not None for share in shares)
        if total <= 1 + _CLOSE and (not is_whole or total >= 1 - _CLOSE):
            continue
        places = [told[flow.ref].place for flow in ways[source] if flow.ref in told]
        names.log.diagnose(
            "REG213",
            max(places, key=lambda place: place.line or 0),
            elements=(source, *(flow.ref for flow in ways[source])),
            subject=(str(source),),
            choice=node.label,
            process=process.label,
            sum=f"{100 * total:.6g}",
        )
