"""The routing grid of a placement: where flows may run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.layout.axes import Axis
from procmap.maps.layout.placing import Placement
from procmap.maps.layout.sizes import SIDE_STEP, NodeSize, find_event_offset
from procmap.maps.scene import Scene

__all__ = ["ACROSS_ONLY", "BLOCKED", "DOWN_ONLY", "FREE", "Box", "Grid", "build_grid"]

# What a point of the grid lets through.
BLOCKED: Final = 0
FREE: Final = 1
ACROSS_ONLY: Final = 2
DOWN_ONLY: Final = 3

# Distance of the lines beside the middle of a row, in the drawing's units.
ROW_STEP: Final = 16

_TOP: Final = -1


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of the frame of a group."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass
class Grid:
    """Lines in both directions, and what each point lets through.

    Points are numbered row by row: ``point = line_y * width + line_x``.

    Attributes:
        x: lines across the drawing.
        y: lines down it.
        columns: band of each column, as an index into ``x.parts``.
        rows: band of each row, as an index into ``y.parts``.
        lane_lines: for each lane the lines of its upper and lower border.
        boxes: lines of the frame of each group.
        code: what each point lets through.
        area: for each point the group it lies in (-1: none), or -2 - group on that group's frame.
    """

    x: Axis
    y: Axis
    columns: list[int]
    rows: list[int]
    lane_lines: list[tuple[int, int]]
    boxes: dict[int, Box] = field(default_factory=dict)
    code: bytearray = field(default_factory=bytearray)
    area: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Lines across."""
        return len(self.x)

    def column_lines(self, column: int) -> range:
        """Lines of a column, from its left."""
        return self.x.parts[self.columns[column]].lines

    def row_lines(self, row: int) -> range:
        """Lines of a row, from its top."""
        return self.y.parts[self.rows[row]].lines

    def point(self, line_x: int, line_y: int) -> int:
        """Number of the point where two lines meet."""
        return line_y * len(self.x) + line_x

    def mask(
        self, inside: Iterable[int | None], crossed: Iterable[int], *, lines: range | None
    ) -> bytearray:
        """What each point lets through for one kind of flow.

        Args:
            inside: groups whose content it may run through; ``None`` is the top.
            crossed: groups whose frame it may cross.
            lines: the lines down the drawing that it has to stay on, or ``None`` for all.
        """
        open_areas = {_TOP if group is None else group for group in inside}
        open_areas |= {-2 - group for group in crossed}
        found = bytearray(self.code)
        if self.boxes:
            found = bytearray(
                code if area in open_areas else BLOCKED
                for code, area in zip(self.code, self.area, strict=True)
            )
        if lines is not None:
            width = len(self.x)
            found[: lines.start * width] = bytes(lines.start * width)
            found[lines.stop * width :] = bytes(len(found) - lines.stop * width)
        return found


def build_grid(
    scene: Scene, placement: Placement, *, sizes: Sequence[NodeSize], tracks: tuple[int, int]
) -> Grid:
    """Build the routing grid of a placement.

    Args:
        scene: what is placed.
        placement: the cell of every node.
        sizes: their sizes.
        tracks: how many tracks a section offers, between columns and between rows.
    """
    depths = {group: len(scene.groups_around(group)) for group in placement.extents}
    x, columns = _build_x(scene, placement, sizes, depths, tracks[0])
    y, rows, lane_lines = _build_y(scene, placement, sizes, depths, tracks[1])
    grid = Grid(x, y, columns, rows, lane_lines)
    _find_boxes(grid)
    _mark_points(grid, scene, placement)
    _mark_events(grid, scene, placement, sizes)
    return grid


def _build_x(
    scene: Scene,
    placement: Placement,
    sizes: Sequence[NodeSize],
    depths: Mapping[int, int],
    tracks: int,
) -> tuple[Axis, list[int]]:
    widest = [44.0] * placement.columns
    reach = [1] * placement.columns
    for node in scene.nodes:
        size = sizes[node.index]
        column = placement.find_event_column(node.index)
        if node.host is None:
            widest[column] = max(widest[column], size.width)
        if size.offsets:
            reach[column] = max(reach[column], *map(abs, size.offsets))
    extents = sorted(placement.extents.items())
    lefts = _by_place((e.left, depths[group], group) for group, e in extents)
    rights = _by_place((e.right, depths[group], group) for group, e in extents)
    axis = Axis()
    axis.add_edge()
    bands = []
    for column in range(placement.columns + 1):
        _add_gap(axis, rights.get(column - 1, []), lefts.get(column, []), tracks)
        if column < placement.columns:
            bands.append(len(axis.parts))
            offsets = [k * SIDE_STEP for k in range(-reach[column], reach[column] + 1)]
            half = max(round(widest[column] / 2), offsets[-1] + 8)
            axis.add_band(column, offsets, half=half)
    axis.add_edge()
    return axis, bands


