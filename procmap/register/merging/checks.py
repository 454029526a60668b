"""What a merged register makes doubtful: two owners of one whole, unknown positions, twin names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from procmap.model import Chart, Landscape, Ownership, Process, fold
from procmap.model.alias_book import build_alias_book
from procmap.model.aliases import AliasKind
from procmap.register.log import Log
from procmap.source import ElementRef, SourceLocation

__all__ = ["find_names_alike", "note_names_alike", "note_unknown_positions", "note_whole_owners"]

_SHORTEST: Final = 5
_LONGEST: Final = 60
_MOST_ALIKE: Final = 50
_MARKS: Final = re.compile(r"[\W_]+")
_WORDS: Final = re.compile(r"\w+")
_DIGITS: Final = re.compile(r"\d+")


def note_whole_owners(landscape: Landscape, log: Log) -> None:
    """Note processes that two own wholly at one time.

    Args:
        landscape: the landscape with its owners merged.
        log: where diagnostics go.
    """
    for process in landscape.processes:
        owners = [o for o in process.owners if o.kind == "owner" and _is_whole(o)]
        several = [o for o in owners if any(o is not p and _overlap(o, p) for p in owners)]
        holders = sorted({o.holder.name for o in several})
        if len(holders) > 1:
            log.diagnose(
                "REG209",
                process.ownership.origin or SourceLocation(""),
                elements=(process.ref,),
                process=process.label,
                count=len(holders),
                names=", ".join(holders),
            )


def _is_whole(ownership: Ownership) -> bool:
    return ownership.scope.value is not None and ownership.scope.value.kind == "whole"


def _overlap(first: Ownership, second: Ownership) -> bool:
    start = max(o.valid_from or dt.date.min for o in (first, second))
    return start <= min(o.valid_to or dt.date.max for o in (first, second))


def note_unknown_positions(landscape: Landscape, log: Log, *, chart: Chart) -> None:
    """Note positions that answer for something, but lead no unit and are held by nobody.

    Nothing is noted where neither managers nor positions were registered at all: then every
    position is as unknown as the next.

    Args:
        landscape: the landscape with its owners merged.
        log: where diagnostics go.
        chart: its organisation chart.
    """
    managers = {fold(u.manager.value): u.manager.value for u in landscape.units if u.manager.value}
    held = {fold(p): p for person in landscape.people for p in person.positions}
    known = managers | held
    if not known:
        return
    for name, place, element in _find_answering_roles(landscape.processes):
        if fold(name) not in known and chart.unit_of_role(name) is None:
            log.diagnose(
                "REG403",
                place,
                elements=(element,),
                nearest=log.nearest(name, tuple(known.values())),
                subject=(fold(name),),
                position=name,
            )


def _find_answering_roles(
    processes: Iterable[Process],
) -> Iterator[tuple[str, SourceLocation, ElementRef]]:
    for process in processes:
        for owner in process.owners:
            if owner.holder.kind == "role":
                place = process.ownership.origin or SourceLocation("")
                yield owner.holder.name, place, process.ref


def note_names_alike(landscape: Landscape, log: Log) -> None:
    """Note units, positions, systems, data and processes whose names are nearly the same.

    Of processes only those that somebody typed: what drawings are called is their own business.
    Names of persons are left out, since a diagnostic shows what it is about.

    Args:
        landscape: the landscape after merging.
        log: where diagnostics go.
    """
    aliases = build_alias_book(landscape.aliases)
    groups: tuple[tuple[AliasKind | None, list[str]], ...] = (
        ("unit", [unit.name for unit in landscape.units]),
        ("system", [system.name for system in landscape.systems] + _find_step_systems(landscape)),
        (
            None,
            [item.name for item in landscape.data_items]
            + [use.item for use in landscape.data_uses],
        ),
        (
            "position",
            [name for name, _, _ in _find_answering_roles(landscape.processes)]
            + [unit.manager.value for unit in landscape.units if unit.manager.value],
        ),
    )
    typed = {process.label for process in landscape.processes if not process.modelled}
    # That two names mean one thing has been said already where they are listed as other names.
    found = [
        pair
        for kind, names in groups
        for pair in find_names_alike(names)
        if kind is None or not aliases.is_same(kind, *pair)
    ]
    if typed:
        labels = [process.label for process in landscape.processes]
        found += [
            pair
            for pair in find_names_alike(labels)
            if typed.intersection(pair) and not aliases.is_same("process", *pair)
        ]
    place = SourceLocation("")
    for first, second in found[:_MOST_ALIKE]:
        log.diagnose("REG404", place, subject=(first, second), first=first, second=second)


def _find_step_systems(landscape: Landscape) -> list[str]:
    facts = (node.system for process in landscape.processes for node in process.nodes)
    return [fact.value for fact in facts if fact.value is not None]


def find_names_alike(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of names that differ in one letter, or in marks and spaces only.

    Names that differ in their numbers are different: «Skole 1» and «Skole 2».

    Args:
        names: the names.

    Examples:
        >>> find_names_alike(["Økonomi", "Økonmi", "HR og lønn", "HR- og lønn", "IT"])
        [('HR og lønn', 'HR- og lønn'), ('Økonmi', 'Økonomi')]
    """
    spelled = {fold(name): name for name in sorted(names, reverse=True)}
    # Two words that one deletion makes the same are one insertion or one exchange apart: looking
    # up deletions is linear, where comparing all pairs is not.
    seen: dict[str, list[str]] = {}
    for folded in sorted(spelled):
        bare = _MARKS.sub("", folded)
        if _SHORTEST <= len(bare) <= _LONGEST:
            # Their numbers keep «Skole 1» and «Skole 2» apart from the start.
            numbers = " ".join(_DIGITS.findall(folded))
            for form in {bare, *(bare[:at] + bare[at + 1 :] for at in range(len(bare)))}:
                seen.setdefault(f"{numbers}:{form}", []).append(folded)
    pairs = {
        (spelled[first], spelled[second])
        for form in seen.values()
        for at, first in enumerate(form)
        for second in form[at + 1 : at + 4]
        if not _is_lettered_apart(first, second)
    }
    return sorted(pairs)


def _is_lettered_apart(first: str, second: str) -> bool:
    """Whether two names differ in a short word that tells them apart: «Sone A» and «Sone B»."""
    words, others = _WORDS.findall(first), _WORDS.findall(second)
    if len(words) != len(others):
        return False
    pairs = zip(words, others, strict=True)
    return any(word != other and max(len(word), len(other)) <= 2 for word, other in pairs)
