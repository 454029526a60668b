"""A page of a file as a layout: its shapes and lines, our words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from procmap.maps.layout.badging import find_badge_rects
from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.frames import Frames, Strip, fit_words
from procmap.maps.layout.geometry import Geometry, Rect
from procmap.maps.layout.numbering import place_numbers
from procmap.maps.layout.outlining import place_outline_labels
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.layout.source.paging import find_page, find_pages, restrict_to_page
from procmap.maps.layout.source.shapes import (
    Page,
    find_flow_corners,
    find_node_shapes,
    open_sub_processes,
    read_page,
)
from procmap.maps.layout.source.words import (
    fit_nodes,
    place_flow_words,
    place_frame_words,
    place_node_words,
)
from procmap.maps.scene import Scene
from procmap.model import Document

__all__ = ["SourceLayout", "build_source_layout"]

_MARGIN: Final = 12.0
# Tools write the names of pools and lanes on a strip this wide.
_STRIP: Final = 30.0
_SHORTEST: Final = 60.0


@dataclass(frozen=True)
class SourceLayout:
    """A page of a file, laid out as it is.

    Args:
        scene: the part of the scene that the page draws.
        geometry: where.
        sizes: words inside shapes.
        frames: names of lanes and pools.
        page: which page it is, from 1.
        pages: how many there are.
    """

    scene: Scene
    geometry: Geometry
    sizes: Sequence[NodeSize]
    frames: Frames
    page: int
    pages: int


def build_source_layout(
    scene: Scene, document: Document | None, *, page: int | None = None
) -> SourceLayout:
    """Lay out a scene as its file draws it.

    Args:
        scene: what is drawn.
        document: the file.
        page: which of its pages, from 1; the first that shows some of it where not given.

    Raises:
        RenderError: the file draws nothing of it, or has no such page.
    """
    diagram = find_page(scene, document, page=page)
    shown = restrict_to_page(scene, diagram)
    drawn = read_page(diagram, shown, margin=_MARGIN)
    shown = open_sub_processes(shown, drawn)
    shapes = find_node_shapes(shown, drawn)
    lanes, frames = _find_lanes(shown, drawn, shapes)
    flows = find_flow_corners(shown, drawn, shapes=shapes, lanes=lanes)
    sizes = fit_nodes(shown, shapes)
    clearance = Clearance()
    for node in shown.nodes:
        if node.kind != "group":
            clearance.add_rect(shapes[node.index], node.index)
    for index, corners in flows.items():
        for start, end in pairwise(corners):
            clearance.add_line(start, end, flow=index)
    for rect in find_badge_rects(shown, shapes):
        clearance.add_rect(rect)
    frame_labels = place_frame_words(shown, shapes)
    for words in frame_labels.values():
        clearance.add_rect(words.rect)
    node_labels = place_node_words(shown, drawn, shapes=shapes, sizes=sizes, clearance=clearance)
    flow_labels = place_flow_words(shown, drawn, flows=flows, clearance=clearance)
    numbers = place_numbers(shown, flows, lanes=lanes, clearance=clearance)
    outlines = {
        i: (drawn.shapes[outline.id],)
        for i, outline in enumerate(shown.outlines)
        if outline.id in drawn.shapes
    }
    outline_labels = place_outline_labels(shown, outlines, clearance=clearance)
    labels = (*node_labels.values(), *flow_labels.values(), *outline_labels.values())
    boxes = [*shapes, *lanes, *(words.rect for words in labels)]
    boxes += [Rect(x, y, 0, 0) for corners in flows.values() for x, y in corners]
    geometry = Geometry(
        max((box.right for box in boxes), default=0.0) + _MARGIN,
        max((box.bottom for box in boxes), default=0.0) + _MARGIN,
        lanes,
        shapes,
        flows,
        node_labels,
        flow_labels,
        frame_labels,
        numbers,
        outlines,
        outline_labels,
    )
    pages = find_pages(scene, document)
    return SourceLayout(shown, geometry, sizes, frames, pages.index(diagram) + 1, len(pages))


def _find_lanes(scene: Scene, page: Page, shapes: Sequence[Rect]) -> tuple[list[Rect], Frames]:
    """The body of each lane, and the strips that carry names."""
    lanes: list[Rect] = []
    strips: dict[int, Strip] = {}
    unbounded = set()
    for lane in scene.lanes:
        box = page.shapes.get(lane.id) if lane.id else None
        if box is None:
            # Without a shape of its own it is wherever its nodes are.
            inside = [shapes[n.index] for n in scene.nodes if n.lane == lane.index]
            unbounded.add(lane.index)
            lanes.append(_find_union(inside).grown(_MARGIN) if inside else Rect(0, 0, 0, 0))
        elif lane.thin and not _holds_any(box, shapes):
            lanes.append(box)
            strips[lane.index] = _name(lane.name, box, scene.lang, bold=False)
        else:
            strip, body = _cut_strip(box, upright=lane.id in page.upright)
            lanes.append(body)
            strips[lane.index] = _name(lane.name, strip, scene.lang)
    bands: list[Strip | None] = []
    for band in scene.bands:
        box = page.shapes.get(band.id)
        if box is None:
            bands.append(None)
            continue
        strip, _ = _cut_strip(box, upright=band.id in page.upright)
        bands.append(_name(band.name, strip, scene.lang))
    return lanes, Frames(strips, bands, frozenset(unbounded))


def _find_union(boxes: Sequence[Rect]) -> Rect:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def _holds_any(box: Rect, shapes: Sequence[Rect]) -> bool:
    return any(box.holds(shape.middle) for shape in shapes)


def _cut_strip(box: Rect, *, upright: bool) -> tuple[Rect, Rect]:
    """The strip that carries a name, and the body beside it."""
    strip = min(_STRIP, box.width / 3, box.height / 3) if upright else min(_STRIP, box.width / 3)
    if upright:
        body = Rect(box.x, box.y + strip, box.width, box.height - strip)
        return Rect(box.x, box.y, box.width, strip), body
    return (
        Rect(box.x, box.y, strip, box.height),
        Rect(box.x + strip, box.y, box.width - strip, box.height),
    )


def _name(name: str, rect: Rect, lang: str, *, bold: bool = True) -> Strip:
    upward = rect.height > rect.width
    along, across = (rect.height, rect.width) if upward else (rect.width, rect.height)
    return Strip(rect, fit_words(name, along, across, lang=lang, bold=bold), upward)
