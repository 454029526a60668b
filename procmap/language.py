"""Which language is spoken: the one asked for, where it is there, or that of displays."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Final

from procmap.errors import ProcmapError
from procmap.labels.catalogues import FOLDER_VARIABLE, find_broken, find_languages
from procmap.labels.names import list_choices
from procmap.labels.words import Words

__all__ = ["check_language", "find_language", "use_language"]

_CURRENT: Final[ContextVar[str]] = ContextVar("procmap language", default="nb")


def check_language(lang: str) -> str:
    """The language, if there is one of that name.

    Args:
        lang: ``"nb"``, ``"en"``, or another with a catalogue.

    Raises:
        ProcmapError: there is none, and those there are; or its catalogue cannot be read.

    Examples:
        >>> check_language("nb")
        'nb'
    """
    known = find_languages()
    if lang not in known:
        raise ProcmapError(
            Words("språket «{lang}» finnes ikke", "there is no language {lang!r}").fill(lang=lang),
            expected=list_choices(known),
            remedy=Words(
                "Legg en katalog for det i mappen som {folder} peker på.",
                "Put a catalogue for it into the folder that {folder} names.",
            ).fill(folder=FOLDER_VARIABLE),
        )
    broken = find_broken(lang)
    if broken is not None:
        path, reason = broken
        raise ProcmapError(
            Words(
                "katalogen kan ikke leses: {reason}", "the catalogue cannot be read: {reason}"
            ).fill(reason=reason),
            where=str(path),
            expected=Words(
                "en katalog som er kompilert med msgfmt eller Babel",
                "a catalogue that msgfmt or Babel compiled",
            ),
            remedy=Words(
                "Kompiler den på nytt, eller fjern den.", "Compile it again, or remove it."
            ),
        )
    return lang


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
