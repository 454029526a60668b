"""Where badges stand: at the upper right corner of what they are about, then to the left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.scene import NodeKind, Scene

__all__ = ["BADGE_SIZE", "find_badge_corner", "find_badge_rects"]

# Half the width of a badge.
BADGE_SIZE: Final = 9.5
_BETWEEN: Final = 2.0
# On a circle a badge stands a little off, so that the sign inside can be seen.
_OFF: Final = 4.0


def find_badge_corner(kind: NodeKind, shape: Rect) -> Point:
    """Where the first badge of a node stands.

    Args:
        kind: what the node is.
        shape: where it lies.
    """
    if kind in {"activity", "group", "data", "note"}:
        return shape.right - 2, shape.y + 1
    inset = shape.width * 0.15 - (0.0 if kind == "gateway" else _OFF)
    return shape.right - 2 - inset, shape.y + 1 + inset


def find_badge_rects(scene: Scene, shapes: Sequence[Rect]) -> list[Rect]:
    """The room that badges of nodes take, for words to keep clear of.

    Args:
        scene: what is drawn.
        shapes: the shape of each node.
    """
    found: list[Rect] = []
    count: dict[int, int] = {}
    for badge in scene.badges:
        if badge.node is None:
            continue
        x, y = find_badge_corner(scene.nodes[badge.node].kind, shapes[badge.node])
        place = count.get(badge.node, 0)
        count[badge.node] = place + 1
        x -= place * (2 * BADGE_SIZE + _BETWEEN)
        found.append(Rect(x, y, 0, 0).grown(BADGE_SIZE))
    return found
