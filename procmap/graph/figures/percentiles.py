"""Percentiles: where a process stands among the processes of its landscape."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from procmap.graph.figures.figure import Figure

__all__ = ["find_percentiles"]


def find_percentiles(figures: Iterable[Figure]) -> dict[tuple[str, str], float]:
    """Percentile rank of each figure among those of the same name and scope that have a value.

    The share, in per cent, of the others' and its own values that lie below it, equal ones
    counted half: 50 where all are equal, and for a single one.

    Args:
        figures: figures of several subjects.

    Returns:
        The percentile by name and subject; figures that are withheld have none.
    """
    values: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for figure in figures:
        if figure.value is not None:
            key = (figure.name, figure.scope)
            values.setdefault(key, []).append((figure.subject, figure.value))
    found: dict[tuple[str, str], float] = {}
    for (name, _), pairs in values.items():
        ordered = sorted(value for _, value in pairs)
        for subject, value in pairs:
            below, upto = bisect_left(ordered, value), bisect_right(ordered, value)
            found[name, subject] = 100 * (below + (upto - below) / 2) / len(ordered)
    return found
