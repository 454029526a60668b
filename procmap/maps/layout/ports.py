"""Where flows may leave nodes and reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from procmap.maps.layout.grid import FREE, Grid
from procmap.maps.layout.placing import Placement
from procmap.maps.layout.sizes import SIDE_STEP, NodeSize, find_event_offset
from procmap.maps.layout.terrain import Port
from procmap.maps.scene import End, Scene, SceneFlow, SceneNode

__all__ = ["PortFinder"]

# What leaving by a side is worth in length: right, down, left, up. Time runs to the right.
_LEAVING: Final = {
    "activity": (0, 30, 130, 30),
    "group": (0, 30, 130, 30),
    "gateway": (0, 8, 90, 8),
    "event": (0, 20, 110, 20),
    "open": (0, 20, 60, 20),
    "boundary": (0, 0, 0, 0),
    "data": (0, 0, 0, 0),
    "note": (0, 0, 0, 0),
}
# What reaching by a side is worth: from the left is best.
_REACHING: Final = {
    "activity": (130, 30, 0, 30),
    "group": (130, 30, 0, 30),
    "gateway": (110, 25, 0, 25),
    "event": (110, 20, 0, 20),
    "open": (60, 20, 0, 20),
    "boundary": (0, 0, 0, 0),
    "data": (0, 0, 0, 0),
    "note": (0, 0, 0, 0),
}
_MESSAGE: Final = (40, 0, 40, 0)
_ASSOCIATION: Final = (30, 0, 30, 0)
_BESIDE_MIDDLE: Final = 24
_BESIDE_ANCHOR: Final = 25
# A port keeps this distance from the corner of its node.
_CORNER: Final = 12


class PortFinder:
    """Finds the ports of nodes and pools on one grid."""

    def __init__(
        self, scene: Scene, placement: Placement, *, sizes: Sequence[NodeSize], grid: Grid
    ) -> None:
        self.scene = scene
        self.placement = placement
        self.sizes = sizes
        self.grid = grid

    def find(
        self, flow: SceneFlow, *, leaving: bool, paths: Mapping[int, Sequence[int]]
    ) -> list[Port]:
        """Ports of one end of a flow.

        Args:
            flow: the flow.
            leaving: its source is asked for, rather than its target.
            paths: the paths found so far, for what ends at another flow.
        """
        end, other = (flow.source, flow.target) if leaving else (flow.target, flow.source)
        if end.flow is not None:
            return self._find_on_path(paths.get(end.flow, ()))
        if end.pool is not None:
            return self._find_border(end.pool, other, self.placement.between.get(flow.index))
        if end.node is None:
            return []
        node = self.scene.nodes[end.node]
        if node.kind == "boundary" and node.host is not None:
            return [self._find_event_port(node, node.host)]
        if flow.kind == "message":
            costs = _MESSAGE
        elif flow.kind == "association" and node.kind not in {"data", "note"}:
            costs = _ASSOCIATION
        else:
            costs = (_LEAVING if leaving else _REACHING)[node.kind]
        if node.kind == "group":
            return self._find_frame_ports(node, other, costs)
        return self._find_side_ports(node, costs)

    def _find_on_path(self, path: Sequence[int]) -> list[Port]:
        """Both sides of every point of a path, but for its ends, corners and crossed borders."""
        ports = []
        for before, at, after in zip(path, path[1:], path[2:], strict=False):
            step = after - at
            if at - before == step and self.grid.code[at] == FREE:
                across = step in {1, -1}
                ports += [Port(at, 1 if across else 0), Port(at, 3 if across else 2)]
        return ports or [Port(at, out) for at in path[1:-1] for out in range(4)]

    def _find_side_ports(self, node: SceneNode, costs: tuple[int, int, int, int]) -> list[Port]:
        grid, size = self.grid, self.sizes[node.index]
        column = self.placement.column[node.index]
        xs = grid.column_lines(column)
        ys = grid.row_lines(self.placement.row[node.index])
        middle_x, middle_y = xs[len(xs) // 2], ys[len(ys) // 2]
        wide = node.kind == "activity"
        ports = []
        for line_y in ys if wide else (middle_y,):
            aside = 0 if line_y == middle_y else _BESIDE_MIDDLE
            ports.append(Port(grid.point(xs[-1], line_y), 0, costs[0] + aside))
            ports.append(Port(grid.point(xs[0], line_y), 2, costs[2] + aside))
        for line_x in xs if wide else (middle_x,):
            offset = line_x - middle_x
            if abs(offset) * SIDE_STEP > size.width / 2 - _CORNER and offset:
                continue
            aside = 0 if not offset else _BESIDE_MIDDLE
            ports.append(Port(grid.point(line_x, ys[0]), 3, costs[3] + aside))
            if offset not in size.offsets:
                ports.append(Port(grid.point(line_x, ys[-1]), 1, costs[1] + aside))
        return ports

    def _find_event_port(self, node: SceneNode, host: int) -> Port:
        """A boundary event is left, and reached, from below."""
        grid = self.grid
        xs = grid.column_lines(self.placement.find_event_column(host))
        line_x = xs[len(xs) // 2] + find_event_offset(self.scene, self.sizes, node)
        if host in grid.boxes:
            return Port(grid.point(line_x, grid.boxes[host].bottom), 1)
        return Port(grid.point(line_x, grid.row_lines(self.placement.row[host])[-1]), 1)

    def _find_frame_ports(
        self, node: SceneNode, other: End, costs: tuple[int, int, int, int]
    ) -> list[Port]:
        grid, extent = self.grid, self.placement.extents[node.index]
        box = grid.boxes[node.index]
        # A flow between a group and what lies in it runs on the inside of the frame.
        inward = other.node is not None and node.index in self.scene.groups_around(other.node)
        turn = 2 if inward else 0
        anchor = self.placement.row[node.index]
        ports = []
        for row in range(extent.top, extent.bottom + 1):
            ys = grid.row_lines(row)
            for line_y in ys:
                aside = _BESIDE_ANCHOR * abs(row - anchor)
                aside += _BESIDE_MIDDLE if line_y != ys[len(ys) // 2] else 0
                ports.append(Port(grid.point(box.right, line_y), turn, costs[0] + aside))
                ports.append(Port(grid.point(box.left, line_y), 2 - turn, costs[2] + aside))
        taken = set(self.sizes[node.index].offsets)
        for column in range(extent.left, extent.right + 1):
            xs = grid.column_lines(column)
            middle = xs[len(xs) // 2]
            # Lines further out may lie beyond the frame.
            for line_x in (middle - 1, middle, middle + 1):
                aside = _BESIDE_MIDDLE if line_x != middle else 0
                ports.append(Port(grid.point(line_x, box.top), (3 + turn) % 4, costs[3] + aside))
                if column != extent.right or line_x - middle not in taken:
                    ports.append(
                        Port(grid.point(line_x, box.bottom), (1 + turn) % 4, costs[1] + aside)
                    )
        return ports

    def _find_border(self, pool: int, other: End, column: int | None) -> list[Port]:
        """Every place on the upper and lower border of a pool, or the middle of one column."""
        grid, plan = self.grid, self.scene.pools[pool]
        top = grid.lane_lines[plan.first][0]
        bottom = grid.lane_lines[plan.last][1]
        inside = (
            other.node is not None
            and self.scene.lanes[self.scene.nodes[other.node].lane].pool == pool
        )
        if column is None:
            open_to = [part for part in grid.x.parts if part.kind in {"section", "band"}]
            lines = [line for part in open_to for line in part.lines]
        else:
            lines = [grid.column_lines(column)[1]]
        ports = []
        for line_x in lines:
            ports.append(Port(grid.point(line_x, top), 1 if inside else 3))
            ports.append(Port(grid.point(line_x, bottom), 3 if inside else 1))
        return ports
