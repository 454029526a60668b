"""Refusing what is none of the choices there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Given, Names, Text, Words

__all__ = ["LEAVE_OUT", "SAYS_NOTHING", "WHAT", "build_unknown", "refuse_unknown"]

# What can be chosen, as it is called.
WHAT: Final[dict[str, Words]] = {
    "kind": Words("slags kart", "kind of map"),
    "theme": Words("fargevalg", "theme"),
    "language": Words("språk", "language"),
    "style": Words("style", "style"),
    "group": Words("group", "group"),
    "view": Words("visning", "view"),
    "lanes": Words("slags svømmebaner", "lanes"),
    "subprocesses": Words("måte å vise delprosesser på", "subprocesses"),
    "direction": Words("retning", "direction"),
    "layout": Words("oppsett", "layout"),
}

SAYS_NOTHING: Final = Words(
    "{option}={given} sier ingenting om et kart av typen {kind}",
    "{option}={given} says nothing about a map of kind {kind}",
)
LEAVE_OUT: Final = Words(
    "Utelat det, eller tegn kind={kind}.", "Leave it out, or draw kind={kind}."
)


def refuse_unknown(what: Text, given: object, known: Sequence[str]) -> None:
    """Refuse what is none of the choices, and list them.

    Args:
        what: what is chosen.
        given: what was given.
        known: the choices.

    Raises:
        RenderError: `given` is none of `known`.
    """
    if given not in known:
        raise build_unknown(what, given, known)


def build_unknown(what: Text, given: object, known: Sequence[str]) -> RenderError:
    """The error that lists the choices there are.

    Args:
        what: what is chosen.
        given: what was given.
        known: the choices.
    """
    return RenderError(
        Words("ukjent {what}: {given}", "unknown {what} {given}").fill(
            what=what, given=Given(given)
        ),
        expected=Names(tuple(known), joined="or"),
    )
