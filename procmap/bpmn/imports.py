"""Files that other files import, and that were not read along with them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.vocabulary import BPMN, bpmn
from procmap.findings import Finding
from procmap.model import Document
from procmap.source import SourceLocation

__all__ = ["find_missing_imports"]

_IMPORT: Final = bpmn("import")


def find_missing_imports(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Find imported BPMN files that were not read; nothing is ever fetched.

    Args:
        documents: all documents of a landscape.
    """
    known = {document.path for document in documents}
    found: list[Finding] = []
    for document in documents:
        for location in dict.fromkeys(_find_locations(document)):
            if not _is_known(location, document.path, known):
                values = {"location": location}
                place = SourceLocation(document.path)
                found.append(
                    build_diagnostic("BPM303", place, subject=(location,), parameters=values)
                )
    return tuple(found)


def _find_locations(document: Document) -> Iterator[str]:
    for text in document.kept:
        # A quick look first: most files keep much, and import nothing.
        if "import" not in text[:80]:
            continue
        element = etree.fromstring(text)
        if element.tag == _IMPORT and element.get("importType") == BPMN:
            yield element.get("location") or element.get("namespace") or "?"


def _is_known(location: str, path: str, known: set[str]) -> bool:
    target = unquote(urlsplit(location).path).replace("\\", "/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return joined in known
