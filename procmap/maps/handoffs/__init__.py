"""Hand-offs between units: as a sorted matrix, or as a circle."""

from procmap.maps.handoffs.drawing import STYLES, draw_handoffs

__all__ = ["STYLES", "draw_handoffs"]
