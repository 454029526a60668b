"""Maps for workshops: scene, layout, SVG."""

from procmap.maps.picture import Picture
from procmap.maps.swimlane import draw_swimlane

__all__ = ["Picture", "draw_swimlane"]
