"""How large each node is drawn, and how its words break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Scene, SceneNode

__all__ = [
    "BODY",
    "LABEL",
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
_BOUNDARY_EVENT: Final = 28.0
_GATEWAY: Final = 44.0
_OPEN_END: Final = 20.0
_LABEL_WIDTH: Final = 96.0
_BOUNDARY_LABEL_WIDTH: Final = 92.0
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
    """Measure every node of a scene, by index."""
    return [_measure(scene, node) for node in scene.nodes]


def find_boundary_offsets(count: int, apart: float = 0.0) -> tuple[int, ...]:
    """Where boundary events stand on a border, in lines of the grid from its middle.

    A single one stands right of the middle, so that a line can leave the middle straight down.

    Args:
        count: how many there are.
        apart: how far apart they have to be, for their labels.

    Example:
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
    width = _BOUNDARY_LABEL_WIDTH if node.kind == "boundary" else _LABEL_WIDTH
    label = _wrap_label(node.name, width, scene.lang)
    side = {
        "gateway": _GATEWAY,
        "event": _EVENT,
        "boundary": _BOUNDARY_EVENT,
        "open": _OPEN_END,
    }[node.kind]
    return NodeSize(side, side, none, label)


def _wrap_label(name: str, width: float, lang: str) -> Block:
    label = wrap(name, width, size=LABEL, lang=lang)
    while len(label.lines) * label.leading > 1.5 * width and width < _WIDEST:
        width *= 1.3
        label = wrap(name, width, size=LABEL, lang=lang)
    return label


def _measure_activity(scene: Scene, node: SceneNode, none: Block) -> NodeSize:
    events = scene.boundary_events.get(node.index, ())
    labels = [_wrap_label(event.name, _BOUNDARY_LABEL_WIDTH, scene.lang) for event in events]
    apart = max((label.width + 14 for label in labels if label.lines), default=0.0)
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
    if events:
        reach = max(abs(offset) for offset in offsets)
        width = max(width, 2 * SIDE_STEP * reach + _BOUNDARY_EVENT + 16)
    height = max(_TASK_HEIGHT, text.height + 18)
    if len(text.lines) > 1:
        # Words of one line pass below the sign in the corner and above the markers.
        below = bool(node.markers) or bool(events)
        height = max(height, text.height + 14 + SIGN * _has_sign(node) + SIGN * below)
    return NodeSize(width, height, text, none, offsets)


def _has_sign(node: SceneNode) -> bool:
    return node.type not in {"task", "subProcess", "callActivity"}
