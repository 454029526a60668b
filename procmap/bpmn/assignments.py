"""Names in assignments: lists of them, and expressions that an engine would resolve."""

from __future__ import annotations

import re
from typing import Final

from procmap.model import Performer, PerformerKind, PerformerSource, tidy

__all__ = ["build_granted", "build_performers", "find_names", "is_expression"]

_EXPRESSION: Final = re.compile(r"\A[=$]|[$#]\{")
# Activiti and those after it write users and groups into the standard's expression.
_USER_OR_GROUP: Final = re.compile(r"\A(user|group)\(([^()]*)\)\Z")
_FEEL_TEXT: Final = re.compile(r'\A=\s*"([^"\\]*)"\s*\Z')


def is_expression(text: str) -> bool:
    """Whether an engine would resolve this: ``${x}``, ``#{x}``, ``=x``, ``$INITIATOR``.

    Examples:
        >>> is_expression("${approver}"), is_expression("= approver"), is_expression("Lønn")
        (True, True, False)
    """
    return _EXPRESSION.search(text.strip()) is not None


def find_names(text: str) -> tuple[str, ...]:
    """The names of a comma-separated list; expressions stay whole, empty ones are dropped.

    A FEEL expression that is just a text says what it says (``="Lønn"``).

    Examples:
        >>> find_names("lønn, ${find(task, user)},")
        ('lønn', '${find(task, user)}')
    """
    plain = _FEEL_TEXT.sub(r"\1", text.strip())
    if plain.startswith("="):
        return (tidy(plain),)
    names = (tidy(name) for name in _split(plain))
    return tuple(name for name in names if name)


def build_performers(
    text: str, kind: PerformerKind, source: PerformerSource
) -> tuple[Performer, ...]:
    """Build the performers that a list names; of kind ``"expression"`` where it is one."""
    if not text:
        return ()
    return tuple(
        Performer("expression" if is_expression(name) else kind, name, source)
        for name in find_names(text)
    )


def build_granted(text: str, kind: PerformerKind, source: PerformerSource) -> tuple[Performer, ...]:
    """Build the performers of a list in which ``user(…)`` and ``group(…)`` say what is named.

    Args:
        text: the list.
        kind: what is named where neither is written.
        source: how procmap knows.

    Examples:
        >>> [(each.kind, each.name) for each in build_granted("user(kari), HR", "role", "assignee")]
        [('person', 'kari'), ('role', 'HR')]
    """
    found: list[Performer] = []
    for performer in build_performers(text, kind, source):
        named = _USER_OR_GROUP.match(performer.name)
        if named is None:
            found.append(performer)
            continue
        inner = tidy(named[2])
        stated: PerformerKind = "person" if named[1] == "user" else "role"
        if is_expression(inner):
            stated = "expression"
        if inner:
            found.append(Performer(stated, inner, source))
    return tuple(found)


def _split(text: str) -> list[str]:
    """Split at commas, but not inside braces: arguments of an expression."""
    if "{" not in text:
        return text.split(",")
    parts: list[str] = []
    start = depth = 0
    for at, letter in enumerate(text):
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth = max(0, depth - 1)
        elif letter == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
