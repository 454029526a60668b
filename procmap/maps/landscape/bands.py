"""Which process stands in which band, and in which group of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.graph import Analysis
from procmap.maps.lettering import clean
from procmap.maps.overview.cards import Card
from procmap.model import Chart, Process
from procmap.source import ElementRef

__all__ = ["KINDS", "Band", "CardGroup", "find_bands"]

# From the top down; where nobody has said what kind a process is, it stands in the last one.
KINDS: Final[tuple[str, ...]] = ("management", "core", "support", "unclassified")


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Processes that belong together within a band.

    Args:
        name: what they have in common; "" for nothing.
        cards: the processes.
    """

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The processes of one kind.

    Args:
        kind: one of `KINDS`.
        groups: its groups; one without a name where nothing groups them.
    """

    kind: str
    groups: tuple[CardGroup, ...]

    @property
    def count(self) -> int:
        """Number of processes in it."""
        return sum(len(group.cards) for group in self.groups)


def find_bands(
    cards: Sequence[Card], *, analysis: Analysis, by_unit: bool, ungrouped: str
) -> tuple[Band, ...]:
    """Sort processes into bands, and within them by the unit of their owner where asked for.

    Args:
        cards: the processes.
        analysis: the landscape they are from.
        by_unit: whether to group them.
        ungrouped: what to call those that no group is known for.
    """
    groups = _find_groups(analysis) if by_unit else {}
    bands = []
    for kind in KINDS:
        inside = [card for card in cards if card.kind == kind]
        if not inside:
            continue
        if not by_unit:
            bands.append(Band(kind, (CardGroup("", tuple(inside)),)))
            continue
        named: dict[str, list[Card]] = {}
        for card in inside:
            named.setdefault(groups.get(card.ref, ""), []).append(card)
        order = sorted(named, key=lambda name: (not name, name.casefold(), name))
        bands.append(
            Band(kind, tuple(CardGroup(name or ungrouped, tuple(named[name])) for name in order))
        )
    return tuple(bands)


def _find_groups(analysis: Analysis) -> dict[ElementRef, str]:
    """The group of each process that has one: the highest unit at which owners' units differ."""
    chart = analysis.landscape.chart
    lines: dict[ElementRef, tuple[str, ...]] = {}
    for process in analysis.landscape.processes:
        unit = _find_owner_unit(process, analysis, chart)
        if unit is not None:
            lines[process.ref] = chart.line(unit)[::-1]
    depth = 0
    longest = max((len(line) for line in lines.values()), default=0)
    while depth < longest and len({line[: depth + 1] for line in lines.values()}) == 1:
        depth += 1
    return {
        ref: clean(chart.units[line[min(depth, len(line) - 1)]].name)
        for ref, line in lines.items()
        if line
    }


def _find_owner_unit(process: Process, analysis: Analysis, chart: Chart) -> str | None:
    """The unit of the first owner who has one."""
    for owner in process.ownership_on(analysis.day).or_none or ():
        if owner.kind != "owner":
            continue
        if owner.holder.kind in ("unit", "network"):
            unit = chart.find_unit(owner.holder.name)
            found = unit.key if unit is not None else None
        else:
            found = chart.unit_of_role(owner.holder.name)
        if found is not None and found in chart.units:
            return found
    return None
