"""Cells for data and notes: beside what they belong to, in free cells or in rows of their own.

They are placed when the flows have found their way, so that the flow looks the same with them and
without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from procmap.maps.layout.axes import Axis
from procmap.maps.layout.placing import Extent, Placement
from procmap.maps.layout.routing import Routes
from procmap.maps.scene import Scene, SceneNode

__all__ = ["place_beside"]

# What a place costs: a column or row further off, a row of its own, a way that is barred for the
# line, a flow that runs where the artifact would stand.
_ASIDE: Final = 1.4
_OFF: Final = 1.0
_NEW_ROW: Final = 1.6
_BARRED: Final = 1.5
_IN_THE_WAY: Final = 4.0
# How far off a free cell is looked for.
_REACH: Final = 2

# A row that is put in: before or after a row, for what stands in one frame, so many rows off.
_NewRow = tuple[int, bool, int | None, int]


@dataclass
class _Ground:
    """What is taken on the grid of cells.

    Attributes:
        cells: cells with a node, or that a flow runs through.
        drops: (column, row) where a flow runs down between a row and the one above it.
        frames: the innermost frame around each cell of a frame.
        lane_of: the lane of each row.
        added: columns taken in rows that are put in.
    """

    cells: set[tuple[int, int]] = field(default_factory=set)
    drops: set[tuple[int, int]] = field(default_factory=set)
    frames: dict[tuple[int, int], int] = field(default_factory=dict)
    lane_of: dict[int, int] = field(default_factory=dict)
    added: dict[_NewRow, set[int]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place: a cell that is there, or a column of a row that is put in."""

    column: int
    row: int
    new: _NewRow | None = None


def place_beside(scene: Scene, routes: Routes) -> Placement:
    """Place data and notes.

    Args:
        scene: the whole scene.
        routes: its core, placed and routed.
    """
    placement = routes.placement
    ground = _survey(scene, routes)
    spots: dict[int, _Spot] = {}
    for node in scene.nodes[len(placement.column) :]:
        best = min(_find_spots(placement, ground, node), key=lambda each: each[0])[1]
        spots[node.index] = best
        if best.new is None:
            ground.cells.add((best.column, best.row))
        else:
            ground.added[best.new].add(best.column)
    return _put_in(scene, placement, ground, spots)


def _survey(scene: Scene, routes: Routes) -> _Ground:
    placement, grid = routes.placement, routes.grid
    ground = _Ground()
    for node in scene.core.nodes:
        if node.kind != "group" and node.host is None:
            ground.cells.add((placement.column[node.index], placement.row[node.index]))
    # Containers stand before their content, so that the inner frame has the last word.
    for group, extent in sorted(placement.extents.items()):
        for row in range(extent.top, extent.bottom + 1):
            for column in range(extent.left, extent.right + 1):
                ground.frames[column, row] = group
    for lane, (first, count) in enumerate(placement.lane_rows):
        ground.lane_of.update((first + i, lane) for i in range(count))
    columns, rows = _find_slots(grid.x), _find_slots(grid.y)
    below = _find_rows_below(grid.y)
    for path in routes.paths.values():
        for point in path:
            line_y, line_x = divmod(point, grid.width)
            if columns[line_x] >= 0 and rows[line_y] >= 0:
                ground.cells.add((columns[line_x], rows[line_y]))
        for start, end in pairwise(path):
            line_y, line_x = divmod(min(start, end), grid.width)
            if abs(end - start) == grid.width and columns[line_x] >= 0 and rows[line_y] < 0:
                ground.drops.add((columns[line_x], below[line_y]))
    return ground


def _find_slots(axis: Axis) -> list[int]:
    """The column or row of each line; -1 between them."""
    return [
        axis.parts[part].slot if axis.parts[part].kind == "band" else -1 for part in axis.part_of
    ]


def _find_rows_below(axis: Axis) -> list[int]:
    """For each line the first row at or below it."""
    found: list[int] = []
    last = max((part.slot for part in axis.parts if part.kind == "band"), default=-1) + 1
    for slot in reversed(_find_slots(axis)):
        last = slot if slot >= 0 else last
        found.append(last)
    return found[::-1]


