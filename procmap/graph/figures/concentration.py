"""Concentration: how unevenly ownership of processes is spread (Herfindahl–Hirschman index)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from procmap.graph.figures.figure import Figure, build_ratio
from procmap.graph.figures.owner_reach import find_owners
from procmap.model import Process, fold
from procmap.source import ElementRef

__all__ = ["find_owner_concentration"]


def find_owner_concentration(processes: Iterable[Process], day: dt.date | None) -> Figure:
    """Σ over owners of (their processes / all ownerships)²: 1 where one owner has them all.

    A process with several owners counts once for each of them.

    Args:
        processes: the processes of a landscape.
        day: the day owners are looked up for.
    """
    owned: dict[tuple[str, str], int] = {}
    unsaid = 0
    elements: list[ElementRef] = []
    for process in processes:
        owners = find_owners(process, day)
        fact = process.ownership_on(day)
        if not owners and (fact.is_unknown or fact.is_stated or not fact.is_recorded):
            unsaid += 1
        for owner in owners:
            key = (owner.kind, fold(owner.name))
            owned[key] = owned.get(key, 0) + 1
        if owners:
            elements.append(process.ref)
    total = sum(owned.values())
    return build_ratio(
        "owner_concentration",
        "",
        sum(count * count for count in owned.values()),
        total * total,
        scope="landscape",
        not_clarified=unsaid,
        elements=sorted(elements),
        nothing="nobody has recorded an owner of any process",
    )
