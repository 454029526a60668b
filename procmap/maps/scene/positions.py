"""Where the file itself draws things: a hint for the order of lanes and rows, never a must."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from procmap.model import Bounds, Document

__all__ = ["Positions", "find_positions"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Positions:
    """Rectangles by BPMN id, and which way the lanes run.

    Args:
        bounds: rectangle of each drawn element; of several pages the first that shows it.
        upright: lanes stand side by side, so that the file reads from the top down.
    """

    bounds: dict[str, Bounds]
    upright: bool = False

    def centre(self, id: str) -> tuple[float, float] | None:
        """Centre of an element along the flow and across the lanes, or ``None``."""
        found = self.bounds.get(id)
        if found is None:
            return None
        x, y = found.x + found.width / 2, found.y + found.height / 2
        return (y, x) if self.upright else (x, y)

    def sort(self, items: Sequence[T], ids: Iterable[str]) -> list[T]:
        """Items as the file draws them, across the lanes; unmoved where it draws not all."""
        centres = [self.centre(each) for each in ids]
        across = [centre[1] for centre in centres if centre is not None]
        if len(across) < len(items):
            return list(items)
        return [items[i] for i in sorted(range(len(items)), key=lambda i: (across[i], i))]


def find_positions(document: Document | None) -> Positions:
    """Read the hints from a document's diagram pages.

    Args:
        document: the document, or ``None`` where it is not known.
    """
    bounds: dict[str, Bounds] = {}
    upright = 0
    for diagram in document.diagrams if document else ():
        for shape in diagram.shapes:
            bounds.setdefault(shape.element, shape.bounds)
            if shape.horizontal is not None:
                upright += -1 if shape.horizontal else 1
    # Some tools draw the process where its pool is.
    for participant in document.participants if document else ():
        if participant.process is not None and participant.process.id in bounds:
            bounds.setdefault(participant.id, bounds[participant.process.id])
    return Positions(bounds, upright > 0)
