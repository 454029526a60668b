"""Who performs a node: the order of sources, and how each is known."""

from __future__ import annotations

from procmap.model import FlowNode
from tests.bpmn.builders import definitions, drawing, node_of, process, read_process

LANES = (
    '<laneSet><lane id="L1" name="Lønn"><flowNodeRef>T</flowNodeRef></lane>'
    '<lane id="L2" name="HR"/></laneSet>'
)


def said(node: FlowNode) -> list[tuple[str, str, str]]:
    return [(each.source, each.kind, each.name) for each in node.performers]


def test_the_strongest_source_comes_first() -> None:
    data = process(
        f'{LANES}<userTask id="T" camunda:candidateGroups="lonn" camunda:assignee="kari">'
        '<potentialOwner name="Saksbehandler"/></userTask>',
        pool="Kommunen",
    )
    assert said(node_of(data, "T")) == [
        ("resource role", "role", "Saksbehandler"),
        ("assignee", "person", "kari"),
        ("assignee", "role", "lonn"),
        ("lane", "lane", "Lønn"),
        ("pool", "pool", "Kommunen"),
    ]


def test_lane_and_pool_performers_point_at_their_elements_and_are_shared() -> None:
    lanes = LANES.replace("<flowNodeRef>", "<flowNodeRef>U</flowNodeRef><flowNodeRef>")
    found = read_process(process(f'{lanes}<task id="T"/><task id="U"/>', pool="K"))
    first, second = node_of(found, "T").performers, node_of(found, "U").performers
    assert [each.ref for each in first] == [found.lanes[0].ref, found.participants[0].ref]
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_nothing_says_who_performs_a_node_without_lane_and_pool() -> None:
    assert node_of(process('<task id="T"/>'), "T").performers == ()


def test_an_unnamed_lane_falls_back_to_the_named_lane_around_it() -> None:
    data = process(
        '<laneSet><lane id="L" name="Lønn"><childLaneSet><lane id="M"><flowNodeRef>T</flowNodeRef>'
        '</lane></childLaneSet></lane></laneSet><task id="T"/>',
        pool="Kommunen",
    )
    task = node_of(data, "T")
    assert said(task) == [("lane", "lane", "Lønn"), ("pool", "pool", "Kommunen")]
    assert task.lane is not None
    assert task.lane.id == "M"


def test_an_unnamed_lane_falls_back_to_the_pool() -> None:
    lanes = '<laneSet><lane id="L" name=" "><flowNodeRef>T</flowNodeRef></lane></laneSet>'
    data = process(f'{lanes}<task id="T"/>', pool="Kommunen")
    assert said(node_of(data, "T")) == [("pool", "pool", "Kommunen")]


def test_an_unnamed_lane_without_a_pool_is_itself() -> None:
    lanes = '<laneSet><lane id="L"><flowNodeRef>T</flowNodeRef></lane></laneSet>'
    (performer,) = node_of(process(f'{lanes}<task id="T"/>'), "T").performers
    assert (performer.kind, performer.name, performer.ref is not None) == ("lane", "", True)


def test_a_boundary_event_inherits_the_lane_of_its_host_also_from_further_down() -> None:
    data = process(
        f'{LANES}<boundaryEvent id="B" attachedToRef="T"/>'
        '<userTask id="T" camunda:assignee="kari"/>'
    )
    event = node_of(data, "B")
    assert said(event) == [("host", "lane", "Lønn")]
    assert event.lane is None


def test_a_boundary_event_in_a_lane_of_its_own_stays_there() -> None:
    lanes = LANES.replace('name="HR"/>', 'name="HR"><flowNodeRef>B</flowNodeRef></lane>')
    data = process(f'{lanes}<boundaryEvent id="B" attachedToRef="T"/><task id="T"/>')
    assert said(node_of(data, "B")) == [("lane", "lane", "HR")]


def test_nodes_of_a_sub_process_inherit_its_lane_at_every_depth() -> None:
    data = process(
        f'{LANES}<subProcess id="T"><subProcess id="S"><task id="A"/></subProcess></subProcess>'
    )
    assert said(node_of(data, "A")) == [("sub-process", "lane", "Lønn")]


def test_nodes_of_a_sub_process_inherit_what_it_states_itself_and_its_lane() -> None:
    data = process(
        f'{LANES}<subProcess id="T"><potentialOwner name="Leder"/><task id="A"/><task id="B"/>'
        "</subProcess>"
    )
    inherited = [("sub-process", "role", "Leder"), ("sub-process", "lane", "Lønn")]
    assert said(node_of(data, "A")) == inherited
    assert said(node_of(data, "B")) == inherited


def test_a_boundary_event_on_a_sub_process_is_performed_as_the_sub_process_is() -> None:
    data = process(
        f'{LANES}<subProcess id="T"><task id="A"/></subProcess>'
        '<boundaryEvent id="B" attachedToRef="T"/>'
    )
    assert said(node_of(data, "B")) == [("host", "lane", "Lønn")]


def test_a_node_in_no_lane_is_where_it_is_drawn() -> None:
    body = f'<process id="P">{LANES}<task id="T"/><task id="U"/></process>'
    shapes = {"L1": (0, 0, 500, 100), "L2": (0, 100, 500, 100), "U": (10, 110, 100, 80)}
    task = node_of(definitions(body + drawing(shapes)), "U")
    assert said(task) == [("geometry", "lane", "HR")]
    assert task.lane is None


def test_the_drawing_is_not_asked_about_nodes_that_a_lane_lists() -> None:
    body = f'<process id="P">{LANES}<task id="T"/></process>'
    shapes = {"L1": (0, 0, 500, 100), "L2": (0, 100, 500, 100), "T": (10, 110, 100, 80)}
    assert said(node_of(definitions(body + drawing(shapes)), "T")) == [("lane", "lane", "Lønn")]


def test_a_black_box_performs_nothing() -> None:
    data = definitions(
        '<collaboration id="C"><participant id="A" name="Innbygger"/></collaboration>'
        '<process id="P"><task id="T"/></process>'
    )
    assert node_of(data, "T").performers == ()
