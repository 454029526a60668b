"""From lines of the grid to coordinates: only tracks in use get room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.layout.room import Room
from procmap.maps.layout.routing import Routes
from procmap.maps.layout.runs import Run, find_runs
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.layout.solving import Solved, solve_x, solve_y
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = ["Skeleton", "build_skeleton"]

_FRAME_LABEL_SIZE: Final = 11.5


@dataclass(frozen=True)
class Skeleton:
    """Coordinates of all that has a place on the grid; words come after.

    Args:
        width: width of the lanes.
        height: height of all lanes.
        lanes: the body of each lane.
        nodes: the shape of each node.
        flows: corners of each flow.
        frame_labels: names of groups, with their rectangle.
    """

    width: float
    height: float
    lanes: list[Rect]
    nodes: list[Rect]
    flows: dict[int, list[Point]]
    frame_labels: dict[int, tuple[Block, Rect]]


def build_skeleton(
    scene: Scene,
    routes: Routes,
    *,
    sizes: Sequence[NodeSize],
    room: Room,
    lane_heights: Sequence[float],
) -> Skeleton:
    """Find the coordinates of lanes, nodes and flows.

    Args:
        scene: what is drawn.
        routes: the paths on the grid.
        sizes: sizes of the nodes.
        room: room to keep free for words.
        lane_heights: how high each lane has to be for its own name.
    """
    grid = routes.grid
    runs = {
        index: find_runs(grid, path, flow=index) for index, path in sorted(routes.paths.items())
    }
    marked = {flow.index for flow in scene.flows if flow.marks}
    every = [run for found in runs.values() for run in found]
    x = solve_x(routes, room, runs=[run for run in every if run.down], marked=marked)
    frame_labels = _wrap_frame_labels(scene, routes, x)
    for index, block in frame_labels.items():
        section = grid.y.part_of[grid.boxes[index].top] + 1
        room.lead_y[section] = max(room.lead_y[section], block.height + 8 if block.lines else 0)
    y = solve_y(
        scene,
        routes,
        room=room,
        runs=[run for run in every if not run.down],
        marked=marked,
        lane_heights=lane_heights,
    )
    nodes = [_find_shape(scene, node, routes, sizes, x, y) for node in scene.nodes]
    flows = {
        index: _find_corners(scene, index, found, nodes, routes, x, y)
        for index, found in runs.items()
    }
    return Skeleton(
        x.end,
        y.end,
        [
            Rect(0, y.line[top], x.end, y.line[bottom] - y.line[top])
            for top, bottom in grid.lane_lines
        ],
        nodes,
        flows,
        {
            index: (
                block,
                Rect(nodes[index].x + 10, nodes[index].y + 6, block.width, block.height),
            )
            for index, block in frame_labels.items()
            if block.lines
        },
    )


def _wrap_frame_labels(scene: Scene, routes: Routes, x: Solved) -> dict[int, Block]:
    labels = {}
    for index, box in routes.grid.boxes.items():
        width = x.line[box.right] - x.line[box.left] - 24 - 16 * len(scene.nodes[index].markers)
        name = scene.nodes[index].name
        labels[index] = wrap(name, width, size=_FRAME_LABEL_SIZE, lang=scene.lang, bold=True)
    return labels


def _find_shape(
    scene: Scene,
    node: SceneNode,
    routes: Routes,
    sizes: Sequence[NodeSize],
    x: Solved,
    y: Solved,
) -> Rect:
    grid, placement = routes.grid, routes.placement
    if node.kind == "group":
        box = grid.boxes[node.index]
        left, top = x.line[box.left], y.line[box.top]
        return Rect(left, top, x.line[box.right] - left, y.line[box.bottom] - top)
    size = sizes[node.index]
    if node.host is None:
        xs = grid.column_lines(placement.column[node.index])
        ys = grid.row_lines(placement.row[node.index])
        middle = x.line[xs[len(xs) // 2]], y.line[ys[len(ys) // 2]]
    else:
        events = [event.index for event in scene.boundary_events[node.host]]
        offset = sizes[node.host].offsets[events.index(node.index)]
        extent = placement.extents.get(node.host)
        xs = grid.column_lines(extent.right if extent else placement.column[node.host])
        if extent:
            bottom = y.line[grid.boxes[node.host].bottom]
        else:
            ys = grid.row_lines(placement.row[node.host])
            bottom = y.line[ys[len(ys) // 2]] + sizes[node.host].height / 2
        middle = x.line[xs[len(xs) // 2] + offset], bottom
    return Rect(middle[0] - size.width / 2, middle[1] - size.height / 2, size.width, size.height)


def _find_corners(
    scene: Scene,
    index: int,
    runs: Sequence[Run],
    nodes: Sequence[Rect],
    routes: Routes,
    x: Solved,
    y: Solved,
) -> list[Point]:
    """Corners of a flow, its two ends moved to the borders of what it joins."""
    grid, path = routes.grid, routes.paths[index]
    flow = scene.flows[index]

    def place(run: Run) -> float:
        solved, axis = (x, grid.x) if run.down else (y, grid.y)
        if axis.parts[axis.part_of[run.line]].kind == "section":
            return solved.run[run]
        return solved.line[run.line]

    ends = []
    for point in (path[0], path[-1]):
        line_y, line_x = divmod(point, grid.width)
        ends.append((x.line[line_x], y.line[line_y]))
    corners: list[Point] = []
    for i, run in enumerate(runs):
        at = place(run)
        if i == 0:
            corners.append((at, ends[0][1]) if run.down else (ends[0][0], at))
        if i + 1 < len(runs):
            onward = place(runs[i + 1])
            corners.append((at, onward) if run.down else (onward, at))
        else:
            corners.append((at, ends[1][1]) if run.down else (ends[1][0], at))
    for which, node in ((0, flow.source.node), (-1, flow.target.node)):
        if node is not None and scene.nodes[node].kind != "group":
            beside = corners[1] if which == 0 else corners[-2]
            corners[which] = _touch(nodes[node], corners[which], beside)
    return corners


def _touch(shape: Rect, end: Point, beside: Point) -> Point:
    """The end of a flow on the border that faces where it comes from."""
    if abs(beside[0] - end[0]) < abs(beside[1] - end[1]):
        return end[0], shape.bottom if beside[1] > shape.middle[1] else shape.y
    return shape.right if beside[0] > shape.middle[0] else shape.x, end[1]
