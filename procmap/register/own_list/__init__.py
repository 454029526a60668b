"""A list of owners that people have already, in whatever manner they keep it."""

from procmap.register.own_list.options import OwnListOptions, read_options
from procmap.register.own_list.taking import OwnList, read_own_list

__all__ = ["OwnList", "OwnListOptions", "read_options", "read_own_list"]
