"""The strips of a file's pools and lanes that carry their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import Final

from procmap.maps.layout.geometry import Rect
from procmap.maps.layout.source.shapes import Page
from procmap.maps.scene import Scene

__all__ = ["cut_strip", "cut_taken", "stand_up"]

# Tools write the names of pools and lanes on a strip this wide; at the least words need this.
_STRIP: Final = 30.0
_NARROW: Final = 12.0
_WIDE: Final = 60.0
_SHARED: Final = 20.0


def cut_strip(
    box: Rect, *, upright: bool, inner: Sequence[Rect] = (), room: float = inf
) -> tuple[Rect, Rect]:
    """The strip that carries a name, and the body beside it.

    Args:
        box: of the pool or lane.
        upright: whether it runs downward, with its name on top.
        inner: boxes of the lanes in it: they begin where its strip ends. Some tools let lanes
            begin where the pool does; then both names get narrow strips.
        room: how much is free before the first step.

    Examples:
        >>> cut_strip(Rect(0, 0, 600, 200), upright=False, inner=[Rect(18, 0, 582, 200)])[0].width
        18
    """
    width = _STRIP
    if inner:
        gap = min(each.y - box.y if upright else each.x - box.x for each in inner)
        width = min(gap, _WIDE) if gap >= _NARROW else _SHARED
    width = min(width, max(room, _NARROW))
    strip = min(width, box.width / 3, box.height / 3) if upright else min(width, box.width / 3)
    if upright:
        body = Rect(box.x, box.y + strip, box.width, box.height - strip)
        return Rect(box.x, box.y, box.width, strip), body
    return (
        Rect(box.x, box.y, strip, box.height),
        Rect(box.x + strip, box.y, box.width - strip, box.height),
    )


def find_room(box: Rect, shapes: Iterable[Rect], *, upright: bool) -> float:
    """How much of a box is free before the first shape that begins in it.

    Args:
        box: of the pool or lane.
        shapes: of the steps.
        upright: whether it runs downward.
    """
    begun = (shape for shape in shapes if box.holds((shape.x, shape.y)))
    return min((s.y - box.y if upright else s.x - box.x for s in begun), default=inf)


def cut_taken(box: Rect, strip: Rect | None, *, upright: bool) -> Rect:
    """The part of a box beside the strip around it, where it begins under that strip.

    Args:
        box: of the lane.
        strip: of the pool or lane around it, or ``None``.
        upright: whether they run downward.
    """
    if strip is None:
        return box
    if upright:
        over = strip.bottom - box.y
        if 0 < over < box.height / 2:
            return Rect(box.x, strip.bottom, box.width, box.height - over)
        return box
    over = strip.right - box.x
    if 0 < over < box.width / 2:
        return Rect(strip.right, box.y, box.width - over, box.height)
    return box


def stand_up(page: Page, scene: Scene) -> Page:
    """The page with its lanes upright where the file gives their width for their height.

    iGrafx writes upright lanes so. That the steps lie outside their lanes as written, and inside
    them when turned, gives it away.

    Args:
        page: the page.
        scene: what it draws.
    """
    lanes = {lane.index: page.shapes[lane.id] for lane in scene.lanes if lane.id in page.shapes}
    steps = [
        (lanes[node.lane], page.shapes[node.id])
        for node in scene.nodes
        if node.lane in lanes and node.id in page.shapes and node.host is None
    ]
    lying = sum(lane.holds(step.middle) for lane, step in steps)
    if lying == len(steps) or not all(_turn(lane).holds(step.middle) for lane, step in steps):
        return page
    frames = {*_list_frames(scene)}
    shapes = {id_: _turn(box) if id_ in frames else box for id_, box in page.shapes.items()}
    return replace(page, shapes=shapes, upright=page.upright | frames)


def _turn(box: Rect) -> Rect:
    return Rect(box.x, box.y, box.height, box.width)


def _list_frames(scene: Scene) -> Iterable[str]:
    yield from (pool.id for pool in scene.pools)
    yield from (lane.id for lane in scene.lanes)
    yield from (band.id for band in scene.bands)
