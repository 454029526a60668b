"""Paper: its sizes, and how small the words on it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.choosing import build_unknown, refuse_unknown

__all__ = ["POINT", "SHEETS", "Orientation", "Paper", "Sheet", "SheetName", "find_sheet"]

SheetName = Literal["A4", "A3", "A2", "A1"]
Orientation = Literal["landscape", "portrait"]

# Millimetres in a point.
POINT: Final = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper.

    Args:
        name: its name.
        short: the shorter side in mm.
        long: the longer side in mm.
        least: the smallest type in points: a sheet in the hand is read closer than one on a wall.
        largest: the largest type, in points, that steps are drawn in.
        notes: room for sticky notes, in mm from top to bottom.
    """

    name: str
    short: float
    long: float
    least: float
    largest: float
    notes: float


SHEETS: Final[dict[str, Sheet]] = {
    sheet.name: sheet
    for sheet in (
        Sheet("A4", 210, 297, 8, 13, 30),
        Sheet("A3", 297, 420, 8, 15, 45),
        Sheet("A2", 420, 594, 14, 26, 82),
        Sheet("A1", 594, 841, 14, 30, 82),
    )
}

_PAPER: Final = Words("papir", "paper")
_ORIENTATION: Final = Words("papirretning", "orientation")
# Nobody reads smaller type at a table.
_LEAST: Final = 8.0
_MOST: Final = 72.0
# What a printer cannot reach, and what a hand holds.
_MARGIN: Final = 10.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper with a scale: its sizes in the drawing's own unit.

    Args:
        sheet: the size of paper.
        orientation: which side is up.
        scale: points in a unit of the drawing.
    """

    sheet: Sheet
    orientation: Orientation
    scale: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in mm."""
        short, long = self.sheet.short, self.sheet.long
        return (long, short) if self.orientation == "landscape" else (short, long)

    @property
    def width(self) -> float:
        """Width in units."""
        return self.units(self.size[0])

    @property
    def height(self) -> float:
        """Height in units."""
        return self.units(self.size[1])

    @property
    def margin(self) -> float:
        """What stays empty on each side, in units."""
        return self.units(_MARGIN)

    @property
    def inner(self) -> float:
        """Width between the margins, in units."""
        return self.width - 2 * self.margin

    @property
    def tall(self) -> float:
        """Height between the margins, in units."""
        return self.height - 2 * self.margin

    def units(self, length: float) -> float:
        """A length in mm in units of the drawing."""
        return length / POINT / self.scale


def find_sheet(name: str, orientation: str | None, *, points: float | None = None) -> Sheet:
    """Find a size of paper.

    Args:
        name: ``"A4"`` to ``"A1"``.
        orientation: ``"landscape"``, ``"portrait"``, or ``None`` for whichever fits better.
        points: the smallest type; that of the paper where not given.

    Raises:
        RenderError: there is no such paper or orientation, or nobody could read such type.

    Examples:
        >>> find_sheet("A3", None).long
        420
        >>> find_sheet("A3", None, points=14).least
        14
    """
    sheet = SHEETS.get(name.upper())
    if sheet is None:
        raise build_unknown(_PAPER, name, tuple(SHEETS))
    if orientation is not None:
        refuse_unknown(_ORIENTATION, orientation, ("landscape", "portrait"))
    if points is None:
        return sheet
    if not _LEAST <= points <= _MOST:
        raise RenderError(
            Words("skrift på {points} punkter", "type of {points} points").fill(
                points=f"{points:g}"
            ),
            expected=Words("{least} til {most} punkter", "{least} to {most} points").fill(
                least=f"{_LEAST:g}", most=f"{_MOST:g}"
            ),
        )
    return replace(sheet, least=points, largest=max(points, sheet.largest))
