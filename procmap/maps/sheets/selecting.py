"""What of a map stands on one strip, still in the coordinates of the uncut map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.maps.layout.geometry import Point, Rect, Spot, Words
from procmap.maps.sheets.connectors import ZONE
from procmap.maps.sheets.pieces import Piece, clip_to_strip, find_strip
from procmap.maps.sheets.plan import MapPlan

__all__ = ["Selection", "Window", "select"]

# A line that only swings out over a cut and comes back runs so far beside it.
_SWING = ZONE / 4


@dataclass(frozen=True)
class Window:
    """From where to where a strip reaches.

    Args:
        index: which strip, from 0.
        cuts: where the map is cut.
        end: the right side of the map.
    """

    index: int
    cuts: Sequence[float]
    end: float

    @property
    def cut_left(self) -> bool:
        """It begins at a cut."""
        return self.index > 0

    @property
    def cut_right(self) -> bool:
        """It ends at a cut."""
        return self.index < len(self.cuts)

    @property
    def left(self) -> float:
        """Its left side on the map."""
        return self.cuts[self.index - 1] if self.cut_left else 0.0

    @property
    def right(self) -> float:
        """Its right side on the map."""
        return self.cuts[self.index] if self.cut_right else self.end

    @property
    def shift(self) -> float:
        """What turns a place on the map into one on the strip, with its room for connectors."""
        return (ZONE if self.cut_left else 0.0) - self.left

    @property
    def width(self) -> float:
        """Its width, with its room for connectors."""
        return self.right + self.shift + (ZONE if self.cut_right else 0.0)

    def holds(self, x: float) -> bool:
        """Whether a place on the map lies on this strip."""
        return find_strip(x, self.cuts) == self.index

    def reaches(self, rect: Rect) -> bool:
        """Whether part of a rectangle on the map lies on this strip."""
        return rect.x < self.right and rect.right > self.left

    def trim(self, rect: Rect) -> Rect:
        """A frame on the strip: one that goes on beyond a cut reaches the side of the strip."""
        left = 0.0 if rect.x + 0.5 < self.left + self.shift else rect.x
        right = self.width if rect.right - 0.5 > self.right + self.shift else rect.right
        return Rect(left, rect.y, right - left, rect.height)


@dataclass(frozen=True)
class Selection:
    """What stands on one strip, as in `procmap.maps.sheets.strip.Strip`."""

    nodes: Mapping[int, Rect]
    pieces: Mapping[int, Piece]
    lines: Mapping[int, Sequence[Point]]
    node_labels: Mapping[int, Words]
    flow_labels: Mapping[int, Words]
    frame_labels: Mapping[int, Words]
    outlines: Mapping[int, Sequence[Rect]]
    outline_labels: Mapping[int, Words]
    numbers: Sequence[Spot]

    @property
    def words(self) -> list[Words]:
        """All labels."""
        labels = (self.node_labels, self.flow_labels, self.frame_labels, self.outline_labels)
        return [words for each in labels for words in each.values()]


def select(
    plan: MapPlan, window: Window, *, pieces: Sequence[Piece], numbers: Sequence[Spot]
) -> Selection:
    """Select what stands on a strip.

    Args:
        plan: the map.
        window: the strip.
        pieces: what of the flows is drawn there.
        numbers: numbers of crossing points there.
    """
    geometry, scene = plan.geometry, plan.scene
    # A shape stands on one strip; an open frame on each that it reaches.
    nodes = {
        i: rect
        for i, rect in enumerate(geometry.nodes)
        if (
            window.reaches(rect) if scene.nodes[i].kind == "group" else window.holds(rect.middle[0])
        )
    }
    here = {piece.flow: piece for piece in pieces}
    outlines = {
        i: [box for box in boxes if window.reaches(box)] for i, boxes in geometry.outlines.items()
    }
    return Selection(
        nodes,
        here,
        {i: _clip(piece, window) for i, piece in here.items()},
        {i: words for i, words in geometry.node_labels.items() if i in nodes},
        {
            i: words
            for i, words in geometry.flow_labels.items()
            if i in here and _is_said(words, here[i], window)
        },
        {
            i: words
            for i, words in geometry.frame_labels.items()
            if i in nodes and window.holds(words.rect.x)
        },
        {i: boxes for i, boxes in outlines.items() if boxes},
        {
            i: words
            for i, words in geometry.outline_labels.items()
            if window.holds(words.rect.middle[0])
        },
        numbers,
    )


def _clip(piece: Piece, window: Window) -> list[Point]:
    """The line of a piece, kept off the sides that it does not leave over."""
    sides = {piece.goes_on, piece.comes_from}
    left = window.left - (_SWING if window.cut_left and -1 not in sides else 0.0)
    right = window.right + (_SWING if window.cut_right and 1 not in sides else 0.0)
    return clip_to_strip(piece.corners, left, right)


def _is_said(words: Words, piece: Piece, window: Window) -> bool:
    """Whether the label of a flow is written here: once, near where it stood."""
    if not piece.is_cut:
        return True
    at = find_strip(words.rect.middle[0], window.cuts)
    if at in {piece.strip, piece.other}:
        return at == window.index
    return bool(piece.goes_on)
