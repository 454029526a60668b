"""Maps for workshops: scene, layout, SVG."""

from procmap.maps.choosing import WHAT, refuse_unknown
from procmap.maps.dependencies import write_dot
from procmap.maps.kinds import MAP_KINDS, draw_overview, refuse_misplaced
from procmap.maps.paper.missing import MissingLettersWarning
from procmap.maps.picture import Picture
from procmap.maps.swimlane import SwimlaneChoices, count_drawings, draw_swimlane, refuse_choices

__all__ = [
    "MAP_KINDS",
    "WHAT",
    "MissingLettersWarning",
    "Picture",
    "SwimlaneChoices",
    "count_drawings",
    "draw_overview",
    "draw_swimlane",
    "refuse_choices",
    "refuse_misplaced",
    "refuse_unknown",
    "write_dot",
]
