"""Groups of BPMN: which nodes the file draws one around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.maps.lettering import clean
from procmap.maps.scene.positions import Positions
from procmap.maps.scene.types import Outline, SceneNode
from procmap.model import Group

__all__ = ["find_outlines"]


def find_outlines(
    groups: Iterable[Group], nodes: Sequence[SceneNode], *, positions: Positions
) -> tuple[Outline, ...]:
    """Find the groups that have nodes inside, as the file draws them.

    Args:
        groups: the groups of the processes and of their document.
        nodes: the nodes drawn.
        positions: where the file draws them all.
    """
    found = []
    for group in groups:
        bounds = positions.bounds.get(group.id)
        members = [
            node.index
            for node in nodes
            if bounds is not None
            and node.host is None
            and (at := positions.bounds.get(node.id)) is not None
            and bounds.contains(at.x + at.width / 2, at.y + at.height / 2)
        ]
        if members:
            found.append(Outline(group.id, clean(group.name), tuple(members)))
    return tuple(found)
