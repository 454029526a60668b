"""Which flows run forward, and in which order that puts what they join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.maps.layout.levels import Link, Member

__all__ = ["Order", "find_order"]


@dataclass(frozen=True, slots=True)
class Order:
    """Members in an order in which forward links run forward.

    Args:
        members: indexes in that order.
        forward: the links that do, messages included.
        links: all links.
    """

    members: tuple[int, ...]
    forward: tuple[Link, ...]
    links: tuple[Link, ...] = ()


def find_order(members: Sequence[Member], links: Sequence[Link]) -> Order:
    """Sort members so that as many flows as possible run forward.

    Sequence flows come first: a message never turns a sequence flow back.

    Args:
        members: the members of a level, in drawing order.
        links: the links between them.
    """
    flows = [link for link in links if not link.message]
    targets = {link.target for link in flows}
    hints = {m.index: m.hint[0] if m.hint else 0.0 for m in members}
    starts = sorted(
        members, key=lambda m: (m.index in targets, not m.entry, hints[m.index], m.index)
    )
    back = _find_back_links([member.index for member in starts], flows)
    forward = [link for link in flows if link not in back]
    after: dict[int, list[int]] = defaultdict(list)
    for link in forward:
        after[link.source].append(link.target)
    for link in links:
        if link.message and not _reaches(after, link.target, link.source):
            forward.append(link)
            after[link.source].append(link.target)
    order = _sort([member.index for member in starts], forward)
    return Order(order, tuple(forward), tuple(links))


def _find_back_links(starts: Sequence[int], links: Sequence[Link]) -> set[Link]:
    """Links that lead back to a member the walk is still inside of; depth first, no recursion."""
    out: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        out[link.source].append(link)
    open_: set[int] = set()
    seen: set[int] = set()
    back: set[Link] = set()
    for start in starts:
        if start in seen:
            continue
        stack: list[tuple[int, Iterator[Link]]] = [(start, iter(out[start]))]
        seen.add(start)
        open_.add(start)
        while stack:
            member, rest = stack[-1]
            onward = next(rest, None)
            if onward is None:
                open_.discard(member)
                stack.pop()
            elif onward.target in open_:
                back.add(onward)
            elif onward.target not in seen:
                seen.add(onward.target)
                open_.add(onward.target)
                stack.append((onward.target, iter(out[onward.target])))
    return back


def _reaches(after: Mapping[int, Sequence[int]], start: int, goal: int) -> bool:
    seen, todo = {start}, [start]
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        for following in after.get(at, ()):
            if following not in seen:
                seen.add(following)
                todo.append(following)
    return False


def _sort(order: Sequence[int], links: Sequence[Link]) -> tuple[int, ...]:
    """By the length of the longest way there, then in the order given."""
    depth = dict.fromkeys(order, 0)
    waiting = dict.fromkeys(order, 0)
    after: dict[int, list[int]] = defaultdict(list)
    for link in links:
        after[link.source].append(link.target)
        waiting[link.target] += 1
    ready = [member for member in order if not waiting[member]]
    for member in ready:
        for following in after[member]:
            depth[following] = max(depth[following], depth[member] + 1)
            waiting[following] -= 1
            if not waiting[following]:
                ready.append(following)
    place = {member: i for i, member in enumerate(ready)}
    return tuple(sorted(order, key=lambda member: (depth[member], place[member])))
