"""Cutting a map into strips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from procmap.maps.layout.geometry import Rect, Spot, Words
from procmap.maps.sheets.connectors import ZONE
from procmap.maps.sheets.folding import find_heights, fold_headers, wrap_band
from procmap.maps.sheets.leading import lead_lines
from procmap.maps.sheets.numbers import assign_numbers
from procmap.maps.sheets.pieces import Piece, split_flow
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.selecting import Window, select
from procmap.maps.sheets.strip import Strip

__all__ = ["build_strips", "measure_height"]

# Connectors and what stands below them take so much of the sides of a strip.
_CLEAR: Final = ZONE - 14.0


def build_strips(plan: MapPlan, cuts: Sequence[float]) -> list[Strip]:
    """Cut a map into strips; without a cut it is one strip, just as it is.

    Args:
        plan: the map.
        cuts: where it is cut, from left to right.
    """
    pieces = [
        piece
        for index, corners in sorted(plan.geometry.flows.items())
        for piece in split_flow(index, corners, cuts)
    ]
    numbers = assign_numbers(plan.geometry.numbers, pieces, cuts)
    windows = [Window(i, cuts, plan.geometry.width) for i in range(len(cuts) + 1)]
    return [
        _build(
            plan,
            window,
            pieces=[piece for piece in pieces if piece.strip == window.index],
            numbers=numbers.get(window.index, ()),
        )
        for window in windows
    ]


def measure_height(plan: MapPlan, left: float, right: float) -> float:
    """How high the strip between two places of a map is.

    Args:
        plan: the map.
        left: where it begins; 0 is the left side of the map.
        right: where it ends.
    """
    cuts = [x for x in (left, right) if 0 < x < plan.geometry.width]
    if not cuts:
        return plan.geometry.height
    window = Window(int(left > 0), cuts, plan.geometry.width)
    pieces = [
        piece
        for index, corners in sorted(plan.geometry.flows.items())
        for piece in split_flow(index, corners, cuts)
        if piece.strip == window.index
    ]
    spots = [spot for spot in plan.geometry.numbers if window.holds(spot.centre[0])]
    chosen = select(plan, window, pieces=pieces, numbers=spots)
    place = find_heights(plan, chosen, fold_headers(plan, chosen))
    return max((place(lane.bottom) for lane in plan.geometry.lanes), default=0.0)


def _build(
    plan: MapPlan, window: Window, *, pieces: Sequence[Piece], numbers: Sequence[Spot]
) -> Strip:
    scene, dx = plan.scene, window.shift
    chosen = select(plan, window, pieces=pieces, numbers=numbers)
    headers = fold_headers(plan, chosen) if window.cuts else plan.headers
    place = find_heights(plan, chosen, headers) if window.cuts else float

    def move(rect: Rect) -> Rect:
        y = place(rect.y)
        return Rect(rect.x + dx, y, rect.width, place(rect.bottom) - y)

    def shift(words: Mapping[int, Words]) -> dict[int, Words]:
        # Words keep their height, whatever is folded up beside them.
        moved = {}
        for i, each in words.items():
            rect = each.rect
            y = place(rect.middle[1]) - rect.height / 2
            moved[i] = replace(each, rect=Rect(rect.x + dx, y, rect.width, rect.height))
        return moved

    lanes = [
        Rect(0, place(lane.y), window.width, place(lane.bottom) - place(lane.y))
        for lane in plan.geometry.lanes
    ]
    nodes = {i: move(rect) for i, rect in chosen.nodes.items()}
    nodes |= {i: window.trim(nodes[i]) for i in nodes if scene.nodes[i].kind == "group"}
    outlines = {i: [window.trim(move(box)) for box in each] for i, each in chosen.outlines.items()}
    frames = [rect for i, rect in nodes.items() if scene.nodes[i].kind == "group"]
    lines, connectors = lead_lines(
        {i: [(x + dx, place(y)) for x, y in line] for i, line in chosen.lines.items()},
        chosen.pieces,
        lanes=lanes,
        frames=[*frames, *(box for each in outlines.values() for box in each)],
        width=window.width,
    )
    labels = shift(chosen.flow_labels)
    return Strip(
        window.index,
        window.width,
        max((lane.bottom for lane in lanes), default=0.0),
        lanes,
        nodes,
        lines,
        chosen.pieces,
        shift(chosen.node_labels),
        {i: _pull_in(each, window) for i, each in labels.items()},
        shift(chosen.frame_labels),
        outlines,
        shift(chosen.outline_labels),
        [replace(s, centre=(s.centre[0] + dx, place(s.centre[1]))) for s in chosen.numbers],
        connectors,
        headers,
        [wrap_band(plan, b, lanes[b.last].bottom - lanes[b.first].y) for b in scene.bands],
        window.cut_left,
        window.cut_right,
    )


def _pull_in(words: Words, window: Window) -> Words:
    """Words that stood beyond the strip, moved onto it and clear of its connectors."""
    low = _CLEAR if window.cut_left else 4.0
    high = window.width - words.rect.width - (_CLEAR if window.cut_right else 4.0)
    x = min(max(words.rect.x, low), max(low, high))
    return replace(words, rect=replace(words.rect, x=x))
