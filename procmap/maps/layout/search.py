"""The cheapest way from one side of a node to another: A* on the grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from procmap.maps.layout.ahead import find_targets, measure_ahead
from procmap.maps.layout.grid import ACROSS_ONLY, DOWN_ONLY, FREE
from procmap.maps.layout.terrain import BEND_COST, CROSSING_COST, JOIN_COST, Port, Terrain
from procmap.maps.layout.traffic import Traffic

__all__ = ["Terms", "find_path"]

# What breaking a rule costs where a flow cannot be drawn otherwise.
_SHARE_COST: Final = 8
_AGAINST_COST: Final = 24
_TOUCH_COST: Final = 400

# Directions to go on in, by the direction of coming: straight on, then the two turns.
_ONWARD: Final = ((0, 1, 3), (1, 2, 0), (2, 3, 1), (3, 0, 2))
# What lets a flow pass that heads across, and one that heads down.
_PASSED: Final = (ACROSS_ONLY, DOWN_ONLY)


@dataclass(frozen=True)
class Terms:
    """What a search may do.

    Args:
        mask: what each point lets through.
        friends: flows whose track it may join in the same direction.
        fans: those of them that leave the same source, and may be left again.
        relatives: flows whose track it may share in any direction, at a price.
        lawless: it may share with and touch anything, at a price.
    """

    mask: bytearray
    friends: frozenset[int] = frozenset()
    fans: frozenset[int] = frozenset()
    relatives: frozenset[int] = frozenset()
    lawless: bool = False


def find_path(
    terrain: Terrain,
    traffic: Traffic,
    *,
    starts: Iterable[Port],
    goals: Sequence[Port],
    terms: Terms,
    most_work: int,
) -> tuple[list[int], int] | None:
    """Find the cheapest path between two sets of ports.

    Args:
        terrain: the grid with its costs.
        traffic: the flows that are already there.
        starts: where it may begin.
        goals: where it may end.
        terms: what it may do.
        most_work: how many points to look at before giving up.

    Returns:
        The points of the path and its cost, or ``None`` where there is no way, or none was found
        within the work allowed.
    """
    if not goals:
        return None
    return _Search(terrain, traffic, goals, terms).run(starts, most_work)


class _Search:
    """One search. Its inner loop is where the time of a map goes, hence plain integers."""

    def __init__(
        self, terrain: Terrain, traffic: Traffic, goals: Sequence[Port], terms: Terms
    ) -> None:
        self.terrain = terrain
        self.traffic = traffic
        self.terms = terms
        self.moves = (1, terrain.width, -1, -terrain.width)
        # A state is a point and the direction it was entered in: 4 * point + direction.
        self.goals = {port.point * 4 + (port.out ^ 2): port.cost for port in goals}
        px, py = terrain.px, terrain.py
        self.targets = find_targets(
            [(px[port.point], py[port.point], port.out ^ 2, port.cost) for port in goals]
        )
        self.came: dict[int, int] = {}
        self.first: set[int] = set()

    def run(self, starts: Iterable[Port], most_work: int) -> tuple[list[int], int] | None:
        """Search from all starts at once; the cheapest goal is reached first."""
        heap: list[tuple[int, int, int]] = []
        best: dict[int, int] = {}
        for port in starts:
            state = port.point * 4 + port.out
            if port.cost < best.get(state, port.cost + 1):
                best[state] = port.cost
                self.first.add(state)
                heappush(heap, (port.cost + self._ahead(port.point, port.out), -port.cost, state))
        done: set[int] = set()
        found = None
        while heap and len(done) < most_work:
            _, cost, state = heappop(heap)
            if state in done:
                continue
            done.add(state)
            if state in self.goals and state not in self.first:
                found = self._trace(state), -cost
                break
            for reached, price in self._find_steps(state):
                total = price - cost
                if total < best.get(reached, total + 1):
                    best[reached] = total
                    self.came[reached] = state
                    ahead = 0 if reached in self.goals else self._ahead(reached >> 2, reached & 3)
                    heappush(heap, (total + ahead, -total, reached))
        self.terrain.work += len(done)
        return found

    def _ahead(self, point: int, direction: int) -> int:
        x, y = self.terrain.px[point], self.terrain.py[point]
        return measure_ahead(self.targets, x, y, direction, BEND_COST)

    def _trace(self, state: int) -> list[int]:
        path = [state >> 2]
        while state in self.came:
            state = self.came[state]
            path.append(state >> 2)
        return path[::-1]

    def _find_steps(self, state: int) -> list[tuple[int, int]]:
        """The states that may follow one, and what getting there costs."""
        point, direction = state >> 2, state & 3
        mask, points, stretches = self.terms.mask, self.traffic.points, self.traffic.stretches
        # Frames and borders are crossed straight, and a flow leaves its node straight.
        bends = mask[point] == FREE and state not in self.first
        onwards = _ONWARD[direction] if bends else (direction,)
        found = []
        friendly = bool(self.terms.friends) and point in points
        for onward in onwards:
            target = point + self.moves[onward]
            reached = target * 4 + onward
            price = self.terrain.steps[onward][point]
            code = mask[target]
            if code != FREE and code != _PASSED[onward & 1]:
                if reached not in self.goals:
                    continue
                price += self.goals[reached]
            elif code != FREE:
                price += self.goals.get(reached, 0)
            stretch = (point if onward < 2 else target) * 2 + (onward & 1)
            if target in points or stretch in stretches:
                toll = self._toll(point, target, onward, stretch)
                if toll < 0:
                    continue
                price += toll
            if friendly:
                price += self._leave_friends(point, stretch, direction)
            found.append((reached, price if onward == direction else price + BEND_COST))
        return found

    def _leave_friends(self, point: int, stretch: int, direction: int) -> int:
        """What it costs not to run on with friends that pass here.

        Nothing where the flow has come along with one from the same source; otherwise it crosses.
        """
        stretches = self.traffic.stretches
        beside = {flow for flow, _ in stretches.get(stretch, ())}
        before = point - self.moves[direction]
        behind = (before if direction < 2 else point) * 2 + (direction & 1)
        beside |= {f for f, _ in stretches.get(behind, ()) if f in self.terms.fans}
        return CROSSING_COST * sum(
            flow in self.terms.friends and flow not in beside
            for flow, _ in self.traffic.points[point]
        )

    def _toll(self, point: int, target: int, direction: int, stretch: int) -> int:
        """What other flows on the way to the next point cost; negative where they bar it."""
        terms = self.terms
        toll = 0
        sharing = self.traffic.stretches.get(stretch, ())
        for flow, along in sharing:
            if flow in terms.friends and along == direction:
                continue
            if not (terms.lawless or flow in terms.relatives):
                return -1
            dear = _SHARE_COST if along == direction else _AGAINST_COST
            toll += dear * self.terrain.steps[direction][point] + dear
        if sharing and not toll and not self._joined_before(point, direction):
            toll = JOIN_COST
        for flow, use in self.traffic.points.get(target, ()):
            if flow in terms.friends or flow in terms.relatives:
                continue
            if use != (direction & 1) ^ 1:
                if not terms.lawless:
                    return -1
                toll += _TOUCH_COST
            else:
                toll += CROSSING_COST
        return toll

    def _joined_before(self, point: int, direction: int) -> bool:
        """Whether the stretch before this one is shared already."""
        before = point - self.moves[direction]
        stretch = min(point, before) * 2 + (direction & 1)
        return stretch in self.traffic.stretches
