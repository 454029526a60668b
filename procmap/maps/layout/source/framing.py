"""Lanes and pools as the file draws them: bodies, and strips with their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Final

from procmap.maps.layout.frames import Frames, Strip, fit_words
from procmap.maps.layout.geometry import Rect
from procmap.maps.layout.source.shapes import Page
from procmap.maps.layout.source.strips import cut_strip, cut_taken, find_room
from procmap.maps.scene import Scene, SceneLane

__all__ = ["find_frames"]

_MARGIN: Final = 12.0
_NOWHERE: Final = Rect(0, 0, 0, 0)


def find_frames(scene: Scene, page: Page, shapes: Sequence[Rect]) -> tuple[list[Rect], Frames]:
    """Find the body of each lane, and the strips that carry names.

    Args:
        scene: what is drawn.
        page: the page.
        shapes: the shape of each node.
    """
    bands, taken = _find_bands(scene, page, shapes)
    boxes = [_find_box(scene, lane, page, shapes) for lane in scene.lanes]
    free = {
        lane.index: cut_taken(box, taken.get(lane.index), upright=lane.id in page.upright)
        for lane, box in zip(scene.lanes, boxes, strict=True)
        if box is not None
    }
    rooms = _find_rooms(scene, page, free, shapes)
    bodies: list[Rect] = []
    strips: dict[int, Strip] = {}
    for lane, box in zip(scene.lanes, boxes, strict=True):
        if box is None:
            bodies.append(_find_around(_find_inside(scene, lane, shapes)))
        elif lane.thin and not _holds_any(box, shapes):
            bodies.append(box)
            strips[lane.index] = _name(lane.name, box, scene.lang, bold=False)
        else:
            upright = lane.id in page.upright
            strip, body = cut_strip(free[lane.index], upright=upright, room=rooms[lane.pool])
            bodies.append(body)
            strips[lane.index] = _name(lane.name, strip, scene.lang)
    unbounded = frozenset(lane.index for lane in scene.lanes if boxes[lane.index] is None)
    return bodies, Frames(strips, bands, unbounded)


def _find_bands(
    scene: Scene, page: Page, shapes: Sequence[Rect]
) -> tuple[list[Strip | None], dict[int, Rect]]:
    """The strips of pools and of lanes around lanes, and by lane the innermost around it."""
    bands: list[Strip | None] = []
    taken: dict[int, Rect] = {}
    for band in scene.bands:
        box = page.shapes.get(band.id)
        if box is None:
            bands.append(None)
            continue
        upright = band.id in page.upright
        lanes = scene.lanes[band.first : band.last + 1]
        inner = [page.shapes[lane.id] for lane in lanes if lane.id in page.shapes]
        free = cut_taken(box, taken.get(band.first), upright=upright)
        room = find_room(free, shapes, upright=upright) / 2
        strip, _ = cut_strip(free, upright=upright, inner=inner, room=room)
        taken.update((lane.index, strip) for lane in lanes)
        bands.append(_name(band.name, strip, scene.lang))
    return bands, taken


def _find_box(scene: Scene, lane: SceneLane, page: Page, shapes: Sequence[Rect]) -> Rect | None:
    """Where the file draws a lane; ``None`` where it does not."""
    box = page.shapes.get(lane.id) if lane.id else None
    if box is None or lane.thin:
        return box
    inside = _find_inside(scene, lane, shapes)
    if inside and not _holds_any(box, inside):
        # What the file says of it is no place where any of its steps is.
        return _find_around(inside)
    return box


def _find_rooms(
    scene: Scene, page: Page, free: Mapping[int, Rect], shapes: Sequence[Rect]
) -> dict[int, float]:
    """How much is free before the first step, by pool: strips of one pool are of one width."""
    rooms: dict[int, float] = {}
    for lane in scene.lanes:
        if lane.index in free:
            room = find_room(free[lane.index], shapes, upright=lane.id in page.upright)
            rooms[lane.pool] = min(rooms.get(lane.pool, inf), room)
    return rooms


def _find_inside(scene: Scene, lane: SceneLane, shapes: Sequence[Rect]) -> list[Rect]:
    return [shapes[node.index] for node in scene.nodes if node.lane == lane.index]


def _find_around(boxes: Sequence[Rect]) -> Rect:
    """What lies around some boxes."""
    if not boxes:
        return _NOWHERE
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top).grown(_MARGIN)


def _holds_any(box: Rect, shapes: Sequence[Rect]) -> bool:
    return any(box.holds(shape.middle) for shape in shapes)


def _name(name: str, rect: Rect, lang: str, *, bold: bool = True) -> Strip:
    upward = rect.height > rect.width
    along, across = (rect.height, rect.width) if upward else (rect.width, rect.height)
    return Strip(rect, fit_words(name, along, across, lang=lang, bold=bold), upward)
