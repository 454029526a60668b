"""The process landscape: management on top, core as arrows, support below."""

from procmap.maps.landscape.drawing import draw_landscape

__all__ = ["draw_landscape"]
