"""What a map of a landscape can show; beyond it, the reason and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Text, Words

__all__ = ["HOLDERS", "MOST", "MOST_LETTERS", "PROCESSES", "refuse_too_many"]

# Nobody finds anything on a map with more; by the kind of map.
MOST: Final = {
    "landscape": 3_000,
    "handoffs": 300,
    "circle": 60,
    "ownership": 3_000,
    "holders": 300,
    "dependencies": 3_000,
}
MOST_LETTERS: Final = 20_000

_FEWER_FILES: Final = Words("Les færre filer om gangen.", "Read fewer files at a time.")
_REMEDY: Final[dict[str, Words]] = {
    "landscape": _FEWER_FILES,
    "handoffs": Words(
        "Analyser på et høyere nivå, som pm.analyze(landscape, level=1).",
        "Analyse at a higher level, such as pm.analyze(landscape, level=1).",
    ),
    "circle": Words(
        'Tegn dem som en matrise, style="matrix", eller analyser på et høyere nivå.',
        'Draw them as a matrix, style="matrix", or analyse at a higher level.',
    ),
    "ownership": _FEWER_FILES,
    "holders": Words(
        "Si i registeret hvilken enhet hver svømmebane står for, eller les færre filer.",
        "Say in the register which unit each lane stands for, or read fewer files.",
    ),
    "dependencies": _FEWER_FILES,
}
_AT_MOST: Final = Words("høyst {most}", "at most {most}")
# What is counted on a map.
PROCESSES: Final = Words("prosesser", "processes")
HOLDERS: Final = Words("enheter, stillinger og personer", "units, positions and people")


def refuse_too_many(map_: str, what: Text, names: Sequence[str]) -> None:
    """Refuse what no map can show.

    Args:
        map_: a key of `MOST`.
        what: what is counted, such as `PROCESSES`.
        names: their names.

    Raises:
        RenderError: there are too many, or one of the names is too long.
    """
    if len(names) > MOST[map_]:
        raise RenderError(
            Words(
                "{count} {what} er for mange for ett kart",
                "{count} {what} are too many for one map",
            ).fill(count=len(names), what=what),
            expected=_AT_MOST.fill(most=MOST[map_]),
            remedy=_REMEDY[map_],
        )
    longest = max((len(name) for name in names), default=0)
    if longest > MOST_LETTERS:
        raise RenderError(
            Words(
                "et navn på {count} tegn er for langt for et kart",
                "a name of {count} characters is too long for a map",
            ).fill(count=longest),
            expected=_AT_MOST.fill(most=MOST_LETTERS),
            remedy=Words(
                "Kort ned navnet i modellen eller registeret.",
                "Shorten the name in the model or register.",
            ),
        )
