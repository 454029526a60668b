"""What a placement will cost, guessed without routing: flows as lines between cells."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.maps.layout.placing import Placement
from procmap.maps.layout.terrain import BEND_COST, CROSSING_COST
from procmap.maps.scene import Scene

__all__ = ["Board"]

# Nominal size of a column and a row with the gaps beside them.
_COLUMN: Final = 160
_ROW: Final = 90


@dataclass(frozen=True, slots=True)
class _Wire:
    """A flow between two nodes with cells of their own.

    Args:
        source: index of the node it leaves; for a boundary event, of its host.
        target: likewise.
        below: it leaves the lower side of its source.
    """

    source: int
    target: int
    below: bool


class Board:
    """Nodes in cells, and the flows between them; nodes can be moved to other rows.

    Attributes:
        column: column of each node.
        row: row of each node.
        work: how many pairs of flows were compared so far.
    """

    def __init__(self, scene: Scene, placement: Placement) -> None:
        self.placement = placement
        self.column: list[int] = list(placement.column)
        self.row: list[int] = list(placement.row)
        self.work: int = 0
        self.wires: list[_Wire] = []
        self.wires_at: dict[int, list[int]] = {}
        for flow in scene.flows:
            if flow.source.node is None or flow.target.node is None:
                continue
            ends = [
                node if (host := scene.nodes[node].host) is None else host
                for node in (flow.source.node, flow.target.node)
            ]
            if ends[0] == ends[1]:
                continue
            below = scene.nodes[flow.source.node].host is not None
            for end in ends:
                self.wires_at.setdefault(end, []).append(len(self.wires))
            self.wires.append(_Wire(ends[0], ends[1], below))
        self.in_row: dict[int, list[int]] = {}
        self.in_column: dict[int, list[int]] = {}
        for node in scene.nodes:
            if node.kind != "group" and node.host is None:
                insort(self.in_row.setdefault(self.row[node.index], []), self.column[node.index])
                insort(self.in_column.setdefault(self.column[node.index], []), self.row[node.index])

    def find_cost(self) -> int:
        """Guess what all flows will cost: length, bends, crossings; and the size of the map."""
        total = self.placement.columns * _COLUMN + 2 * self.placement.rows * _ROW
        for i, wire in enumerate(self.wires):
            total += self._find_wire_cost(wire)
            total += CROSSING_COST * self._count_crossings(wire, self.wires[i + 1 :])
        return total

    def find_cost_at(self, nodes: Sequence[int]) -> int:
        """Guess what the flows of some nodes cost, and what those nodes cost other flows."""
        own = sorted({i for node in nodes for i in self.wires_at.get(node, ())})
        total = 0
        for i in own:
            total += self._find_wire_cost(self.wires[i])
            total += CROSSING_COST * self._count_crossings(self.wires[i], self.wires)
        return total + BEND_COST * sum(self._count_blocked(node, own) for node in nodes)

    def move(self, node: int, row: int) -> None:
        """Move a node to another row of its column."""
        self.work += 1
        column, before = self.column[node], self.row[node]
        self.in_row[before].remove(column)
        self.in_column[column].remove(before)
        self.row[node] = row
        insort(self.in_row.setdefault(row, []), column)
        insort(self.in_column[column], row)

    def _find_wire_cost(self, wire: _Wire) -> int:
        c0, r0 = self.column[wire.source], self.row[wire.source]
        c1, r1 = self.column[wire.target], self.row[wire.target]
        length = abs(c1 - c0) * _COLUMN + abs(r1 - r0) * _ROW
        return length + BEND_COST * self._guess_bends(wire, c0, r0, c1, r1)

    def _guess_bends(self, wire: _Wire, c0: int, r0: int, c1: int, r1: int) -> int:
        if wire.below and r1 <= r0:
            return 3
        if r0 == r1 and c1 > c0:
            return 3 if _count_between(self.in_row.get(r0, ()), c0, c1) else 0
        if c0 == c1:
            return 3 if _count_between(self.in_column.get(c0, ()), r0, r1) else 0
        if c1 < c0:
            return 4
        along_source = _count_between(self.in_row.get(r0, ()), c0, c1)
        along_target = _count_between(self.in_row.get(r1, ()), c0, c1)
        return 2 if along_source and along_target else 1

    def _count_blocked(self, node: int, own: Iterable[int]) -> int:
        """Straight flows that have to bend round a node."""
        column, row = self.column[node], self.row[node]
        mine = set(own)
        self.work += len(self.wires)
        blocked = 0
        for i, wire in enumerate(self.wires):
            if i in mine:
                continue
            c0, r0 = self.column[wire.source], self.row[wire.source]
            c1, r1 = self.column[wire.target], self.row[wire.target]
            if r0 == r1 == row:
                blocked += 3 * (c0 < column < c1)
            elif c0 == c1 == column:
                blocked += 3 * (min(r0, r1) < row < max(r0, r1))
        return blocked

    def _count_crossings(self, wire: _Wire, others: Sequence[_Wire]) -> int:
        """Other flows that change sides with this one where both run."""
        column, row = self.column, self.row
        a0, ar0, a1, ar1 = (
            column[wire.source],
            row[wire.source],
            column[wire.target],
            row[wire.target],
        )
        if a0 > a1:
            a0, ar0, a1, ar1 = a1, ar1, a0, ar0
        low_row, high_row = (ar0, ar1) if ar0 < ar1 else (ar1, ar0)
        self.work += len(others)
        found = 0
        for other in others:
            b0, br0, b1, br1 = (
                column[other.source],
                row[other.source],
                column[other.target],
                row[other.target],
            )
            if b0 > b1:
                b0, br0, b1, br1 = b1, br1, b0, br0
            low, high = (max(b0, a0)), (min(b1, a1))
            if low < high:
                before = _at(a0, ar0, a1, ar1, low) - _at(b0, br0, b1, br1, low)
                after = _at(a0, ar0, a1, ar1, high) - _at(b0, br0, b1, br1, high)
                found += before * after < 0
            elif a0 == a1 and b0 < a0 < b1:
                found += low_row < _at(b0, br0, b1, br1, a0) < high_row
            elif b0 == b1 and a0 < b0 < a1:
                found += min(br0, br1) < _at(a0, ar0, a1, ar1, b0) < max(br0, br1)
        return found


def _at(c0: int, r0: int, c1: int, r1: int, column: int) -> float:
    """The row of a line at a column."""
    return r0 + (r1 - r0) * (column - c0) / (c1 - c0)


def _count_between(places: Sequence[int], first: int, second: int) -> int:
    low, high = (first, second) if first < second else (second, first)
    return max(0, bisect_left(places, high) - bisect_left(places, low + 1))
