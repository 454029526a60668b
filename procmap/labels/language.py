"""The language in which notebooks show things, where nobody says which."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Final

from procmap.labels.catalogues import check_language

__all__ = ["find_language", "use_language"]

_CURRENT: Final[ContextVar[str]] = ContextVar("procmap language", default="nb")


def use_language(lang: str) -> None:
    """Show landscapes, processes, reports and findings in this language in notebooks.

    It is for displays alone: what takes ``lang=`` is in Norwegian unless it is given.

    Args:
        lang: ``"nb"``, which it is from the start, ``"en"``, or another with a catalogue.

    Raises:
        ProcmapError: there is no such language.

    Examples:
        >>> use_language("en")
        >>> find_language()
        'en'
        >>> use_language("nb")
    """
    _CURRENT.set(check_language(lang))


def find_language() -> str:
    """The language that displays are in."""
    return _CURRENT.get()
