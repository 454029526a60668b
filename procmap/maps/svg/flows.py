"""Flows as SVG: the line first, its arrow head as a shape of its own, its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.maps.layout.geometry import Point, Words
from procmap.maps.scene import End, Scene, SceneFlow
from procmap.maps.svg.markup import Value, attribute, element, number, path, polygon, text
from procmap.maps.theme import Theme

__all__ = ["FlowPen", "find_ends"]

_THIN: Final = 1.4
_THICK: Final = 3.0
_FAINT: Final = 1.1
_ROUND: Final = 6.0
_MESSAGE_DASH: Final = "7 4"
_INSIDE_DASH: Final = "1.5 4"
_ASSOCIATION_DASH: Final = "2 3"
_DASHES: Final = {
    "message": _MESSAGE_DASH,
    "inside": _INSIDE_DASH,
    "association": _ASSOCIATION_DASH,
}


def find_ends(scene: Scene, flow: SceneFlow) -> tuple[str, str]:
    """What a flow leaves and reaches, by name; "" where those have none."""

    def name(end: End) -> str:
        if end.node is not None:
            return scene.nodes[end.node].name
        if end.flow is not None:
            return scene.flows[end.flow].name
        return scene.pools[end.pool].name if end.pool is not None else ""

    return name(flow.source), name(flow.target)


@dataclass(frozen=True)
class FlowPen:
    """Draws the flows of one map."""

    scene: Scene
    theme: Theme
    prefix: str

    def draw(
        self,
        flow: SceneFlow,
        corners: Sequence[Point],
        *,
        label: Words | None,
        begins: bool = True,
        arrives: bool = True,
    ) -> str:
        """One flow as a group.

        Args:
            flow: the flow.
            corners: from its source's border to its target's.
            label: its words, or ``None``.
            begins: its first corner is where it leaves; otherwise it comes from another sheet.
            arrives: its last corner is where it arrives; otherwise it goes on elsewhere.
        """
        handoff = bool(flow.marks)
        colour = self.theme.handoff if handoff else self.theme.line
        dash = _DASHES.get(flow.kind)
        faint = flow.kind == "association"
        line = element(
            "path",
            {
                "class": "procmap-line",
                "d": _round(corners),
                "fill": "none",
                "stroke": colour,
                "stroke_width": _THICK if handoff else _FAINT if faint else _THIN,
                "stroke_dasharray": dash,
            },
        )
        words = ""
        if label is not None:
            words = text(
                label.block,
                label.rect,
                align=label.align,
                fill=self.theme.ink,
                class_="procmap-label",
            )
        parts = [line, self._draw_title(flow)]
        if begins:
            parts.append(self._draw_start(flow, corners, colour))
        if arrives:
            parts.append(self._draw_head(flow, corners, colour))
        return element("g", self._describe(flow), [*parts, words])

    def _describe(self, flow: SceneFlow) -> dict[str, Value]:
        if flow.kind == "inside":
            return {"class": "procmap-inside", "data-document": self.scene.document}
        classes = "procmap-flow procmap-handoff" if flow.marks else "procmap-flow"
        return {
            "id": f"{self.prefix}-f{flow.index}",
            "class": classes,
            "data-id": flow.id,
            "data-source": flow.source_id,
            "data-target": flow.target_id,
            "data-kind": flow.kind,
            "data-handoffs": " ".join(str(mark.number) for mark in flow.marks) or None,
            "data-governance": flow.governance if flow.marks else None,
            "data-document": self.scene.document,
        }

    def _draw_title(self, flow: SceneFlow) -> str:
        source, target = (
            name or MAP_WORDS["unnamed"].text(self.scene.lang)
            for name in find_ends(self.scene, flow)
        )
        said = f"{source} → {target}" + (f": {flow.name}" if flow.name else "")
        return f"<title>{attribute(said)}</title>"

    def _draw_start(self, flow: SceneFlow, corners: Sequence[Point], colour: str) -> str:
        (x, y), (dx, dy) = corners[0], _direction(corners[0], corners[1])
        if flow.kind == "message":
            place: dict[str, Value] = {"cx": x + 4 * dx, "cy": y + 4 * dy, "r": 3.6}
            look: dict[str, Value] = {
                "fill": self.theme.paper,
                "stroke": colour,
                "stroke_width": _THIN,
            }
            return element("circle", {**place, **look})
        if flow.default:
            at = (x + 9 * dx, y + 9 * dy)
            ends = [
                (at[0] - 3.5 * dx - 5 * dy, at[1] - 3.5 * dy - 5 * dx),
                (at[0] + 3.5 * dx + 5 * dy, at[1] + 3.5 * dy + 5 * dx),
            ]
            look = {"fill": "none", "stroke": colour, "stroke_width": _THIN + 0.3}
            return element("path", {"d": path(ends), **look})
        if flow.conditional:
            diamond = [
                (x, y),
                (x + 7 * dx + 4.5 * dy, y + 7 * dy + 4.5 * dx),
                (x + 14 * dx, y + 14 * dy),
                (x + 7 * dx - 4.5 * dy, y + 7 * dy - 4.5 * dx),
            ]
            return polygon(
                diamond, {"fill": self.theme.paper, "stroke": colour, "stroke_width": _THIN}
            )
        return ""

    def _draw_head(self, flow: SceneFlow, corners: Sequence[Point], colour: str) -> str:
        if flow.kind == "inside" or flow.headless:
            return ""
        tip, (dx, dy) = corners[-1], _direction(corners[-2], corners[-1])
        length, half = (13.0, 6.0) if flow.marks else (10.0, 4.6)
        base = (tip[0] - length * dx, tip[1] - length * dy)
        head = [
            tip,
            (base[0] - half * dy, base[1] + half * dx),
            (base[0] + half * dy, base[1] - half * dx),
        ]
        if flow.kind == "association":
            look: dict[str, Value] = {"fill": "none", "stroke": colour, "stroke_width": _FAINT}
            return element("path", {"d": path([head[1], tip, head[2]]), **look})
        open_head = flow.kind == "message"
        return polygon(
            head,
            {
                "class": "procmap-head",
                "fill": self.theme.paper if open_head else colour,
                "stroke": colour,
                "stroke_width": 1.6 if open_head and flow.marks else 1.0,
                "stroke_linejoin": "round",
            },
        )


def _direction(start: Point, end: Point) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _round(corners: Sequence[Point]) -> str:
    """The line of a flow with rounded corners: absolute M, L and Q."""
    words = [f"M{_pair(corners[0])}"]
    for (before, at), (_, after) in pairwise(pairwise(corners)):
        into, out = _direction(before, at), _direction(at, after)
        cut = min(_ROUND, _distance(before, at) / 2, _distance(at, after) / 2)
        if into == out or cut < 0.5:
            words.append(f"L{_pair(at)}")
            continue
        words.append(f"L{_pair((at[0] - into[0] * cut, at[1] - into[1] * cut))}")
        words.append(f"Q{_pair(at)} {_pair((at[0] + out[0] * cut, at[1] + out[1] * cut))}")
    words.append(f"L{_pair(corners[-1])}")
    return " ".join(words)


def _distance(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
