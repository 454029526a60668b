"""GAP301: a named message or signal with one end in all that was read."""

from __future__ import annotations

import pytest

from procmap.model import Definition, EventDefinition, Landscape, MessageFlow, Process

from .builders import build_landscape, build_process, case_of, find, ref, severities


def carry(process: Process, node: str, kind: str = "message", name: str = "Vedtak") -> Process:
    changed = tuple(
        n.model_copy(update={"event_definitions": (EventDefinition(kind, name),)})
        if n.ref.id == node
        else n
        for n in process.nodes
    )
    return process.model_copy(update={"nodes": changed})


SENDING = carry(build_process("Start@A -> T1@A -> End@A"), "End")
OTHER = build_process("Start@B -> T1@B", document="n.bpmn", name="Lønn")
WAITING = carry(OTHER, "Start", name="VEDTAK ")


def test_what_no_model_receives_should_be_clarified() -> None:
    (finding,) = find(build_landscape(SENDING, OTHER), "GAP301")
    assert finding.severity == "W"
    assert finding.message() == "«Vedtak» sendes fra A, men ingen modell viser mottak."
    assert finding.question() == "Hvem tar imot, eller mangler det en modell?"
    assert finding.elements == (ref("End"), ref("Process"))


def test_a_single_model_is_for_information() -> None:
    assert severities(find(build_landscape(SENDING), "GAP301")) == ["I"]


def test_what_nobody_sends_is_for_information() -> None:
    (finding,) = find(build_landscape(build_process("T1@A"), WAITING), "GAP301")
    assert (finding.severity.value, case_of(finding)) == ("I", "awaited")


def test_names_meet_across_files_whatever_their_spelling() -> None:
    assert not find(build_landscape(SENDING, WAITING), "GAP301")


def test_a_signal_is_no_message() -> None:
    landscape = build_landscape(SENDING, carry(OTHER, "Start", "signal"))
    assert [case_of(f) for f in find(landscape, "GAP301")] == ["sent", "awaited"]


@pytest.mark.parametrize("name", ["", "  ", "${message}", "=name", "m-#{id}"])
def test_without_a_name_that_is_one_nothing_is_said(name: str) -> None:
    sending = carry(build_process("T1@A -> End@A"), "End", name=name)
    assert not find(build_landscape(sending, OTHER), "GAP301")


def test_timers_and_errors_are_not_flagged() -> None:
    sending = carry(build_process("T1@A -> End@A"), "End", "error")
    assert not find(build_landscape(sending, OTHER), "GAP301")


def test_a_drawn_message_flow_is_a_receiver() -> None:
    landscape: Landscape = build_landscape(SENDING, OTHER)
    flow = MessageFlow(ref=ref("M"), source=ref("End"), target=ref("Process"))
    document = landscape.documents[0].model_copy(update={"message_flows": (flow,)})
    documents = (document, landscape.documents[1])
    assert not find(landscape.model_copy(update={"documents": documents}), "GAP301")


def test_a_message_that_some_drawn_flow_carries_has_two_ends() -> None:
    landscape = build_landscape(SENDING, OTHER)
    message = Definition(ref=ref("M1"), type="message", name="Vedtak")
    flow = MessageFlow(ref=ref("M"), source=ref("T1"), target=ref("Process"), message="M1")
    document = landscape.documents[0].model_copy(
        update={"message_flows": (flow,), "definitions": (message,)}
    )
    documents = (document, landscape.documents[1])
    assert not find(landscape.model_copy(update={"documents": documents}), "GAP301")


def test_a_send_task_names_its_message_by_reference() -> None:
    process = build_process("T1@A -> T2@A")
    task = process.nodes[0].model_copy(
        update={"type": "sendTask", "attributes": (("messageRef", "tns:M1"),)}
    )
    process = process.model_copy(update={"nodes": (task, process.nodes[1])})
    landscape = build_landscape(process, OTHER)
    message = Definition(ref=ref("M1"), type="message", name="Vedtak")
    document = landscape.documents[0].model_copy(update={"definitions": (message,)})
    documents = (document, landscape.documents[1])
    (finding,) = find(landscape.model_copy(update={"documents": documents}), "GAP301")
    assert finding.elements[0] == ref("T1")
