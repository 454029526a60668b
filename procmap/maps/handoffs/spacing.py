"""Things in a row moved apart until none touches, as little as that takes."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spread"]


def spread(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Middles as near to those wanted as there is room for, in the same order.

    Neighbours that would touch become one block around the mean of what they want, which may
    touch the next (pooling of adjacent violators, as in isotonic regression).

    Args:
        wanted: where the middle of each should be, ascending.
        sizes: how much room each takes.

    Examples:
        >>> spread([0.0, 1.0, 50.0], [10.0, 10.0, 10.0])
        [-4.5, 5.5, 50.0]
    """
    # Each block: sum of wished starts, number of members, size.
    blocks: list[list[float]] = []
    for middle, size in zip(wanted, sizes, strict=True):
        blocks.append([middle - size / 2, 1.0, size])
        while len(blocks) > 1 and _start(blocks[-2]) + blocks[-2][2] > _start(blocks[-1]):
            total, count, room = blocks.pop()
            before = blocks[-1]
            before[0] += total - count * before[2]
            before[1] += count
            before[2] += room
    found: list[float] = []
    index = 0
    for block in blocks:
        at = _start(block)
        for _ in range(int(block[1])):
            found.append(at + sizes[index] / 2)
            at += sizes[index]
            index += 1
    return found


def _start(block: Sequence[float]) -> float:
    return block[0] / block[1]
