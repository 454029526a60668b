"""Where words outside shapes stand: near what they name, and on nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.geometry import Point, Rect, Words
from procmap.maps.layout.numbering import NUMBER_RADIUS
from procmap.maps.layout.room import NEAR, Room, wrap_flow_label
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.lettering import Block
from procmap.maps.scene import Scene

__all__ = ["choose_place", "place_flow_labels", "place_node_labels"]

_ON_SHAPE: Final = 100
_ON_LINE: Final = 40
# The border of a lane or frame is a calm line: words on it can be read.
_ON_BORDER: Final = 25
_AMBIGUOUS: Final = 30

# Words, and the point of the flow that they stand beside.
_Place = tuple[Words, Point]
# Where words may begin along a flow: past its end, or past the sign it begins with; and what the
# arrow head wants for itself.
_PAST_END: Final = 4.0
_PAST_SIGN: Final = 10.0
_HEAD: Final = 14.0
# Words keep this distance from other words.
_BETWEEN: Final = 4.0


def place_node_labels(
    scene: Scene,
    shapes: Sequence[Rect],
    *,
    sizes: Sequence[NodeSize],
    room: Room,
    clearance: Clearance,
) -> dict[int, Words]:
    """Place the labels of events and gateways, and file them as standing in the way.

    Args:
        scene: what is drawn.
        shapes: the shape of each node.
        sizes: their sizes, with the labels.
        room: which sides of a node flows use.
        clearance: what stands in the way already.
    """
    placed: dict[int, Words] = {}
    for node in scene.nodes:
        label = sizes[node.index].label
        if not label.lines:
            continue
        used = room.used[node.index]
        if node.kind == "data":
            candidates = _around_page(shapes[node.index], label, used=used)
        else:
            hangs = node.host is not None
            candidates = _around_shape(shapes[node.index], label, used=used, hangs=hangs)
        placed[node.index] = choose_place(candidates, clearance, owner=node.index)
    return placed


def _around_shape(shape: Rect, label: Block, *, used: set[int], hangs: bool) -> list[Words]:
    """Places around a shape, the best first."""
    x, y = shape.middle
    w, h = label.width, label.height
    below = Words(label, Rect(x - w / 2, shape.bottom + 3, w, h))
    above = Words(label, Rect(x - w / 2, shape.y - 3 - h, w, h))
    right = Words(label, Rect(x + NEAR, shape.bottom + 2, w, h), "start")
    left = Words(label, Rect(x - NEAR - w, shape.bottom + 2, w, h), "end")
    if hangs:
        return [right, left, below] if 1 in used else [below, right, left]
    edge = shape.width / 4 + NEAR - 1
    corners = [
        Words(label, Rect(x - edge - w, y - edge - h, w, h), "end"),
        Words(label, Rect(x - edge - w, y + edge, w, h), "end"),
        Words(label, Rect(x + edge, y + edge, w, h), "start"),
        Words(label, Rect(x + edge, y - edge - h, w, h), "start"),
    ]
    sides = [
        Words(label, Rect(shape.right + 4, y - h / 2, w, h), "start"),
        Words(label, Rect(shape.x - 4 - w, y - h / 2, w, h), "end"),
    ]
    middle = [words for side, words in ((1, below), (3, above)) if side not in used]
    aside = [words for side, words in ((1, right), (1, left)) if side in used]
    beside = [words for side, words in zip((0, 2), sides, strict=True) if side not in used]
    return [*middle, *corners, *aside, *beside, below, above]


def _around_page(shape: Rect, label: Block, *, used: set[int]) -> list[Words]:
    """Places around data, whose corners are no room for words: below first, beside lines."""
    x, y = shape.middle
    w, h = label.width, label.height
    below, above = shape.bottom + 3, shape.y - 3 - h
    found = []
    for side, top in ((1, below), (3, above)):
        if side not in used:
            found.append(Words(label, Rect(x - w / 2, top, w, h)))
    for top in (below, above):
        found.append(Words(label, Rect(x + NEAR, top, w, h), "start"))
        found.append(Words(label, Rect(x - NEAR - w, top, w, h), "end"))
    found.append(Words(label, Rect(shape.right + 4, y - h / 2, w, h), "start"))
    found.append(Words(label, Rect(shape.x - 4 - w, y - h / 2, w, h), "end"))
    return found


def place_flow_labels(
    scene: Scene, flows: dict[int, list[Point]], *, lanes: Sequence[Rect], clearance: Clearance
) -> dict[int, Words]:
    """Place the labels of flows, near where they leave, and file them as standing in the way.

    Args:
        scene: what is drawn.
        flows: corners of each flow.
        lanes: bodies of the lanes.
        clearance: what stands in the way already.
    """
    borders = sorted({lane.y for lane in lanes} | {lane.bottom for lane in lanes})
    placed: dict[int, Words] = {}
    named = [flow for flow in scene.flows if flow.name]
    # Short flows have fewest places to choose from, so they choose first.
    for flow in sorted(named, key=lambda flow: (_length(flows[flow.index]), flow.index)):
        label = wrap_flow_label(scene, flow.name)
        signed = flow.default or flow.conditional or flow.kind == "message"
        first = _PAST_SIGN if signed else _PAST_END
        found = _along(flows[flow.index], label, first=first, borders=borders)
        # Beyond the lanes' bodies, their names and the edge of the sheet are.
        found = [each for each in found if _within(each[0].rect, lanes)] or found

        def ambiguous(rank: int, found: Sequence[_Place] = found, index: int = flow.index) -> int:
            """What words beside a stretch cost that other flows run along too."""
            at = Rect(*found[rank][1], 0, 0).grown(1)
            _, others = clearance.count_clashes(at, flow=index, borders=False)
            return _AMBIGUOUS if others else 0

        placed[flow.index] = choose_place([words for words, _ in found], clearance, extra=ambiguous)
    return placed


def _within(rect: Rect, lanes: Sequence[Rect]) -> bool:
    return any(lane.x <= rect.x and rect.right <= lane.right for lane in lanes)


def _length(corners: Sequence[Point]) -> float:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(corners))


def _along(
    corners: Sequence[Point], label: Block, *, first: float, borders: Sequence[float]
) -> list[_Place]:
    """Places along a flow, those near its source first, close to it before further off."""
    found: list[_Place] = []
    for near in (NEAR, NEAR + NUMBER_RADIUS):
        for i, (start, end) in enumerate(pairwise(corners)):
            found += _beside_run(
                start, end, label, first=0 if i else first, near=near, borders=borders
            )
    return found


def _beside_run(
    start: Point,
    end: Point,
    label: Block,
    *,
    first: float,
    near: float,
    borders: Sequence[float],
) -> list[_Place]:
    w, h = label.width, label.height
    length = _length((start, end))
    found: list[_Place] = []
    if start[1] == end[1]:
        sign = 1 if end[0] > start[0] else -1
        for along in _steps(length, w, first):
            middle = start[0] + sign * (along + w / 2)
            for y in (start[1] + 2 - near - h, start[1] - 2 + near):
                words = Words(label, Rect(middle - w / 2, y, w, h))
                found.append((words, (middle, start[1])))
    else:
        sign = 1 if end[1] > start[1] else -1
        past = [(border - start[1]) * sign + _PAST_END for border in borders]
        inside = [along for along in past if first < along < length - h - _HEAD]
        for along in (*_steps(length, h, first), *inside):
            middle = start[1] + sign * (along + h / 2)
            right = Words(label, Rect(start[0] + near, middle - h / 2, w, h), "start")
            left = Words(label, Rect(start[0] - near - w, middle - h / 2, w, h), "end")
            found += [(right, (start[0], middle)), (left, (start[0], middle))]
    return found


def _steps(length: float, need: float, first: float) -> Iterable[float]:
    """Distances from the start of a run at which words may begin."""
    room = length - need - first - _HEAD
    return (first, *(first + room * share / 4 for share in range(1, 5) if room > 0))


def choose_place(
    candidates: Sequence[Words],
    clearance: Clearance,
    *,
    owner: int = -2,
    extra: Callable[[int], int] | None = None,
) -> Words:
    """The place that stands on least, and file it as standing in the way.

    Args:
        candidates: places, the best first.
        clearance: what stands in the way already.
        owner: a shape that does not count.
        extra: what a place costs besides, by its rank.
    """
    best: tuple[int, Words] | None = None
    for rank, words in enumerate(candidates):
        if best is not None and rank >= best[0]:
            break
        shapes, _ = clearance.count_clashes(_widen(words.rect), owner=owner)
        _, lines = clearance.count_clashes(words.rect, owner=owner)
        cost = rank + _ON_SHAPE * shapes + _ON_LINE * lines + (extra(rank) if extra else 0)
        if lines:
            _, flows = clearance.count_clashes(words.rect, owner=owner, borders=False)
            cost -= (_ON_LINE - _ON_BORDER) * (lines - flows)
        if best is None or cost < best[0]:
            best = (cost, words)
    words = best[1] if best is not None else candidates[0]
    clearance.add_rect(words.rect)
    return words


def _widen(rect: Rect) -> Rect:
    return Rect(rect.x - _BETWEEN, rect.y, rect.width + 2 * _BETWEEN, rect.height)
