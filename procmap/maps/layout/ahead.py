"""How far a flow still has to go at least: length, and bends (the heuristic of the A* search)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Target", "find_targets", "measure_ahead"]

# A goal port as the search sees it: its place across and down, the direction it is entered in,
# and what using it costs.
Goal = tuple[int, int, int, int]
# The goal ports that are entered in one direction: the direction, their rectangle (left, top,
# right, bottom), the least cost. A plain tuple, since nothing is read more often.
Target = tuple[int, int, int, int, int, int]


def find_targets(goals: Sequence[Goal]) -> tuple[Target, ...]:
    """Put goal ports together by the direction they are entered in."""
    found = []
    for direction in range(4):
        ports = [goal for goal in goals if goal[2] == direction]
        if ports:
            xs, ys = [port[0] for port in ports], [port[1] for port in ports]
            least = min(port[3] for port in ports)
            found.append((direction, min(xs), min(ys), max(xs), max(ys), least))
    return tuple(found)


def measure_ahead(targets: Sequence[Target], x: int, y: int, direction: int, bend: int) -> int:
    """No way to the targets is cheaper than this.

    In the open, the number of bends follows from where the goal lies and from the directions
    of leaving and entering alone (Wybrow, Marriott, Stuckey 2009, «Orthogonal connector
    routing»).

    Args:
        targets: the goals.
        x: where the flow is.
        y: likewise.
        direction: where it is heading: 0 right, 1 down, 2 left, 3 up.
        bend: what a bend costs.
    """
    least = -1
    for into, left, top, right, bottom, cost in targets:
        # How far the goal lies beyond the place, signed: nothing within its rectangle.
        across = left - x if x < left else right - x if x > right else 0
        down = top - y if y < top else bottom - y if y > bottom else 0
        cost += (across if across > 0 else -across) + (down if down > 0 else -down)
        if 0 <= least <= cost:
            continue
        if into & 1:
            furthest = bottom - y if into == 1 else y - top
            aside, wide = across, left != right
        else:
            furthest = right - x if into == 0 else x - left
            aside, wide = down, top != bottom
        if direction == into:
            bends = 4 if furthest < 0 else 2 if aside else 0
        elif direction ^ into == 2:
            bends = 2 if aside or wide else 4
        elif furthest > 0 and (aside >= 0 if direction < 2 else aside <= 0):
            bends = 1
        else:
            bends = 3
        cost += bends * bend
        if least < 0 or cost < least:
            least = cost
    return least
