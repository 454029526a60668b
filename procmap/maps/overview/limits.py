"""What a map of a landscape can show; beyond it, the reason and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RenderError

__all__ = ["MOST", "MOST_LETTERS", "refuse_too_many"]

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

_REMEDY: Final = {
    "landscape": "Read fewer files at a time.",
    "handoffs": "Analyse at a higher level, such as pm.analyze(landscape, level=1).",
    "circle": 'Draw them as a matrix, style="matrix", or analyse at a higher level.',
    "ownership": "Read fewer files at a time.",
    "holders": "Say in the register which unit each lane stands for, or read fewer files.",
    "dependencies": "Read fewer files at a time.",
}


def refuse_too_many(map_: str, what: str, names: Sequence[str]) -> None:
    """Refuse what no map can show.

    Args:
        map_: a key of `MOST`.
        what: what is counted, such as ``"processes"``.
        names: their names.

    Raises:
        RenderError: there are too many, or one of the names is too long.
    """
    if len(names) > MOST[map_]:
        raise RenderError(
            f"{len(names)} {what} are too many for one map",
            expected=f"at most {MOST[map_]}",
            remedy=_REMEDY[map_],
        )
    longest = max((len(name) for name in names), default=0)
    if longest > MOST_LETTERS:
        raise RenderError(
            f"a name of {longest} characters is too long for a map",
            expected=f"at most {MOST_LETTERS}",
            remedy="Shorten the name in the model or register.",
        )
