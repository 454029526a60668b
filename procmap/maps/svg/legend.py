"""The legend: what is on the map, and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from procmap.labels.maps import MAP_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.scene import Mark, Scene
from procmap.maps.svg.marks import BADGE_SIZE, draw_diamond, draw_ring
from procmap.maps.svg.markup import Value, element, path, polygon, rectangle
from procmap.maps.theme import Theme

__all__ = ["Sample", "find_legend"]

Sample = Callable[[float, float], str]
_Kind = Literal["flow", "message", "inside", "association"]

_LINE = 46.0


def find_legend(scene: Scene, theme: Theme) -> list[tuple[float, str, Sample]]:
    """Samples of what is on a map.

    Args:
        scene: what is drawn.
        theme: colours.

    Returns:
        For each sample its width, its words, and what draws it at a left side and a middle.
    """

    def word(key: str) -> str:
        return MAP_WORDS[key].text(scene.lang)

    found: list[tuple[float, str, Sample]] = []
    kinds = {flow.kind for flow in scene.flows}
    if "sequence" in kinds:
        found.append((_LINE, word("flow"), _flow_sample(theme, "flow")))
    if "message" in kinds:
        found.append((_LINE, word("message"), _flow_sample(theme, "message")))
    if any(flow.marks for flow in scene.flows):
        found += [
            (_LINE, word("yes"), _handoff_sample(theme, "yes")),
            (_LINE, word("no"), _handoff_sample(theme, "no")),
            (_LINE, word("undetermined"), _handoff_sample(theme, "undetermined")),
        ]
    if scene.badges:
        found.append((2 * BADGE_SIZE, word("badge"), _badge_sample(theme)))
    if "association" in kinds:
        beside = any(node.kind in {"data", "note"} for node in scene.nodes)
        named = word("association" if beside else "compensation")
        found.append((_LINE, named, _flow_sample(theme, "association")))
    if scene.outlines:
        found.append((_LINE, word("outline"), _outline_sample(theme)))
    if "inside" in kinds:
        found.append((_LINE, word("inside"), _flow_sample(theme, "inside")))
    if any(node.kind == "open" for node in scene.nodes):
        found.append((20.0, word("open end"), _open_end_sample(theme)))
    return found


def _flow_sample(theme: Theme, kind: _Kind) -> Sample:
    dash = {"flow": None, "message": "7 4", "inside": "1.5 4", "association": "2 3"}[kind]

    def draw(x: float, y: float) -> str:
        look: dict[str, Value] = {
            "d": path([(x, y), (x + _LINE, y)]),
            "fill": "none",
            "stroke": theme.line,
            "stroke_width": 1.4,
            "stroke_dasharray": dash,
        }
        line = element("path", look)
        if kind in {"inside", "association"}:
            return line
        head = [(x + _LINE, y), (x + _LINE - 10, y - 4.6), (x + _LINE - 10, y + 4.6)]
        fill = theme.paper if kind == "message" else theme.line
        return line + polygon(head, {"fill": fill, "stroke": theme.line, "stroke_width": 1.0})

    return draw


def _handoff_sample(theme: Theme, governance: Literal["yes", "no", "undetermined"]) -> Sample:
    def draw(x: float, y: float) -> str:
        look: dict[str, Value] = {
            "d": path([(x, y), (x + _LINE, y)]),
            "fill": "none",
            "stroke": theme.handoff,
            "stroke_width": 3.0,
        }
        head = [(x + _LINE, y), (x + _LINE - 13, y - 6), (x + _LINE - 13, y + 6)]
        sign = {"yes": "1", "no": "2", "undetermined": "3"}[governance]
        ring = draw_ring(theme, Mark(0, governance), centre=(x + 13, y), number=sign)
        return (
            element("path", look)
            + polygon(head, {"fill": theme.handoff, "stroke": theme.handoff, "stroke_width": 1.0})
            + ring
        )

    return draw


def _badge_sample(theme: Theme) -> Sample:
    def draw(x: float, y: float) -> str:
        return draw_diamond(theme, centre=(x + BADGE_SIZE, y))

    return draw


def _outline_sample(theme: Theme) -> Sample:
    def draw(x: float, y: float) -> str:
        look: dict[str, Value] = {
            "rx": 6.0,
            "fill": "none",
            "stroke": theme.base,
            "stroke_width": 1.2,
            "stroke_dasharray": "9 3 2 3",
        }
        return rectangle(Rect(x, y - 8, _LINE, 16), look)

    return draw


def _open_end_sample(theme: Theme) -> Sample:
    def draw(x: float, y: float) -> str:
        look: dict[str, Value] = {
            "cx": x + 10,
            "cy": y,
            "r": 9.0,
            "fill": theme.fill,
            "stroke": theme.base,
            "stroke_width": 1.2,
            "stroke_dasharray": "2.5 2.5",
        }
        return element("circle", look)

    return draw
