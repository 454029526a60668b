"""Pages and files made from a report."""

from procmap.reports.page import build_findings_page

__all__ = ["build_findings_page"]
