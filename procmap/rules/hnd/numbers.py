"""The numbers of crossing points, as messages show them."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import CrossingPoint

__all__ = ["join_numbers"]


def join_numbers(crossings: Iterable[CrossingPoint]) -> str:
    """The numbers in order, runs of three and more shortened.

    Examples:
        >>> from procmap.model import Unit
        >>> from procmap.source import ElementRef
        >>> unit, ref = Unit(key="a", name="A"), ElementRef("a.bpmn", "F")
        >>> join_numbers(
        ...     CrossingPoint(str(n), n, ref, ref, unit, unit, "sequence", "units")
        ...     for n in (7, 1, 2, 3, 5)
        ... )
        '1–3, 5, 7'
    """
    runs: list[list[int]] = []
    for number in sorted({crossing.number for crossing in crossings}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
