"""Columns and rows in the order of the file's own drawing: people recognise their map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from procmap.maps.layout.levels import Link, Member

__all__ = ["place_by_hints"]

# Centres nearer than this, in the file's units, stand in one column or row.
_SAME_COLUMN: Final = 60.0
_SAME_ROW: Final = 35.0
# The share of members that the file has to draw.
_MOST_DRAWN: Final = 0.6
# Where what the file does not draw is taken to stand: so far beside what it is linked with.
_BESIDE: Final = 150.0


def place_by_hints(
    members: Mapping[int, Member], links: Sequence[Link]
) -> tuple[dict[int, int], dict[int, int]] | None:
    """Place members in the order in which the file draws them.

    Args:
        members: the members by index.
        links: the links between them.

    Returns:
        Column and row by index; ``None`` where the file draws too few of them.
    """
    hints = {i: member.hint for i, member in members.items() if member.hint is not None}
    if len(hints) < len(members) * _MOST_DRAWN:
        return None
    _guess_missing(members, links, hints)
    column = _find_columns(members, hints, links)
    return column, _find_rows(members, hints, column)


def _guess_missing(
    members: Mapping[int, Member],
    links: Sequence[Link],
    hints: dict[int, tuple[float, float]],
) -> None:
    """Give members that the file does not draw a place beside what they are linked with."""
    missing = [i for i in members if i not in hints]
    while missing:
        before = len(missing)
        for link in links:
            if link.source in hints and link.target not in hints:
                x, y = hints[link.source]
                hints[link.target] = (x + _BESIDE, y)
            elif link.target in hints and link.source not in hints:
                x, y = hints[link.target]
                hints[link.source] = (x - _BESIDE, y)
        missing = [i for i in missing if i not in hints]
        if len(missing) == before:
            left = min((x for x, _ in hints.values()), default=0.0)
            bottom = max((y for _, y in hints.values()), default=0.0)
            hints[missing[0]] = (left, bottom + _SAME_ROW)


def _find_columns(
    members: Mapping[int, Member],
    hints: Mapping[int, tuple[float, float]],
    links: Sequence[Link],
) -> dict[int, int]:
    before: dict[int, set[int]] = defaultdict(set)
    for link in links:
        left, right = sorted((link.source, link.target), key=lambda i: (hints[i][0], i))
        before[right].add(left)
    order = sorted(members, key=lambda i: (hints[i][0], i))
    column: dict[int, int] = {}
    for place, index in enumerate(order):
        x, y = hints[index]
        first = 0
        for other in order[:place]:
            beside = x - hints[other][0] > _SAME_COLUMN
            same_row = (
                members[other].lane == members[index].lane and abs(hints[other][1] - y) < _SAME_ROW
            )
            if same_row or (beside and other in before[index]):
                first = max(first, column[other] + members[other].span)
            elif other in before[index]:
                first = max(first, column[other])
        column[index] = first
    used = sorted({column[i] + k for i, m in members.items() for k in range(m.span)})
    close = {c: i for i, c in enumerate(used)}
    return {i: close[c] for i, c in column.items()}


def _find_rows(
    members: Mapping[int, Member],
    hints: Mapping[int, tuple[float, float]],
    column: Mapping[int, int],
) -> dict[int, int]:
    row: dict[int, int] = {}
    lanes: dict[int, list[int]] = defaultdict(list)
    for index in sorted(members, key=lambda i: (hints[i][1], i)):
        lanes[members[index].lane].append(index)
    for inside in lanes.values():
        taken: set[tuple[int, int]] = set()
        at, start = 0, hints[inside[0]][1]
        for index in inside:
            member = members[index]
            if hints[index][1] - start > _SAME_ROW:
                at, start = at + 1, hints[index][1]
            top = at - member.anchor
            while True:
                cells = {
                    (top + j, column[index] + k)
                    for j in range(member.height)
                    for k in range(member.span)
                }
                if not cells & taken:
                    break
                top += 1
            taken |= cells
            row[index] = top
    return row
