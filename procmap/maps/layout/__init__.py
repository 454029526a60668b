"""Where everything goes: columns, rows, routes, coordinates, words."""

from procmap.maps.layout.engine import build_layout
from procmap.maps.layout.headers import measure_headers
from procmap.maps.layout.reading import find_reading_order

__all__ = ["build_layout", "find_reading_order", "measure_headers"]
