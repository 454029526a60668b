"""Maps that run from the top down: laid out as any other, with words lying, then turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal

from procmap.maps.layout.frames import Frames, Strip
from procmap.maps.layout.geometry import Geometry, Point, Rect, Words
from procmap.maps.layout.lying import LyingBlock
from procmap.maps.layout.sizes import WRAP_SHARE, NodeSize
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene

__all__ = ["turn_layout"]

_NAME: Final = 12.5
_ROOM: Final = 14.0
_ALIGNED: Final = 1.0


def turn_layout(
    scene: Scene, geometry: Geometry, sizes: Sequence[NodeSize]
) -> tuple[Geometry, list[NodeSize], Frames]:
    """Turn a finished layout, so that work runs down, and put the names of lanes on top.

    Args:
        scene: what is drawn.
        geometry: the layout, with lying words.
        sizes: the sizes of its nodes.

    Returns:
        The layout, the sizes, and where the names of lanes stand.
    """
    lanes = [_turn(lane) for lane in geometry.lanes]
    strips, bands, top = _build_strips(scene, lanes)
    nodes = [_turn(node) for node in geometry.nodes]
    flows = {i: [(y, x) for x, y in corners] for i, corners in geometry.flows.items()}

    def down(rect: Rect) -> Rect:
        return rect.moved(0, top)

    turned = replace(
        geometry,
        width=geometry.height,
        height=geometry.width + top,
        lanes=[down(lane) for lane in lanes],
        nodes=[down(node) for node in nodes],
        flows={i: [(x, y + top) for x, y in corners] for i, corners in flows.items()},
        node_labels={
            i: _move(_align(words, [nodes[i].middle]), top)
            for i, words in geometry.node_labels.items()
        },
        flow_labels={
            i: _move(_align(words, _find_beside(words, flows[i])), top)
            for i, words in geometry.flow_labels.items()
        },
        frame_labels={
            i: _move(_set(words, "start"), top) for i, words in geometry.frame_labels.items()
        },
        numbers=[
            replace(spot, centre=(spot.centre[1], spot.centre[0] + top))
            for spot in geometry.numbers
        ],
        outlines={i: [down(_turn(box)) for box in boxes] for i, boxes in geometry.outlines.items()},
        outline_labels={
            i: _move(_set(words, "start"), top) for i, words in geometry.outline_labels.items()
        },
    )
    return turned, [_turn_size(size) for size in sizes], Frames(strips, bands)


def _turn(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _turn_size(size: NodeSize) -> NodeSize:
    return replace(size, width=size.height, height=size.width, label=_stand(size.label))


def _stand(block: Block) -> Block:
    """Words as they are read."""
    return block.words if isinstance(block, LyingBlock) and block.words is not None else block


def _set(words: Words, align: Literal["start", "middle", "end"]) -> Words:
    return Words(_stand(words.block), _turn(words.rect), align)


def _align(words: Words, beside: Sequence[Point]) -> Words:
    """Words beside a point begin, or end, at the side that faces it."""
    rect = _turn(words.rect)
    for x, _ in beside:
        if rect.x >= x - _ALIGNED:
            return _set(words, "start")
        if rect.right <= x + _ALIGNED:
            return _set(words, "end")
    return _set(words, "middle")


def _find_beside(words: Words, corners: Sequence[Point]) -> list[Point]:
    """Where a flow runs down beside its words."""
    rect = _turn(words.rect)
    return [
        start
        for start, end in pairwise(corners)
        if start[0] == end[0]
        and min(start[1], end[1]) < rect.bottom
        and rect.y < max(start[1], end[1])
    ][:1]


def _move(words: Words, top: float) -> Words:
    return replace(words, rect=words.rect.moved(0, top))


def _build_strips(
    scene: Scene, lanes: Sequence[Rect]
) -> tuple[dict[int, Strip], list[Strip | None], float]:
    """Strips with names above the lanes: bands on top, the outermost first."""

    def name(words: str, width: float, *, bold: bool = True) -> Block:
        return wrap(words, width * WRAP_SHARE, size=_NAME, lang=scene.lang, bold=bold)

    names = [name(lane.name, lanes[lane.index].width, bold=not lane.thin) for lane in scene.lanes]
    spans = [
        Rect(lanes[band.first].x, 0, lanes[band.last].right - lanes[band.first].x, 0)
        for band in scene.bands
    ]
    titles = [name(band.name, span.width) for band, span in zip(scene.bands, spans, strict=True)]
    heights = [0.0] * (max((band.depth for band in scene.bands), default=-1) + 1)
    for band, title in zip(scene.bands, titles, strict=True):
        heights[band.depth] = max(heights[band.depth], title.height + _ROOM)
    above = sum(heights)
    top = above + max((words.height + _ROOM for words in names), default=0.0)
    bands: list[Strip | None] = [
        Strip(Rect(span.x, sum(heights[: band.depth]), span.width, heights[band.depth]), title)
        for band, span, title in zip(scene.bands, spans, titles, strict=True)
    ]
    strips = {}
    for lane, words in zip(scene.lanes, names, strict=True):
        inner = [b.depth for b in scene.bands if b.first <= lane.index <= b.last]
        begin = sum(heights[: max(inner) + 1]) if inner else 0.0
        body = lanes[lane.index]
        strips[lane.index] = Strip(Rect(body.x, begin, body.width, top - begin), words)
    return strips, bands, top
