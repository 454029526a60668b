"""Files that are the same, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.findings import Finding
from procmap.model import Document
from procmap.source import SourceLocation

__all__ = ["find_twins"]


def find_twins(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Find files with the same content; both stay in the landscape, and the second one is said.

    Args:
        documents: all documents of a landscape, in order.
    """
    first: dict[str, Document] = {}
    found: list[Finding] = []
    for document in documents:
        known = first.setdefault(document.sha256, document)
        if known is not document:
            place = SourceLocation(document.path)
            found.append(build_diagnostic("BPM302", place, parameters={"first": known.path}))
    return tuple(found)
