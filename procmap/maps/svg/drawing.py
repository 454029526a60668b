"""A whole map as one SVG document."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from procmap.labels.headline import HAND_OFFS
from procmap.labels.maps import MAP_COUNTS, MAP_WORDS
from procmap.maps.facts import MapFacts
from procmap.maps.layout.badging import find_badge_corner
from procmap.maps.layout.frames import Frames, move_frames
from procmap.maps.layout.geometry import Geometry, Point, Rect, move_geometry
from procmap.maps.layout.headers import Headers, measure_bands
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.lettering import Block
from procmap.maps.scene import Badge, Scene
from procmap.maps.svg.flows import FlowPen
from procmap.maps.svg.frames import FramePen
from procmap.maps.svg.lanes import LanePen
from procmap.maps.svg.marks import BADGE_SIZE, draw_badge, draw_number
from procmap.maps.svg.markup import attribute, element, number, rectangle
from procmap.maps.svg.nodes import NodePen
from procmap.maps.svg.outlines import draw_outline
from procmap.maps.svg.surround import Stack, draw_below, draw_title_block
from procmap.maps.theme import Theme

__all__ = ["FONTS", "write_svg"]

_MARGIN: Final = 24.0
_LEAST_WIDTH: Final = 720.0
_WIDEST_WORDS: Final = 2100.0
FONTS: Final = "Arial, Liberation Sans, Helvetica, sans-serif"


def write_svg(
    scene: Scene,
    geometry: Geometry,
    *,
    sizes: Sequence[NodeSize],
    headers: Headers,
    facts: MapFacts,
    theme: Theme,
    frames: Frames | None = None,
) -> str:
    """Write a map as SVG.

    Args:
        scene: what is drawn.
        geometry: where.
        sizes: words inside shapes.
        headers: names of lanes.
        facts: the words around the map.
        theme: colours.
        frames: where names of lanes stand, if not left of them; they lie within the geometry.
    """
    left = _MARGIN
    names: list[Block] = []
    widths: list[float] = []
    if frames is None:
        heights = [
            geometry.lanes[band.last].bottom - geometry.lanes[band.first].y for band in scene.bands
        ]
        names, widths = measure_bands(scene.bands, heights, lang=scene.lang)
        left += sum(widths) + headers.width
    width = max(_LEAST_WIDTH, left + geometry.width - _MARGIN)
    # Words beside one another further than this are not read together.
    wide = min(width, _WIDEST_WORDS)
    title = Stack(scene, theme, _MARGIN, _MARGIN - 4, wide)
    parts = [draw_title_block(title, facts)]
    top = title.y + 14
    placed = move_geometry(geometry, dx=left, dy=top)
    prefix = _find_prefix(scene, facts, theme)
    corners: FramePen | LanePen
    if frames is not None:
        corners = FramePen(scene, theme, prefix, move_frames(frames, dx=left, dy=top))
        parts += corners.draw(placed.lanes)
    else:
        corners = pen = LanePen(scene, theme, prefix, headers, widths)
        parts += [pen.draw_lane(lane, placed.lanes[lane.index]) for lane in scene.lanes]
        parts += [
            pen.draw_band(band, name, bodies=placed.lanes)
            for band, name in zip(scene.bands, names, strict=True)
        ]
    parts += _draw_content(scene, placed, sizes, theme, prefix)
    parts += _draw_badges(scene, placed, theme, corners)
    below = Stack(scene, theme, _MARGIN, top + geometry.height + 18, wide)
    parts.append(draw_below(below, facts))
    size = width + 2 * _MARGIN, below.y + _MARGIN
    return _wrap_up(scene, facts, parts, theme=theme, prefix=prefix, size=size)


def _draw_content(
    scene: Scene, placed: Geometry, sizes: Sequence[NodeSize], theme: Theme, prefix: str
) -> list[str]:
    nodes, flows = NodePen(scene, theme, prefix), FlowPen(scene, theme, prefix)
    labels = {**placed.node_labels, **placed.frame_labels}
    frames: list[str] = []
    shapes: list[str] = []
    events: list[str] = []
    for node in scene.nodes:
        drawn = nodes.draw(
            node,
            placed.nodes[node.index],
            size=sizes[node.index],
            label=labels.get(node.index),
        )
        # Flows run over frames and under nodes; boundary events sit on top of their hosts.
        layer = frames if node.kind == "group" else events if node.host is not None else shapes
        layer.append(drawn)
    # Flows that change hands are drawn last, so that nothing crosses over them.
    order = sorted(scene.flows, key=lambda flow: (bool(flow.marks), flow.index))
    lines = [
        flows.draw(flow, placed.flows[flow.index], label=placed.flow_labels.get(flow.index))
        for flow in order
    ]
    outlines = [
        draw_outline(
            scene, theme, index=i, boxes=placed.outlines[i], label=placed.outline_labels.get(i)
        )
        for i in sorted(placed.outlines)
    ]
    numbers = []
    for spot in placed.numbers:
        flow = scene.flows[spot.flow]
        numbers.append(
            draw_number(scene, theme, flow=flow, mark=flow.marks[spot.mark], centre=spot.centre)
        )
    return [*frames, *outlines, *lines, *shapes, *events, *numbers]


def _draw_badges(
    scene: Scene, placed: Geometry, theme: Theme, pen: FramePen | LanePen
) -> list[str]:
    """Badges on nodes and lanes, at their upper right corner, further ones to the left."""
    at: dict[tuple[int | None, int | None], list[Badge]] = defaultdict(list)
    for badge in scene.badges:
        if badge.node is not None or badge.lane is not None:
            at[badge.node, badge.lane].append(badge)
    drawn = []
    for (node, lane), badges in at.items():
        corner = _find_corner(scene, placed, pen, node, lane)
        for i, badge in enumerate(badges):
            centre = (corner[0] - i * (2 * BADGE_SIZE + 2), corner[1])
            drawn.append(draw_badge(scene, theme, badge=badge, centre=centre))
    return drawn


def _find_corner(
    scene: Scene, placed: Geometry, pen: FramePen | LanePen, node: int | None, lane: int | None
) -> Point:
    if node is not None:
        return find_badge_corner(scene.nodes[node].kind, placed.nodes[node])
    header = pen.find_corner(lane or 0, placed.lanes[lane or 0])
    return header.right - BADGE_SIZE - 4, header.y + BADGE_SIZE + 4


def _wrap_up(
    scene: Scene,
    facts: MapFacts,
    parts: list[str],
    *,
    theme: Theme,
    prefix: str,
    size: tuple[float, float],
) -> str:
    lang = scene.lang
    width, height = size
    counts = (
        (MAP_COUNTS["lanes"], len(scene.lanes)),
        (MAP_COUNTS["steps"], len(facts.steps)),
        (HAND_OFFS, len(facts.crossings)),
    )
    described = ", ".join(word.text(count, lang).format(n=count) for word, count in counts)
    about = f"{MAP_WORDS['swimlane map'].text(lang)}: {described}."
    head = [
        f'<title id="{prefix}-title">{attribute(facts.title)}</title>',
        f'<desc id="{prefix}-desc">{attribute(about)}</desc>',
        rectangle(Rect(0, 0, width, height), {"fill": theme.paper}),
    ]
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "procmap procmap-swimlane",
            "width": number(width),
            "height": number(height),
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "role": "graphics-document",
            "aria-labelledby": f"{prefix}-title {prefix}-desc",
            "xml:lang": lang,
            "font_family": FONTS,
            "data-document": scene.document,
        },
        [*head, *parts],
    )


def _find_prefix(scene: Scene, facts: MapFacts, theme: Theme) -> str:
    """What ids begin with, so that two maps on one page do not clash."""
    content = repr((scene, facts, theme)).encode("utf-8", "backslashreplace")
    return f"pm{hashlib.sha256(content).hexdigest()[:8]}"
