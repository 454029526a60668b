"""How the time of a workshop is shared among its five steps."""

from __future__ import annotations

from procmap.labels.workshop import STEPS

__all__ = ["AGENDA_STEP", "share_minutes"]

# The step in which the agenda is gone through takes what the others leave.
AGENDA_STEP = 3
_ROUND = 5


def share_minutes(minutes: int) -> tuple[int, ...]:
    """Minutes for each step, in whole fives; the agenda gets what is left.

    Args:
        minutes: the time there is.

    Examples:
        >>> share_minutes(120)
        (20, 5, 20, 65, 10)
        >>> sum(share_minutes(47))
        47
    """
    total = sum(weight for _, _, weight in STEPS)
    shares = [max(_ROUND * round(minutes * weight / total / _ROUND), 1) for _, _, weight in STEPS]
    others = sum(shares) - shares[AGENDA_STEP]
    shares[AGENDA_STEP] = max(minutes - others, 1)
    return tuple(shares)
