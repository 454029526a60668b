"""The ownership register: the tables people fill in, and what they add to a landscape."""

from procmap.register.applying import apply_register, set_owner, write_register
from procmap.register.code_list import read_code_list
from procmap.register.own_list import OwnList, OwnListOptions, read_own_list
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.pseudonyms import pseudonymise
from procmap.register.status import Completeness, OpenCell, RegisterStatus, find_status
from procmap.register.updating.update import Update, update_register

__all__ = [
    "Completeness",
    "InvalidRegisterError",
    "OpenCell",
    "OwnList",
    "OwnListOptions",
    "RegisterProblem",
    "RegisterStatus",
    "Update",
    "apply_register",
    "find_status",
    "pseudonymise",
    "read_code_list",
    "read_own_list",
    "set_owner",
    "update_register",
    "write_register",
]
