"""What hangs together on a map of dependencies: how much of it can be laid out, and be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.dependencies.parts import Part

__all__ = ["MOST_ARROWS", "MOST_CARDS", "is_crowded", "refuse_crowded"]

# Among more arrows, words beside them are on one another, and take Graphviz minutes to place.
_NAMED: Final = 150
# Graphviz lays out what is twice as large in its time, on a machine with nothing else to do.
MOST_CARDS: Final = 600
MOST_ARROWS: Final = 1_200


def is_crowded(part: Part) -> bool:
    """Whether there are too many arrows for words beside them."""
    return len(part[1]) > _NAMED


def refuse_crowded(parts: Sequence[Part]) -> None:
    """Refuse what cannot be laid out in reasonable time, before any time is spent on it.

    Args:
        parts: processes and dependencies that hang together.

    Raises:
        RenderError: there are too many in one of them; says how many, and what to draw instead.
    """
    for refs, dependencies in parts:
        if len(refs) > MOST_CARDS or len(dependencies) > MOST_ARROWS:
            raise RenderError(
                Words(
                    "{cards} prosesser som henger sammen med {arrows} avhengigheter, er for mange "
                    "for ett kart",
                    "{cards} processes that hang together by {arrows} dependencies are too many "
                    "for one map",
                ).fill(cards=len(refs), arrows=len(dependencies)),
                where="dependencies",
                expected=Words(
                    "høyst {cards} prosesser og {arrows} avhengigheter",
                    "at most {cards} processes and {arrows} dependencies",
                ).fill(cards=MOST_CARDS, arrows=MOST_ARROWS),
                remedy=Words(
                    'Tegn én prosess med naboene, som around="Byggesak", eller les en del av '
                    "mappen.",
                    'Draw one process with its neighbours, such as around="Byggesak", or read part '
                    "of the folder.",
                ),
            )
