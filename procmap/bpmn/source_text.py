"""The text of a file as it stands, to be changed in places and left alone everywhere else.

Markup is ASCII. In nearly every encoding its bytes mean nothing else, so the file is scanned byte
by byte (as Latin-1, one character a byte) and need not be decoded; UTF-16 is the one exception.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

__all__ = ["SourceText", "Span", "build_source_text", "find_spans"]

# Encodings whose characters are written as they are; others get character references.
_WRITTEN_PLAINLY: Final = {
    "utf-8": "utf-8",
    "iso-8859-1": "latin-1",
    "windows-1252": "cp1252",
}
_UTF_16: Final = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_NEWLINE: Final = re.compile(r"\r\n|\n|\r")
_TOKEN: Final = re.compile(
    r"<(?:!--.*?-->"
    r"|\?.*?\?>"
    r"|!\[CDATA\[.*?\]\]>"
    r"|/[^>]*>"
    r"""|[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>)""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where an element stands in the text.

    Args:
        start: of its start tag.
        inner: end of its start tag.
        inner_end: start of its end tag.
        end: of its end tag; the same as `inner` and `inner_end` for an empty-element tag.
    """

    start: int
    inner: int
    inner_end: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written as one tag, ``<a/>``."""
        return self.inner == self.end


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as text to be scanned.

    Args:
        text: one character a byte; UTF-16 decoded.
        reading: the encoding that `text` was made with, and its bytes are made of again.
        writing: the encoding for text that is added.
    """

    text: str
    reading: str
    writing: str

    def find_newline(self) -> str:
        """The line ending of the file, "" where all is on one line."""
        found = _NEWLINE.search(self.text)
        return found.group() if found else ""

    def spell(self, added: str) -> str:
        """Text to be added, as it is spelled in `text`; what cannot be written, as references."""
        if self.reading != "latin-1":
            return added
        return added.encode(self.writing, "xmlcharrefreplace").decode("latin-1")

    def find_indent(self, at: int) -> str:
        """The white space that a line begins with, where nothing else stands before `at`."""
        start = at
        while start > 0 and self.text[start - 1] in " \t":
            start -= 1
        return self.text[start:at] if start == 0 or self.text[start - 1] in "\r\n" else ""

    def to_bytes(self, text: str) -> bytes:
        """The bytes of a changed text."""
        return text.encode(self.reading, "surrogatepass" if "16" in self.reading else "strict")


def build_source_text(source: bytes, *, encoding: str | None) -> SourceText:
    """Build the text of a file.

    Args:
        source: its bytes, byte order mark included.
        encoding: the encoding that the XML parser found.
    """
    for start, wide in _UTF_16:
        if source.startswith(start):
            return SourceText(source.decode(wide, "surrogatepass"), wide, wide)
    name = (encoding or "utf-8").casefold()
    # A mark that says otherwise than the declaration: references mean the same in both.
    odd = source.startswith(b"\xef\xbb\xbf") and name != "utf-8"
    writing = "ascii" if odd else _WRITTEN_PLAINLY.get(name, "ascii")
    return SourceText(source.decode("latin-1"), "latin-1", writing)


def find_spans(text: str, ordinals: AbstractSet[int]) -> tuple[dict[int, Span], int]:
    """Find where elements stand, by their ordinal in document order; and how many there are.

    Args:
        text: the text of a well-formed file without a DOCTYPE.
        ordinals: which elements, from 0 for the root.
    """
    found: dict[int, Span] = {}
    open_tags: list[tuple[int, int, int]] = []
    count = 0
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        match text[start + 1]:
            case "!" | "?":
                continue
            case "/":
                if not open_tags:
                    break
                ordinal, opened, inner = open_tags.pop()
                if ordinal in ordinals:
                    found[ordinal] = Span(opened, inner, start, end)
            case _ if text[end - 2] == "/":
                if count in ordinals:
                    found[count] = Span(start, end, end, end)
                count += 1
            case _:
                open_tags.append((count, start, end))
                count += 1
    return found, count
