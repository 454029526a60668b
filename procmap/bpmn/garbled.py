"""Names whose letters were taken for those of another encoding, before the file was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from procmap.bpmn.drafts import Draft
from procmap.bpmn.notes import Notes

__all__ = ["is_garbled", "report_garbled"]

# What UTF-8 writes for ø is Ã¸ to whoever takes it for windows-1252 or Latin-1. After a real Ã
# comes a letter.
_SECOND: Final = "\\x80-\\xbf" + re.escape(
    "".join(bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0))
)
_TELLTALE: Final = re.compile(f"Ã[{_SECOND}]|â€[{_SECOND}]|\\ufffd")


def is_garbled(name: str) -> bool:
    r"""Whether a name shows that its letters were read in a wrong encoding once.

    Examples:
        >>> is_garbled("LÃ¸nn"), is_garbled("L\ufffdnn"), is_garbled("Lønn"), is_garbled("NÃO")
        (True, True, False, False)
    """
    return _TELLTALE.search(name) is not None


def report_garbled(drafts: Sequence[Draft], notes: Notes) -> None:
    """Note the elements with such names, all in one diagnostic.

    Args:
        drafts: elements whose names have letters beyond ASCII.
        notes: takes the diagnostic.
    """
    found = [draft for draft in drafts if is_garbled(draft.name)]
    if found:
        notes.about(found[0], "BPM212", count=len(found), name=found[0].name)
