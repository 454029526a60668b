"""Rows again: nodes are moved where that promises fewer bends and crossings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from procmap.maps.layout.board import Board
from procmap.maps.layout.placing import Extent, Placement
from procmap.maps.scene import Scene

__all__ = ["refine_rows"]

_ROUNDS: Final = 3


def refine_rows(scene: Scene, placement: Placement, *, most_work: int) -> tuple[Placement, int]:
    """Move nodes to other rows of their lane, or swap two, as long as it gets cheaper.

    Args:
        scene: what is placed.
        placement: where.
        most_work: how many pairs of flows to compare before stopping.

    Returns:
        The better placement, and the guess of what it will cost.
    """
    board = Board(scene, placement)
    spaces = _find_spaces(scene, placement)
    at = {
        (board.column[node], board.row[node]): node
        for node, space in enumerate(spaces)
        if space is not None
    }
    for _ in range(_ROUNDS):
        moved = False
        for node, space in enumerate(spaces):
            if space is not None and node in board.wires_at and board.work < most_work:
                moved |= _improve(board, node, space, spaces, at)
        if not moved:
            break
    better = replace(placement, row=tuple(_follow_hosts(scene, board.row)))
    return better, board.find_cost()


def _find_spaces(scene: Scene, placement: Placement) -> list[range | None]:
    """The rows each node may stand in; ``None`` for what does not move by itself."""
    blocked = dict(placement.extents)
    spaces: list[range | None] = []
    for node in scene.nodes:
        if node.kind == "group" or node.host is not None:
            spaces.append(None)
            continue
        if node.parent is None:
            first, count = placement.lane_rows[node.lane]
            space = range(first, first + count)
        else:
            extent = placement.extents[node.parent]
            space = range(extent.top, extent.bottom + 1)
        inner = [
            extent for group, extent in blocked.items() if scene.nodes[group].parent == node.parent
        ]
        spaces.append(_cut(space, placement.column[node.index], placement.row[node.index], inner))
    return spaces


def _cut(space: range, column: int, row: int, groups: list[Extent]) -> range:
    """The part of a space around a row that no group in this column breaks."""
    first, last = space.start, space.stop - 1
    for extent in groups:
        if extent.left <= column <= extent.right:
            if extent.bottom < row:
                first = max(first, extent.bottom + 1)
            elif extent.top > row:
                last = min(last, extent.top - 1)
    return range(first, last + 1)


def _improve(
    board: Board,
    node: int,
    space: range,
    spaces: list[range | None],
    at: dict[tuple[int, int], int],
) -> bool:
    column, start = board.column[node], board.row[node]
    best = start
    saved = 0
    for row in space:
        other = at.get((column, row))
        other_space = spaces[other] if other is not None else None
        if row == start or (other_space is not None and start not in other_space):
            continue
        touched = [node] if other is None else [node, other]
        before = board.find_cost_at(touched)
        _swap(board, node, row, other, start)
        gain = before - board.find_cost_at(touched)
        _swap(board, node, start, other, row)
        if gain > saved:
            best, saved = row, gain
    if best == start:
        return False
    other = at.pop((column, best), None)
    del at[column, start]
    _swap(board, node, best, other, start)
    at[column, best] = node
    if other is not None:
        at[column, start] = other
    return True


def _swap(board: Board, node: int, row: int, other: int | None, other_row: int) -> None:
    board.move(node, row)
    if other is not None:
        board.move(other, other_row)


def _follow_hosts(scene: Scene, row: list[int]) -> list[int]:
    """Boundary events stay on their hosts."""
    return [row[node.index] if node.host is None else row[node.host] for node in scene.nodes]
