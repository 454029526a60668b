"""Activities, events and gateways, with what their attributes mean."""

from __future__ import annotations

import pytest

from procmap.model.flow import ACTIVITY_TYPES, EVENT_TYPES, GATEWAY_TYPES
from tests.bpmn.builders import codes, definitions, node_of, process, read

TYPES = sorted(ACTIVITY_TYPES | EVENT_TYPES | GATEWAY_TYPES)


@pytest.mark.parametrize("type", TYPES)
def test_every_type_of_flow_node_is_one(type: str) -> None:
    node = node_of(process(f'<{type} id="N" name="Vurdere&#10; søknad "/>'), "N")
    assert (node.type, node.name) == (type, "Vurdere søknad")
    assert (node.attributes, node.kept) == ((), ())


def test_a_boundary_event_knows_its_host_and_whether_it_interrupts() -> None:
    data = process(
        '<task id="T"/><boundaryEvent id="A" attachedToRef="T"/>'
        '<boundaryEvent id="B" attachedToRef="tns:T" cancelActivity="false"/>'
    )
    first, second = node_of(data, "A"), node_of(data, "B")
    assert first.attached_to == second.attached_to
    assert first.attached_to is not None
    assert first.attached_to.id == "T"
    assert (first.interrupting, second.interrupting) == (True, False)


def test_a_boundary_event_without_a_host_keeps_the_reference_and_is_said() -> None:
    landscape = read(process('<boundaryEvent id="A" attachedToRef="gone"/>'))
    event = landscape.processes[0].nodes[0]
    assert (event.attached_to, event.attributes) == (None, (("attachedToRef", "gone"),))
    assert codes(landscape) == ["BPM205"]


@pytest.mark.parametrize(
    ("loop", "expected", "kept"),
    [
        ("<standardLoopCharacteristics/>", "standard", 0),
        ('<multiInstanceLoopCharacteristics id="x"/>', "parallel", 0),
        ('<multiInstanceLoopCharacteristics isSequential="true"/>', "sequential", 0),
        ("<multiInstanceLoopCharacteristics><loopCardinality/></multiInstanceLoopCharacteristics>",
         "parallel", 1),
        ("", None, 0),
    ],
)  # fmt: skip
def test_a_loop_is_known_and_its_details_are_kept(
    loop: str, expected: str | None, kept: int
) -> None:
    task = node_of(process(f'<task id="T">{loop}</task>'), "T")
    assert (task.loop, len(task.kept)) == (expected, kept)


def test_flags_are_read_as_xml_schema_writes_them() -> None:
    data = process(
        '<subProcess id="S" triggeredByEvent="true"><startEvent id="E" isInterrupting="0"/>'
        '</subProcess><task id="T" isForCompensation="1"/>'
        '<receiveTask id="R" instantiate="true"/><eventBasedGateway id="G" instantiate="true"/>'
    )
    assert node_of(data, "S").triggered_by_event
    assert not node_of(data, "E").interrupting
    assert node_of(data, "T").for_compensation
    assert node_of(data, "R").instantiates
    assert node_of(data, "G").instantiates


def test_a_default_flow_is_known_by_its_id() -> None:
    landscape = read(
        process(
            '<exclusiveGateway id="G" default="tns:F"/><exclusiveGateway id="H" default="x"/>'
            '<sequenceFlow id="F" sourceRef="G" targetRef="H"/>'
        )
    )
    first, second = landscape.processes[0].nodes
    assert (first.default_flow, second.default_flow) == ("F", None)
    assert second.attributes == (("default", "x"),)
    assert codes(landscape) == ["BPM205"]


def test_what_a_call_activity_calls_is_kept_as_written() -> None:
    data = process(
        '<callActivity id="A" calledElement="tns:P"/><callActivity id="B" calledElement=""/>'
        '<callActivity id="C" calledElement="${x}"/>'
    )
    assert [node_of(data, each).called_element for each in "ABC"] == ["tns:P", None, "${x}"]


def test_a_call_within_the_document_is_resolved() -> None:
    data = definitions(
        '<process id="P"><callActivity id="A" calledElement="tns:Q"/></process>'
        '<process id="Q"/><task xmlns="urn:x"/>'
    )
    callee = node_of(data, "A").calls
    assert callee is not None
    assert callee.id == "Q"


def test_nodes_of_a_foreign_namespace_are_none() -> None:
    data = process('<x:task xmlns:x="urn:x" id="T"/>')
    assert read(data).processes[0].nodes == ()
