"""Things and rows by what makes them the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from procmap.model import fold
from procmap.register.content import Name
from procmap.register.log import Log

__all__ = ["group", "index_rows", "note_duplicate"]


class Named(Protocol):
    """A row with a name."""

    @property
    def name(self) -> Name:
        """Its name, and where that stands."""
        ...


R = TypeVar("R", bound=Named)
T = TypeVar("T")


def index_rows(
    rows: Iterable[R], log: Log, *, key: Callable[[R], str] | None = None
) -> dict[str, R]:
    """Rows by key; a second row of the same key is noted and left out.

    Args:
        rows: the rows.
        log: where problems go.
        key: what makes two rows the same; their folded name where it is left out.
    """
    found: dict[str, R] = {}
    for row in rows:
        at = key(row) if key else fold(row.name.text)
        if at in found:
            note_duplicate(row.name, found[at].name, log)
        else:
            found[at] = row
    return found


def group(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Things by what they are called, in order."""
    found: dict[str, list[T]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}


def note_duplicate(name: Name, first: Name, log: Log) -> None:
    """Note that something has two rows, at the later of them."""
    early, late = sorted((name, first), key=lambda n: n.place.line or 0)
    log.problem("duplicate", late.place, name=late.text, other=str(early.place.line or "?"))
