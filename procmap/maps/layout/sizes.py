"""How large each node is drawn, and how its words break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from procmap.maps.layout.lying import lay
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = [
    "BODY",
    "BOUNDARY_EVENT",
    "LABEL",
    "NOTE_LEAD",
    "SIDE_STEP",
    "SIGN",
    "WRAP_SHARE",
    "NodeSize",
    "find_boundary_offsets",
    "find_event_offset",
    "measure_nodes",
]

# Font sizes, in the drawing's own units, of steps and of labels outside shapes.
BODY: Final = 12.0
LABEL: Final = 11.0
# Lines of the grid beside the middle of a column are so far apart: what leaves or sits on a side
# of a step stands on one of them.
SIDE_STEP: Final = 36
# Lines break at this share of the box, so that fonts wider than Arial (Noto, DejaVu) fit too.
WRAP_SHARE: Final = 0.83

# Height of a sign in the corner of a task, and of the markers at its lower border.
SIGN: Final = 13.0
_TASK_HEIGHT: Final = 58.0
_EVENT: Final = 34.0
BOUNDARY_EVENT: Final = 28.0
_GATEWAY: Final = 44.0
_OPEN_END: Final = 20.0
_DATA: Final = (34.0, 42.0)
_STORE: Final = (46.0, 38.0)
_LABEL_WIDTH: Final = 96.0
_BOUNDARY_LABEL_WIDTH: Final = 92.0
# The bracket of a note, beside its words.
NOTE_LEAD: Final = 10.0
_NOTES: Final = ((150.0, 5), (200.0, 8), (260.0, 14), (360.0, 24), (520.0, 60), (900.0, 999))
# Boxes for longer and longer names: width, and how many lines it may hold before the next is taken.
_BOXES: Final = ((128.0, 5), (160.0, 6), (200.0, 8), (260.0, 14), (360.0, 24), (520.0, 60))
_WIDEST: Final = 900.0


@dataclass(frozen=True, slots=True)
class NodeSize:
    """How large a node is.

    Args:
        width: of its shape; 0 for a group, whose frame follows from its content.
        height: of its shape; 0 for a group.
        text: the words inside the shape.
        label: the words outside it.
        offsets: where boundary events stand on its lower border, in lines from the middle, in
            order of the events.
    """

    width: float
    height: float
    text: Block
    label: Block
    offsets: tuple[int, ...] = ()


def measure_nodes(scene: Scene) -> list[NodeSize]:
    """Measure every node of a scene, by index; lying where the map is turned in the end."""
    sizes = [_measure(scene, node) for node in scene.nodes]
    if not scene.turned:
        return sizes
    return [
        replace(size, width=size.height, height=size.width, label=lay(size.label, turned=True))
        for size in sizes
    ]


def find_boundary_offsets(count: int, apart: float = 0.0) -> tuple[int, ...]:
    """Where boundary events stand on a border, in lines of the grid from its middle.

    A single one stands right of the middle, so that a line can leave the middle straight down.

    Args:
        count: how many there are.
        apart: how far apart they have to be, for their labels.

    Examples:
        >>> [find_boundary_offsets(count) for count in (1, 2, 3)]
        [(1,), (-1, 1), (-1, 0, 1)]
    """
    if count == 1:
        return (1,)
    lines = max(2 if count == 2 else 1, ceil(apart / SIDE_STEP))
    first = -((count - 1) * lines // 2)
    return tuple(first + i * lines for i in range(count))


def find_event_offset(scene: Scene, sizes: Sequence[NodeSize], node: SceneNode) -> int:
    """Where a boundary event stands on its host's lower border, in lines from the middle."""
    host = node.host if node.host is not None else node.index
    order = [event.index for event in scene.boundary_events[host]]
    return sizes[host].offsets[order.index(node.index)]


def _measure(scene: Scene, node: SceneNode) -> NodeSize:
    none = wrap("", 1, size=LABEL)
    if node.kind in {"activity", "group"}:
        return _measure_activity(scene, node, none)
    if node.kind == "note":
        return _measure_note(node.name, scene.lang)
    width = _BOUNDARY_LABEL_WIDTH if node.kind == "boundary" else _LABEL_WIDTH
    label = _wrap_label(node.name, width, scene.lang)
    if node.kind == "data":
        return NodeSize(*(_STORE if "Store" in node.type else _DATA), none, label)
    side = {
        "gateway": _GATEWAY,
        "event": _EVENT,
        "boundary": BOUNDARY_EVENT,
        "open": _OPEN_END,
    }[node.kind]
    return NodeSize(side, side, none, label)


def _wrap_label(name: str, width: float, lang: str) -> Block:
    label = wrap(name, width, size=LABEL, lang=lang)
    while len(label.lines) * label.leading > 1.5 * width and width < _WIDEST:
        width *= 1.3
        label = wrap(name, width, size=LABEL, lang=lang)
    return label


def _measure_note(name: str, lang: str) -> NodeSize:
    text = wrap("", 1, size=LABEL)
    for width, most in _NOTES:
        text = wrap(name, width * WRAP_SHARE, size=LABEL, lang=lang)
        if len(text.lines) <= most:
            break
    # The words fill at most their share of the box, in wider fonts too.
    width = max(30.0, text.width / WRAP_SHARE + NOTE_LEAD)
    return NodeSize(width, max(30.0, text.height + 10), text, wrap("", 1, size=LABEL))


def _measure_activity(scene: Scene, node: SceneNode, none: Block) -> NodeSize:
    events = scene.boundary_events.get(node.index, ())
    labels = [_wrap_label(event.name, _BOUNDARY_LABEL_WIDTH, scene.lang) for event in events]
    named = [label for label in labels if label.lines]
    needs = [label.height + 6 if scene.turned else label.width + 14 for label in named]
    apart = max(needs, default=0.0)
    offsets = find_boundary_offsets(len(events), apart)
    if node.kind == "group":
        return NodeSize(0.0, 0.0, none, none, offsets)
    text = none
    for width, most in _BOXES:
        text = wrap(node.name, width * WRAP_SHARE, size=BODY, lang=scene.lang)
        if len(text.lines) <= most:
            break
    else:
        width = _WIDEST
        text = wrap(node.name, width * WRAP_SHARE, size=BODY, lang=scene.lang)
    reach = max((abs(offset) for offset in offsets), default=0)
    along = 2 * SIDE_STEP * reach + BOUNDARY_EVENT + 16 if events else 0.0
    height = max(_TASK_HEIGHT, text.height + 18)
    if scene.turned:
        # Events sit on the right side then, and words keep clear of them.
        width, height = width + (BOUNDARY_EVENT if events else 0.0), max(height, along)
    else:
        width = max(width, along)
    if len(text.lines) > 1:
        # Words of one line pass below the sign in the corner and above the markers.
        below = bool(node.markers) or (bool(events) and not scene.turned)
        height = max(height, text.height + 14 + SIGN * _has_sign(node) + SIGN * below)
    return NodeSize(width, height, text, none, offsets)


def _has_sign(node: SceneNode) -> bool:
    return node.type not in {"task", "subProcess", "callActivity"}
