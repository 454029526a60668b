"""Writing texts as YAML that reads back as the same texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["write_comment", "write_list", "write_text"]

# Plain only where no reader, of whichever YAML version, could take it for anything but a text.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w./()+&'’«»–;-]| (?![ #]))*", re.UNICODE)
_PLAIN_PATH: Final = re.compile(r"[^\W\d_][\w./#()-]*", re.UNICODE)
_TAKEN: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def write_text(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, else in double quotes.

    Examples:
        >>> print(write_text("Leder byggesak"), write_text("Plan, bygg"), write_text("no"))
        Leder byggesak "Plan, bygg" "no"
    """
    is_plain = _PLAIN.fullmatch(text) or _PLAIN_PATH.fullmatch(text)
    if is_plain and not text.endswith(" ") and text.casefold() not in _TAKEN:
        return text
    return '"' + "".join(_escape(character) for character in text) + '"'


def write_list(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return "[" + ", ".join(write_text(text) for text in texts) + "]"


def write_comment(text: str) -> str:
    """A text made safe to stand in a comment: on one line, printable."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
