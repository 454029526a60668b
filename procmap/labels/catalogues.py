"""Languages beside Norwegian bokmål and English: gettext catalogues, found where they lie."""

from __future__ import annotations

import gettext
import os
import struct
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["DOMAIN", "FOLDER_VARIABLE", "find_broken", "find_languages", "translate"]

DOMAIN: Final = "procmap"
FOLDER_VARIABLE: Final = "PROCMAP_LOCALES"
# These two stand beside each other in the code, so that neither can be forgotten.
_BUILT_IN: Final = ("nb", "en")
_PACKAGED: Final = Path(__file__).parent / "locales"


def find_languages() -> tuple[str, ...]:
    """The languages there are: ``"nb"``, ``"en"``, then those with a catalogue, by name.

    A catalogue is ``<folder>/<language>/LC_MESSAGES/procmap.mo``, in the folder that the
    environment variable ``PROCMAP_LOCALES`` names or among those that come with procmap.

    Examples:
        >>> find_languages()[:2]
        ('nb', 'en')
    """
    found = {
        path.parts[-3]
        for folder in _folders()
        for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    }
    return (*_BUILT_IN, *sorted(found.difference(_BUILT_IN)))


def find_broken(lang: str) -> tuple[Path, str] | None:
    """The catalogue of a language and what is wrong with it, where it cannot be read.

    Args:
        lang: one of `find_languages`.

    Examples:
        >>> find_broken("nb") is None
        True
    """
    return None if lang in _BUILT_IN else _open_catalogue(lang, _folders())[1]


def translate(en: str, nb: str, lang: str) -> str:
    """A text in a language beside the two, or in bokmål where the catalogue does not have it.

    Args:
        en: the English text, by which catalogues are keyed.
        nb: the Norwegian text; the context where one English text stands for several.
        lang: the language.

    Examples:
        >>> translate("unit", "enhet", "nn")
        'enhet'
    """
    catalogue, _ = _open_catalogue(lang, _folders())
    said = catalogue.pgettext(nb, en)
    if said == en:
        said = catalogue.gettext(en)
    # A catalogue gives the key back where it has no text, and the key is English.
    return nb if said == en else said


def _folders() -> tuple[Path, ...]:
    named = os.environ.get(FOLDER_VARIABLE)
    return (Path(named), _PACKAGED) if named else (_PACKAGED,)


@cache
def _open_catalogue(
    lang: str, folders: tuple[Path, ...]
) -> tuple[gettext.NullTranslations, tuple[Path, str] | None]:
    """The catalogue, and what is wrong with it; a broken one lacks every text."""
    # Nothing but a language that was found there: a name may come from a command line.
    for folder in folders if lang in find_languages() else ():
        path = folder / lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if path.is_file():
            try:
                with path.open("rb") as file:
                    return gettext.GNUTranslations(file), None
            except (OSError, ValueError, struct.error) as error:
                return gettext.NullTranslations(), (path, str(error))
    return gettext.NullTranslations(), None
