"""The one way names are compared."""

from __future__ import annotations

import unicodedata

__all__ = ["fold", "tidy"]


def fold(name: str) -> str:
    r"""Fold a name for comparison: NFKC, casefold, white space; diacritics are kept.

    Examples:
        >>> fold("  Økonomi\n og  LØNN ")
        'økonomi og lønn'
    """
    text = " ".join(unicodedata.normalize("NFKC", name).split())
    # Casefolding can undo the normal form (U+0345, for one), so it is normalised once more.
    return unicodedata.normalize("NFKC", text.casefold())


def tidy(name: str) -> str:
    r"""A name as people read it: runs of white space and line breaks become one space.

    Examples:
        >>> tidy("Behandle\nsøknad ")
        'Behandle søknad'
    """
    return " ".join(name.split())
