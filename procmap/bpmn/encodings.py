"""Bytes that a parser refuses because of their encoding alone, where the bytes say which it is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Mended", "find_mended"]

_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b[^>]{0,200}?\?>")
_ENCODING: Final = re.compile(r"""\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOSE: Final = "windows-1252"


@dataclass(frozen=True, slots=True)
class Mended:
    """The same text in UTF-8.

    Args:
        data: the bytes, with as many lines before each element.
        stated: the encoding that the file declares, "" for none.
        actual: the encoding it was read as.
    """

    data: bytes
    stated: str
    actual: str


def find_mended(data: bytes) -> Mended | None:
    """Find the text of a file whose declared encoding is wrong; ``None`` where none is certain.

    In order: what a byte order mark says; UTF-8, which text of another encoding hardly ever is by
    accident; the encoding that is declared, under a name that Python knows; windows-1252 for bytes
    that are no UTF-8, where every byte is a letter of it (a superset of Latin-1's letters).

    Examples:
        >>> find_mended('<?xml version="1.0"?><a b="Lønn"/>'.encode("latin-1")).actual
        'windows-1252'
    """
    head = data[:400].decode("latin-1")
    declared = _ENCODING.search(head)
    stated = declared[1] if declared is not None else ""
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    for codec in (marked,) if marked is not None else ("utf-8", stated, _LOOSE):
        text = _decode(data, codec)
        if text is not None and text.lstrip().startswith("<"):
            return Mended(_redeclare(text), stated, codec)
    return None


def _decode(data: bytes, codec: str) -> str | None:
    if not codec:
        return None
    try:
        text, _ = codecs.lookup(codec).decode(data)
    except (LookupError, ValueError, TypeError):
        return None
    # In text of the wrong width every other letter is a NUL.
    return None if "\0" in text else text


def _redeclare(text: str) -> bytes:
    """Without a declaration it is UTF-8, and may begin with white space."""
    found = _DECLARATION.match(text)
    if found is not None:
        text = "\n" * found[0].count("\n") + text[found.end() :]
    return text.encode("utf-8", "replace")
