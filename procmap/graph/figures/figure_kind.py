"""What is said of one kind of figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from procmap.graph.figures.figure import FigureScope

__all__ = ["OURS", "FigureKind"]

OURS: Final = "procmap; our operationalisation of the study"


@dataclass(frozen=True, slots=True)
class FigureKind:
    """One kind of figure.

    Args:
        name: its name in code and tables.
        title: what to call it.
        scopes: what it is computed for.
        unit: what it is counted in.
        range: the values it can take.
        definition: what it is, in one or two sentences.
        source: where it is from.
        not_for: what it must not be used for.
        details: what else somebody who computes it by hand has to know.
    """

    name: str
    title: str
    scopes: tuple[FigureScope, ...]
    unit: str
    range: str
    definition: str
    source: str
    not_for: str
    details: tuple[str, ...] = ()
