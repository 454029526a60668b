"""The nodes of one level, and what runs between them: what columns and rows are found for."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.maps.scene import End, Scene, SceneNode

__all__ = ["Level", "Link", "Member", "build_levels"]


@dataclass(frozen=True, slots=True)
class Link:
    """A flow between two members of a level, lifted from whatever lies inside them.

    Args:
        source: index of the member it leaves.
        target: index of the member it reaches.
        message: it is a message or association, which may run straight up or down.
        below: it leaves a boundary event, and so the lower side of its source.
    """

    source: int
    target: int
    message: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A node of a level, with the cells it takes up.

    Args:
        index: index of the node.
        lane: index of its lane.
        span: how many columns wide it is.
        height: how many rows high.
        anchor: the row, counted from its top, that flows run to.
        hint: where the file draws it.
        entry: it is a start event.
    """

    index: int
    lane: int
    span: int = 1
    height: int = 1
    anchor: int = 0
    hint: tuple[float, float] | None = None
    entry: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scene: the top, or the content of one group.

    Args:
        group: index of the group, or ``None`` for the top.
        nodes: the nodes that stand in it, boundary events left out.
        links: flows between them, each pair and kind once.
    """

    group: int | None
    nodes: tuple[SceneNode, ...]
    links: tuple[Link, ...]


def build_levels(scene: Scene) -> list[Level]:
    """Build the levels of a scene, content before what contains it, the top last."""
    links: dict[int | None, dict[Link, None]] = {}
    for flow in scene.flows:
        found = _lift(scene, flow.source, flow.target)
        if found is not None:
            level, source, target = found
            start = flow.source.node
            # An association bends to the flow, and so does a message.
            aside = flow.kind in {"message", "association"}
            below = start is not None and scene.nodes[start].host is not None
            link = Link(source, target, aside, below)
            links.setdefault(level, {})[link] = None
    groups = [node.index for node in scene.nodes if node.kind == "group"]
    # Containers stand before their content in a scene, so the reverse is content first.
    order: list[int | None] = [*reversed(groups), None]
    return [
        Level(group, scene.children.get(group, ()), tuple(links.get(group, {}))) for group in order
    ]


def _lift(scene: Scene, source: End, target: End) -> tuple[int | None, int, int] | None:
    """The level that a flow runs in, and the members of it that it runs between."""
    if source.node is None or target.node is None:
        return None
    lines = []
    for end in (source.node, target.node):
        host = scene.nodes[end].host
        start = end if host is None else host
        lines.append((start, *scene.groups_around(start)))
    parents = {(*line[1:], None)[i]: member for line in lines[:1] for i, member in enumerate(line)}
    for i, member in enumerate(lines[1]):
        level = (*lines[1][1:], None)[i]
        if level in parents:
            other = parents[level]
            return None if other == member else (level, other, member)
    return None
