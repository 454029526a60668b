"""Small parts of sentences: who holds something, and names in a row."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.labels.maps import MAP_WORDS
from procmap.maps.lettering import clean
from procmap.model import Holder

__all__ = ["join_names", "name_holder"]


def name_holder(holder: Holder, lang: str) -> str:
    """A position or unit by name; a person never, since a map hangs on a wall."""
    return MAP_WORDS["person"].text(lang) if holder.kind == "person" else clean(holder.name)


def join_names(names: Iterable[str], lang: str) -> str:
    """Names in a row, each once.

    Examples:
        >>> join_names(["Økonomi", "HR", "Økonomi"], "nb")
        'Økonomi og HR'
    """
    unique = list(dict.fromkeys(names))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {MAP_WORDS['and'].text(lang)} {unique[-1]}"
