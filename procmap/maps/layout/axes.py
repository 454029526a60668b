"""The lines of the routing grid across one direction, in order.

Between two columns (or rows) lie sections of tracks that flows may run along. Each column is a
band of lines through its nodes: the middle one, and one or more on both sides, so that several
flows can leave one side of a step apart. Frames of groups and borders of lanes are lines that
flows may cross but not follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

__all__ = ["TRACK_STEP", "Axis", "Part", "PartKind"]

PartKind = Literal["edge", "section", "band", "frame", "border"]

# Distance between tracks that the search reckons with; few of those offered are used in the end.
TRACK_STEP: Final = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A run of lines that belong together.

    Args:
        kind: an ``"edge"`` ends the grid and is never entered; a ``"section"`` holds tracks; a
            ``"band"`` runs through a column or row; a ``"frame"`` is one side of groups; a
            ``"border"`` parts lanes.
        first: index of its first line.
        count: how many lines it has.
        slot: of a band: its column or row; of a border: index of the lane it is the top of, or
            one beyond the lane it is the bottom of.
        groups: of a frame: the groups whose side it is.
        opens: of a frame: it is the left or upper side.
    """

    kind: PartKind
    first: int
    count: int
    slot: int = -1
    groups: tuple[int, ...] = ()
    opens: bool = False

    @property
    def lines(self) -> range:
        """Its lines."""
        return range(self.first, self.first + self.count)


@dataclass
class Axis:
    """Lines across one direction, and what each is.

    Attributes:
        parts: runs of lines, in order.
        part_of: for each line, the index of its part.
        nominal: for each line, where the search takes it to be.
    """

    parts: list[Part] = field(default_factory=list)
    part_of: list[int] = field(default_factory=list)
    nominal: list[int] = field(default_factory=list)
    _at: int = 0

    def __len__(self) -> int:
        return len(self.part_of)

    def add_edge(self) -> None:
        """Append a line that nothing enters."""
        self._add(Part("edge", len(self), 1), (0,), 4)

    def add_section(self, tracks: int) -> None:
        """Append a section of so many tracks."""
        places = [i * TRACK_STEP for i in range(tracks)]
        self._add(Part("section", len(self), tracks), places, tracks * TRACK_STEP)

    def add_band(self, slot: int, offsets: Sequence[int], *, half: int) -> None:
        """Append the lines of a column or row: offsets from its middle, and half its width."""
        places = [half + offset for offset in offsets]
        self._add(Part("band", len(self), len(offsets), slot), places, 2 * half)

    def add_frame(self, groups: Sequence[int], *, opens: bool) -> None:
        """Append one side of the frames of groups."""
        self._add(Part("frame", len(self), 1, groups=tuple(groups), opens=opens), (0,), TRACK_STEP)

    def add_border(self, slot: int) -> None:
        """Append a border of lanes."""
        self._add(Part("border", len(self), 1, slot), (0,), TRACK_STEP)

    def _add(self, part: Part, places: Sequence[int], width: int) -> None:
        self.part_of += [len(self.parts)] * part.count
        self.nominal += [self._at + place for place in places]
        self._at += width
        self.parts.append(part)
