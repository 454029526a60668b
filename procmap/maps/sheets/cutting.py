"""Where a map is cut into strips: between columns, where few flows run across."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from typing import Final

from procmap.maps.layout.geometry import Geometry
from procmap.maps.layout.numbering import NUMBER_RADIUS
from procmap.maps.scene import Scene

__all__ = ["Cut", "choose_cuts", "choose_cuts_that_fit", "find_cuts"]

# What a cut costs: for each flow that is cut, word it runs through, number, frame.
_FLOW: Final = 3.0
_WORDS: Final = 60.0
_NUMBER: Final = 12.0
_FRAME: Final = 5.0
# What strips of unequal width cost.
_UNEVEN: Final = 4.0
# A cut keeps this distance from shapes.
_CLEAR: Final = 3.0
# A strip may be so much narrower than it could be, for a cut that costs less.
_NARROWER: Final = 0.85
# Of the cuts in one gap between columns, so many are considered.
_IN_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where the map may be cut from top to bottom, and what that costs."""

    x: float
    cost: float


def find_cuts(scene: Scene, geometry: Geometry) -> list[Cut]:
    """Find where a map may be cut: never through a node, never along a flow.

    Args:
        scene: what is drawn.
        geometry: where.
    """
    # An open frame may be cut; anything else that stands somewhere may not.
    frames = {node.index for node in scene.nodes if node.kind == "group"}
    shapes = [rect for i, rect in enumerate(geometry.nodes) if i not in frames]
    solid = _join([(rect.x - _CLEAR, rect.right + _CLEAR) for rect in shapes])
    words = [each.rect for each in (*geometry.node_labels.values(), *geometry.flow_labels.values())]
    words += [each.rect for each in geometry.frame_labels.values()]
    soft: list[tuple[float, float, float]] = [(r.x - 2, r.right + 2, _WORDS) for r in words]
    for spot in geometry.numbers:
        reach = NUMBER_RADIUS + 2
        soft.append((spot.centre[0] - reach, spot.centre[0] + reach, _NUMBER))
    soft += [(r.x, r.right, _FRAME) for r in (geometry.nodes[i] for i in frames)]
    upright: list[float] = []
    for corners in geometry.flows.values():
        for (x0, _), (x1, _) in pairwise(corners):
            soft.append((min(x0, x1), max(x0, x1), _FLOW))
            upright += [x0, x1]
    costs = _Costs(soft)
    edges = sorted({*upright, *(x for low, high, _ in soft for x in (low, high))})
    found: list[Cut] = []
    for low, high in _find_free(solid, geometry.width):
        inside = edges[bisect_right(edges, low) : bisect_left(edges, high)]
        places = [
            ((a + b) / 2, b - a) for a, b in pairwise([low, *inside, high]) if b - a > _CLEAR / 3
        ]
        cuts = [Cut(x, costs.at(x) + (1 if room < 6 else 0)) for x, room in places]
        found += sorted(sorted(cuts, key=lambda cut: cut.cost)[:_IN_GAP], key=lambda cut: cut.x)
    return found


class _Costs:
    """What spans that lie over a place cost together."""

    def __init__(self, spans: Sequence[tuple[float, float, float]]) -> None:
        starts = sorted((low, cost) for low, _, cost in spans)
        ends = sorted((high, cost) for _, high, cost in spans)
        self._starts, self._ends = [x for x, _ in starts], [x for x, _ in ends]
        self._begun = [0.0, *accumulate(cost for _, cost in starts)]
        self._ended = [0.0, *accumulate(cost for _, cost in ends)]

    def at(self, x: float) -> float:
        begun = self._begun[bisect_left(self._starts, x)]
        return begun - self._ended[bisect_right(self._ends, x)]


def _join(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _find_free(solid: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """The gaps between columns; before the first and after the last nothing is to be cut."""
    return [(a[1], b[0]) for a, b in pairwise(solid) if 0 < a[1] < b[0] < width]


def choose_cuts(cuts: Sequence[Cut], *, width: float, room: float, zone: float) -> list[Cut] | None:
    """Choose the fewest cuts, and of those the ones that cost least.

    Args:
        cuts: where the map may be cut, from left to right.
        width: width of the map.
        room: how wide a strip may be.
        zone: what a cut adds to the width of a strip on each side.

    Returns:
        The cuts, or ``None`` where not even all of them make strips that fit.
    """
    if width <= room:
        return []
    places = [0.0, *(cut.x for cut in cuts), width]
    last = len(places) - 1

    def find_width(start: int, end: int) -> float:
        return places[end] - places[start] + zone * ((start > 0) + (end < last))

    # For each number of strips, the least that strips up to each place cost, and from where.
    rounds: list[list[tuple[float, int]]] = [[(0.0, -1), *[(inf, -1)] * last]]
    while rounds[-1][last][0] == inf:
        before = rounds[-1]
        reached = [i for i, (cost, _) in enumerate(before) if cost < inf]
        if not reached or len(rounds) > last:
            return None
        after: list[tuple[float, int]] = [(inf, -1)] * (last + 1)
        for start in reached:
            for end in range(start + 1, last + 1):
                taken = find_width(start, end)
                if taken > room:
                    if places[end] - places[start] > room:
                        break
                    continue
                cost = before[start][0] + _UNEVEN * (1 - taken / room) ** 2
                cost += cuts[end - 1].cost if end < last else 0.0
                if cost < after[end][0]:
                    after[end] = (cost, start)
        rounds.append(after)
    chosen: list[Cut] = []
    at = last
    for found in reversed(rounds[1:]):
        at = found[at][1]
        if at > 0:
            chosen.append(cuts[at - 1])
    return chosen[::-1]


def choose_cuts_that_fit(
    cuts: Sequence[Cut],
    *,
    width: float,
    room: float,
    zone: float,
    fits: Callable[[float, float], bool],
) -> list[Cut] | None:
    """Choose cuts from left to right, each strip as wide as fits a sheet from top to bottom too.

    Args:
        cuts: where the map may be cut, from left to right.
        width: width of the map.
        room: how wide a strip may be.
        zone: what a cut adds to the width of a strip on each side.
        fits: whether the strip from one place to another is low enough.

    Returns:
        The cuts, or ``None`` where some strip does not fit however narrow it is.
    """
    chosen: list[Cut] = []
    left = 0.0
    while True:
        taken = zone if chosen else 0.0
        if width - left + taken <= room and fits(left, width):
            return chosen
        ahead = [cut for cut in cuts if left < cut.x <= left + room - taken - zone]
        # The strip is the higher the wider it is, near enough.
        low, high = 0, len(ahead)
        while low < high:
            middle = (low + high) // 2
            if fits(left, ahead[middle].x):
                low = middle + 1
            else:
                high = middle
        if not low:
            return None
        widest = ahead[low - 1].x - left
        near = [cut for cut in ahead[:low] if cut.x - left >= _NARROWER * widest]
        best = min(near, key=lambda cut: (cut.cost, -cut.x))
        # A narrower strip is not always lower: one that is too high after all is left as it was.
        chosen.append(best if fits(left, best.x) else ahead[low - 1])
        left = chosen[-1].x
