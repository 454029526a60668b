"""From lines of the grid to coordinates: only tracks in use get room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.layout.grid import Grid
from procmap.maps.layout.lying import lay
from procmap.maps.layout.room import Room
from procmap.maps.layout.routing import Routes
from procmap.maps.layout.runs import Run, find_runs
from procmap.maps.layout.sizes import WRAP_SHARE, NodeSize, find_event_offset
from procmap.maps.layout.solving import Solved, solve_x, solve_y
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = ["Skeleton", "build_skeleton"]

_FRAME_LABEL_SIZE: Final = 11.5
# A row of a turned map is at least as wide.
_LEAST_ROW: Final = 70.0
# Over this width several flows at one boundary event are spread.
_AT_EVENT: Final = 10.0


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
    down = [run for found in runs.values() for run in found if run.down]
    across = [run for found in runs.values() for run in found if not run.down]
    if scene.turned:
        names = _wrap_lying_labels(scene, routes)
        for index, block in names.items():
            section = grid.x.part_of[grid.boxes[index].left] + 1
            room.lead_x[section] = max(room.lead_x[section], block.width + 8)
    x = solve_x(routes, room, runs=down, marked=marked)
    if not scene.turned:
        # How high a group's name is follows from how wide the group is.
        names = _wrap_frame_labels(scene, grid, x)
        for index, block in names.items():
            section = grid.y.part_of[grid.boxes[index].top] + 1
            room.lead_y[section] = max(room.lead_y[section], block.height + 8)
    y = solve_y(scene, routes, room=room, runs=across, marked=marked, lane_heights=lane_heights)
    plotter = _Plotter(scene, routes, sizes, x, y, _find_shifts(scene, runs), runs)
    nodes = [plotter.find_shape(node) for node in scene.nodes]
    lanes = [
        Rect(0, y.line[top], x.end, y.line[bottom] - y.line[top]) for top, bottom in grid.lane_lines
    ]
    flows = {index: plotter.find_corners(index, found, nodes) for index, found in runs.items()}
    inset = (6, 10) if scene.turned else (10, 6)
    labels = {
        index: (block, Rect(node.x + inset[0], node.y + inset[1], block.width, block.height))
        for index, block in names.items()
        for node in (nodes[index],)
    }
    return Skeleton(x.end, y.end, lanes, nodes, flows, labels)


def _wrap_frame_labels(scene: Scene, grid: Grid, x: Solved) -> dict[int, Block]:
    labels = {}
    for index, box in grid.boxes.items():
        group = scene.nodes[index]
        if group.name:
            width = x.line[box.right] - x.line[box.left] - 24 - 16 * len(group.markers)
            labels[index] = wrap(
                group.name,
                width * WRAP_SHARE,
                size=_FRAME_LABEL_SIZE,
                lang=scene.lang,
                bold=True,
            )
    return labels


def _wrap_lying_labels(scene: Scene, routes: Routes) -> dict[int, Block]:
    """Names of groups where the map is turned: how wide a group is follows from its rows."""
    labels = {}
    for index, extent in routes.placement.extents.items():
        group = scene.nodes[index]
        if group.name:
            width = (extent.bottom - extent.top + 1) * _LEAST_ROW - 16 * len(group.markers)
            block = wrap(group.name, width, size=_FRAME_LABEL_SIZE, lang=scene.lang, bold=True)
            labels[index] = lay(block, turned=True)
    return labels


def _find_shifts(scene: Scene, runs: Mapping[int, Sequence[Run]]) -> dict[Run, float]:
    """How far runs at a boundary event lie aside, where it has several: it has but one port."""
    at: dict[int, list[tuple[int, int, Run]]] = defaultdict(list)
    for index, found in runs.items():
        ends = scene.flows[index].source.node, scene.flows[index].target.node
        for node, (run, *onward) in zip(ends, (found, found[::-1]), strict=True):
            if node is not None and scene.nodes[node].host is not None and run.down:
                # Those that turn left stand left of those that turn right.
                turn = (1 if onward[0].high > run.line else -1) if onward else 0
                at[node].append((turn, index, run))
    shifts: dict[Run, float] = {}
    for beside in at.values():
        for place, (_, _, run) in enumerate(sorted(beside, key=lambda each: each[:2])):
            if len(beside) > 1:
                shifts[run] = (place / (len(beside) - 1) - 0.5) * _AT_EVENT
    return shifts


@dataclass(frozen=True)
class _Plotter:
    """Puts cells and paths into coordinates."""

    scene: Scene
    routes: Routes
    sizes: Sequence[NodeSize]
    x: Solved
    y: Solved
    shifts: Mapping[Run, float]
    runs: Mapping[int, Sequence[Run]]

    def find_shape(self, node: SceneNode) -> Rect:
        grid = self.routes.grid
        if node.kind == "group":
            box = grid.boxes[node.index]
            left, top = self.x.line[box.left], self.y.line[box.top]
            return Rect(left, top, self.x.line[box.right] - left, self.y.line[box.bottom] - top)
        size = self.sizes[node.index]
        x, y = self._find_middle(node) if node.host is None else self._find_event(node, node.host)
        return Rect(x - size.width / 2, y - size.height / 2, size.width, size.height)

    def _find_middle(self, node: SceneNode) -> Point:
        grid, placement = self.routes.grid, self.routes.placement
        xs = grid.column_lines(placement.column[node.index])
        ys = grid.row_lines(placement.row[node.index])
        return self.x.line[xs[len(xs) // 2]], self.y.line[ys[len(ys) // 2]]

    def _find_event(self, node: SceneNode, host: int) -> Point:
        """The middle of a boundary event, on the lower border of its host."""
        grid, placement = self.routes.grid, self.routes.placement
        xs = grid.column_lines(placement.find_event_column(host))
        x = self.x.line[xs[len(xs) // 2] + find_event_offset(self.scene, self.sizes, node)]
        if host in grid.boxes:
            return x, self.y.line[grid.boxes[host].bottom]
        ys = grid.row_lines(placement.row[host])
        return x, self.y.line[ys[len(ys) // 2]] + self.sizes[host].height / 2

    def find_corners(self, index: int, runs: Sequence[Run], nodes: Sequence[Rect]) -> list[Point]:
        """Corners of a flow, its two ends moved to the borders of what it joins."""
        path, flow = self.routes.paths[index], self.scene.flows[index]
        places = [self._find_place(run) for run in runs]
        corners = [_cut(runs[0], places[0], self._find_point(path[0]))]
        for i, onward in enumerate(places[1:]):
            corners.append((places[i], onward) if runs[i].down else (onward, places[i]))
        corners.append(_cut(runs[-1], places[-1], self._find_point(path[-1])))
        for which, node in ((0, flow.source.node), (-1, flow.target.node)):
            if node is not None and self.scene.nodes[node].kind != "group":
                beside = corners[1] if which == 0 else corners[-2]
                corners[which] = _touch(nodes[node], corners[which], beside)
                if self.scene.nodes[node].host is not None:
                    corners[which] = _touch_circle(nodes[node], corners[which])
        for which, other in ((0, flow.source.flow), (-1, flow.target.flow)):
            if other is not None:
                corners[which] = self._find_meeting(other, path[which], corners[which])
        return corners

    def _find_meeting(self, flow: int, point: int, end: Point) -> Point:
        """Where an association meets the flow it ends at."""
        line_y, line_x = divmod(point, self.routes.grid.width)
        for run in self.runs[flow]:
            line, along = (line_x, line_y) if run.down else (line_y, line_x)
            if run.line == line and run.low <= along <= run.high:
                place = self._find_place(run)
                return (place, end[1]) if run.down else (end[0], place)
        return end

    def _find_point(self, point: int) -> Point:
        line_y, line_x = divmod(point, self.routes.grid.width)
        return self.x.line[line_x], self.y.line[line_y]

    def _find_place(self, run: Run) -> float:
        """Where a run lies: across for one that runs down, and the other way round."""
        solved = self.x if run.down else self.y
        return solved.run.get(run, solved.line[run.line]) + self.shifts.get(run, 0.0)


def _cut(run: Run, place: float, end: Point) -> Point:
    """Where a run ends."""
    return (place, end[1]) if run.down else (end[0], place)


def _touch(shape: Rect, end: Point, beside: Point) -> Point:
    """The end of a flow on the border that faces where it comes from."""
    if abs(beside[0] - end[0]) < abs(beside[1] - end[1]):
        return end[0], shape.bottom if beside[1] > shape.middle[1] else shape.y
    return shape.right if beside[0] > shape.middle[0] else shape.x, end[1]


def _touch_circle(shape: Rect, end: Point) -> Point:
    """The same on a circle, beside its lowest point."""
    x, y = shape.middle
    aside, radius = end[0] - x, shape.height / 2
    return end[0], y + sqrt(max(0.0, radius * radius - aside * aside))
