"""Nodes as SVG: the shape first, then what it is called, its words, its signs."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.labels.kinds import NODE_TYPES
from procmap.labels.maps import ARTIFACT_TYPES, MAP_WORDS
from procmap.maps.layout.geometry import Rect, Words
from procmap.maps.layout.sizes import BOUNDARY_EVENT, NOTE_LEAD, SIGN, NodeSize
from procmap.maps.scene import Scene, SceneNode
from procmap.maps.svg.markup import (
    Value,
    attribute,
    element,
    number,
    path,
    polygon,
    rectangle,
    text,
)
from procmap.maps.svg.signs import (
    EVENT_SIGNS,
    GATEWAY_SIGNS,
    MARKER_SIGNS,
    TASK_SIGNS,
    draw_sign,
)
from procmap.maps.theme import Theme

__all__ = ["NodePen", "find_title"]

_OUTLINE = 1.6
_THICK = 3.4
_ROUND = 8.0
_MARKER_STEP = 15.0


def find_title(scene: Scene, node: SceneNode) -> str:
    """What a node is called for those who cannot see it: name, kind, lane."""
    words = NODE_TYPES.get(node.type) or ARTIFACT_TYPES.get(node.type)
    kind = words.text(scene.lang) if words else node.type
    if node.kind == "open":
        kind = MAP_WORDS["open end"].text(scene.lang)
    lane = scene.lanes[node.lane].name
    return ", ".join(part for part in (node.name, kind, lane) if part)


@dataclass(frozen=True)
class NodePen:
    """Draws the nodes of one map."""

    scene: Scene
    theme: Theme
    prefix: str

    def draw(self, node: SceneNode, shape: Rect, *, size: NodeSize, label: Words | None) -> str:
        """One node as a group.

        Args:
            node: the node.
            shape: where its shape lies.
            size: its words, broken into lines.
            label: words outside the shape, or a group's name in its frame.
        """
        body = {
            "activity": self._draw_activity,
            "group": self._draw_group,
            "gateway": self._draw_gateway,
            "event": self._draw_event,
            "boundary": self._draw_event,
            "open": self._draw_open_end,
            "data": self._draw_data,
            "note": self._draw_note,
        }[node.kind](node, shape)
        title = f"<title>{attribute(find_title(self.scene, node))}</title>"
        words = self._draw_words(node, shape, size)
        if label is not None:
            # A group's name stands inside its shape, and is no label in the sense of the contract.
            outside = None if node.kind == "group" else "procmap-label"
            words += text(
                label.block,
                label.rect,
                align=label.align,
                fill=self.theme.ink,
                class_=outside,
            )
        return element(
            "g",
            {
                "id": f"{self.prefix}-n{node.index}",
                "class": "procmap-node",
                "data-id": node.id,
                "data-type": node.type,
                "data-unit": node.unit,
                "data-document": self.scene.document,
                "role": "img",
            },
            [body[0], title, *body[1:], words],
        )

    def _outline(self, width: float = _OUTLINE, dash: str | None = None) -> dict[str, Value]:
        return {
            "class": "procmap-shape",
            "fill": self.theme.fill,
            "stroke": self.theme.base,
            "stroke_width": width,
            "stroke_dasharray": dash,
        }

    def _line(self, width: float = _OUTLINE, dash: str | None = None) -> dict[str, Value]:
        return {**self._outline(width, dash), "class": None, "fill": "none"}

    def _sign(
        self, name: str, table: str, x: float, y: float, *, scale: float = 1, thrown: bool = False
    ) -> str:
        signs = {
            "task": TASK_SIGNS,
            "event": EVENT_SIGNS,
            "gateway": GATEWAY_SIGNS,
            "marker": MARKER_SIGNS,
        }[table]
        if name not in signs:
            return ""
        return draw_sign(
            signs[name],
            x=x,
            y=y,
            scale=scale,
            ink=self.theme.base,
            paper=self.theme.fill,
            thrown=thrown,
        )

    def _draw_activity(self, node: SceneNode, shape: Rect) -> list[str]:
        calls = node.type == "callActivity"
        dash = "4 3" if node.event_driven else None
        drawn = [
            rectangle(shape, {"rx": _ROUND, **self._outline(_THICK if calls else _OUTLINE, dash)})
        ]
        if node.type == "transaction":
            drawn.append(rectangle(shape.grown(-3.2), {"rx": _ROUND - 3, **self._line(1.1)}))
        sign = self._sign(
            node.type,
            "task",
            shape.x + 13,
            shape.y + 12.5,
            scale=0.85,
            thrown=node.type == "sendTask",
        )
        return [*drawn, sign, self._draw_markers(node, shape)]

    def _draw_markers(self, node: SceneNode, shape: Rect) -> str:
        x = shape.middle[0] - (len(node.markers) - 1) * _MARKER_STEP / 2
        return "".join(
            self._sign(marker, "marker", x + i * _MARKER_STEP, shape.bottom - 8.5, scale=0.9)
            for i, marker in enumerate(node.markers)
        )

    def _draw_group(self, node: SceneNode, shape: Rect) -> list[str]:
        dash = "5 4" if node.event_driven else None
        outline = {**self._outline(1.4, dash), "fill": self.theme.frame}
        drawn = [rectangle(shape, {"rx": 10.0, **outline})]
        if node.type == "transaction":
            drawn.append(rectangle(shape.grown(-3.5), {"rx": 7.0, **self._line(1.1)}))
        markers = [
            self._sign(marker, "marker", shape.right - 14 - i * _MARKER_STEP, shape.y + 13)
            for i, marker in enumerate(reversed(node.markers))
        ]
        return [*drawn, *markers]

    def _draw_gateway(self, node: SceneNode, shape: Rect) -> list[str]:
        x, y = shape.middle
        corners = [(x, shape.y), (shape.right, y), (x, shape.bottom), (shape.x, y)]
        return [polygon(corners, self._outline()), self._sign(node.type, "gateway", x, y)]

    def _draw_event(self, node: SceneNode, shape: Rect) -> list[str]:
        x, y = shape.middle
        radius = shape.width / 2
        ends = node.type == "endEvent"
        dash = None if node.interrupting else "4 3"
        place: dict[str, Value] = {"cx": x, "cy": y, "r": radius}
        drawn = [element("circle", {**place, **self._outline(_THICK if ends else _OUTLINE, dash)})]
        if node.type not in {"startEvent", "endEvent"}:
            drawn.append(element("circle", {**place, "r": radius - 3.2, **self._line(1.1, dash)}))
        sign = self._sign(node.trigger, "event", x, y, scale=radius / 17, thrown=node.throws)
        return [*drawn, sign]

    def _draw_open_end(self, node: SceneNode, shape: Rect) -> list[str]:
        del node
        x, y = shape.middle
        place: dict[str, Value] = {"cx": x, "cy": y, "r": shape.width / 2}
        mark = element(
            "text",
            {
                "x": x,
                "y": y + 4,
                "font_size": 11.0,
                "font_weight": "bold",
                "text_anchor": "middle",
                "fill": self.theme.faint,
            },
            ["?"],
        )
        return [element("circle", {**place, **self._outline(1.2, "2.5 2.5")}), mark]

    def _draw_data(self, node: SceneNode, shape: Rect) -> list[str]:
        look = self._outline(1.2)
        if "Store" in node.type:
            return [
                element("path", {"d": _find_drum(shape), **look}),
                *(
                    element("path", {"d": _find_rim(shape, drop), **self._line(1.0)})
                    for drop in (0.0, 4.0)
                ),
            ]
        fold, right = 10.0, shape.right
        page = [
            (shape.x, shape.y),
            (right - fold, shape.y),
            (right, shape.y + fold),
            (right, shape.bottom),
            (shape.x, shape.bottom),
        ]
        corner = [(right - fold, shape.y), (right - fold, shape.y + fold), (right, shape.y + fold)]
        drawn = [polygon(page, look), element("path", {"d": path(corner), **self._line(1.0)})]
        if node.type in {"dataInput", "dataOutput"}:
            filled = node.type == "dataOutput"
            arrow = draw_sign(
                EVENT_SIGNS["link"],
                x=shape.x + 9,
                y=shape.y + 9,
                scale=0.65,
                ink=self.theme.base,
                paper=self.theme.fill,
                thrown=filled,
            )
            drawn.append(arrow)
        return drawn

    def _draw_note(self, node: SceneNode, shape: Rect) -> list[str]:
        del node
        bracket = [
            (shape.x + NOTE_LEAD, shape.y),
            (shape.x, shape.y),
            (shape.x, shape.bottom),
            (shape.x + NOTE_LEAD, shape.bottom),
        ]
        return [
            rectangle(shape, {"class": "procmap-shape", "fill": "none", "stroke": "none"}),
            element("path", {"d": path(bracket), **self._line(1.2)}),
        ]

    def _draw_words(self, node: SceneNode, shape: Rect, size: NodeSize) -> str:
        if node.kind == "note":
            room = Rect(shape.x + NOTE_LEAD - 2, shape.y, shape.width - NOTE_LEAD + 2, shape.height)
            return text(size.text, room, align="start", fill=self.theme.ink)
        if node.kind != "activity" or not size.text.lines:
            return ""
        # A sign in the upper corner, or markers below, push the words aside only if they meet.
        several = len(size.text.lines) > 1
        top = SIGN if node.type in TASK_SIGNS and several else 0.0
        events = node.index in self.scene.boundary_events
        hosts = several and events and not self.scene.turned
        below = SIGN if node.markers or hosts else 0.0
        aside = BOUNDARY_EVENT if events and self.scene.turned else 0.0
        room = Rect(shape.x, shape.y + top, shape.width - aside, shape.height - top - below)
        return text(size.text, room, fill=self.theme.ink)


_RIM = 6.0


def _find_drum(shape: Rect) -> str:
    """A data store: the corners of its box are where its curves are drawn to."""
    left, right, middle = number(shape.x), number(shape.right), number(shape.middle[0])
    top, bottom = number(shape.y), number(shape.bottom)
    high, low = number(shape.y + _RIM), number(shape.bottom - _RIM)
    return (
        f"M{left} {high} Q{left} {top} {middle} {top} Q{right} {top} {right} {high}"
        f" L{right} {low} Q{right} {bottom} {middle} {bottom} Q{left} {bottom} {left} {low} Z"
    )


def _find_rim(shape: Rect, drop: float) -> str:
    left, right, middle = number(shape.x), number(shape.right), number(shape.middle[0])
    at, low = number(shape.y + _RIM + drop), number(shape.y + 2 * _RIM + drop)
    return f"M{left} {at} Q{left} {low} {middle} {low} Q{right} {low} {right} {at}"
