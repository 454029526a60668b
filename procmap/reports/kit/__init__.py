"""The workshop kit: maps, agenda, slips and a page for the facilitator, ready to print."""

from procmap.reports.kit.building import Kit, build_kit
from procmap.reports.kit.folder import write_folder
from procmap.reports.kit.numbers import read_numbers

__all__ = ["Kit", "build_kit", "read_numbers", "write_folder"]
