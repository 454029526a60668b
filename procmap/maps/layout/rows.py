"""Rows inside a lane: straight on where possible, aside where something stands in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.maps.layout.columns import Columns
from procmap.maps.layout.levels import Link, Member
from procmap.maps.layout.ordering import Order

__all__ = ["assign_rows"]

# What a row costs: a step aside from the row before, a new row, standing in a line, in a drop.
_ASIDE = 1.0
_NEW_ROW = 2.5
_IN_A_LINE = 4.0
_BLOCKED = 3.0


@dataclass
class _Lane:
    """What is taken up in one lane so far."""

    cells: set[tuple[int, int]] = field(default_factory=set)
    lines: set[tuple[int, int]] = field(default_factory=set)
    first: int = 0
    last: int = 0


def assign_rows(
    members: Mapping[int, Member],
    order: Order,
    *,
    columns: Columns,
    upward: bool = False,
    drop_cost: float = 6.0,
) -> dict[int, int]:
    """Assign a top row to every member, counted within its lane; may be negative.

    Args:
        members: the members by index.
        order: their order and forward links.
        columns: their columns, and the straight drops between lanes.
        upward: of two rows as good, take the upper.
        drop_cost: what it costs to stand in a straight drop.
    """
    return _Assigning(members, order, columns, upward=upward, drop_cost=drop_cost).run()


class _Assigning:
    """The state of one assignment."""

    def __init__(
        self,
        members: Mapping[int, Member],
        order: Order,
        columns: Columns,
        *,
        upward: bool,
        drop_cost: float,
    ) -> None:
        self.members = members
        self.column = columns.column
        self.sign = -1 if upward else 1
        self.drop_cost = drop_cost
        place = {index: i for i, index in enumerate(order.members)}
        self.before: dict[int, list[Link]] = defaultdict(list)
        for link in order.forward:
            self.before[link.target].append(link)
        # What follows a boundary event makes way for what follows its host.
        aside = {i: bool(links) and all(x.below for x in links) for i, links in self.before.items()}
        self.todo = sorted(members, key=lambda i: (self.column[i], aside.get(i, False), place[i]))
        self.drops: dict[int, list[int]] = defaultdict(list)
        for index, step in columns.drops:
            self.drops[index].append(step)
        self.lanes: dict[int, _Lane] = defaultdict(_Lane)
        self.row: dict[int, int] = {}
        self.standing: dict[tuple[int, int], list[int]] = defaultdict(list)

    def run(self) -> dict[int, int]:
        for index in self.todo:
            self._place(self.members[index])
        return self.row

    def _place(self, member: Member) -> None:
        lane = self.lanes[member.lane]
        column = self.column[member.index]
        links = [
            link
            for link in self.before[member.index]
            if self.members[link.source].lane == member.lane and link.source in self.row
        ]
        before = [self.members[link.source] for link in links if not link.below]
        rows = sorted(self._line_of(source) for source in before)
        if not rows:
            rows = sorted(self._line_below(link) for link in links)
        wanted = (rows[(len(rows) - 1) // 2] if rows else 0) - member.anchor
        candidates = sorted(
            range(lane.first - member.height, lane.last + 2),
            key=lambda row: (abs(row - wanted), -row * self.sign),
        )
        best: tuple[float, int] | None = None
        for row in candidates:
            if best is not None and abs(row - wanted) * _ASIDE >= best[0]:
                break
            cost = self._cost(member, row, wanted, before)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, row)
        row = best[1] if best else lane.last + 1
        self.row[member.index] = row
        for k in range(member.span):
            self.standing[member.lane, column + k].append(member.index)
            lane.cells.update((row + j, column + k) for j in range(member.height))
        lane.first, lane.last = min(lane.first, row), max(lane.last, row + member.height - 1)
        for source in before:
            end = self.column[source.index] + source.span
            lane.lines.update((row + member.anchor, c) for c in range(end, column))

    def _line_of(self, member: Member) -> int:
        return self.row[member.index] + member.anchor

    def _line_below(self, link: Link) -> int:
        """The row beneath a member, where what follows its boundary events belongs."""
        return self.row[link.source] + self.members[link.source].height

    def _cost(self, member: Member, row: int, wanted: int, before: list[Member]) -> float | None:
        lane, column = self.lanes[member.lane], self.column[member.index]
        cells = [(row + j, column + k) for j in range(member.height) for k in range(member.span)]
        if any(cell in lane.cells for cell in cells):
            return None
        cost = abs(row - wanted) * _ASIDE
        if row < lane.first or row + member.height - 1 > lane.last:
            cost += _NEW_ROW
        cost += _IN_A_LINE * sum(cell in lane.lines for cell in cells)
        cost += self.drop_cost * self._count_drops_blocked(member, row)
        line = row + member.anchor
        for source in before:
            start = self.column[source.index] + source.span
            cost += _BLOCKED * sum((line, c) in lane.cells for c in range(start, column))
        return cost

    def _count_drops_blocked(self, member: Member, row: int) -> int:
        """How many straight drops would have to bend if the member stood in this row."""
        column = self.column[member.index]
        blocked = 0
        for other in self.standing[member.lane, column]:
            beyond = row - self._line_of(self.members[other])
            blocked += sum(beyond * step > 0 for step in self.drops[other])
            blocked += sum(-beyond * step > 0 for step in self.drops[member.index])
        return blocked
