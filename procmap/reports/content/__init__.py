"""What a report says, before it is a page, a workbook or a text."""

from procmap.reports.content.building import build_content
from procmap.reports.content.types import Content, Table

__all__ = ["Content", "Table", "build_content"]
