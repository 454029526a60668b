"""Finding things by the other names people use for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from procmap.model.aliases import Alias, AliasKind
from procmap.model.names import fold

__all__ = ["NO_ALIASES", "AliasBook", "build_alias_book", "find_claims"]


@dataclass(frozen=True, slots=True)
class AliasBook:
    """Names by the other names of the same thing.

    Args:
        names: the name a thing is known by, by kind and any folded name of it.
        groups: all names of a thing, the one it is known by first.
    """

    names: Mapping[tuple[AliasKind, str], str] = field(default_factory=dict)
    groups: Mapping[tuple[AliasKind, str], tuple[str, ...]] = field(default_factory=dict)

    def resolve(self, kind: AliasKind, text: str) -> str:
        """The name that a thing is known by; the text itself where it is no other name.

        Examples:
            >>> book = build_alias_book([Alias(name="Servicetorg", others=("Innbyggerdialog",))])
            >>> book.resolve("unit", "INNBYGGERDIALOG"), book.resolve("unit", "Arkiv")
            ('Servicetorg', 'Arkiv')
        """
        return self.names.get((kind, fold(text)), text) if self.names else text

    def find_others(self, kind: AliasKind, text: str) -> tuple[str, ...]:
        """All names of the thing that a text names, without the text itself."""
        found = self.groups.get((kind, fold(text)), ()) if self.groups else ()
        return tuple(name for name in found if fold(name) != fold(text))

    def is_same(self, kind: AliasKind, first: str, second: str) -> bool:
        """Whether two texts name one thing."""
        return fold(self.resolve(kind, first)) == fold(self.resolve(kind, second))


NO_ALIASES = AliasBook()


def build_alias_book(aliases: Iterable[Alias]) -> AliasBook:
    """Build the book of other names; a name that two things claim is nobody's.

    Args:
        aliases: the other names.
    """
    kept = tuple(aliases)
    claims = find_claims(kept)
    named = {(kind, fold(alias.name)) for alias in kept for kind in _kinds(alias)}
    names: dict[tuple[AliasKind, str], str] = {}
    groups: dict[tuple[AliasKind, str], tuple[str, ...]] = {}
    for alias in kept:
        for kind in _kinds(alias):
            # What is itself the name of another thing stands for that thing.
            others = [
                other
                for other in alias.others
                if len(claims[kind, fold(other)]) == 1 and (kind, fold(other)) not in named
            ]
            group = (alias.name, *others)
            for name in group:
                names[kind, fold(name)] = alias.name
                groups[kind, fold(name)] = group
    return AliasBook(names, groups)


def find_claims(aliases: Iterable[Alias]) -> dict[tuple[AliasKind, str], tuple[str, ...]]:
    """The names of the things that claim each other name, by kind and folded other name.

    Args:
        aliases: the other names.
    """
    found: dict[tuple[AliasKind, str], dict[str, str]] = {}
    for alias in aliases:
        for kind in _kinds(alias):
            for other in alias.others:
                found.setdefault((kind, fold(other)), {})[fold(alias.name)] = alias.name
    return {key: tuple(names[n] for n in sorted(names)) for key, names in found.items()}


def _kinds(alias: Alias) -> tuple[AliasKind, ...]:
    return (alias.kind,) if alias.kind is not None else get_args(AliasKind)
