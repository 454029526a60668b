"""Small landscapes, written down as text, for tests of the graph room.

Each line of `flow` is ``A -> B``; the type of a node follows from the first letters of its id, the
lane from what stands behind an ``@``: ``T1@A -> X1@A -> T2@B``. See `_TYPES`.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from procmap.model import (
    Document,
    EventDefinition,
    Fact,
    FlowNode,
    Landscape,
    Lane,
    LaneMeaning,
    MessageFlow,
    Participant,
    Performer,
    Process,
    SequenceFlow,
    Unit,
)
from procmap.source import ElementRef

DOCUMENT = "m.bpmn"
_TYPES = {
    "Start": "startEvent",
    "End": "endEvent",
    "X": "exclusiveGateway",
    "P": "parallelGateway",
    "Sub": "subProcess",
    "Call": "callActivity",
    "Throw": "intermediateThrowEvent",
    "Catch": "intermediateCatchEvent",
    "Boundary": "boundaryEvent",
    "O": "inclusiveGateway",
    "T": "task",
}


def ref(id_: str, document: str = DOCUMENT) -> ElementRef:
    return ElementRef(document, id_)


def node_type(id_: str) -> str:
    return next(type_ for start, type_ in _TYPES.items() if id_.startswith(start))


def build_process(
    flow: str,
    *,
    id_: str = "Process",
    document: str = DOCUMENT,
    inside: Mapping[str, str] | None = None,
    hosts: Mapping[str, str] | None = None,
    events: Mapping[str, EventDefinition] | None = None,
    calls: Mapping[str, ElementRef] | None = None,
    event_sub_processes: Sequence[str] = (),
    pool: str | None = None,
) -> Process:
    """A process from arrows; `inside` maps a node to its sub-process, `hosts` a boundary event."""
    inside, hosts = inside or {}, hosts or {}
    events, calls = events or {}, calls or {}
    lanes: dict[str, str | None] = {}
    flows: list[SequenceFlow] = []
    for line in flow.split("\n"):
        names = [part.strip() for part in line.split("->") if part.strip()]
        ids = []
        for name in names:
            id_part, _, lane = name.partition("@")
            if lane or id_part not in lanes:
                lanes[id_part] = lane or lanes.get(id_part)
            ids.append(id_part)
        for source, target in itertools.pairwise(ids):
            number = sum(
                f.source == ref(source, document) and f.target == ref(target, document)
                for f in flows
            )
            flows.append(
                SequenceFlow(
                    ref=ref(f"{source}>{target}{number or ''}", document),
                    source=ref(source, document),
                    target=ref(target, document),
                    parent=ref(inside.get(source, id_), document),
                )
            )
    names = sorted({lane for lane in lanes.values() if lane})
    participants = ()
    if pool is not None:
        participants = (
            Participant(ref=ref(f"Pool_{pool}", document), name=pool, process=ref(id_, document)),
        )

    def performers(node: str) -> tuple[Performer, ...]:
        lane = lanes[node]
        if lane:
            return (Performer("lane", lane, "lane", ref(f"Lane_{lane}", document)),)
        host = hosts.get(node) or inside.get(node)
        if host is not None:
            return performers(host)
        if participants:
            return (Performer("pool", participants[0].name, "pool", participants[0].ref),)
        return ()

    return Process(
        ref=ref(id_, document),
        name=id_,
        nodes=tuple(
            FlowNode(
                ref=ref(node, document),
                type=node_type(node),
                name=node,
                parent=ref(inside.get(node, id_), document),
                performers=performers(node),
                attached_to=ref(hosts[node], document) if node in hosts else None,
                event_definitions=(events[node],) if node in events else (),
                calls=calls.get(node),
                triggered_by_event=node in event_sub_processes,
            )
            for node in lanes
        ),
        sequence_flows=tuple(flows),
        lanes=tuple(
            Lane(ref=ref(f"Lane_{lane}", document), name=lane, process=ref(id_, document))
            for lane in names
        ),
        participants=participants,
    )


def build_landscape(
    *processes: Process,
    units: Sequence[Unit] = (),
    messages: Sequence[tuple[ElementRef, ElementRef]] = (),
    black_boxes: Sequence[str] = (),
) -> Landscape:
    """A landscape of one document per document path among the processes."""
    paths = sorted({process.ref.document for process in processes})
    documents = tuple(
        Document(
            path=path,
            sha256="",
            processes=tuple(p for p in processes if p.ref.document == path),
            participants=(
                *(x for p in processes if p.ref.document == path for x in p.participants),
                *(Participant(ref=ref(f"Box_{name}", path), name=name) for name in black_boxes),
            ),
            message_flows=tuple(
                MessageFlow(ref=ref(f"M{i}", path), source=source, target=target)
                for i, (source, target) in enumerate(messages)
            )
            if path == paths[0]
            else (),
        )
        for path in paths
    )
    return Landscape(documents=documents, units=tuple(units), registered=bool(units))


def map_lanes(landscape: Landscape, meanings: Mapping[str, LaneMeaning]) -> Landscape:
    """The landscape with lanes mapped by name."""
    documents = tuple(
        document.model_copy(
            update={
                "processes": tuple(
                    process.model_copy(
                        update={
                            "lanes": tuple(
                                lane.model_copy(
                                    update={"meaning": Fact.stated(meanings[lane.name])}
                                )
                                if lane.name in meanings
                                else lane
                                for lane in process.lanes
                            )
                        }
                    )
                    for process in document.processes
                )
            }
        )
        for document in landscape.documents
    )
    return landscape.model_copy(update={"documents": documents})
