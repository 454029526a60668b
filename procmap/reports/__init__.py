"""Pages, tables, files and displays made from a report."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procmap.reports.page import build_report_page
    from procmap.reports.saving import save_report

__all__ = ["build_report_page", "save_report"]

# A progress bar is shown before any report is made; pages and maps are imported when used.
_LAZY = {
    "build_report_page": "procmap.reports.page",
    "save_report": "procmap.reports.saving",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'procmap.reports' has no attribute {name!r}")
    return getattr(importlib.import_module(_LAZY[name]), name)
