"""Finding an element by reference, by ``file#id``, by id, or by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from procmap.errors import AmbiguousNameError, UnknownNameError
from procmap.labels import Given, Words
from procmap.model.names import fold
from procmap.model.nearest import find_nearest
from procmap.source import ElementRef

__all__ = ["Index", "build_index"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Things by reference, by id and by folded name."""

    by_ref: Mapping[ElementRef, T]
    by_id: Mapping[str, tuple[T, ...]]
    by_name: Mapping[str, tuple[T, ...]]
    describe: Callable[[T], str]

    def find(self, key: str | ElementRef) -> T:
        """Find one thing: by reference, then ``"file#id"``, then unique id, then unique name.

        Raises:
            UnknownNameError: nothing fits; lists the nearest candidates.
            AmbiguousNameError: several fit; lists them all.
        """
        if isinstance(key, ElementRef):
            found = self.by_ref.get(key)
            if found is not None:
                return found
            raise self._unknown(str(key))
        document, hash_sign, element = key.rpartition("#")
        if hash_sign and ElementRef(document, element) in self.by_ref:
            return self.by_ref[ElementRef(document, element)]
        for candidates in (self.by_id.get(key, ()), self.by_name.get(fold(key), ())):
            if len(candidates) == 1:
                return candidates[0]
            if candidates:
                names = tuple(sorted(self.describe(item) for item in candidates))
                raise AmbiguousNameError(
                    Words(
                        "{key} passer til {count} elementer: {names}",
                        "{key} fits {count} elements: {names}",
                    ).fill(key=Given(key), count=len(names), names=", ".join(names)),
                    candidates=names,
                    remedy=Words(
                        "Si hvilket, som landscape[{one!r}].",
                        "Say which, such as landscape[{one!r}].",
                    ).fill(one=names[0].split(" ")[0]),
                )
        raise self._unknown(key)

    def _unknown(self, key: str) -> UnknownNameError:
        near = find_nearest(key, (*self.by_name, *self.by_id), most=5, cutoff=0.5)
        fitting = {
            self.describe(item)
            for name in near
            for item in (*self.by_name.get(name, ()), *self.by_id.get(name, ()))
        }
        names = tuple(sorted(fitting))
        nearest = Words("; det nærmeste: {names}", "; the nearest: {names}").fill(
            names=", ".join(names)
        )
        return UnknownNameError(
            Words(
                "ingenting her heter {key}{nearest}", "nothing here is called {key}{nearest}"
            ).fill(key=Given(key), nearest=nearest if names else ""),
            candidates=names,
        )


def build_index(
    items: Iterable[tuple[ElementRef, str, T]], *, describe: Callable[[T], str]
) -> Index[T]:
    """Build an index of (reference, name, thing); an empty name is not a name."""
    by_ref: dict[ElementRef, T] = {}
    by_id: dict[str, list[T]] = {}
    by_name: dict[str, list[T]] = {}
    for ref, name, item in items:
        by_ref.setdefault(ref, item)
        by_id.setdefault(ref.id, []).append(item)
        if name:
            by_name.setdefault(fold(name), []).append(item)
    return Index(
        by_ref,
        {key: tuple(value) for key, value in by_id.items()},
        {key: tuple(value) for key, value in by_name.items()},
        describe,
    )
