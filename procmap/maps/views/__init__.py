"""Other views of a process than its file's: lanes by unit or role, closed or contracted."""

from procmap.maps.views.closing import close_sub_processes
from procmap.maps.views.regrouping import LaneMode, regroup_lanes
from procmap.maps.views.stretches import contract_stretches

__all__ = ["LaneMode", "close_sub_processes", "contract_stretches", "regroup_lanes"]
