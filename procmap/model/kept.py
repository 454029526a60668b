"""Markup that is kept verbatim, and written out when somebody asks for it.

It is a third of a file, and most who read a model never look at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Protocol, TypeAlias, overload

from pydantic import BeforeValidator, GetPydanticSchema, PlainSerializer

__all__ = ["Kept", "KeptMarkup", "MarkupSource"]


class MarkupSource(Protocol):
    """Where markup comes from: something that still has the file."""

    def write(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """The markup at some places, in their order."""


class KeptMarkup(Sequence[str]):
    """Some pieces of markup, each an XML text that stands by itself.

    In all that can be seen it is a tuple of texts.

    Args:
        source: writes them out.
        places: which of its pieces they are.

    Examples:
        >>> class Fixed:
        ...     def write(self, places):
        ...         return tuple(f"<x{place}/>" for place in places)
        >>> kept = KeptMarkup(Fixed(), (3, 4))
        >>> len(kept), kept == ("<x3/>", "<x4/>")
        (2, True)
    """

    __slots__ = ("_places", "_source", "_texts")

    def __init__(self, source: MarkupSource, places: tuple[int, ...]) -> None:
        self._source: MarkupSource | None = source
        self._places = places
        self._texts: tuple[str, ...] = ()

    def _write(self) -> tuple[str, ...]:
        source = self._source
        if source is not None:
            self._texts = source.write(self._places)
            # Only now: another thread may look on.
            self._source = None
        return self._texts

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...

    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return self._write()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._write())

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, KeptMarkup):
            return self._write() == other._write()
        # Empty is the default that most elements are held against; this never is.
        return self._write() == other if other else False

    def __hash__(self) -> int:
        return hash(self._write())

    def __repr__(self) -> str:
        return repr(self._write())

    def __reduce__(self) -> tuple[object, ...]:
        source = self._source
        return (tuple, (self._texts,)) if source is None else (KeptMarkup, (source, self._places))


def _settle(value: object) -> object:
    return tuple(value) if isinstance(value, KeptMarkup) else value


# To pydantic they are a tuple of texts, whichever of the two they are.
Kept: TypeAlias = Annotated[
    Sequence[str],
    GetPydanticSchema(lambda _, handler: handler(tuple[str, ...])),
    BeforeValidator(_settle),
    PlainSerializer(tuple[Any, ...], return_type=tuple[str, ...]),
]
