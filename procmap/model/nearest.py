"""The known names nearest to one that nobody knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from procmap.model.names import fold

__all__ = ["find_nearest"]

# Comparing is quadratic in length and linear in names: a register gone wrong throughout must
# still be answered in seconds.
_LONGEST = 120
_MOST = 3000


def find_nearest(
    name: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6
) -> tuple[str, ...]:
    """The known names most like `name`, the nearest first.

    Args:
        name: what was written.
        known: the names there are.
        most: how many to give at most.
        cutoff: how much alike they must be, from 0 (not at all) to 1 (the same).

    Examples:
        >>> find_nearest("Økonmi", ["Oppvekst", "Økonomi"])
        ('Økonomi',)
    """
    if len(name) > _LONGEST:
        return ()
    spelled = {fold(other): other for other in sorted(known)[:_MOST] if len(other) <= _LONGEST}
    found = difflib.get_close_matches(fold(name), spelled, n=most, cutoff=cutoff)
    return tuple(spelled[folded] for folded in found)
