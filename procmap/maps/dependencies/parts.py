"""Parts of a network that hang together, so that each is laid out by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from procmap.maps.dependencies.network import Dependency
from procmap.source import ElementRef

__all__ = ["Part", "find_parts"]

Part = tuple[tuple[ElementRef, ...], tuple[Dependency, ...]]


def find_parts(
    dependencies: Iterable[Dependency], *, order: Mapping[ElementRef, int]
) -> Sequence[Part]:
    """The connected parts: their processes and dependencies, the largest first.

    Args:
        dependencies: the dependencies.
        order: where each process comes, so that the parts are the same whatever the order of
            files.
    """
    leader: dict[ElementRef, ElementRef] = {}

    def find(ref: ElementRef) -> ElementRef:
        leader.setdefault(ref, ref)
        while leader[ref] != ref:
            leader[ref] = leader[leader[ref]]
            ref = leader[ref]
        return ref

    kept = list(dependencies)
    for each in kept:
        one, other = find(each.source), find(each.target)
        if one != other:
            leader[max(one, other)] = min(one, other)
    members: dict[ElementRef, list[ElementRef]] = {}
    for ref in sorted(leader, key=lambda ref: order[ref]):
        members.setdefault(find(ref), []).append(ref)
    edges: dict[ElementRef, list[Dependency]] = {}
    for each in sorted(kept, key=lambda d: (order[d.source], order[d.target], d.kind)):
        edges.setdefault(find(each.source), []).append(each)
    parts = [(tuple(refs), tuple(edges.get(first, ()))) for first, refs in members.items()]
    return sorted(parts, key=lambda part: (-len(part[0]), order[part[0][0]]))