def _find_spots(
    placement: Placement, ground: _Ground, node: SceneNode
) -> Iterable[tuple[float, _Spot]]:
    """Places for one artifact, with what they cost."""
    at = _find_extent(placement, node)
    middle = placement.column[node.beside] if node.beside is not None else at.left
    for row in range(at.top - _REACH, at.bottom + _REACH + 1):
        for column in range(max(0, at.left - _REACH), min(placement.columns, at.right + 3)):
            free = (column, row) not in ground.cells
            in_frame = ground.frames.get((column, row)) == node.parent
            if free and in_frame and ground.lane_of.get(row) == node.lane:
                aside = max(at.left - column, column - at.right, 0)
                off = max(at.top - row, row - at.bottom, 0)
                corner = 0.5 * (aside > 0 and off > 0)
                far = 0.1 * abs(column - middle)
                yield _ASIDE * aside + _OFF * off + corner + far, _Spot(column, row)
    for row, after in ((at.top, False), (at.bottom, True)):
        # A further row off is there for what no nearer one holds.
        for tier in range(len(ground.added) + 1):
            new = (row, after, node.parent, tier)
            yield from _find_new(placement, ground, new, at=at, middle=middle)
            if new not in ground.added:
                break


def _find_new(
    placement: Placement,
    ground: _Ground,
    new: _NewRow,
    *,
    at: Extent,
    middle: int,
) -> Iterable[tuple[float, _Spot]]:
    row, after, parent, tier = new
    limits = placement.extents[parent] if parent is not None else None
    first = limits.left if limits else 0
    last = limits.right if limits else placement.columns - 1
    crossed = {column for column, below in ground.drops if below == row + after}
    for column in range(first, last + 1):
        if column in ground.added.get(new, ()):
            continue
        aside = max(at.left - column, column - at.right, 0)
        cost = _OFF * (1 + tier) + _ASIDE * aside + (0 if new in ground.added else _NEW_ROW)
        cost += _IN_THE_WAY * (column in crossed) + 0.1 * abs(column - middle)
        # Below, boundary events and labels stand.
        cost += 0.3 * after + _BARRED * (aside > 0)
        yield cost, _Spot(column, row, new)


def _find_extent(placement: Placement, node: SceneNode) -> Extent:
    """The cells of what an artifact stands beside; the first of its lane where that is nothing."""
    if node.beside is None:
        row = placement.lane_rows[node.lane][0]
        return Extent(0, row, 0, row)
    column, row = placement.column[node.beside], placement.row[node.beside]
    return placement.extents.get(node.beside, Extent(column, row, column, row))


def _put_in(
    scene: Scene, placement: Placement, ground: _Ground, spots: Mapping[int, _Spot]
) -> Placement:
    """The placement with the artifacts, and with the rows that are put in for them."""
    depth: dict[int | None, int] = {None: 0}
    depth.update((group, len(scene.groups_around(group)) + 1) for group in placement.extents)
    order: list[int | _NewRow] = []
    for row in range(placement.rows):
        here = [new for new in ground.added if new[0] == row]
        # What stands further out lies further off.
        outward = sorted(here, key=lambda new: (-depth[new[2]], new[2] or 0, new[3]))
        order += [new for new in reversed(outward) if not new[1]]
        order.append(row)
        order += [new for new in outward if new[1]]
    place = {row: i for i, row in enumerate(order)}
    row_of = [place[row] for row in placement.row]
    column_of = list(placement.column)
    for spot in spots.values():
        column_of.append(spot.column)
        row_of.append(place[spot.row if spot.new is None else spot.new])
    lane_of = {new: ground.lane_of[new[0]] for new in ground.added}
    spans = []
    first = 0
    for lane, (start, count) in enumerate(placement.lane_rows):
        rows = [place[start + i] for i in range(count)]
        rows += [place[new] for new, whose in lane_of.items() if whose == lane]
        spans.append((min(rows, default=first), len(rows)))
        first = max(rows, default=first - 1) + 1
    return replace(
        placement,
        column=tuple(column_of),
        row=tuple(row_of),
        extents={
            group: _stretch(scene, group, extent, place, ground.added)
            for group, extent in placement.extents.items()
        },
        lane_rows=tuple(spans),
    )


def _stretch(
    scene: Scene,
    group: int,
    extent: Extent,
    place: Mapping[int | _NewRow, int],
    added: Iterable[_NewRow],
) -> Extent:
    """The cells of a group with the rows that were put in inside it."""
    inside = [
        place[new]
        for new in added
        if extent.top <= new[0] <= extent.bottom
        and new[2] is not None
        and (new[2] == group or group in scene.groups_around(new[2]))
    ]
    top = min([place[extent.top], *inside])
    bottom = max([place[extent.bottom], *inside])
    return Extent(extent.left, top, extent.right, bottom)
