"""Reading BPMN 2.0: everything a file says, and how procmap knows who performs what."""

from procmap.bpmn.limits import Limits
from procmap.bpmn.properties import PropertyNames
from procmap.bpmn.property_search import StatedProperty, find_properties
from procmap.bpmn.quality import find_quality_notes
from procmap.bpmn.reading import read_bpmn
from procmap.bpmn.writing import write_bpmn

__all__ = [
    "Limits",
    "PropertyNames",
    "StatedProperty",
    "find_properties",
    "find_quality_notes",
    "read_bpmn",
    "write_bpmn",
]
