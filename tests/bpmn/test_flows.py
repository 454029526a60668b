"""Flows, with ends that may be missing."""

from __future__ import annotations

import pytest

from tests.bpmn.builders import codes, definitions, process, read, read_document, read_process


def test_a_sequence_flow_has_ends_level_and_condition() -> None:
    data = process(
        '<subProcess id="S"><task id="A"/><task id="B"/><sequenceFlow id="F" name="ja" '
        'sourceRef="A" targetRef="B"><conditionExpression xsi:type="tFormalExpression"> ${ok} '
        "</conditionExpression></sequenceFlow></subProcess>"
    )
    (flow,) = read_process(data).sequence_flows
    assert flow.source is not None
    assert flow.target is not None
    assert (flow.source.id, flow.target.id, flow.parent.id) == ("A", "B", "S")
    assert (flow.name, flow.condition, flow.kept) == ("ja", "${ok}", ())


def test_a_condition_in_another_language_is_kept_whole() -> None:
    data = process(
        '<task id="A"/><sequenceFlow id="F" sourceRef="A" targetRef="A">'
        '<conditionExpression language="java">x</conditionExpression></sequenceFlow>'
    )
    (flow,) = read_process(data).sequence_flows
    assert (flow.condition, len(flow.kept)) == ("x", 1)


@pytest.mark.parametrize(
    ("ends", "code", "left"),
    [
        ('sourceRef="gone" targetRef="A"', "BPM201", (("sourceRef", "gone"),)),
        ('sourceRef="A" targetRef="D"', "BPM201", (("targetRef", "D"),)),
        ('sourceRef="A" targetRef="elsewhere"', "BPM201", (("targetRef", "elsewhere"),)),
        ('sourceRef="A"', "BPM206", ()),
        ('sourceRef="" targetRef="A"', "BPM206", ()),
    ],
)
def test_an_end_that_dangles_is_open_and_said(
    ends: str, code: str, left: tuple[tuple[str, str], ...]
) -> None:
    landscape = read(
        definitions(
            f'<process id="P"><task id="A"/><dataObject id="D"/><sequenceFlow id="F" {ends}'
            '/></process><process id="Q"><task id="elsewhere"/></process>'
        )
    )
    (flow,) = landscape["P"].sequence_flows
    assert None in (flow.source, flow.target)
    assert flow.attributes == left
    assert codes(landscape) == [code]


def test_a_message_flow_runs_between_nodes_and_participants() -> None:
    document = read_document(
        definitions(
            '<message id="M"/><collaboration id="C"><participant id="A" processRef="P"/>'
            '<participant id="B"/><messageFlow id="F" sourceRef="T" targetRef="B" '
            'messageRef="tns:M" name="Søknad"/></collaboration>'
            '<process id="P"><task id="T"/></process>'
        )
    )
    (flow,) = document.message_flows
    assert (flow.source, flow.target) == (document.ref("T"), document.ref("B"))
    assert (flow.message, flow.name) == ("M", "Søknad")


def test_a_message_flow_to_nowhere_is_open_and_said() -> None:
    landscape = read(
        definitions(
            '<collaboration id="C"><participant id="A"/>'
            '<messageFlow id="F" sourceRef="A" targetRef="gone"/></collaboration>'
        )
    )
    (flow,) = landscape.message_flows
    assert (flow.target, flow.attributes) == (None, (("targetRef", "gone"),))
    assert codes(landscape) == ["BPM201"]


def test_associations_lead_between_any_two_elements() -> None:
    found = read_process(
        process(
            '<task id="A"/><textAnnotation id="N"/><sequenceFlow id="F" sourceRef="A" '
            'targetRef="A"/><association id="X" sourceRef="N" targetRef="F"/>'
        )
    )
    (line,) = found.associations
    assert line.target == found.sequence_flows[0].ref


def test_an_association_that_dangles_is_open_and_said() -> None:
    landscape = read(process('<task id="A"/><association id="X" sourceRef="A" targetRef="gone"/>'))
    assert landscape.processes[0].associations[0].target is None
    assert codes(landscape) == ["BPM205"]


def test_five_thousand_tasks_in_a_row_are_read() -> None:
    row = "".join(
        f'<task id="T{n}"/><sequenceFlow id="F{n}" sourceRef="T{n}" targetRef="T{n + 1}"/>'
        for n in range(5_000)
    )
    assert len(read_process(process(row + '<task id="T5000"/>')).nodes) == 5_001
