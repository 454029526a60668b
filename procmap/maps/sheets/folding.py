"""Lanes where nothing happens on a strip fold up, down to their name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from procmap.maps.layout.headers import Headers
from procmap.maps.layout.numbering import NUMBER_RADIUS
from procmap.maps.layout.sizes import WRAP_SHARE
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Band
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.selecting import Selection
from procmap.maps.sheets.squeezing import squeeze

__all__ = ["find_heights", "fold_headers", "measure_side", "wrap_band"]

# What stays of empty height, and how high a lane is where nothing happens.
_GAP: Final = 10.0
_IDLE: Final = 24.0
_IDLE_SIZE: Final = 11.0
# Things keep this much height around them.
_AROUND_NODE: Final = 8.0
_AROUND_LINE: Final = 6.0
# Names of pools run upward, in so many lines at most where the lanes beside them fold up.
_BAND_LINES: Final = 2
_BAND_SIZE: Final = 12.5
_BAND_ROOM: Final = 46.0


def wrap_band(plan: MapPlan, band: Band, height: float) -> Block:
    """The name of a band in lines that fit its height."""
    return wrap(band.name, height * WRAP_SHARE, size=_BAND_SIZE, lang=plan.scene.lang, bold=True)


def measure_side(plan: MapPlan) -> list[float]:
    """How wide the bands left of the headers are on strips, from the outermost in."""
    lanes = plan.geometry.lanes
    widths = [_BAND_ROOM] * (max((band.depth for band in plan.scene.bands), default=-1) + 1)
    for band in plan.scene.bands:
        block = wrap_band(plan, band, lanes[band.last].bottom - lanes[band.first].y)
        widths[band.depth] = max(widths[band.depth], block.height + 12)
    return widths


def fold_headers(plan: MapPlan, selection: Selection) -> Headers:
    """Names of lanes; in small letters where no node stands in the lane."""
    headers, scene = plan.headers, plan.scene
    busy = {scene.nodes[i].lane for i in selection.nodes if scene.nodes[i].kind != "group"}
    names, heights = list(headers.names), list(headers.heights)
    for lane in scene.lanes:
        if lane.index not in busy:
            name = wrap(lane.name, headers.width * 0.9, size=_IDLE_SIZE, lang=scene.lang)
            names[lane.index], heights[lane.index] = name, max(_IDLE, name.height + 8)
    return Headers(headers.width, tuple(names), tuple(heights))


def find_heights(plan: MapPlan, selection: Selection, headers: Headers) -> Callable[[float], float]:
    """Where heights on the map go on a strip, from the upper side of its lanes.

    Args:
        plan: the map.
        selection: what stands on the strip.
        headers: names of lanes there.
    """
    scene, geometry = plan.scene, plan.geometry
    spans = [(lane.y, lane.bottom) for lane in geometry.lanes]
    least = list(headers.heights)
    for band in scene.bands:
        top, bottom = geometry.lanes[band.first].y, geometry.lanes[band.last].bottom
        spans.append((top, bottom))
        least.append(_find_band_height(plan, band, bottom - top))
    low = min((top for top, _ in spans), default=0.0)
    high = max((bottom for _, bottom in spans), default=0.0)
    taken = [
        (max(a, low), min(b, high)) for a, b in _find_taken(plan, selection) if b > low and a < high
    ]
    place = squeeze(spans, taken, least=least, gap=_GAP)
    return lambda y: place(y) - low


def _find_taken(plan: MapPlan, selection: Selection) -> list[tuple[float, float]]:
    """From where to where something stands or runs across."""
    taken: list[tuple[float, float]] = []
    boxes = [box for each in selection.outlines.values() for box in each]
    for i, rect in selection.nodes.items():
        if plan.scene.nodes[i].kind == "group":
            boxes.append(rect)
        else:
            taken.append((rect.y - _AROUND_NODE, rect.bottom + _AROUND_NODE))
    taken += [(y - _AROUND_LINE, y + _AROUND_LINE) for box in boxes for y in (box.y, box.bottom)]
    for line in selection.lines.values():
        for (x0, y0), (x1, y1) in pairwise(line):
            if x0 != x1:
                taken.append((min(y0, y1) - _AROUND_LINE, max(y0, y1) + _AROUND_LINE))
    taken += [(each.rect.y - 3, each.rect.bottom + 3) for each in selection.words]
    reach = NUMBER_RADIUS + 3
    taken += [(spot.centre[1] - reach, spot.centre[1] + reach) for spot in selection.numbers]
    return taken


def _find_band_height(plan: MapPlan, band: Band, height: float) -> float:
    """How high a band has to stay so that its name takes two lines, or as many as it had."""
    most = max(_BAND_LINES, len(wrap_band(plan, band, height).lines))
    need = 30.0
    while need < height and len(wrap_band(plan, band, need).lines) > most:
        need *= 1.15
    return min(need, height)
