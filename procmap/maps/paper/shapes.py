"""What is drawn on a page: lines, areas and words, in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Colour", "Drawing", "Letters", "Outline", "Step", "Style"]

# Red, green and blue from 0 to 1, and how opaque it is.
Colour = tuple[float, float, float, float]
# A command of a path, M, L, C or Z, with its coordinates.
Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """How an outline is drawn.

    Args:
        fill: inside, or ``None``.
        stroke: along the line, or ``None``.
        width: of the line.
        dash: lengths of dashes and gaps.
        join: how corners look: 0 pointed, 1 round, 2 cut off.
        cap: how ends look: 0 straight, 1 round, 2 square.
        even_odd: what lies inside twice is outside.
    """

    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    join: int = 0
    cap: int = 0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A line or an area."""

    steps: Sequence[Step]
    style: Style


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of words.

    Args:
        text: the words.
        x: where they stand on their base line.
        y: likewise.
        size: of the letters.
        bold: whether they are bold.
        anchor: what of them stands at x.
        colour: of the letters.
        angle: by how many degrees they are turned, clockwise.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    anchor: Literal["start", "middle", "end"]
    colour: Colour
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page.

    Args:
        width: in points.
        height: likewise.
        title: what it shows.
        lang: its language.
        shapes: what is drawn, from the back to the front.
    """

    width: float
    height: float
    title: str
    lang: str
    shapes: Sequence[Outline | Letters]
