"""Reading BPMN 2.0: everything a file says, and how procmap knows who performs what."""

from procmap.bpmn.reading import read_bpmn

__all__ = ["read_bpmn"]
