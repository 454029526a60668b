"""Merging other names, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, get_args

from procmap.model import Alias, AliasKind, Fact, Landscape, fold
from procmap.model.alias_book import AliasBook, find_claims
from procmap.register.content import AliasRow, Register
from procmap.register.log import Log
from procmap.source import SourceLocation

__all__ = ["merge_aliases", "note_aliases", "resolve_names"]

_KINDS: Final[dict[AliasKind, int]] = {kind: at for at, kind in enumerate(get_args(AliasKind))}


def merge_aliases(recorded: Iterable[Alias], rows: Iterable[AliasRow]) -> tuple[Alias, ...]:
    """Build the other names of landscape and register together.

    Args:
        recorded: what was known before.
        rows: what the register says.
    """
    found: dict[tuple[int, str], Alias] = {
        (_order(alias.kind), fold(alias.name)): alias for alias in recorded
    }
    said: dict[tuple[int, str], list[AliasRow]] = {}
    for row in rows:
        said.setdefault((_order(row.kind), fold(row.name.text)), []).append(row)
    for key, same in said.items():
        name = same[0].name.text
        before = found[key].others if key in found else ()
        texts = (*before, *(other.text for row in same for other in row.other))
        others = {fold(text): text for text in reversed(texts) if fold(text) != fold(name)}
        if others:
            listed = tuple(others[text] for text in sorted(others))
            found[key] = Alias(kind=same[0].kind, name=name, others=listed)
    return tuple(found[key] for key in sorted(found))


def _order(kind: AliasKind | None) -> int:
    return len(_KINDS) if kind is None else _KINDS[kind]


def resolve_names(register: Register, book: AliasBook) -> Register:
    """A register whose positions and systems are called what they are known by.

    Units and processes are looked up with their other names where they are looked up.

    Args:
        register: what the register says.
        book: the other names.
    """
    if not book.names:
        return register

    def position(fact: Fact[str]) -> Fact[str]:
        value = fact.value
        return fact if value is None else replace(fact, value=book.resolve("position", value))

    def system(fact: Fact[str]) -> Fact[str]:
        value = fact.value
        return fact if value is None else replace(fact, value=book.resolve("system", value))

    return replace(
        register,
        units=tuple(replace(row, manager=position(row.manager)) for row in register.units),
        people=tuple(
            row
            if row.positions is None
            else replace(
                row, positions=tuple(book.resolve("position", text) for text in row.positions)
            )
            for row in register.people
        ),
        steps=tuple(replace(row, system=system(row.system)) for row in register.steps),
        opinions=tuple(replace(row, owner=position(row.owner)) for row in register.opinions),
        systems=tuple(
            replace(row, name=replace(row.name, text=book.resolve("system", row.name.text)))
            for row in register.systems
        ),
    )


def note_aliases(landscape: Landscape, register: Register, log: Log) -> None:
    """Note other names that two things claim, and those that are the name of something else.

    Args:
        landscape: the landscape after merging.
        register: what the register says.
        log: where diagnostics go.
    """
    if not landscape.aliases:
        return
    places = {fold(other.text): other.place for row in register.aliases for other in row.other}
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for (_, folded), names in find_claims(landscape.aliases).items():
        if len(names) > 1 and (folded, names) not in seen:
            seen.add((folded, names))
            other = next(
                text for a in landscape.aliases for text in a.others if fold(text) == folded
            )
            log.diagnose(
                "REG405",
                places.get(folded, SourceLocation("")),
                subject=(folded, *names),
                other=other,
                first=names[0],
                second=names[1],
            )
    known = dict(_find_names(landscape))
    for alias in landscape.aliases:
        kinds = (alias.kind,) if alias.kind is not None else get_args(AliasKind)
        for other in alias.others:
            if any(fold(other) in known[kind] for kind in kinds):
                log.diagnose(
                    "REG406",
                    places.get(fold(other), SourceLocation("")),
                    subject=(fold(other), fold(alias.name)),
                    other=other,
                    name=alias.name,
                )


def _find_names(landscape: Landscape) -> Iterator[tuple[AliasKind, set[str]]]:
    """Names of the register's own things; what a drawing is called may well be another name."""
    yield "unit", {fold(unit.name) for unit in landscape.units}
    yield "process", {fold(p.label) for p in landscape.unmodelled}
    yield "position", {fold(u.manager.value) for u in landscape.units if u.manager.value}
    yield "system", {fold(system.name) for system in landscape.systems}
