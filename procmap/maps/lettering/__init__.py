"""Letters: what may stand in a label, how wide it is, and where its lines break."""

from procmap.maps.lettering.cleaning import clean, clean_id
from procmap.maps.lettering.measuring import find_width
from procmap.maps.lettering.wrapping import Block, wrap

__all__ = ["Block", "clean", "clean_id", "find_width", "wrap"]
