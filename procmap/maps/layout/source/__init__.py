"""The file's own drawing, page by page, as a layout of ours."""

from procmap.maps.layout.source.building import SourceLayout, build_source_layout
from procmap.maps.layout.source.paging import find_pages

__all__ = ["SourceLayout", "build_source_layout", "find_pages"]
