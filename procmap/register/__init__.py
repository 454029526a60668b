"""The ownership register: the tables people fill in, and what they add to a landscape."""

from procmap.register.applying import apply_register, set_owner, write_register
from procmap.register.problems import InvalidRegisterError, RegisterProblem

__all__ = [
    "InvalidRegisterError",
    "RegisterProblem",
    "apply_register",
    "set_owner",
    "write_register",
]
