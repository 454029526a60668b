"""The rows about what is drawn between steps: hand-offs, and the ways out of gateways."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model import CrossingAgreement, Fact, FlowNode, Process, SequenceFlow, Unit
from procmap.register.merging.crossings import FlowBook
from procmap.register.template.known import Known, Row
from procmap.source import ElementRef

__all__ = ["build_handoff_rows", "build_probability_rows"]

_DIVIDING = frozenset({"exclusiveGateway", "inclusiveGateway"})
_Pair = tuple[ElementRef, ElementRef]


def build_handoff_rows(known: Known) -> Iterator[Row]:
    """Build the rows of hand-offs that are agreed on; where all is wanted, of every one counted."""
    said = {(a.source, a.target): a for a in known.landscape.agreements}
    processes = {process.ref: process for process in known.landscape.processes}
    places = {node.ref: p.ref for p in processes.values() for node in p.nodes}
    order = {ref: at for at, ref in enumerate(processes)}
    drawn = {(h.source, h.target): h for h in known.handoffs if h.number and h.process in processes}
    rows: list[tuple[int, int, _Pair, ElementRef]] = []
    for pair in dict.fromkeys((*drawn, *said)) if known.full else said:
        handoff = drawn.get(pair)
        at = handoff.process if handoff is not None else places.get(pair[0]) or places.get(pair[1])
        if at is not None:
            rows.append((order[at], handoff.number if handoff is not None else 0, pair, at))
    for _, number, pair, at in sorted(rows):
        handoff = drawn.get(pair)
        units = (handoff.source_unit, handoff.target_unit) if handoff is not None else ()
        agreed = said.get(pair, CrossingAgreement(*pair))
        yield {
            "number": str(number) if number else "",
            **known.spell_process(processes[at]),
            "from": known.spell_step(pair[0], processes[at]),
            "to": known.spell_step(pair[1], processes[at]),
            "units": _spell_units(units),
            "coordinator": known.spell_holder_fact(agreed.coordinator),
            "routine": known.spell_words(agreed.routine),
            "channel": known.spell_choice(agreed.channel),
        }


def _spell_units(units: tuple[Unit | None, ...]) -> str:
    return " → ".join(unit.name if unit is not None else "?" for unit in units)


def build_probability_rows(known: Known) -> Iterator[Row]:
    """Build the rows of ways whose share is known; where all is wanted, of every way to choose."""
    for process in known.landscape.processes:
        book = FlowBook(process)
        ways: dict[ElementRef | None, int] = {}
        for flow in process.sequence_flows:
            ways[flow.source] = ways.get(flow.source, 0) + 1
        before = {f.target: f.source for f in process.sequence_flows if f.target is not None}
        for flow in process.sequence_flows:
            source = process.node_by_ref.get(flow.source) if flow.source is not None else None
            is_choice = source is not None and source.type in _DIVIDING and ways[flow.source] > 1
            if not flow.probability.is_recorded and not (known.full and is_choice):
                continue
            spelled = book.spell(flow)
            yield {
                **known.spell_process(process),
                "choice": _spell_choice(source, before, process, known),
                "flow": spelled,
                "meaning": _spell_way(flow, spelled, process),
                "probability": _spell_share(flow.probability, known),
            }


def _spell_choice(
    node: FlowNode | None,
    before: dict[ElementRef, ElementRef | None],
    process: Process,
    known: Known,
) -> str:
    """What a choice is called: its name, else what it comes after."""
    if node is None or node.name:
        return node.name if node is not None else ""
    ref = before.get(node.ref)
    step = process.node_by_ref.get(ref) if ref is not None else None
    word = "etter" if known.lang == "nb" else "after"
    return f"{word} «{step.name}»" if step is not None and step.name else node.id


def _spell_way(flow: SequenceFlow, spelled: str, process: Process) -> str:
    """Where a way leads, and what it is called where only its id is written."""
    target = process.node_by_ref.get(flow.target) if flow.target is not None else None
    name = f"«{flow.name}» " if flow.name and spelled != flow.name else ""
    return f"{name}→ {target.label}" if target is not None else name.strip()


def _spell_share(fact: Fact[float], known: Known) -> str:
    if fact.value is None:
        return known.spell_state(fact)
    text = repr(float(fact.value))
    return text.replace(".", ",") if known.lang == "nb" else text
