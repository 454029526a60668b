"""Which pools a map shows, and which message flows run between them."""

from __future__ import annotations

from procmap.maps.scene.lanes import PoolPlan
from procmap.model import Document, MessageFlow, Participant, Process
from procmap.source import ElementRef

__all__ = ["plan_pools"]


def plan_pools(
    processes: tuple[Process, ...], document: Document | None, *, whole: bool
) -> tuple[list[PoolPlan], tuple[MessageFlow, ...]]:
    """Find the pools and message flows of a map.

    Args:
        processes: the processes whose steps are drawn.
        document: their document, or ``None``.
        whole: all its pools and messages are drawn, and not only those that touch `processes`;
            processes without nodes are left out unless there are no others.
    """
    drawn = [process for process in processes if process.nodes] or list(processes)
    pools = [_plan_process(process, document) for process in drawn]
    if document is None:
        return pools, ()
    placed = {ref for pool in pools for ref in pool.refs}
    inside = placed | {node.ref for process in drawn for node in process.nodes}
    messages = tuple(
        flow
        for flow in document.message_flows
        if whole or flow.source in inside or flow.target in inside
    )
    thin = _plan_thin(document, messages, inside, whole=whole)
    return [*thin, *pools], messages


def _plan_process(process: Process, document: Document | None) -> PoolPlan:
    participants = [
        *process.participants,
        *(p for p in (document.participants if document else ()) if p.process == process.ref),
    ]
    refs = dict.fromkeys([*(p.ref for p in participants), process.ref])
    participant = participants[0] if participants else None
    name = (participant.name if participant else "") or process.label
    return PoolPlan(process, participant, name, tuple(refs))


def _plan_thin(
    document: Document,
    messages: tuple[MessageFlow, ...],
    inside: set[ElementRef],
    *,
    whole: bool,
) -> list[PoolPlan]:
    """Pools whose inside is not drawn: black boxes, and those that only messages reach."""
    found: dict[ElementRef, PoolPlan] = {}
    homes = _find_homes(document)
    reached = [ref for flow in messages for ref in (flow.source, flow.target) if ref is not None]
    others = [participant.ref for participant in _find_shown(document)] if whole else []
    for ref in (*reached, *others):
        if ref in inside or ref not in homes:
            continue
        home = homes[ref]
        if home.ref in inside or (home.process is not None and home.process in inside):
            continue
        before = found.get(home.ref)
        refs = (*(before.refs if before else (home.ref,)), ref)
        name = home.name or _name_process(document, home.process)
        found[home.ref] = PoolPlan(None, home, name, tuple(dict.fromkeys(refs)))
    return list(found.values())


def _find_shown(document: Document) -> tuple[Participant, ...]:
    """The pools that the file draws; all of them where it draws none.

    Some tools write roles and actors as participants too, which no drawing of theirs shows.
    """
    drawn = {shape.element for page in document.diagrams for shape in page.shapes}
    shown = tuple(
        each
        for each in document.participants
        if each.id in drawn or (each.process is not None and each.process.id in drawn)
    )
    return shown or document.participants


def _find_homes(document: Document) -> dict[ElementRef, Participant]:
    """The pool of each thing a message flow may name: the pool itself, its process, its nodes."""
    homes: dict[ElementRef, Participant] = {}
    for process in document.processes:
        pool = next((p for p in document.participants if p.process == process.ref), None)
        pool = pool or Participant(ref=process.ref, name=process.label, process=process.ref)
        homes[process.ref] = pool
        homes.update((node.ref, pool) for node in process.nodes)
    homes.update((participant.ref, participant) for participant in document.participants)
    return homes


def _name_process(document: Document, ref: ElementRef | None) -> str:
    return next((process.label for process in document.processes if process.ref == ref), "")
