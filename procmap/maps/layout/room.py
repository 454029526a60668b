"""Room that is kept free for words: around each column and row, and at the ends of gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.layout.lying import lay
from procmap.maps.layout.routing import Routes
from procmap.maps.layout.runs import find_runs
from procmap.maps.layout.sizes import LABEL, SIDE_STEP, NodeSize
from procmap.maps.layout.traffic import find_direction
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = ["Room", "Sides", "find_room", "wrap_flow_label"]

_FLOW_LABEL_WIDTH: Final = 88.0
# Between a line and words beside it, and between a shape and words beyond it.
NEAR: Final = 5.0
# Between a border that a number stands on and the next line along it.
_BESIDE_NUMBER: Final = 17.0
# Length of a line for a number and an arrow head.
_FOR_NUMBER: Final = 40.0


@dataclass
class Sides:
    """Room on both sides of the middle of a column or row."""

    before: float = 0.0
    after: float = 0.0

    def grow(self, before: float, after: float) -> None:
        """Make sure of so much room."""
        self.before, self.after = max(self.before, before), max(self.after, after)


@dataclass
class Room:
    """Room to keep free.

    Attributes:
        columns: for each column.
        rows: for each row.
        lead_x: for a section between columns (its index in ``grid.x.parts``), room before its
            tracks.
        trail_x: likewise after its tracks.
        lead_y: for a section between rows, room above its tracks.
        trail_y: likewise below its tracks.
        used: for each node the sides that flows use: 0 right, 1 down, 2 left, 3 up.
    """

    columns: list[Sides]
    rows: list[Sides]
    lead_x: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    trail_x: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    lead_y: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    trail_y: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    used: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def wrap_flow_label(scene: Scene, name: str) -> Block:
    """A flow's label, broken into lines; lying where the map is turned in the end."""
    width = _FLOW_LABEL_WIDTH
    label = wrap(name, width, size=LABEL, lang=scene.lang)
    while len(label.lines) > 4 and width < 600:
        width *= 1.4
        label = wrap(name, width, size=LABEL, lang=scene.lang)
    return lay(label, turned=scene.turned)


def find_room(scene: Scene, routes: Routes, *, sizes: Sequence[NodeSize]) -> Room:
    """Find how much room shapes and words need.

    Args:
        scene: what is drawn.
        routes: the paths of the flows.
        sizes: sizes of the nodes.
    """
    placement = routes.placement
    room = Room(
        [Sides(24, 24) for _ in range(placement.columns)],
        [Sides(20, 20) for _ in range(placement.rows)],
    )
    for flow in scene.flows:
        path = routes.paths[flow.index]
        if flow.source.node is not None:
            room.used[flow.source.node].add(find_direction(path[0], path[1]))
        if flow.target.node is not None:
            room.used[flow.target.node].add(find_direction(path[-1], path[-2]))
    _keep_for_lines(routes, room)
    for node in scene.nodes:
        if node.kind != "group":
            _keep_for_node(routes, sizes, room, node)
    for node in scene.nodes:
        if sizes[node.index].offsets:
            _keep_for_boundary_events(scene, routes, sizes, room, node)
    for flow in scene.flows:
        if flow.name and flow.source.node is not None:
            _keep_for_flow_label(scene, routes, sizes, room, flow.index)
        elif flow.name:
            _keep_for_label_at_border(scene, routes, room, flow.index)
        if flow.marks:
            _keep_for_numbers(scene, routes, room, flow.index)
    return room


