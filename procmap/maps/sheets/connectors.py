"""Lettered connectors: where a flow is cut, the same letter stands on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from procmap.maps.sheets.pieces import Piece

__all__ = ["CONNECTOR_RADIUS", "ZONE", "Connector", "name_letters", "spread"]

CONNECTOR_RADIUS: Final = 10.0
# What a strip is wider for its connectors, on each side that is cut.
ZONE: Final = 54.0
# I and O are taken for digits when they are called out.
_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Connector:
    """A circle with a letter at the side of a strip.

    Args:
        flow: index of the flow.
        x: its centre, in the strip's own coordinates.
        y: likewise.
        outward: the flow goes on elsewhere; otherwise it comes from there.
        other: the strip on which the same letter stands.
        captioned: there is room below it to say on which sheet that is.
    """

    flow: int
    x: float
    y: float
    outward: bool
    other: int
    captioned: bool


def name_letters(pieces: Iterable[Piece]) -> dict[int, str]:
    """A letter for each flow that is cut, in the order in which the strips are read.

    Args:
        pieces: what is drawn of the flows, in any order.
    """
    heads = [piece for piece in pieces if piece.goes_on]
    heads.sort(key=lambda piece: (piece.strip, -piece.goes_on, piece.corners[-1][1], piece.flow))
    names = ("".join(pair) for count in (1, 2, 3) for pair in product(_LETTERS, repeat=count))
    return dict(zip((piece.flow for piece in heads), names, strict=False))


def spread(places: Sequence[float], *, apart: float, low: float, high: float) -> list[float]:
    """Places moved as little as needed to stand apart, in the same order.

    Args:
        places: in ascending order.
        apart: how far from one another.
        low: the first may stand here.
        high: the last may stand here.

    Examples:
        >>> spread([10, 12, 50], apart=10, low=0, high=100)
        [6.0, 16.0, 50.0]
    """
    # Each group of neighbours that touch moves to its own mean, which moves them least in all.
    groups: list[tuple[float, int]] = []
    for i, place in enumerate(places):
        total, count = place - i * apart, 1
        while groups and groups[-1][0] / groups[-1][1] >= total / count:
            before, more = groups.pop()
            total, count = total + before, count + more
        groups.append((total, count))
    found: list[float] = []
    for total, count in groups:
        for _ in range(count):
            found.append(total / count + len(found) * apart)
    top = high - (len(found) - 1) * apart
    return [min(max(y, low + i * apart), top + i * apart) for i, y in enumerate(found)]
