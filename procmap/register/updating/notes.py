"""What an update writes beside a row, and takes away again; what somebody typed there stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.register.sheets import Lang

__all__ = ["HEAD", "add_note", "says_gone", "spell_asked", "spell_gone", "take_notes"]

HEAD: Final = {"nb": "Merknad fra procmap", "en": "Note from procmap"}
_GONE: Final = {
    "nb": "finnes ikke i modellene lenger",
    "en": "is not in the models any more",
}
_ASKED: Final = {
    "nb": ("kan være", "skriv hvilken"),
    "en": ("may be", "write which one"),
}
_BETWEEN: Final = " | "


def spell_gone(lang: Lang) -> str:
    """The note beside a row whose model is gone."""
    return _GONE[lang]


def says_gone(text: str) -> bool:
    """Whether a cell of notes says that the model of its row is gone.

    Examples:
        >>> says_gone("Ring Kari | is not in the models any more"), says_gone("Ring Kari")
        (True, False)
    """
    return any(part.strip() in _GONE.values() for part in text.split(_BETWEEN))


def spell_asked(candidates: Sequence[str], lang: Lang) -> str:
    """The note beside a row that may mean several things now.

    Examples:
        >>> spell_asked(["a.bpmn#P", "b.bpmn#P"], "nb")
        'kan være a.bpmn#P, b.bpmn#P: skriv hvilken'
    """
    start, end = _ASKED[lang]
    return f"{start} {', '.join(candidates)}: {end}"


def add_note(before: str, note: str) -> str:
    """A cell of notes with another one.

    Examples:
        >>> add_note("Ring Kari", "finnes ikke i modellene lenger")
        'Ring Kari | finnes ikke i modellene lenger'
    """
    kept = take_notes(before)
    return f"{kept}{_BETWEEN}{note}" if kept else note


def take_notes(before: str) -> str:
    """A cell of notes without those of an update.

    Examples:
        >>> take_notes("Ring Kari | finnes ikke i modellene lenger")
        'Ring Kari'
    """
    parts = before.split(_BETWEEN)
    kept = [part for part in parts if not _is_ours(part.strip())]
    return before if len(kept) == len(parts) else _BETWEEN.join(kept)


def _is_ours(text: str) -> bool:
    return text in _GONE.values() or any(
        text.startswith(f"{start} ") and text.endswith(f": {end}") for start, end in _ASKED.values()
    )