def _build_y(
    scene: Scene,
    placement: Placement,
    sizes: Sequence[NodeSize],
    depths: Mapping[int, int],
    tracks: int,
) -> tuple[Axis, list[int], list[tuple[int, int]]]:
    highest = [36.0] * placement.rows
    for node in scene.nodes:
        if node.kind != "group":
            row = placement.row[node.index]
            highest[row] = max(highest[row], sizes[node.index].height)
    extents = sorted(placement.extents.items())
    tops = _by_place((e.top, depths[group], group) for group, e in extents)
    bottoms = _by_place((e.bottom, depths[group], group) for group, e in extents)
    axis = Axis()
    axis.add_edge()
    bands: list[int] = []
    borders: list[tuple[int, int]] = []
    for lane in scene.lanes:
        pool = scene.pools[lane.pool]
        if lane.index == pool.first:
            axis.add_section(tracks)
            axis.add_border(lane.index)
        upper = len(axis) - 1
        first, count = placement.lane_rows[lane.index]
        for row in range(first, first + count + (count > 0)):
            before = bottoms.get(row - 1, []) if row > first else []
            after = tops.get(row, []) if row < first + count else []
            _add_gap(axis, before, after, tracks)
            if row < first + count:
                bands.append(len(axis.parts))
                half = round(highest[row] / 2)
                axis.add_band(row, (-ROW_STEP, 0, ROW_STEP), half=half)
        axis.add_border(lane.index + 1)
        borders.append((upper, len(axis) - 1))
    axis.add_section(tracks)
    axis.add_edge()
    return axis, bands, borders


def _by_place(sides: Iterable[tuple[int, int, int]]) -> dict[int, list[tuple[int, int]]]:
    """Groups with their depth, by the column or row that one of their sides lies at."""
    found: dict[int, list[tuple[int, int]]] = {}
    for place, depth, group in sides:
        found.setdefault(place, []).append((depth, group))
    return found


def _add_gap(
    axis: Axis, closing: list[tuple[int, int]], opening: list[tuple[int, int]], tracks: int
) -> None:
    """Append tracks, parted by the frames that close and open between two columns or rows."""
    axis.add_section(tracks)
    for groups in _by_depth(closing, inner_first=True):
        axis.add_frame(groups, opens=False)
        axis.add_section(tracks)
    for groups in _by_depth(opening, inner_first=False):
        axis.add_frame(groups, opens=True)
        axis.add_section(tracks)


def _by_depth(sides: list[tuple[int, int]], *, inner_first: bool) -> list[list[int]]:
    depths = sorted({depth for depth, _ in sides}, reverse=inner_first)
    return [[group for d, group in sides if d == depth] for depth in depths]


def _find_boxes(grid: Grid) -> None:
    sides: dict[int, list[int]] = {}
    for axis in (grid.x, grid.y):
        for opens in (True, False):
            for part in axis.parts:
                if part.kind == "frame" and part.opens == opens:
                    for group in part.groups:
                        sides.setdefault(group, []).append(part.first)
    for group, (left, right, top, bottom) in sorted(sides.items()):
        grid.boxes[group] = Box(left, top, right, bottom)


def _mark_points(grid: Grid, scene: Scene, placement: Placement) -> None:
    width, height = len(grid.x), len(grid.y)
    # Frames and borders are lines to cross, not to follow; where two of them meet, nothing passes.
    solid = [part.first for part in grid.x.parts if part.kind == "frame"]
    row, down = bytearray([FREE]) * width, bytearray([DOWN_ONLY]) * width
    for line in solid:
        row[line], down[line] = ACROSS_ONLY, BLOCKED
    row[0] = row[-1] = down[0] = down[-1] = BLOCKED
    for part in grid.y.parts:
        if part.kind == "edge":
            grid.code += bytes(width)
        else:
            grid.code += (down if part.kind in {"border", "frame"} else row) * part.count
    grid.area = [_TOP] * (width * height)
    # Containers stand before their content, so that the inner frame has the last word.
    for node in scene.nodes:
        if node.kind == "group":
            _mark_frame(grid, node.index)
    for node in scene.nodes:
        if node.kind != "group" and node.host is None:
            lines = grid.column_lines(placement.column[node.index])
            for line_y in grid.row_lines(placement.row[node.index]):
                start = line_y * width
                grid.code[start + lines[0] : start + lines[-1] + 1] = bytes(len(lines))


def _mark_events(grid: Grid, scene: Scene, placement: Placement, sizes: Sequence[NodeSize]) -> None:
    """Nothing crosses the frame of a group where an event sits on it."""
    for node in scene.nodes:
        if node.kind == "boundary" and node.host in grid.boxes:
            lines = grid.column_lines(placement.find_event_column(node.host))
            line_x = lines[len(lines) // 2] + find_event_offset(scene, sizes, node)
            grid.code[grid.point(line_x, grid.boxes[node.host].bottom)] = BLOCKED


def _mark_frame(grid: Grid, group: int) -> None:
    width, box = len(grid.x), grid.boxes[group]
    across = box.right - box.left + 1
    for line_y in range(box.top, box.bottom + 1):
        start = line_y * width
        left, right = start + box.left, start + box.right
        if line_y in {box.top, box.bottom}:
            grid.area[left : right + 1] = [-2 - group] * across
            grid.code[left] = grid.code[right] = BLOCKED
        else:
            grid.area[left + 1 : right] = [group] * (across - 2)
            grid.area[left] = grid.area[right] = -2 - group
