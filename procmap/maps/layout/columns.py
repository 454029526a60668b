"""Columns: time runs to the right, and work that changes lane may drop straight down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from procmap.maps.layout.levels import Link, Member
from procmap.maps.layout.ordering import Order

__all__ = ["Columns", "assign_columns"]

# Steps that nothing is joined to stand so many in a row, where nothing else makes the map wider.
_SIDE_BY_SIDE: Final = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """The first column of each member, and the straight drops that were planned.

    Args:
        column: by index of the member.
        drops: (member, direction across the lanes) of each end of a straight drop.
    """

    column: Mapping[int, int]
    drops: tuple[tuple[int, int], ...] = ()


def assign_columns(members: Mapping[int, Member], order: Order, *, fold: bool) -> Columns:
    """Assign a column to every member.

    Args:
        members: the members by index.
        order: their order and forward links.
        fold: let work that changes lane drop straight down where nothing stands in the way.
    """
    return _Assigning(members, order, fold).run()


class _Assigning:
    """The state of one assignment."""

    def __init__(self, members: Mapping[int, Member], order: Order, fold: bool) -> None:
        self.members = members
        self.order = order
        self.fold = fold
        self.before: dict[int, list[Link]] = defaultdict(list)
        for link in order.forward:
            self.before[link.target].append(link)
        self.column: dict[int, int] = {}
        # Lanes that have a member in a column, and lanes that a straight drop runs through there.
        self.taken: dict[int, set[int]] = defaultdict(set)
        self.passed: dict[int, set[int]] = defaultdict(set)
        self.dropped: set[tuple[int, int]] = set()
        self.drops: dict[tuple[int, int], None] = {}

    def run(self) -> Columns:
        joined = {end for link in self.order.links for end in (link.source, link.target)}
        for index in self.order.members:
            if index in joined:
                self._assign(self.members[index])
        self._pull_right()
        self._spread([index for index in sorted(self.members) if index not in joined])
        return Columns(self._close_up(), tuple(self.drops))

    def _assign(self, member: Member) -> None:
        first = 0
        straight: list[tuple[int, int, int]] = []
        for link in self.before[member.index]:
            source = self.members[link.source]
            at = self.column[source.index]
            if link.message:
                first = max(first, at)
            elif self._may_drop(source, member, at):
                first = max(first, at)
                straight.append((source.index, 1 if member.lane > source.lane else -1, at))
            else:
                first = max(first, at + source.span)
        while any(member.lane in self.passed[first + k] for k in range(member.span)):
            first += 1
        self.column[member.index] = first
        for k in range(member.span):
            self.taken[first + k].add(member.lane)
        for source_index, step, at in straight:
            if at == first:
                between = range(self.members[source_index].lane + step, member.lane, step)
                self.dropped.add((source_index, step))
                self.passed[at].update(between)
                self.drops[source_index, step] = None
                self.drops[member.index, -step] = None

    def _may_drop(self, source: Member, target: Member, column: int) -> bool:
        if not self.fold or source.lane == target.lane or source.span > 1 or target.span > 1:
            return False
        step = 1 if target.lane > source.lane else -1
        between = set(range(source.lane + step, target.lane, step))
        return not (
            (source.index, step) in self.dropped
            or (between | {target.lane}) & self.taken[column]
            or (between | {target.lane}) & self.passed[column]
        )

    def _pull_right(self) -> None:
        """Move members that nothing leads to next to what follows them."""
        after: dict[int, list[int]] = defaultdict(list)
        for link in self.order.forward:
            if not link.message:
                after[link.source].append(link.target)
        for index in sorted(self.column, key=lambda i: -self.column[i]):
            if self.before[index] or not after[index]:
                continue
            member = self.members[index]
            latest = min(self.column[following] for following in after[index]) - member.span
            free = all(member.lane not in self.passed[latest + k] for k in range(member.span))
            if latest > self.column[index] and free:
                self.column[index] = latest

    def _spread(self, loose: list[int]) -> None:
        """Set members that nothing is joined to side by side, as wide as everything else."""
        by_lane: dict[int, list[Member]] = defaultdict(list)
        for index in loose:
            by_lane[self.members[index].lane].append(self.members[index])
        used = max((self.column[i] + self.members[i].span for i in self.column), default=0)
        for lane, members in by_lane.items():
            wide = max(used, min(len(members), _SIDE_BY_SIDE), *(m.span for m in members))
            at = 0
            for member in members:
                free = [
                    column
                    for column in range(wide - member.span + 1)
                    if all(lane not in self.passed[column + k] for k in range(member.span))
                ]
                first = next((column for column in free if column >= at), (free or [used])[0])
                self.column[member.index] = first
                at = first + member.span

    def _close_up(self) -> dict[int, int]:
        """The same columns without those that hold nothing."""
        used = {
            column + k
            for index, column in self.column.items()
            for k in range(self.members[index].span)
        }
        place = {column: i for i, column in enumerate(sorted(used))}
        return {index: place[column] for index, column in self.column.items()}
