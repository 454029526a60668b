"""Lanes, and the bands left of them, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.maps.layout.geometry import Rect
from procmap.maps.layout.headers import Headers
from procmap.maps.lettering import Block
from procmap.maps.scene import Band, Scene, SceneLane
from procmap.maps.svg.markup import Value, attribute, element, number, rectangle, text
from procmap.maps.theme import Theme

__all__ = ["LanePen", "find_header"]


def find_header(
    scene: Scene, lane: SceneLane, *, body: Rect, widths: Sequence[float], header: float
) -> Rect:
    """Where the header of a lane lies: from its innermost band, or the far left, to its body."""
    inner = [b.depth for b in scene.bands if b.first <= lane.index <= b.last]
    free = sum(widths[max(inner) + 1 :]) if inner else sum(widths)
    return Rect(body.x - header - free, body.y, header + free, body.height)


@dataclass(frozen=True)
class LanePen:
    """Draws the lanes of one map.

    Args:
        scene: what is drawn.
        theme: colours.
        prefix: of ids.
        headers: names and width of headers.
        widths: width of each depth of bands.
    """

    scene: Scene
    theme: Theme
    prefix: str
    headers: Headers
    widths: Sequence[float]

    def find_corner(self, lane: int, body: Rect) -> Rect:
        """The header that badges of a lane stand on."""
        return find_header(
            self.scene,
            self.scene.lanes[lane],
            body=body,
            widths=self.widths,
            header=self.headers.width,
        )

    def draw_lane(self, lane: SceneLane, body: Rect) -> str:
        """A lane as a group: its body first, then its header."""
        header = find_header(
            self.scene, lane, body=body, widths=self.widths, header=self.headers.width
        )
        border: dict[str, Value] = {"stroke": self.theme.border, "stroke_width": 1.0}
        fill = self.theme.lanes[lane.index % 2]
        parts = [
            rectangle(body, {"class": "procmap-lane-body", "fill": fill, **border}),
            f"<title>{attribute(lane.name)}</title>",
            rectangle(
                header,
                {
                    "class": "procmap-lane-header",
                    "fill": self.theme.paper if lane.thin else self.theme.header,
                    **border,
                },
            ),
            text(self.headers.names[lane.index], header, fill=self.theme.ink),
        ]
        classes = "procmap-lane procmap-outside" if lane.thin else "procmap-lane"
        return element(
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

    def draw_band(self, band: Band, name: Block, *, bodies: Sequence[Rect]) -> str:
        """A pool, or a lane with lanes in it, as a group: a band with its name running upward."""
        top, bottom = bodies[band.first].y, bodies[band.last].bottom
        left = bodies[band.first].x - self.headers.width - sum(self.widths[band.depth :])
        rect = Rect(left, top, self.widths[band.depth], bottom - top)
        x, y = rect.middle
        # Turned by a quarter, the words' own rectangle lies across the band.
        words = text(
            name,
            Rect(x - rect.height / 2, y - rect.width / 2, rect.height, rect.width),
            fill=self.theme.ink,
        )
        parts = [
            rectangle(
                rect,
                {"fill": self.theme.band, "stroke": self.theme.border, "stroke_width": 1.0},
            ),
            f"<title>{attribute(band.name)}</title>",
        ]
        if words:
            turn = f"rotate(-90 {number(x)} {number(y)})"
            place: dict[str, Value] = {"data-document": self.scene.document, "transform": turn}
            parts.append(element("g", place, [words]))
        return element(
            "g",
            {
                "class": "procmap-pool" if band.kind == "pool" else "procmap-lanes",
                "data-id": band.id,
                "data-document": self.scene.document,
            },
            parts,
        )
