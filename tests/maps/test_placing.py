"""Cells: one node each, inside its lane and its group, whatever way is tried."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from procmap.maps.layout.placing import VARIANTS, Placement, Variant, place_scene
from procmap.maps.layout.refining import refine_rows
from procmap.maps.scene import Scene, Subject, build_scene
from procmap.model import Bounds, Diagram, Process, Shape

from .builders import analysis, document_of, flows, lane, node, process
from .strategies import processes


def scene_of(subject: Process, **more: Any) -> Scene:
    document = document_of(subject, **more)
    return build_scene(Subject((subject,), document, False, analysis(document))).core


def check_cells(scene: Scene, placement: Placement) -> None:
    cells = set()
    for each in scene.nodes:
        if each.kind == "group" or each.host is not None:
            continue
        cell = placement.column[each.index], placement.row[each.index]
        assert cell not in cells
        cells.add(cell)
        first, count = placement.lane_rows[each.lane]
        assert first <= cell[1] < first + count
        for group, extent in placement.extents.items():
            inside = (
                extent.left <= cell[0] <= extent.right and extent.top <= cell[1] <= extent.bottom
            )
            assert inside == (group in scene.groups_around(each.index))


@settings(max_examples=30)
@given(processes())
def test_every_node_has_a_cell_of_its_own(subject: Process) -> None:
    scene = scene_of(subject)
    for variant in VARIANTS:
        placement = place_scene(scene, variant)
        if placement is not None:
            check_cells(scene, placement)


@settings(max_examples=20)
@given(processes())
def test_refining_moves_nodes_only_to_free_cells(subject: Process) -> None:
    scene = scene_of(subject)
    placement = place_scene(scene, Variant())
    assert placement is not None
    better, _ = refine_rows(scene, placement, most_work=20_000)
    check_cells(scene, better)


def test_hints_are_not_followed_where_the_file_draws_too_little() -> None:
    scene = scene_of(process([node("a"), node("b"), node("c")], flows("a>b")))
    assert place_scene(scene, Variant(hinted=True)) is None


def test_hints_keep_the_order_of_the_files_own_drawing() -> None:
    subject = process(
        [node(id_, lane="A") for id_ in "abc"], flows("a>b", "b>c"), lanes=[lane("A")]
    )
    shapes = [
        Shape("a", Bounds(500, 100, 100, 80)),
        Shape("b", Bounds(100, 300, 100, 80)),
        Shape("c", Bounds(300, 100, 100, 80)),
    ]
    diagram = Diagram("d", "", "P", tuple(shapes))
    placement = place_scene(scene_of(subject, diagrams=(diagram,)), Variant(hinted=True))
    assert placement is not None
    assert placement.column == (2, 0, 1)
    assert placement.row[0] == placement.row[2] < placement.row[1]


def test_upright_drawings_are_read_from_the_top_down() -> None:
    subject = process([node("a"), node("b")], flows("a>b"))
    shapes = [
        Shape("P", Bounds(0, 0, 200, 600), horizontal=False),
        Shape("a", Bounds(50, 300, 100, 80)),
        Shape("b", Bounds(50, 100, 100, 80)),
    ]
    diagram = Diagram("d", "", "P", tuple(shapes))
    placement = place_scene(scene_of(subject, diagrams=(diagram,)), Variant(hinted=True))
    assert placement is not None
    assert placement.column == (1, 0)


def test_what_follows_a_boundary_event_stands_below_its_host() -> None:
    subject = process(
        [node("a"), node("b", "boundaryEvent", on="a"), node("c"), node("d")],
        flows("a>c", "b>d"),
    )
    placement = place_scene(scene_of(subject), Variant())
    assert placement is not None
    row = {each: placement.row[i] for i, each in enumerate("acdb")}
    assert row["c"] == row["a"] == row["b"]
    assert row["d"] > row["a"]


@pytest.mark.parametrize("fold", [True, False])
def test_work_that_changes_lane_drops_straight_down_if_asked(fold: bool) -> None:
    subject = process(
        [node("a", lane="A"), node("b", lane="B")], flows("a>b"), lanes=[lane("A"), lane("B")]
    )
    placement = place_scene(scene_of(subject), Variant(fold=fold))
    assert placement is not None
    assert (placement.column[0] == placement.column[1]) == fold
