"""Crossing points by the ordered pair of units they lie between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.findings import Evidence
from procmap.model import CrossingPoint, Process
from procmap.rules.hnd.numbers import join_numbers
from procmap.source import ElementRef

__all__ = ["build_evidence", "build_parameters", "find_flows", "find_pairs"]


def find_pairs(
    crossings: Iterable[CrossingPoint],
) -> Iterator[tuple[tuple[str, str], tuple[CrossingPoint, ...]]]:
    """The keys of both units and their crossing points, by number; ordered by the keys."""
    pairs: dict[tuple[str, str], list[CrossingPoint]] = {}
    for crossing in crossings:
        pair = (crossing.source_unit.key, crossing.target_unit.key)
        pairs.setdefault(pair, []).append(crossing)
    for pair, found in sorted(pairs.items()):
        yield pair, tuple(sorted(found, key=lambda crossing: (crossing.number, crossing.key)))


def find_flows(crossings: Iterable[CrossingPoint]) -> tuple[ElementRef, ...]:
    """The drawn flows of crossing points, each once."""
    return tuple(dict.fromkeys(crossing.flow for crossing in crossings))


def build_parameters(
    process: Process, crossings: tuple[CrossingPoint, ...]
) -> dict[str, str | int | float]:
    """What messages about crossing points of one pair of units may name."""
    return {
        "p": process.label,
        "a": crossings[0].source_unit.name,
        "b": crossings[0].target_unit.name,
        "i": crossings[0].number,
        "n": len(crossings),
        "numbers": join_numbers(crossings),
    }


def build_evidence(crossings: tuple[CrossingPoint, ...], *, label: str) -> tuple[Evidence, ...]:
    """The flows, and how many crossing points lie on them."""
    return (
        Evidence("element", find_flows(crossings)),
        Evidence("figure", label=label, value=len(crossings)),
    )
