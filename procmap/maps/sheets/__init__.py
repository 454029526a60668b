"""Maps on sheets of paper: cut into strips or as a poster where they do not fit one."""

from procmap.maps.sheets.choosing import Cut, Wish, draw_on_sheets
from procmap.maps.sheets.paper import Orientation, SheetName
from procmap.maps.sheets.plan import MapPlan

__all__ = ["Cut", "MapPlan", "Orientation", "SheetName", "Wish", "draw_on_sheets"]
