"""Where everything goes: columns, rows, routes, coordinates, words."""

from procmap.maps.layout.engine import build_layout

__all__ = ["build_layout"]
