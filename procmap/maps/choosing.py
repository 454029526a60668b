"""Refusing what is none of the choices there are."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.errors import RenderError

__all__ = ["refuse_unknown"]


def refuse_unknown(what: str, given: object, known: Sequence[str]) -> None:
    """Refuse what is none of the choices, and list them.

    Args:
        what: what is chosen.
        given: what was given.
        known: the choices.

    Raises:
        RenderError: `given` is none of `known`.
    """
    if given not in known:
        *others, last = (repr(name) for name in known)
        expected = f"{', '.join(others)} or {last}" if others else last
        raise RenderError(f"unknown {what} {given!r}", expected=expected)
