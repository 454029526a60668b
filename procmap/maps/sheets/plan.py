"""What a swimlane map is drawn from, kept so that it can be drawn again on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.maps.facts import MapFacts
from procmap.maps.layout.geometry import Geometry
from procmap.maps.layout.headers import Headers
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.scene import Scene
from procmap.maps.theme import Theme

__all__ = ["MapPlan"]


@dataclass(frozen=True)
class MapPlan:
    """A swimlane map before it is written.

    Args:
        scene: what is drawn.
        geometry: where.
        sizes: words inside shapes.
        headers: names of lanes.
        facts: the words around the map.
        theme: colours.
        number: its number where several maps hang together, as on an agenda.
    """

    scene: Scene
    geometry: Geometry
    sizes: Sequence[NodeSize]
    headers: Headers
    facts: MapFacts
    theme: Theme
    number: int | None = None
