"""Words of a page: where the file puts its labels, in type that fits its shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from procmap.maps.layout.clearance import Clearance
from procmap.maps.layout.frames import fit_words
from procmap.maps.layout.geometry import Point, Rect, Words
from procmap.maps.layout.labelling import choose_place
from procmap.maps.layout.room import wrap_flow_label
from procmap.maps.layout.sizes import BODY, LABEL, NOTE_LEAD, SIGN, NodeSize
from procmap.maps.layout.source.shapes import Page
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = ["fit_nodes", "place_flow_words", "place_frame_words", "place_node_words"]

_PLAIN: Final = frozenset({"task", "subProcess", "callActivity"})
_LABEL_WIDTH: Final = 96.0
_NARROWEST: Final = 56.0
_NUDGE: Final = 7.0
_FRAME_WORDS: Final = 40.0
_FRAME_LINE: Final = 16.0
_FRAME_LEAST: Final = 60.0


def fit_nodes(scene: Scene, shapes: Sequence[Rect]) -> list[NodeSize]:
    """Fit the words of each node into its shape, or break them into a label beside it.

    Args:
        scene: what is drawn.
        shapes: the shape of each node.
    """
    return [_fit(scene, node, shapes[node.index]) for node in scene.nodes]


def _fit(scene: Scene, node: SceneNode, shape: Rect) -> NodeSize:
    none = wrap("", 1, size=LABEL)
    if node.kind == "group":
        return NodeSize(shape.width, shape.height, none, none)
    if node.kind == "note":
        width = shape.width - NOTE_LEAD
        text = fit_words(node.name, width, shape.height, lang=scene.lang, largest=LABEL)
        return NodeSize(shape.width, shape.height, text, none)
    if node.kind == "activity":
        below = bool(node.markers) or node.index in scene.boundary_events
        room = shape.height - SIGN * (node.type not in _PLAIN) - SIGN * below - 4
        text = fit_words(node.name, shape.width, room, lang=scene.lang, largest=BODY)
        return NodeSize(shape.width, shape.height, text, none)
    return NodeSize(shape.width, shape.height, none, wrap(node.name, _LABEL_WIDTH, size=LABEL))


def _wrap_to(name: str, rect: Rect, lang: str) -> Block:
    return wrap(name, max(rect.width, _NARROWEST), size=LABEL, lang=lang)


def _put(block: Block, rect: Rect) -> Words:
    """Words centred at the top of the rectangle that the file gives them."""
    x = rect.middle[0] - block.width / 2
    return Words(block, Rect(x, rect.y, block.width, block.height))


def _nudge(words: Words) -> list[Words]:
    """Where the file puts words, and close by: our letters are not of the width of its own."""
    return [
        replace(words, rect=words.rect.moved(x * _NUDGE, y * _NUDGE))
        for x, y in ((0, 0), (0, -1), (0, 1), (1, 0), (-1, 0), (0, -2), (0, 2), (2, 0), (-2, 0))
    ]


def place_node_words(
    scene: Scene,
    page: Page,
    *,
    shapes: Sequence[Rect],
    sizes: Sequence[NodeSize],
    clearance: Clearance,
) -> dict[int, Words]:
    """Place the labels of nodes where the file puts them and there is room, else nearby.

    Args:
        scene: what is drawn.
        page: the page.
        shapes: the shape of each node.
        sizes: their labels.
        clearance: what stands in the way; what is placed is filed there.
    """
    placed: dict[int, Words] = {}
    for node in scene.nodes:
        label = sizes[node.index].label
        if not label.lines:
            continue
        given = page.labels.get(node.id)
        if given is not None:
            said = _put(_wrap_to(node.name, given, scene.lang), given)
            candidates = [*_nudge(said), *_find_places(shapes[node.index], said.block)]
            placed[node.index] = choose_place(candidates, clearance, owner=node.index)
    for node in scene.nodes:
        label, shape = sizes[node.index].label, shapes[node.index]
        if label.lines and node.index not in placed:
            candidates = _find_places(shape, label)
            placed[node.index] = choose_place(candidates, clearance, owner=node.index)
    return placed


def _find_places(shape: Rect, label: Block) -> list[Words]:
    x, w, h = shape.middle[0], label.width, label.height
    return [
        Words(label, Rect(x - w / 2, shape.bottom + 3, w, h)),
        Words(label, Rect(x - w / 2, shape.y - 3 - h, w, h)),
        Words(label, Rect(shape.right + 3, shape.bottom - 4, w, h), "start"),
        Words(label, Rect(shape.x - 3 - w, shape.bottom - 4, w, h), "end"),
        Words(label, Rect(shape.right + 3, shape.y + 4 - h, w, h), "start"),
        Words(label, Rect(shape.x - 3 - w, shape.y + 4 - h, w, h), "end"),
    ]


def place_flow_words(
    scene: Scene,
    page: Page,
    *,
    flows: Mapping[int, Sequence[Point]],
    clearance: Clearance,
) -> dict[int, Words]:
    """Place the labels of flows where the file puts them and there is room, else along them.

    Args:
        scene: what is drawn.
        page: the page.
        flows: corners of each flow.
        clearance: what stands in the way; what is placed is filed there.
    """
    placed: dict[int, Words] = {}
    for flow in scene.flows:
        given = page.line_labels.get(flow.id)
        if flow.name and given is not None:
            said = _put(_wrap_to(flow.name, given, scene.lang), given)
            candidates = [*_nudge(said), *_find_places_along(flows[flow.index], said.block)]
            placed[flow.index] = choose_place(candidates, clearance)
    for flow in scene.flows:
        if flow.name and flow.index not in placed:
            label = wrap_flow_label(scene, flow.name)
            candidates = _find_places_along(flows[flow.index], label)
            placed[flow.index] = choose_place(candidates, clearance)
    return placed


def _find_places_along(corners: Sequence[Point], label: Block) -> list[Words]:
    w, h = label.width, label.height
    runs = sorted(
        pairwise(corners),
        key=lambda run: -(abs(run[1][0] - run[0][0]) + abs(run[1][1] - run[0][1])),
    )
    found = []
    for (x0, y0), (x1, y1) in runs:
        for share in (0.3, 0.5, 0.7):
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            if abs(x1 - x0) >= abs(y1 - y0):
                places = [Rect(x - w / 2, y - h - 3, w, h), Rect(x - w / 2, y + 3, w, h)]
            else:
                places = [Rect(x + 5, y - h / 2, w, h), Rect(x - 5 - w, y - h / 2, w, h)]
            found += [Words(label, place) for place in places]
    return found


def place_frame_words(scene: Scene, shapes: Sequence[Rect]) -> dict[int, Words]:
    """Place the names of open sub-processes at the upper left inside their frames."""
    inside: dict[int, list[Rect]] = {}
    for node in scene.nodes:
        if node.parent is not None and node.host is None:
            inside.setdefault(node.parent, []).append(shapes[node.index])
    placed = {}
    for node in scene.nodes:
        if node.kind == "group" and node.name:
            shape = shapes[node.index]
            room = _find_room(node, shape, inside.get(node.index, ()))
            block = fit_words(
                node.name, room.width, room.height, lang=scene.lang, bold=True, largest=LABEL
            )
            rect = Rect(room.x, room.y, block.width, block.height)
            placed[node.index] = Words(block, rect, "start")
    return placed


def _find_room(node: SceneNode, shape: Rect, inside: Sequence[Rect]) -> Rect:
    """What is free at the upper left of a frame: above what is in it, or left of that."""
    room = Rect(shape.x + 10, shape.y + 6, shape.width - 20 - 16 * len(node.markers), _FRAME_WORDS)
    near = [each for each in inside if each.overlaps(room)]
    if not near:
        return room
    above = min(each.y for each in near) - shape.y
    beside = min(each.x for each in near) - room.x - 4
    if above < _FRAME_LINE and beside > _FRAME_LEAST:
        return replace(room, width=beside)
    return Rect(room.x, shape.y + 2, room.width, max(above - 4, _FRAME_LINE / 2))
