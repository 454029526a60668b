"""A page of a file as a layout: its shapes and lines, our words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from procmap.maps.layout.badging import find_badge_rects
from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.frames import Frames
from procmap.maps.layout.geometry import Geometry, Rect
from procmap.maps.layout.numbering import place_numbers
from procmap.maps.layout.outlining import place_outline_labels
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.layout.source.framing import find_frames
from procmap.maps.layout.source.paging import (
    count_undrawn,
    find_page,
    find_pages,
    restrict_to_page,
)
from procmap.maps.layout.source.shapes import (
    find_flow_corners,
    find_node_shapes,
    open_sub_processes,
    read_page,
)
from procmap.maps.layout.source.strips import stand_up
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
        undrawn: how many steps no page draws, but for those inside closed sub-processes.
    """

    scene: Scene
    geometry: Geometry
    sizes: Sequence[NodeSize]
    frames: Frames
    page: int
    pages: int
    undrawn: int = 0


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
    drawn = stand_up(read_page(diagram, shown, margin=_MARGIN), shown)
    shown = open_sub_processes(shown, drawn)
    shapes = find_node_shapes(shown, drawn)
    lanes, frames = find_frames(shown, drawn, shapes)
    flows = find_flow_corners(shown, drawn, shapes=shapes, lanes=lanes)
    sizes = fit_nodes(shown, shapes)
    clearance = Clearance()
    for node in shown.nodes:
        if node.kind != "group":
            clearance.add_rect(shapes[node.index], node.index)
    for index, corners in flows.items():
        for start, end in pairwise(corners):
            clearance.add_line(start, end, flow=index)
    for strip in (*frames.lanes.values(), *frames.bands):
        if strip is not None and strip.rect not in lanes:
            clearance.add_rect(strip.rect)
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
    number = pages.index(diagram) + 1
    return SourceLayout(
        shown, geometry, sizes, frames, number, len(pages), count_undrawn(scene, pages)
    )
