"""Ids: missing, repeated, written as QNames."""

from __future__ import annotations

from tests.bpmn.builders import codes, definitions, drawing, node_of, process, read, read_process


def test_elements_without_an_id_get_one_from_type_and_ordinal_said_once() -> None:
    landscape = read(process('<task id="A"/><task/><userTask/><task id=""/>'))
    assert [node.id for node in landscape.processes[0].nodes] == [
        "A", "_task_2", "_userTask_1", "_task_3",
    ]  # fmt: skip
    (finding,) = landscape.diagnostics
    assert (finding.code, [ref.id for ref in finding.elements]) == (
        "BPM203",
        ["_task_2", "_userTask_1", "_task_3"],
    )


def test_a_made_up_id_never_takes_a_stated_one() -> None:
    found = read_process(
        process(
            '<task/><task id="_task_1"/>'
            '<sequenceFlow id="F" sourceRef="_task_1" targetRef="_task_1"/>'
        )
    )
    assert [node.id for node in found.nodes] == ["_task_1~2", "_task_1"]
    assert found.sequence_flows[0].source == found.nodes[1].ref


def test_a_repeated_id_is_made_unique_and_said() -> None:
    landscape = read(process('<task id="T" name="A"/><task id="T" name="B"/><task id="T"/>'))
    found = landscape.processes[0].nodes
    assert [node.id for node in found] == ["T", "T~2", "T~3"]
    assert found[1].attributes == (("id", "T"),)
    assert codes(landscape) == ["BPM204", "BPM204"]


def test_references_to_a_repeated_id_go_to_the_first() -> None:
    found = read_process(
        process(
            '<task id="T"/><task id="T"/><task id="U"/>'
            '<sequenceFlow id="F" sourceRef="T" targetRef="U"/>'
        )
    )
    assert found.sequence_flows[0].source == found.nodes[0].ref


def test_references_to_an_id_repeated_over_processes_stay_in_their_process() -> None:
    body = '<startEvent id="_1"/><task id="_2"/><sequenceFlow sourceRef="_1" targetRef="_2"/>'
    landscape = read(
        definitions(f'<process id="A">{body}</process><process id="B">{body}</process>')
    )
    flow = landscape["B"].sequence_flows[0]
    assert flow.source is not None
    assert flow.target is not None
    assert (flow.source.id, flow.target.id) == ("_1~2", "_2~2")


def test_a_reference_finds_what_it_may_mean_where_ids_clash() -> None:
    data = definitions(
        '<collaboration id="X"><participant id="P" processRef="P"/></collaboration>'
        '<process id="P"><task id="T"/></process>'
    )
    landscape = read(data)
    assert landscape.documents[0].participants[0].process == landscape.processes[0].ref


def test_references_written_as_qnames_are_understood() -> None:
    data = definitions(
        '<collaboration id="C"><participant id="Pool" processRef="tns:P"/></collaboration>'
        '<process id="P"><laneSet><lane id="L" name="A"><flowNodeRef>tns:T</flowNodeRef></lane>'
        '</laneSet><task id="T"/><task id="U"/>'
        '<sequenceFlow id="F" sourceRef="tns:T" targetRef="tns:U"/></process>'
        + drawing({"tns:T": (0, 0, 10, 10)})
    )
    landscape = read(data)
    found = landscape.processes[0]
    assert landscape.diagnostics == ()
    assert found.participant is not None
    assert found.sequence_flows[0].source == found.nodes[0].ref
    assert found.nodes[0].lane == found.lanes[0].ref
    assert landscape.documents[0].diagrams[0].shapes[0].element == "T"


def test_an_id_with_a_colon_is_found_as_it_is() -> None:
    data = process(
        '<task id="a:T"/><task id="T"/><sequenceFlow id="F" sourceRef="a:T" targetRef="T"/>'
    )
    found = read_process(data)
    assert found.sequence_flows[0].source == node_of(found, "a:T").ref
