"""What may stand in an SVG file: names are others' text, and may hold anything."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["clean", "clean_id"]

# XML 1.0, production [2]: these code points may not stand in a document, not even as references.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Control characters that XML lets through have no shape either.
_NO_SHAPE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
# Overrides, embeddings and isolates would re-order the text around them; a soft hyphen, a byte
# order mark and invisible operators have no width, and show up as boxes in some viewers.
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_REPLACEMENT: Final = "\ufffd"


def clean(text: str) -> str:
    r"""A label as it is drawn: one line, nothing invisible, nothing that XML forbids.

    What cannot be shown is replaced by U+FFFD, so that a reader sees that something stood there.

    Examples:
        >>> clean("Behandle\n\x00søknad ")
        'Behandle �søknad'
    """
    return " ".join(_NO_SHAPE.sub(_REPLACEMENT, _INVISIBLE.sub("", text)).split())


def clean_id(text: str) -> str:
    r"""An id as it stands in a ``data-`` attribute: itself, but for what XML forbids.

    Examples:
        >>> clean_id("Task\x01 1")
        'Task� 1'
    """
    return _NO_XML.sub(_REPLACEMENT, text)
