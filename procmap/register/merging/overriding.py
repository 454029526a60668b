"""Where register and earlier knowledge disagree: the register wins, and that is said."""

from __future__ import annotations

from typing import TypeVar

from procmap.model import Fact
from procmap.register.log import Log
from procmap.register.merging.facts import is_same_fact, merge_fact
from procmap.source import ElementRef, SourceLocation

__all__ = ["override_fact"]

T = TypeVar("T")


def override_fact(
    recorded: Fact[T],
    said: Fact[T],
    log: Log,
    *,
    what: str,
    element: ElementRef | None = None,
) -> Fact[T]:
    """What the register says; a diagnostic tells where something else was recorded before.

    A register read again after it was edited does not disagree with itself.

    Args:
        recorded: the fact as it was.
        said: the fact of the register.
        log: where the diagnostic goes.
        what: the fact in words, for a reader.
        element: the element it is about.
    """
    if recorded.is_recorded and said.is_recorded and not is_same_fact(recorded, said):
        before = recorded.origin or SourceLocation("")
        place = said.origin or SourceLocation("")
        if not place.file or before.file != place.file:
            log.diagnose(
                "REG301",
                place,
                elements=() if element is None else (element,),
                subject=(place.column or what,),
                what=what,
                origin=before.file or "code",
            )
    return merge_fact(recorded, said)
