"""The figures there are: what each is, in which unit, over which range, and where it is from."""

from __future__ import annotations

from typing import Final

from procmap.graph.figures.catalogue_koper import KOPER_FIGURES
from procmap.graph.figures.catalogue_network import NETWORK_FIGURES
from procmap.graph.figures.catalogue_shape import SHAPE_FIGURES
from procmap.graph.figures.catalogue_work import WORK_FIGURES
from procmap.graph.figures.figure import FigureScope
from procmap.graph.figures.figure_kind import FigureKind

__all__ = ["FIGURES", "FigureKind", "find_names"]

FIGURES: Final[tuple[FigureKind, ...]] = (
    *WORK_FIGURES,
    *KOPER_FIGURES,
    *SHAPE_FIGURES,
    *NETWORK_FIGURES,
)


def find_names(scope: FigureScope) -> tuple[str, ...]:
    """Names of the figures of one scope, in order."""
    return tuple(kind.name for kind in FIGURES if scope in kind.scopes)
