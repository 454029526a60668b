"""What is said of one kind of figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from procmap.graph.figures.figure import FigureScope
from procmap.labels import Words

__all__ = [
    "ACTIVITIES",
    "FROM_ZERO",
    "HAND_OFFS",
    "INDEX",
    "OPEN_PATHS",
    "OURS",
    "RATIO",
    "SHARE",
    "ZERO_TO_ONE",
    "FigureKind",
    "quote",
]

OURS: Final = Words(
    "procmap; vår operasjonalisering av studien",
    "procmap; our operationalisation of the study",
)
# What several figures are counted in, and the values they can take.
FROM_ZERO: Final = Words("0 og oppover", "0 and up")
ZERO_TO_ONE: Final = Words("0 til 1", "0 to 1")
SHARE: Final = Words("andel", "share")
HAND_OFFS: Final = Words("overleveringer", "hand-offs")
ACTIVITIES: Final = Words("aktiviteter", "activities")
RATIO: Final = Words("forholdstall", "ratio")
INDEX: Final = Words("indeks", "index")
OPEN_PATHS: Final = Words("åpne veier", "open paths")


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
    title: Words
    scopes: tuple[FigureScope, ...]
    unit: Words
    range: Words
    definition: Words
    source: Words
    not_for: Words
    details: tuple[Words, ...] = ()


def quote(reference: str) -> Words:
    """A reference to a publication, the same in every language.

    Examples:
        >>> quote("Freeman, L. C. (1977)").text("nb")
        'Freeman, L. C. (1977)'
    """
    return Words(reference, reference)
