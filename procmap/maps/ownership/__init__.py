"""Who does what in the processes: R, A, C and I."""

from procmap.maps.ownership.drawing import draw_ownership

__all__ = ["draw_ownership"]
