"""Where the sheets of a poster lie, so that few things are cut in two by every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["count_parted", "slide"]

Span = tuple[float, float]

# Of the room there is to slide in, so many places are tried.
_STEPS: Final = 12


def slide(
    spans: Sequence[Span], *, begin: float, end: float, length: float, step: float, count: int
) -> tuple[float, int]:
    """Find where the first of some sheets in a row begins; they all hold the drawing together.

    Args:
        spans: from where to where things reach.
        begin: where the drawing begins.
        end: where it ends.
        length: of a sheet.
        step: from one sheet to the next.
        count: how many sheets there are.

    Returns:
        Where the first sheet begins, and how many things are then whole on none.

    Examples:
        >>> slide([(8, 14)], begin=0, end=18, length=11, step=10, count=2)
        (-2.0, 0)
    """
    slack = max(0.0, count * step + length - step - (end - begin))
    tried = []
    for i in range(_STEPS + 1):
        first = begin - slack * i / _STEPS
        parted = count_parted(spans, first=first, length=length, step=step, count=count)
        # The middle, where nothing speaks for another place.
        tried.append((parted, abs(i - _STEPS / 2), first))
    parted, _, first = min(tried)
    return first, parted


def count_parted(
    spans: Sequence[Span], *, first: float, length: float, step: float, count: int
) -> int:
    """How many things are whole on none of the sheets in a row.

    Args:
        spans: from where to where they reach.
        first: where the first sheet begins.
        length: of a sheet.
        step: from one sheet to the next.
        count: how many sheets there are.
    """
    parted = 0
    for low, high in spans:
        # The last sheet that it begins on is the one that reaches furthest.
        sheet = min(count - 1, max(0, int((low - first) // step)))
        parted += first + sheet * step + length < high
    return parted
