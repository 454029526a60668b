"""Fills the templates: everything is escaped, nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from procmap.labels import Words

__all__ = ["find_words", "render"]


def render(template: str, **values: object) -> str:
    """Fill a template; text from outside is escaped.

    Args:
        template: its file name.
        values: what it needs.

    Examples:
        >>> "counted" in render("style.css")
        False
    """
    return _build_environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _build_environment() -> Environment:
    return Environment(
        loader=PackageLoader("procmap.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def find_words(words: Mapping[str, Words], lang: str) -> dict[str, str]:
    """The words of one language, under names that a template can use.

    Examples:
        >>> find_words({"no hand-offs": Words("Ingen", "None")}, "en")
        {'no_hand_offs': 'None'}
    """
    return {key.replace(" ", "_").replace("-", "_"): text.text(lang) for key, text in words.items()}
