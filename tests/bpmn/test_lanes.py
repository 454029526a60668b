"""Nested lanes: the leaf counts."""

from __future__ import annotations

from tests.bpmn.builders import codes, definitions, node_of, process, read, read_process


def lane(id: str, *nodes: str, name: str = "", inner: str = "") -> str:
    listed = "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in nodes)
    nested = f"<childLaneSet>{inner}</childLaneSet>" if inner else ""
    return f'<lane id="{id}" name="{name or id}">{listed}{nested}</lane>'


def test_a_lane_lists_its_nodes_in_file_order() -> None:
    found = read_process(
        process(f'<laneSet>{lane("L", "B", "A")}</laneSet><task id="A"/><task id="B"/>')
    )
    assert [ref.id for ref in found.lanes[0].nodes] == ["A", "B"]
    assert node_of(found, "A").lane == found.lanes[0].ref


def test_the_leaf_counts_where_parents_repeat_its_nodes() -> None:
    inner = lane("Leaf", "A") + lane("Other", "B")
    found = read_process(
        process(
            f'<laneSet>{lane("Top", "A", "B", inner=inner)}</laneSet><task id="A"/><task id="B"/>'
        )
    )
    assert [(each.id, each.parent and each.parent.id) for each in found.lanes] == [
        ("Top", None), ("Leaf", "Top"), ("Other", "Top"),
    ]  # fmt: skip
    assert [[ref.id for ref in each.nodes] for each in found.lanes] == [[], ["A"], ["B"]]
    assert [performer.name for performer in node_of(found, "A").performers] == ["Leaf"]


def test_a_node_that_only_a_parent_lists_is_performed_there_but_in_no_leaf() -> None:
    found = read_process(
        process(f'<laneSet>{lane("Top", "A", inner=lane("Leaf"))}</laneSet><task id="A"/>')
    )
    task = node_of(found, "A")
    assert (task.lane, [performer.name for performer in task.performers]) == (None, ["Top"])


def test_lanes_nest_to_any_depth() -> None:
    nested = lane("L200", "A")
    for depth in range(100, 0, -1):
        nested = lane(f"L{depth}", inner=nested)
    found = read_process(process(f'<laneSet>{nested}</laneSet><task id="A"/>'))
    assert len(found.lanes) == 101
    assert node_of(found, "A").lane == found.leaf_lanes[0].ref


def test_a_lane_that_lists_what_is_no_node_is_said() -> None:
    landscape = read(
        process(
            f'<laneSet>{lane("L", "A", "F", "gone")}</laneSet><task id="A"/>'
            '<sequenceFlow id="F" sourceRef="A" targetRef="A"/>'
        )
    )
    assert codes(landscape) == ["BPM202", "BPM202"]
    assert {finding.parameters["reference"] for finding in landscape.diagnostics} == {"F", "gone"}


def test_a_lane_lists_nodes_of_its_own_process_only() -> None:
    body = f'<process id="P"><laneSet>{lane("L", "B")}</laneSet></process>'
    landscape = read(definitions(f'{body}<process id="Q"><task id="B"/></process>'))
    assert landscape["P"].lanes[0].nodes == ()
    assert codes(landscape) == ["BPM202"]


def test_a_node_in_two_lanes_has_both_performers_and_is_said() -> None:
    landscape = read(
        process(
            f"<laneSet>{lane('L1', 'A', name='Lønn')}{lane('L2', 'A', name='HR')}</laneSet>"
            '<task id="A"/>'
        )
    )
    task = landscape.processes[0].nodes[0]
    assert [performer.name for performer in task.performers] == ["Lønn", "HR"]
    assert task.lane == landscape.processes[0].lanes[0].ref
    (finding,) = landscape.diagnostics
    assert (finding.code, finding.parameters["lanes"]) == ("BPM207", "Lønn, HR")


def test_a_node_listed_twice_by_one_lane_is_in_it_once() -> None:
    landscape = read(process(f'<laneSet>{lane("L", "A", "A")}</laneSet><task id="A"/>'))
    assert codes(landscape) == []
    assert len(landscape.processes[0].lanes[0].nodes) == 1


def test_lanes_of_a_sub_process_go_before_those_around_it() -> None:
    landscape = read(
        process(
            f'<laneSet>{lane("Outer", "S", "A")}</laneSet><subProcess id="S">'
            f'<laneSet>{lane("Inner", "A")}</laneSet><task id="A"/></subProcess>'
        )
    )
    found = landscape.processes[0]
    assert codes(landscape) == []
    assert node_of(found, "A").lane == found.lanes[1].ref
