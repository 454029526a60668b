"""Which process calls, messages or feeds which: the one map that Graphviz lays out."""

from procmap.maps.dependencies.drawing import draw_dependencies
from procmap.maps.dependencies.export import write_dot

__all__ = ["draw_dependencies", "write_dot"]
