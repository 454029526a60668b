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
# Findings of this family are about flows between nodes; they belong to the process.
_ABOUT_FLOWS = "HND"


def find_badges(
    findings: Iterable[Finding],
    *,
    processes: set[ElementRef],
    nodes: Mapping[ElementRef, int],
    lanes: Mapping[ElementRef, int],
    lang: str,
) -> tuple[Badge, ...]:
    """Find the badges of a map: one for each rule and element, by rule.

    Args:
        findings: the findings.
        processes: the processes drawn.
        nodes: index of each node drawn.
        lanes: index of each lane drawn.
        lang: language of the message.
    """
    found: dict[tuple[str, ElementRef], Badge] = {}
    for finding in findings:
        if finding.code in _SHOWN_AS_NUMBERS:
            continue
        message = clean(finding.message(lang))
        shown = False
        for ref in finding.elements:
            node, lane = nodes.get(ref), lanes.get(ref)
            if finding.code.startswith(_ABOUT_FLOWS) or (node is None and lane is None):
                continue
            shown = True
            badge = Badge(finding.code, ref.id, message, node, lane)
            found.setdefault((finding.code, ref), badge)
        owner = next((ref for ref in finding.elements if ref in processes), None)
        if owner is not None and not shown:
            found.setdefault((finding.code, owner), Badge(finding.code, owner.id, message))
    return tuple(found[key] for key in sorted(found))
