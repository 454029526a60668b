"""Files that declare namespaces without measure."""

from __future__ import annotations

import copy
import re
from typing import Final

from lxml import etree

__all__ = ["is_overgrown", "is_within", "write_sparingly"]

_DECLARATION: Final = re.compile(rb"xmlns:?[^=\s\"'<>]*\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')")
_MOST: Final = 64
# Where elements declare again and again what others declare, few of them are different.
_MANY_IN_ALL: Final = 2_000
_FEW: Final = 8
# A quote in an attribute may be written as six letters, and nothing is kept more than twice.
_LONGEST: Final = 6
_TWICE: Final = 2
_PREFIX: Final = re.compile(r"[^\W\d][\w.-]*:")
_HEAD: Final = re.compile(r"<[^\s/>]+")


def is_overgrown(data: bytes) -> bool:
    """Whether a file declares so many namespaces that each element cannot be given them all.

    To write an element with all the declarations around it takes time by their square.

    Args:
        data: the file's bytes.
    """
    text = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    in_all = text.count(b"xmlns")
    if in_all <= _MOST:
        return False
    different = set(_DECLARATION.findall(text))
    return len(different) > (_FEW if in_all > _MANY_IN_ALL else _MOST)


def is_within(limit: int, data: bytes, *, count: int) -> bool:
    """Whether some elements of a file are certain to be within a limit when they are written out.

    Each may get all the declarations of namespaces in the file.

    Args:
        limit: how many characters there may be.
        data: the file's bytes.
        count: how many elements are kept.
    """
    if not count or _LONGEST * (count + _TWICE) * len(data) <= limit:
        return True
    text = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    declared = sum(map(len, _DECLARATION.findall(text)))
    return _LONGEST * (count * declared + _TWICE * len(data)) <= limit


def write_sparingly(element: etree._Element, declared: dict[str, str]) -> str:
    """An element as XML, with the namespaces of its names and of the prefixes in its text.

    Args:
        element: the element.
        declared: the root's namespaces as (prefix with colon, declaration).
    """
    alone = copy.deepcopy(element)
    text: str = etree.tostring(alone, encoding="unicode", with_tail=False)
    known = {f"{prefix}:" for prefix in alone.nsmap}
    missing = sorted((declared.keys() & set(_PREFIX.findall(text))) - known)
    head = _HEAD.match(text)
    if not missing or head is None:
        return text
    return text[: head.end()] + "".join(map(declared.__getitem__, missing)) + text[head.end() :]
