"""A strip needs less height than the whole map: lanes where nothing happens fold up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

__all__ = ["squeeze"]

Span = tuple[float, float]


def squeeze(
    lanes: Sequence[Span], taken: Sequence[Span], *, least: Sequence[float], gap: float
) -> Callable[[float], float]:
    """Find where each height goes when empty height is taken out.

    What is taken keeps its height and its order, so that nothing that was apart comes to touch.

    Args:
        lanes: top and bottom of each lane.
        taken: what must keep its height.
        least: how high each lane has to stay.
        gap: how much stays of empty height.

    Examples:
        >>> place = squeeze([(0, 100), (100, 300)], [(20, 60)], least=[40, 22], gap=10)
        >>> [place(y) for y in (0, 20, 60, 100, 300)]
        [0.0, 10.0, 50.0, 60.0, 82.0]
    """
    joined = _join(taken)
    marks = sorted({y for span in (*lanes, *joined) for y in span})
    if not marks:
        return lambda y: y
    kept = [b - a if _covers(joined, (a + b) / 2) else min(b - a, gap) for a, b in pairwise(marks)]
    place = {mark: i for i, mark in enumerate(marks)}
    # The innermost lanes first: what they need, those around them get.
    for (top, bottom), need in sorted(
        zip(lanes, least, strict=True), key=lambda lane: lane[0][1] - lane[0][0]
    ):
        inside = range(place[top], place[bottom])
        missing = need - sum(kept[i] for i in inside)
        loose = [i for i in inside if not _covers(joined, (marks[i] + marks[i + 1]) / 2)]
        if missing > 0 and loose:
            ends = {loose[0], loose[-1]}
            for i in ends:
                kept[i] += missing / len(ends)
    heights = [float(marks[0])]
    for height in kept:
        heights.append(heights[-1] + height)

    def find(y: float) -> float:
        if y <= marks[0]:
            return heights[0] + y - marks[0]
        if y >= marks[-1]:
            return heights[-1] + y - marks[-1]
        i = bisect_right(marks, y) - 1
        share = (y - marks[i]) / (marks[i + 1] - marks[i])
        return heights[i] + share * (heights[i + 1] - heights[i])

    return find


def _join(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _covers(joined: Sequence[Span], y: float) -> bool:
    i = bisect_right(joined, (y, float("inf"))) - 1
    return i >= 0 and joined[i][0] <= y <= joined[i][1]
