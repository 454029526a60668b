"""Maps as files for paper and slides: PDF and PNG, made from the SVG that procmap draws."""

from procmap.maps.paper.missing import MissingLettersWarning
from procmap.maps.paper.writing import FORMATS, write_pictures

__all__ = ["FORMATS", "MissingLettersWarning", "write_pictures"]
