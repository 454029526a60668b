"""The functions behind ``import procmap as pm``; heavy rooms are imported when they are used."""

from procmap.api.analysis import analyze, compare
from procmap.api.drawing import draw
from procmap.api.lists import read_code_list, read_own_list
from procmap.api.models import read_bpmn, write_bpmn
from procmap.api.registers import find_register_status, update_register, write_register
from procmap.api.workshops import write_workshop

__all__ = [
    "analyze",
    "compare",
    "draw",
    "find_register_status",
    "read_bpmn",
    "read_code_list",
    "read_own_list",
    "update_register",
    "write_bpmn",
    "write_register",
    "write_workshop",
]
