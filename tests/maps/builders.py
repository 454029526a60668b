"""Small processes for the tests of maps, and what the graph room would say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from procmap.graph import Analysis, StepPlace
from procmap.maps import Picture, draw_swimlane
from procmap.model import (
    Annotation,
    Association,
    CrossingPoint,
    DataAssociation,
    DataElement,
    Document,
    Fact,
    FlowNode,
    Governance,
    Holder,
    Landscape,
    Lane,
    MessageFlow,
    Ownership,
    Participant,
    Process,
    SequenceFlow,
    Unit,
)
from procmap.source import ElementRef

FILE = "sak.bpmn"


def ref(id_: str) -> ElementRef:
    return ElementRef(FILE, id_)


def node(
    id_: str,
    type_: str = "task",
    name: str = "",
    *,
    lane: str | None = None,
    inside: str = "P",
    on: str | None = None,
    **more: Any,
) -> FlowNode:
    return FlowNode(
        ref=ref(id_),
        type=type_,
        name=name,
        parent=ref(inside),
        lane=ref(lane) if lane else None,
        attached_to=ref(on) if on else None,
        **more,
    )


def flows(*pairs: str) -> tuple[SequenceFlow, ...]:
    """Flows from text such as ``"a>b"`` or ``"a>b Ja"``; an end left out leads nowhere."""
    built = []
    for i, pair in enumerate(pairs):
        ends, _, name = pair.partition(" ")
        source, target = ends.split(">")
        built.append(
            SequenceFlow(
                ref=ref(f"f{i}"),
                name=name,
                source=ref(source) if source else None,
                target=ref(target) if target else None,
                parent=ref("P"),
            )
        )
    return tuple(built)


def lane(id_: str, name: str = "", *, inside: str | None = None, **more: Any) -> Lane:
    return Lane(
        ref=ref(id_),
        name=name or id_,
        process=ref("P"),
        parent=ref(inside) if inside else None,
        **more,
    )


def pool(id_: str, name: str = "", *, of: str | None = None) -> Participant:
    return Participant(ref=ref(id_), name=name or id_, process=ref(of) if of else None)


def message(id_: str, source: str, target: str, name: str = "") -> MessageFlow:
    return MessageFlow(ref=ref(id_), name=name, source=ref(source), target=ref(target))


def data(id_: str, name: str = "", type_: str = "dataObjectReference", **more: Any) -> DataElement:
    return DataElement(ref=ref(id_), name=name, type=type_, parent=ref("P"), **more)


def reads(node_id: str, *data_ids: str) -> DataAssociation:
    return _data_line(node_id, "input", data_ids)


def writes(node_id: str, *data_ids: str) -> DataAssociation:
    return _data_line(node_id, "output", data_ids)


def _data_line(
    node_id: str, direction: Literal["input", "output"], data_ids: Sequence[str]
) -> DataAssociation:
    id_ = f"{direction} {node_id} {' '.join(data_ids)}"
    found = tuple(ref(each) for each in data_ids)
    return DataAssociation(ref=ref(id_), node=ref(node_id), direction=direction, data=found)


def note(id_: str, text: str) -> Annotation:
    return Annotation(ref=ref(id_), text=text)


def association(id_: str, source: str, target: str, **more: Any) -> Association:
    return Association(ref=ref(id_), source=ref(source), target=ref(target), **more)


def process(
    nodes: Sequence[FlowNode],
    sequence_flows: Sequence[SequenceFlow] = (),
    *,
    lanes: Sequence[Lane] = (),
    name: str = "Sak",
    owners: Fact[tuple[Ownership, ...]] | None = None,
    id_: str = "P",
    **more: Any,
) -> Process:
    return Process(
        ref=ref(id_),
        name=name,
        nodes=tuple(nodes),
        sequence_flows=tuple(sequence_flows),
        lanes=tuple(lanes),
        ownership=owners if owners is not None else Fact(),
        **more,
    )


def two_lanes(**more: Any) -> Process:
    """A case that goes from A to B and back, with a choice."""
    return process(
        [
            node("s", "startEvent", "Søknad mottatt", lane="A"),
            node("a", "userTask", "Registrere søknad", lane="A"),
            node("g", "exclusiveGateway", "Komplett?", lane="B"),
            node("b", "userTask", "Vurdere søknad", lane="B"),
            node("c", "sendTask", "Sende vedtak", lane="A"),
            node("e", "endEvent", "Ferdig", lane="A"),
        ],
        flows("s>a", "a>g", "g>b Ja", "g>a Nei", "b>c", "c>e"),
        lanes=[lane("A", "Servicetorg"), lane("B", "Byggesak")],
        **more,
    )


def analysis(
    subject: Process | Document,
    *,
    governance: Mapping[str, Governance] | None = None,
    governed_by: Sequence[Holder] = (),
    landscape: Landscape | None = None,
    registered: bool = False,
    **more: Any,
) -> Analysis:
    """An analysis in which each lane is a unit, and each flow between lanes a crossing point."""
    document = subject if isinstance(subject, Document) else document_of(subject)
    units: dict[ElementRef | None, Unit] = {}
    places: dict[ElementRef, StepPlace] = {}
    for each in document.processes:
        for lane_ in each.lanes:
            units[lane_.ref] = Unit(key=str(lane_.ref), name=lane_.name, assumed=not registered)
        for node_ in each.nodes:
            unit = units.get(node_.lane)
            places[node_.ref] = StepPlace(units=(unit,) if unit else ())
    crossings = []
    for each in document.processes:
        for flow in each.sequence_flows:
            ends = [places[e].unit if e in places else None for e in (flow.source, flow.target)]
            source, target = ends
            if source is None or target is None or source == target:
                continue
            number = len(crossings) + 1
            state = (governance or {}).get(flow.id, "undetermined")
            crossings.append(
                CrossingPoint(
                    key=flow.id,
                    number=number,
                    flow=flow.ref,
                    process=each.ref,
                    source_unit=source,
                    target_unit=target,
                    medium="sequence",
                    between="units",
                    governance=state,
                    governed_by=tuple(governed_by) if state == "yes" else (),
                    assumed=not registered,
                )
            )
    return Analysis(
        landscape=landscape or Landscape(documents=(document,)),
        places=places,
        crossings=tuple(crossings),
        **more,
    )


def document_of(
    *processes: Process,
    participants: Iterable[Participant] = (),
    messages: Iterable[MessageFlow] = (),
    **more: Any,
) -> Document:
    return Document(
        path=FILE,
        sha256="",
        processes=processes,
        participants=tuple(participants),
        message_flows=tuple(messages),
        **more,
    )


def draw(subject: Process | Document, **more: Any) -> Picture:
    return draw_swimlane(subject, analysis=analysis(subject), **more)
