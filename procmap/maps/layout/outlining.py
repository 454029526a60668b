"""Where the outlines of groups run: around their members, and around nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.geometry import Rect, Words
from procmap.maps.layout.labelling import choose_place
from procmap.maps.layout.lying import lay
from procmap.maps.layout.sizes import LABEL
from procmap.maps.lettering import wrap
from procmap.maps.scene import Scene

__all__ = ["find_outline_boxes", "place_outline_labels"]

_MARGIN: Final = 10.0
# Beyond so many members they are not put together one by one.
_MOST_MERGED: Final = 60
_LEAST_LABEL: Final = 120.0


def find_outline_boxes(
    scene: Scene, shapes: Sequence[Rect], *, labels: Mapping[int, Words]
) -> dict[int, tuple[Rect, ...]]:
    """Find the boxes of each group: one where nothing else lies between its members.

    Args:
        scene: what is drawn.
        shapes: the shape of each node.
        labels: the labels of nodes outside their shapes.
    """
    found = {}
    for index, outline in enumerate(scene.outlines):
        members = set(outline.members)
        around = {group for member in members for group in scene.groups_around(member)}
        others = [
            shapes[node.index]
            for node in scene.nodes
            if node.index not in members
            and node.index not in around
            and node.host not in members
            and not members.intersection(scene.groups_around(node.index))
        ]
        boxes = []
        for member in outline.members:
            box = shapes[member].grown(_MARGIN)
            label = labels.get(member)
            if label is not None:
                wide = _find_union([box, label.rect.grown(_MARGIN / 3)])
                box = box if any(wide.overlaps(other) for other in others) else wide
            boxes.append(box)
        found[index] = _merge(boxes, others)
    return found


def _merge(boxes: list[Rect], others: Sequence[Rect]) -> tuple[Rect, ...]:
    """Put boxes together as long as nothing else gets into them."""
    whole = _find_union(boxes)
    if not any(whole.overlaps(other) for other in others):
        return (whole,)
    boxes = sorted(boxes, key=lambda box: (box.x, box.y))
    while 1 < len(boxes) <= _MOST_MERGED:
        best: tuple[float, int, int, Rect] | None = None
        for i, first in enumerate(boxes):
            for j in range(i + 1, len(boxes)):
                joined = _find_union([first, boxes[j]])
                grown = joined.width * joined.height - first.width * first.height
                if best is not None and grown >= best[0]:
                    continue
                if not any(joined.overlaps(other) for other in others):
                    best = (grown, i, j, joined)
        if best is None:
            break
        _, i, j, joined = best
        boxes = [*boxes[:i], joined, *boxes[i + 1 : j], *boxes[j + 1 :]]
    return tuple(boxes)


def _find_union(boxes: Sequence[Rect]) -> Rect:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def place_outline_labels(
    scene: Scene, boxes: Mapping[int, Sequence[Rect]], *, clearance: Clearance
) -> dict[int, Words]:
    """Place the names of groups at one of their corners, and file them as standing in the way.

    Args:
        scene: what is drawn.
        boxes: the boxes of each group.
        clearance: what stands in the way already.
    """
    placed = {}
    for index, outline in enumerate(scene.outlines):
        if not outline.name:
            continue
        candidates = []
        for box in boxes[index]:
            width = max(_LEAST_LABEL, (box.height if scene.turned else box.width) - 8)
            words = wrap(outline.name, width, size=LABEL, lang=scene.lang, bold=True)
            label = lay(words, turned=scene.turned)
            w, h = label.width, label.height
            candidates += [
                Words(label, Rect(x, y, w, h), "start")
                for x in (box.x + 4, box.right - w - 4, box.x + (box.width - w) / 2)
                for y in (box.y - h - 1, box.bottom + 1, box.y + 1, box.bottom - h - 1)
            ]
        placed[index] = choose_place(candidates, clearance)
    return placed
