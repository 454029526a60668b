"""The order in which heavy traffic lies near the diagonal: a minimum linear arrangement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from procmap.maps.handoffs.traffic import Traffic

__all__ = ["find_order", "measure_order"]

# Passes over all parties; most orders stand still after three or four.
_MOST_PASSES: Final = 12
# Several first parties are tried, where there are few enough for that to take no time.
_STARTS: Final = 12
_FEW: Final = 60

Weights = Mapping[str, Mapping[str, int]]


def find_order(traffic: Traffic) -> tuple[str, ...]:
    """Order parties so that those who hand over much to each other stand side by side.

    The sum over all pairs of hand-offs times distance is made small: parties are strung together
    one at a time at the end where they fit best, and then each is moved to wherever it fits best,
    until none moves. The finished row is turned so that most work goes forward.

    Args:
        traffic: the hand-offs.
    """
    weights = _weigh(traffic)
    busiest = sorted(weights, key=lambda key: -sum(weights[key].values()))
    row: list[str] = []
    for first in busiest[:_STARTS] if len(busiest) <= _FEW else busiest[:1]:
        found = _string(weights, first)
        for _ in range(_MOST_PASSES):
            if not _improve(found, weights):
                break
        if not row or measure_order(traffic, found) < measure_order(traffic, row):
            row = found
    place = {key: i for i, key in enumerate(row)}
    forward = sum(
        cell.count if place[cell.source] < place[cell.target] else -cell.count
        for cell in traffic.cells.values()
        if cell.source != cell.target
    )
    if forward < 0 or (forward == 0 and row and _rank(traffic, row[-1]) < _rank(traffic, row[0])):
        row.reverse()
    return tuple(row)


def measure_order(traffic: Traffic, order: Sequence[str]) -> int:
    """The sum over all pairs of hand-offs times distance: less is better."""
    place = {key: i for i, key in enumerate(order)}
    return sum(
        cell.count * abs(place[cell.source] - place[cell.target]) for cell in traffic.cells.values()
    )


def _rank(traffic: Traffic, key: str) -> tuple[str, str]:
    return traffic.names[key].casefold(), key


def _weigh(traffic: Traffic) -> Weights:
    """Hand-offs between two parties, both ways, by either of them."""
    weights: dict[str, dict[str, int]] = {
        key: {} for key in sorted(traffic.names, key=lambda key: _rank(traffic, key))
    }
    for cell in traffic.cells.values():
        if cell.source != cell.target:
            for one, other in ((cell.source, cell.target), (cell.target, cell.source)):
                weights[one][other] = weights[one].get(other, 0) + cell.count
    return weights


def _string(weights: Weights, first: str) -> list[str]:
    """A row from a first party on: the one with most traffic to an end of it comes next."""
    left = [key for key in weights if key != first]
    row = [first]
    # Traffic with what is strung already, nearer ends counting more.
    pull = {key: [0.0, 0.0] for key in left}
    _add_pull(pull, weights, first, ends=(0, 1))
    while left:
        key = max(left, key=lambda key: max(pull[key]))
        at_front = pull[key][0] > pull[key][1]
        left.remove(key)
        del pull[key]
        for near in pull.values():
            near[0 if at_front else 1] *= 0.7
        if at_front:
            row.insert(0, key)
        else:
            row.append(key)
        _add_pull(pull, weights, key, ends=(0,) if at_front else (1,))
    return row


def _add_pull(
    pull: Mapping[str, list[float]], weights: Weights, key: str, *, ends: tuple[int, ...]
) -> None:
    for other, count in weights[key].items():
        if other in pull:
            for end in ends:
                pull[other][end] += count


def _improve(row: list[str], weights: Weights) -> bool:
    """Move each party to where the whole row is best; whether any moved."""
    place = {key: i for i, key in enumerate(row)}
    any_moved = False
    for key in list(weights):
        best, gain = place[key], 0
        for step in (-1, 1):
            total = 0
            at = place[key]
            while 0 <= at + step < len(row):
                total += _swap_gain(key, row[at + step], step, place, weights)
                at += step
                if total > gain:
                    best, gain = at, total
        if gain:
            row.remove(key)
            row.insert(best, key)
            place = {each: i for i, each in enumerate(row)}
            any_moved = True
    return any_moved


def _swap_gain(key: str, other: str, step: int, place: Mapping[str, int], weights: Weights) -> int:
    """What is gained when `key` changes places with `other`, the next in the row.

    All that lie between where `key` was and `other` have moved one step the other way; that
    keeps each of them on the same side of `other`.
    """
    gain = 0
    for near, count in weights[key].items():
        if near != other:
            ahead = (place[near] - place[other]) * step > 0
            gain += count if ahead else -count
    for near, count in weights[other].items():
        if near != key:
            ahead = (place[near] - place[other]) * step > 0
            gain += -count if ahead else count
    return gain
