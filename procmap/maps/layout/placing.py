"""Every node's cell: levels are placed from the inside out, then put into one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.layout.columns import assign_columns
from procmap.maps.layout.hints import place_by_hints
from procmap.maps.layout.levels import Level, Member, build_levels
from procmap.maps.layout.ordering import find_order
from procmap.maps.layout.rows import assign_rows
from procmap.maps.scene import Scene

__all__ = ["VARIANTS", "Extent", "Placement", "Variant", "place_scene"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of placing; several are tried and the cheapest is kept.

    Args:
        fold: let work that changes lane drop straight down.
        upward: of two rows as good, take the upper.
        drop_cost: what it costs to stand in such a drop.
        hinted: follow the order of the file's own drawing instead, where it draws everything.
    """

    fold: bool = True
    upward: bool = False
    drop_cost: float = 6.0
    hinted: bool = False


VARIANTS: Final = (
    Variant(hinted=True),
    *(
        Variant(fold=fold, upward=upward, drop_cost=cost)
        for cost in (6.0, 0.0, 2.5)
        for fold in (True, False)
        for upward in (False, True)
    ),
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The cells of a group, first and last included."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Placement:
    """Where everything stands on the grid of cells.

    Args:
        column: of each node by index; a boundary event's is its host's, a group's its first.
        row: likewise, counted from the top of the drawing; a group's is the one flows run to.
        extents: cells of each group.
        columns: how many columns there are.
        lane_rows: for each lane the first row and how many there are; none in thin lanes.
        between: column of each flow that runs from pool to pool.
    """

    column: tuple[int, ...]
    row: tuple[int, ...]
    extents: Mapping[int, Extent]
    columns: int
    lane_rows: tuple[tuple[int, int], ...]
    between: Mapping[int, int] = field(default_factory=dict)

    def find_event_column(self, host: int) -> int:
        """The column that the boundary events of a host stand in: a group's is its last."""
        extent = self.extents.get(host)
        return extent.right if extent else self.column[host]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(count for _, count in self.lane_rows)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A level that has been placed: cells of its members within it."""

    column: Mapping[int, int]
    row: Mapping[int, int]
    columns: int
    rows: int
    anchor: int


def place_scene(scene: Scene, variant: Variant) -> Placement | None:
    """Place every node of a scene on the grid of cells.

    Args:
        scene: what to place.
        variant: how.

    Returns:
        The placement; ``None`` where a hinted variant lacks its hints.
    """
    placed: dict[int | None, _Placed] = {}
    top: dict[int, int] = {}
    for level in build_levels(scene):
        members = {node.index: _build_member(scene, node.index, placed) for node in level.nodes}
        found = _place_level(level, members, variant)
        if found is None:
            return None
        column, row = found
        if level.group is None:
            top, lane_rows = _stack_lanes(scene, members, row)
            placed[None] = _Placed(column, top, _count_columns(members, column), 0, 0)
        else:
            placed[level.group] = _close(members, column, row)
    return _compose(scene, placed, lane_rows)


def _build_member(scene: Scene, index: int, placed: Mapping[int | None, _Placed]) -> Member:
    node = scene.nodes[index]
    inside = placed.get(index)
    lane = node.lane if node.parent is None else 0
    entry = node.type == "startEvent"
    if inside is None:
        return Member(index, lane, hint=node.hint, entry=entry)
    return Member(index, lane, inside.columns, inside.rows, inside.anchor, node.hint)


def _place_level(
    level: Level, members: Mapping[int, Member], variant: Variant
) -> tuple[Mapping[int, int], Mapping[int, int]] | None:
    if variant.hinted:
        return place_by_hints(members, level.links)
    order = find_order(tuple(members.values()), level.links)
    columns = assign_columns(members, order, fold=variant.fold)
    rows = assign_rows(
        members, order, columns=columns, upward=variant.upward, drop_cost=variant.drop_cost
    )
    return columns.column, rows


def _count_columns(members: Mapping[int, Member], column: Mapping[int, int]) -> int:
    return max((column[i] + member.span for i, member in members.items()), default=1)


def _close(
    members: Mapping[int, Member], column: Mapping[int, int], row: Mapping[int, int]
) -> _Placed:
    """The content of a group: rows from 0, and the row that flows from outside run to."""
    place = _close_rows(members, row)
    rows = max(place[i] + member.height for i, member in members.items())
    entry = min(members, key=lambda i: (column[i], not members[i].entry, place[i], i))
    anchor = place[entry] + members[entry].anchor
    return _Placed(column, place, _count_columns(members, column), rows, anchor)


def _close_rows(members: Mapping[int, Member], row: Mapping[int, int]) -> dict[int, int]:
    """Rows from 0, without those that hold nothing."""
    used = sorted({row[i] + k for i, member in members.items() for k in range(member.height)})
    place = {r: i for i, r in enumerate(used)}
    return {i: place[row[i]] for i in members}


def _stack_lanes(
    scene: Scene, members: Mapping[int, Member], row: Mapping[int, int]
) -> tuple[dict[int, int], tuple[tuple[int, int], ...]]:
    """Rows counted from the top of the drawing, and the rows of each lane."""
    first = 0
    rows: dict[int, int] = {}
    spans = []
    for lane in scene.lanes:
        inside = {i: member for i, member in members.items() if member.lane == lane.index}
        place = _close_rows(inside, row)
        count = max((place[i] + member.height for i, member in inside.items()), default=0)
        count = max(count, 0 if lane.thin else 1)
        rows.update((i, first + at) for i, at in place.items())
        spans.append((first, count))
        first += count
    return rows, tuple(spans)


def _compose(
    scene: Scene,
    placed: Mapping[int | None, _Placed],
    lane_rows: tuple[tuple[int, int], ...],
) -> Placement:
    column, row = [0] * len(scene.nodes), [0] * len(scene.nodes)
    extents: dict[int, Extent] = {}
    # Containers stand before their content, and hosts before their boundary events.
    for node in scene.nodes:
        if node.host is not None:
            column[node.index], row[node.index] = column[node.host], row[node.host]
            continue
        level = placed[node.parent]
        left, top = level.column[node.index], level.row[node.index]
        if node.parent is not None:
            left, top = left + extents[node.parent].left, top + extents[node.parent].top
        column[node.index], row[node.index] = left, top
        inside = placed.get(node.index)
        if inside is not None:
            extents[node.index] = Extent(
                left, top, left + inside.columns - 1, top + inside.rows - 1
            )
            row[node.index] = top + inside.anchor
    columns = placed[None].columns
    loose = [flow for flow in scene.flows if flow.source.node is None and flow.target.node is None]
    between = {flow.index: columns + i for i, flow in enumerate(loose)}
    return Placement(tuple(column), tuple(row), extents, columns + len(loose), lane_rows, between)
