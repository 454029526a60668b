"""Rows that turn out to be about one thing, such as after a model was exported again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from procmap.register.content import Name
from procmap.register.log import Log
from procmap.source import ElementRef

__all__ = ["choose_rows"]


class Rival(Protocol):
    """A row that may be about the same as another."""

    @property
    def says_something(self) -> bool:
        """Whether it states anything about its thing."""
        ...

    @property
    def is_gone(self) -> bool:
        """Whether an update found that its thing was not in the models any more."""
        ...


R = TypeVar("R", bound=Rival)


def choose_rows(
    rows: Sequence[R],
    log: Log,
    *,
    exactness: Callable[[R], tuple[bool, ...]],
    name: Callable[[R], Name],
    element: ElementRef,
) -> Sequence[R]:
    """The rows of one thing that count: those that point at it most exactly.

    A row that says nothing gives way to one that does. A row that an update marked as gone gives
    way to one that it did not mark, and then one that finds its thing by a short way of writing
    to one that names it in full; that a row gave way is said.

    Args:
        rows: the rows, in order.
        log: where diagnostics go.
        exactness: in which ways a row names its thing in full, what weighs most first.
        name: what a row calls its thing.
        element: the thing.
    """
    said = [row for row in rows if row.says_something]
    if not said:
        return rows[:1]
    ranks = [(not row.is_gone, *exactness(row)) for row in said]
    best = max(ranks)
    chosen = [row for row, rank in zip(said, ranks, strict=True) if rank == best]
    first = name(chosen[0])
    for row, rank in zip(said, ranks, strict=True):
        if rank != best:
            log.diagnose(
                "REG220",
                name(row).place,
                elements=(element,),
                subject=(str(element), name(row).text),
                name=name(row).text,
                other=_spell(first),
            )
    return chosen


def _spell(name: Name) -> str:
    line = name.place.line
    return f"«{name.text}»" if line is None else f"«{name.text}» ({line})"
