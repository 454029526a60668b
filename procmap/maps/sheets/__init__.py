"""Maps on sheets of paper: cut into strips where they do not fit one."""

from procmap.maps.sheets.fitting import fit_sheet
from procmap.maps.sheets.paper import Orientation, SheetName
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.sheets.writing import draw_sheets

__all__ = ["MapPlan", "Orientation", "SheetName", "draw_sheets", "fit_sheet"]
