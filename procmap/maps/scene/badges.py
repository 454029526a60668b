"""Which findings a map puts a badge on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procmap.findings import Finding
from procmap.maps.lettering import clean
from procmap.maps.scene.types import Badge
from procmap.source import ElementRef

__all__ = ["find_badges"]

# What these say stands on the map already: each hand-off with its number, ring and units.
_SHOWN_AS_NUMBERS = frozenset({"HND201", "HND202"})
# What counts processes of the landscape says nothing about one of them.
_COUNTS_PROCESSES = frozenset({"GAP304"})
# Findings of this family are about flows between nodes; they belong to the process.
_ABOUT_FLOWS = "HND"

# The nodes that one finding puts badges on at most.
_MOST_BADGES = 6
# A finding that names so many processes is about the landscape, and about none of its maps.
_ABOUT_THE_LANDSCAPE = 3


def find_badges(
    findings: Iterable[Finding],
    *,
    processes: set[ElementRef],
    known: set[ElementRef],
    nodes: Mapping[ElementRef, int],
    lanes: Mapping[ElementRef, int],
    lang: str,
) -> tuple[Badge, ...]:
    """Find the badges of a map: one for each rule and element, by rule.

    Args:
        findings: the findings.
        processes: the processes drawn.
        known: all processes of the landscape.
        nodes: index of each node drawn.
        lanes: index of each lane drawn.
        lang: language of the message.
    """
    found: dict[tuple[str, ElementRef], Badge] = {}
    for finding in findings:
        if finding.code in _SHOWN_AS_NUMBERS | _COUNTS_PROCESSES:
            continue
        message = clean(finding.message(lang))
        shown = False
        about = {nodes[ref] for ref in finding.elements if ref in nodes}
        if len(about) > _MOST_BADGES:
            # So many would cover the map; one beside its title says the same.
            first = next((ref for ref in finding.elements if ref in processes), None)
            owner = first or next(iter(sorted(processes)), None)
            if owner is not None:
                found.setdefault((finding.code, owner), Badge(finding.code, owner.id, message))
            continue
        for ref in finding.elements:
            node, lane = nodes.get(ref), lanes.get(ref)
            if finding.code.startswith(_ABOUT_FLOWS) or (node is None and lane is None):
                continue
            shown = True
            badge = Badge(finding.code, ref.id, message, node, lane)
            found.setdefault((finding.code, ref), badge)
        if sum(ref in known for ref in finding.elements) >= _ABOUT_THE_LANDSCAPE:
            continue
        owner = next((ref for ref in finding.elements if ref in processes), None)
        if owner is not None and not shown:
            found.setdefault((finding.code, owner), Badge(finding.code, owner.id, message))
    return tuple(found[key] for key in sorted(found))
