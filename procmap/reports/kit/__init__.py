"""The workshop kit: maps, agenda, slips and a page for the facilitator, ready to print."""

from procmap.reports.kit.building import Kit, build_kit
from procmap.reports.kit.folder import write_folder

__all__ = ["Kit", "build_kit", "write_folder"]
