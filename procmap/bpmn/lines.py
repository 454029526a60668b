"""The line that an element stands on."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Final, cast

from lxml import etree
from lxml.etree import _Element

__all__ = ["find_line"]

# libxml2 counts lines in 16 bits and guesses from there on.
_LAST_CERTAIN_LINE: Final = 65_534
# The stubs type this attribute as an ellipsis.
_get_line: Final = cast("Callable[[_Element], int | None]", attrgetter("sourceline"))


def find_line(element: etree._Element) -> int | None:
    """The line an element's start tag ends on, where that is certain."""
    line = _get_line(element)
    return line if line is not None and line <= _LAST_CERTAIN_LINE else None
