"""Files that other files import, and that were not read along with them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from urllib.parse import unquote, urlsplit

from lxml import etree

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.vocabulary import BPMN
from procmap.findings import Finding
from procmap.source import SourceLocation

__all__ = ["find_imports", "find_missing_imports"]


def find_imports(elements: Sequence[etree._Element]) -> tuple[str, ...]:
    """Find where the BPMN files are that a file imports.

    Args:
        elements: its ``import`` elements.
    """
    if not elements:
        return ()
    return tuple(
        dict.fromkeys(
            element.get("location") or element.get("namespace") or "?"
            for element in elements
            if element.get("importType") == BPMN
        )
    )


def find_missing_imports(imports: Mapping[str, Sequence[str]]) -> tuple[Finding, ...]:
    """Find imported BPMN files that were not read; nothing is ever fetched.

    Args:
        imports: what each document of a landscape imports.
    """
    found: list[Finding] = []
    for path, locations in imports.items():
        for location in locations:
            if not _is_known(location, path, imports.keys()):
                values = {"location": location}
                place = SourceLocation(path)
                found.append(
                    build_diagnostic("BPM303", place, subject=(location,), parameters=values)
                )
    return tuple(found)


def _is_known(location: str, path: str, known: AbstractSet[str]) -> bool:
    target = unquote(urlsplit(location).path).replace("\\", "/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return joined in known
