"""Strips and sheets as SVG."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.badging import find_badge_corner
from procmap.maps.layout.geometry import Point, Rect, Words
from procmap.maps.lettering import wrap
from procmap.maps.scene import Badge
from procmap.maps.sheets.connectors import CONNECTOR_RADIUS, Connector
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.strip import Strip
from procmap.maps.svg.flows import FlowPen
from procmap.maps.svg.lanes import LanePen, find_header
from procmap.maps.svg.marks import BADGE_SIZE, draw_badge, draw_number
from procmap.maps.svg.markup import Value, attribute, element, path, text
from procmap.maps.svg.nodes import NodePen
from procmap.maps.svg.outlines import draw_outline

__all__ = ["StripPen", "find_prefix"]

_LETTER: Final = 12.0
_CAPTION: Final = 11.0


def find_prefix(plan: MapPlan, *, paper: str) -> str:
    """What ids on sheets begin with, so that two maps on one page do not clash.

    Args:
        plan: the map.
        paper: what else tells one drawing of it from another.
    """
    content = repr((plan.scene, plan.facts, plan.theme, paper)).encode("utf-8", "backslashreplace")
    return f"pm{hashlib.sha256(content).hexdigest()[:8]}"


@dataclass(frozen=True)
class StripPen:
    """Draws the strips of one map.

    Args:
        plan: the map.
        prefix: of ids.
        side: width of each depth of bands.
        letters: the letter of each flow that is cut.
        sheets: the sheet that each strip is on, from 1.
    """

    plan: MapPlan
    prefix: str
    side: Sequence[float]
    letters: Mapping[int, str]
    sheets: Sequence[int]

    def draw(self, strip: Strip, x: float, y: float) -> list[str]:
        """Draw one strip.

        Args:
            strip: the strip.
            x: the left side of its lanes; headers stand left of it.
            y: the upper side of its lanes.
        """
        scene, theme = self.plan.scene, self.plan.theme
        prefix = f"{self.prefix}-s{strip.index + 1}"
        lanes = [lane.moved(x, y) for lane in strip.lanes]
        pen = LanePen(scene, theme, prefix, strip.headers, self.side)
        parts = [pen.draw_lane(lane, lanes[lane.index]) for lane in scene.lanes]
        parts += [
            pen.draw_band(band, name, bodies=lanes)
            for band, name in zip(scene.bands, strip.bands, strict=True)
        ]
        parts += self._draw_content(strip, prefix, x, y)
        parts += self._draw_sides(strip, lanes)
        parts += [self._draw_connector(each, x, y, strip.index) for each in strip.connectors]
        parts += self._draw_badges(strip, pen, lanes, x, y)
        return parts

    def _draw_content(self, strip: Strip, prefix: str, x: float, y: float) -> list[str]:
        """Frames, flows, shapes, events, numbers: in the order in which the uncut map has them."""
        scene, theme = self.plan.scene, self.plan.theme
        nodes, flows = NodePen(scene, theme, prefix), FlowPen(scene, theme, prefix)
        layers: dict[str, list[str]] = defaultdict(list)
        labels = {**strip.node_labels, **strip.frame_labels}
        for index, shape in strip.nodes.items():
            node = scene.nodes[index]
            layer = "frame" if node.kind == "group" else "event" if node.host is not None else ""
            drawn = nodes.draw(
                node,
                shape.moved(x, y),
                size=self.plan.sizes[index],
                label=_move_words(labels.get(index), x, y),
            )
            layers[layer].append(drawn)
        outlines = [
            draw_outline(
                scene,
                theme,
                index=index,
                boxes=[box.moved(x, y) for box in boxes],
                label=_move_words(strip.outline_labels.get(index), x, y),
            )
            for index, boxes in strip.outlines.items()
        ]
        order = sorted(strip.flows, key=lambda index: (bool(scene.flows[index].marks), index))
        lines = [
            flows.draw(
                scene.flows[index],
                [(px + x, py + y) for px, py in strip.flows[index]],
                label=_move_words(strip.flow_labels.get(index), x, y),
                begins=not strip.pieces[index].comes_from,
                arrives=not strip.pieces[index].goes_on,
            )
            for index in order
        ]
        numbers = []
        for spot in strip.numbers:
            flow = scene.flows[spot.flow]
            centre = (spot.centre[0] + x, spot.centre[1] + y)
            mark = flow.marks[spot.mark]
            numbers.append(draw_number(scene, theme, flow=flow, mark=mark, centre=centre))
        return [*layers["frame"], *outlines, *lines, *layers[""], *layers["event"], *numbers]

    def _draw_sides(self, strip: Strip, lanes: Sequence[Rect]) -> list[str]:
        """The sides that were cut, dashed, over the border of lanes and frames."""
        top, bottom = min(lane.y for lane in lanes), max(lane.bottom for lane in lanes)
        drawn = []
        for is_cut, x in ((strip.cut_left, lanes[0].x), (strip.cut_right, lanes[0].right)):
            if not is_cut:
                continue
            line: dict[str, Value] = {"d": path([(x, top), (x, bottom)]), "fill": "none"}
            paper: dict[str, Value] = {"stroke": self.plan.theme.paper, "stroke_width": 2.8}
            dashes: dict[str, Value] = {
                "stroke": self.plan.theme.border,
                "stroke_width": 1.6,
                "stroke_dasharray": "6 5",
            }
            drawn.append(
                element(
                    "g",
                    {"class": "procmap-cut", "data-document": self.plan.scene.document},
                    [element("path", {**line, **paper}), element("path", {**line, **dashes})],
                )
            )
        return drawn

    def _draw_connector(self, connector: Connector, x: float, y: float, strip: int) -> str:
        scene, theme = self.plan.scene, self.plan.theme
        flow, letter = scene.flows[connector.flow], self.letters[connector.flow]
        colour = theme.handoff if flow.marks else theme.line
        cx, cy = connector.x + x, connector.y + y
        ring = element(
            "circle",
            {
                "cx": cx,
                "cy": cy,
                "r": CONNECTOR_RADIUS,
                "fill": theme.paper,
                "stroke": colour,
                "stroke_width": 1.8 if flow.marks else 1.4,
            },
        )
        lang, there = scene.lang, self.sheets[connector.other]
        said = SHEET_WORDS["goes on" if connector.outward else "comes from"].text(lang)
        words = [f"<title>{attribute(said.format(letter=letter, sheet=there))}</title>", ring]
        place = Rect(cx, cy, 0, 0)
        block = wrap(letter, 99, size=_LETTER if len(letter) == 1 else _CAPTION, bold=True)
        words.append(text(block, place, fill=theme.ink))
        if connector.captioned and there != self.sheets[strip]:
            caption = SHEET_WORDS["sheet n"].text(lang).format(n=there)
            below = Rect(cx, cy + CONNECTOR_RADIUS + 8, 0, 0)
            words.append(text(wrap(caption, 99, size=_CAPTION), below, fill=theme.faint))
        return element(
            "g",
            {
                "class": "procmap-connector",
                "data-letter": letter,
                "data-for": flow.id,
                "data-side": "out" if connector.outward else "in",
                "data-document": scene.document,
                "role": "img",
            },
            words,
        )

    def _draw_badges(
        self, strip: Strip, pen: LanePen, lanes: Sequence[Rect], x: float, y: float
    ) -> list[str]:
        """Badges on the strip's shapes; those of lanes on the first strip."""
        scene, theme = self.plan.scene, self.plan.theme
        at: dict[Point, list[Badge]] = defaultdict(list)
        for badge in scene.badges:
            if badge.node is not None and badge.node in strip.nodes:
                # A frame that comes from the strip before has its badges there.
                if strip.index and strip.nodes[badge.node].x == 0:
                    continue
                shape = strip.nodes[badge.node].moved(x, y)
                at[find_badge_corner(scene.nodes[badge.node].kind, shape)].append(badge)
            elif badge.lane is not None and strip.index == 0:
                lane = scene.lanes[badge.lane]
                header = find_header(
                    scene,
                    lane,
                    body=lanes[lane.index],
                    widths=pen.widths,
                    header=pen.headers.width,
                )
                at[header.right - BADGE_SIZE - 4, header.y + BADGE_SIZE + 4].append(badge)
        return [
            draw_badge(scene, theme, badge=badge, centre=(cx - i * (2 * BADGE_SIZE + 2), cy))
            for (cx, cy), badges in at.items()
            for i, badge in enumerate(badges)
        ]


def _move_words(words: Words | None, x: float, y: float) -> Words | None:
    return None if words is None else replace(words, rect=words.rect.moved(x, y))
