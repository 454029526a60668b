"""Lanes and pools as SVG where their names stand on strips that the layout has placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.maps.layout.frames import Frames, Strip
from procmap.maps.layout.geometry import Rect
from procmap.maps.scene import Scene, SceneLane
from procmap.maps.svg.markup import Value, attribute, element, number, rectangle, text
from procmap.maps.theme import Theme

__all__ = ["FramePen"]


@dataclass(frozen=True)
class FramePen:
    """Draws the lanes and pools of one map.

    Args:
        scene: what is drawn.
        theme: colours.
        prefix: of ids.
        frames: the strips with names.
    """

    scene: Scene
    theme: Theme
    prefix: str
    frames: Frames

    def draw(self, bodies: Sequence[Rect]) -> list[str]:
        """All lanes, then all bands.

        Args:
            bodies: the body of each lane.
        """
        parts = [self._draw_lane(lane, bodies[lane.index]) for lane in self.scene.lanes]
        for band, strip in zip(self.scene.bands, self.frames.bands, strict=True):
            if strip is not None:
                class_ = "procmap-pool" if band.kind == "pool" else "procmap-lanes"
                parts.append(self._draw_band(class_, band.id, band.name, strip))
        return parts

    def find_corner(self, lane: int, body: Rect) -> Rect:
        """The strip that badges of a lane stand on."""
        strip = self.frames.lanes.get(lane)
        return strip.rect if strip is not None else body

    def _draw_lane(self, lane: SceneLane, body: Rect) -> str:
        bounded = lane.index not in self.frames.unbounded
        fill = self.theme.lanes[lane.index % 2] if bounded else "none"
        border: dict[str, Value] = {"stroke": self.theme.border, "stroke_width": 1.0}
        if not bounded:
            border = {"stroke": "none"}
        parts = [
            rectangle(body, {"class": "procmap-lane-body", "fill": fill, **border}),
            f"<title>{attribute(lane.name)}</title>",
        ]
        strip = self.frames.lanes.get(lane.index)
        turned = ""
        if strip is not None:
            parts.append(
                rectangle(
                    strip.rect,
                    {
                        "class": None if strip.rect == body else "procmap-lane-header",
                        "fill": "none" if lane.thin else self.theme.header,
                        **border,
                    },
                )
            )
            if strip.upward:
                turned = self._write(strip)
            else:
                parts.append(text(strip.name, strip.rect, fill=self.theme.ink))
        classes = "procmap-lane procmap-outside" if lane.thin else "procmap-lane"
        group = element(
            "g",
            {
                "id": f"{self.prefix}-l{lane.index}",
                "class": classes,
                "data-id": lane.id,
                "data-unit": lane.unit,
                "data-document": self.scene.document,
            },
            parts,
        )
        # Lanes have no transforms; their names may.
        return group + turned

    def _draw_band(self, class_: str, id_: str, name: str, strip: Strip) -> str:
        look: dict[str, Value] = {"fill": self.theme.band, "stroke": self.theme.border}
        parts = [
            rectangle(strip.rect, {**look, "stroke_width": 1.0}),
            f"<title>{attribute(name)}</title>",
            self._write(strip),
        ]
        place: dict[str, Value] = {"data-id": id_, "data-document": self.scene.document}
        return element("g", {"class": class_, **place}, parts)

    def _write(self, strip: Strip) -> str:
        """The words of a strip; where they run upward, in a group that is turned."""
        rect = strip.rect
        if not strip.upward:
            return text(strip.name, rect, fill=self.theme.ink)
        x, y = rect.middle
        # Turned by a quarter, the words' own rectangle lies across the strip.
        lying = Rect(x - rect.height / 2, y - rect.width / 2, rect.height, rect.width)
        words = text(strip.name, lying, fill=self.theme.ink)
        turn = f"rotate(-90 {number(x)} {number(y)})"
        place: dict[str, Value] = {"data-document": self.scene.document, "transform": turn}
        return element("g", place, [words]) if words else ""