def _keep_for_lines(routes: Routes, room: Room) -> None:
    """Room for flows that run down through a column beside its middle."""
    axis = routes.grid.x
    for index, path in routes.paths.items():
        down = (run for run in find_runs(routes.grid, path, flow=index) if run.down)
        for run in down:
            part = axis.parts[axis.part_of[run.line]]
            if part.kind == "band":
                place = (run.line - part.first - part.count // 2) * SIDE_STEP
                room.columns[part.slot].grow(NEAR - place, NEAR + place)


def _keep_for_node(routes: Routes, sizes: Sequence[NodeSize], room: Room, node: SceneNode) -> None:
    size, used = sizes[node.index], room.used[node.index]
    if node.host is not None:
        return
    column = room.columns[routes.placement.column[node.index]]
    row = room.rows[routes.placement.row[node.index]]
    half_x, half_y = size.width / 2, size.height / 2
    column.grow(half_x, half_x)
    row.grow(half_y, half_y)
    label = size.label
    if not label.lines:
        return
    beyond = half_y + 3 + label.height
    if 1 not in used:
        column.grow(label.width / 2, label.width / 2)
        row.grow(half_y, beyond)
    elif 3 not in used:
        column.grow(label.width / 2, label.width / 2)
        row.grow(beyond, half_y)
    elif node.kind == "data":
        column.grow(half_x, label.width + NEAR)
        row.grow(half_y, beyond)
    else:
        column.grow(label.width + NEAR + half_x / 2, half_x)
        row.grow(label.height + half_y / 2, half_y)


def _keep_for_boundary_events(
    scene: Scene, routes: Routes, sizes: Sequence[NodeSize], room: Room, host: SceneNode
) -> None:
    size = sizes[host.index]
    column = routes.placement.find_event_column(host.index)
    below = 0.0
    for event, offset in zip(scene.boundary_events[host.index], size.offsets, strict=True):
        label = sizes[event.index].label
        radius = sizes[event.index].height / 2
        place = offset * SIDE_STEP
        right = label.width + NEAR if 1 in room.used[event.index] else label.width / 2
        room.columns[column].grow(radius - place, place + max(radius, right))
        below = max(below, radius + (label.height + 4 if label.lines else 2))
    if host.kind != "group":
        room.rows[routes.placement.row[host.index]].grow(0, size.height / 2 + below)
    else:
        grid = routes.grid
        section = grid.y.part_of[grid.boxes[host.index].bottom] + 1
        room.lead_y[section] = max(room.lead_y[section], below)


def _keep_for_label_at_border(scene: Scene, routes: Routes, room: Room, index: int) -> None:
    """Room for the label of a message that comes from a pool: in the first lane it enters."""
    path, axis = routes.paths[index], routes.grid.y
    label = wrap_flow_label(scene, scene.flows[index].name)
    need = label.height + 2 * NEAR
    crossed = [axis.part_of[point // routes.grid.width] for point in path]
    borders = [part for part in dict.fromkeys(crossed) if axis.parts[part].kind == "border"]
    column = routes.placement.between.get(index)
    if column is not None:
        room.columns[column].grow(0, label.width + 2 * NEAR)
        borders = borders[:1]
    if path[-1] > path[0]:
        room.lead_y[borders[-1] + 1] = max(room.lead_y[borders[-1] + 1], need)
    else:
        room.trail_y[borders[-1] - 1] = max(room.trail_y[borders[-1] - 1], need)


def _keep_for_numbers(scene: Scene, routes: Routes, room: Room, index: int) -> None:
    """Room on both sides of the borders that a numbered flow crosses, or else on its way."""
    axis, path = routes.grid.y, routes.paths[index]
    crossed = False
    for point in path[1:-1]:
        part = axis.part_of[point // routes.grid.width]
        if axis.parts[part].kind == "border":
            room.trail_y[part - 1] = max(room.trail_y[part - 1], _BESIDE_NUMBER)
            room.lead_y[part + 1] = max(room.lead_y[part + 1], _BESIDE_NUMBER)
            crossed = True
    source = scene.flows[index].source.node
    if not crossed and source is not None and find_direction(path[0], path[1]) == 0:
        section = routes.grid.x.part_of[path[1] % routes.grid.width]
        room.lead_x[section] = max(room.lead_x[section], _FOR_NUMBER)


def _keep_for_flow_label(
    scene: Scene, routes: Routes, sizes: Sequence[NodeSize], room: Room, index: int
) -> None:
    """Room for a label beside the first run of a flow, next to the node it leaves."""
    flow = scene.flows[index]
    node = scene.nodes[flow.source.node] if flow.source.node is not None else None
    if node is None or node.kind in {"boundary", "group"}:
        return
    path, size = routes.paths[index], sizes[node.index]
    column, row = routes.placement.column[node.index], routes.placement.row[node.index]
    label = wrap_flow_label(scene, flow.name)
    side = find_direction(path[0], path[1])
    sides_x, sides_y = room.columns[column], room.rows[row]
    if side in {0, 2}:
        need = size.width / 2 + label.width + 2 * NEAR
        band = routes.grid.columns[column]
        if side == 0:
            room.lead_x[band + 1] = max(room.lead_x[band + 1], need - sides_x.after)
        else:
            room.trail_x[band - 1] = max(room.trail_x[band - 1], need - sides_x.before)
        sides_y.grow(label.height + NEAR, 0)
        return
    lines = routes.grid.column_lines(column)
    offset = path[0] % routes.grid.width - lines[len(lines) // 2]
    sides_x.grow(0, offset * SIDE_STEP + label.width + 2 * NEAR)
    need = size.height / 2 + label.height + NEAR
    band = routes.grid.rows[row]
    if side == 1:
        room.lead_y[band + 1] = max(room.lead_y[band + 1], need - sides_y.after)
    else:
        room.trail_y[band - 1] = max(room.trail_y[band - 1], need - sides_y.before)
