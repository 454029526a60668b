"""How much one file may ask of the reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from procmap.errors import ProcmapError
from procmap.labels import Number, Words

__all__ = ["NO_LIMITS", "BeyondLimitsError", "Limits", "Meter"]


class BeyondLimitsError(ProcmapError):
    """A file asks for more than the limits allow; never leaves the reading room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may ask of the reader.

    No model drawn by people comes near them: over 983 real files the largest uses 16 attributes
    on an element and 134 placements. The XML parser adds two of its own, a depth of 256 and 10 MB
    in one text or attribute.

    Args:
        bytes: length of the file.
        attributes: attributes on one element; to read them takes time by their square.
        elements: elements of the model; each takes about two kilobytes.
        kept: characters of markup kept verbatim. A long namespace may be repeated in each piece.
        placements: comparisons of a node with a lane, to see which it is drawn in.
        performers: performers of all nodes together. What holds for a pool or a sub-process holds
            for each node in it.

    Examples:
        >>> Limits(bytes=1_000_000).attributes
        500
    """

    bytes: int = 200_000_000
    attributes: int = 500
    elements: int = 500_000
    kept: int = 250_000_000
    placements: int = 10_000_000
    performers: int = 5_000_000


NO_LIMITS: Final = Limits(
    bytes=2**62, attributes=2**62, elements=2**62, kept=2**62, placements=2**62, performers=2**62
)


@dataclass(slots=True)
class Meter:
    """Counts what one file has asked for so far.

    Args:
        limits: how much it may.
    """

    limits: Limits
    _elements: int = field(default=0, init=False)
    _kept: int = field(default=0, init=False)
    _placements: int = field(default=0, init=False)
    _performers: int = field(default=0, init=False)

    def add_elements(self, count: int) -> None:
        """Count elements of the model.

        Raises:
            BeyondLimitsError: there are too many.
        """
        self._elements += count
        if self._elements > self.limits.elements:
            raise _beyond(self.limits.elements, Words("elementer", "elements"), "elements")

    def add_kept(self, characters: int) -> None:
        """Count markup kept verbatim.

        Raises:
            BeyondLimitsError: it is too much.
        """
        self._kept += characters
        if self._kept > self.limits.kept:
            what = Words("tegn som skal tas vare på", "characters of markup to keep")
            raise _beyond(self.limits.kept, what, "kept")

    def add_placements(self, comparisons: int) -> None:
        """Count comparisons of nodes with lanes.

        Raises:
            BeyondLimitsError: there are too many.
        """
        self._placements += comparisons
        if self._placements > self.limits.placements:
            what = Words("par av steg og svømmebane", "pairs of a node and a lane")
            raise _beyond(self.limits.placements, what, "placements")

    def add_performers(self, count: int) -> None:
        """Count performers of nodes.

        Raises:
            BeyondLimitsError: there are too many.
        """
        self._performers += count
        if self._performers > self.limits.performers:
            what = Words("utførere av steg", "performers of its nodes")
            raise _beyond(self.limits.performers, what, "performers")


def _beyond(limit: int, what: Words, name: str) -> BeyondLimitsError:
    return BeyondLimitsError(
        Words(
            "den har mer enn {limit} {what} (limits.{name})",
            "it has more than {limit} {what} (limits.{name})",
        ).fill(limit=Number(limit), what=what, name=name)
    )
