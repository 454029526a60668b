"""Who performs a step, and how procmap knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.source import ElementRef

__all__ = ["Performer", "PerformerKind", "PerformerSource"]

PerformerKind = Literal["person", "role", "unit", "lane", "pool", "expression"]
PerformerSource = Literal[
    "register",
    "resource role",
    "assignee",
    "lane",
    "host",
    "sub-process",
    "geometry",
    "pool",
]


@dataclass(frozen=True, slots=True)
class Performer:
    """One carrier of the fact who performs a step.

    Args:
        kind: what is named: a ``"person"``, a ``"role"`` (a position or a candidate group), a
            ``"unit"``, a ``"lane"`` or ``"pool"`` of the drawing (what those stand for is the
            register's to say), or an ``"expression"`` an engine would resolve (stated, not
            resolved).
        name: the name as written, tidied; "" for an unnamed lane or pool.
        source: how procmap knows.
        ref: the lane, pool or resource role element; ``None`` for an attribute.

    Examples:
        >>> Performer("role", "Saksbehandler", "assignee").name
        'Saksbehandler'
    """

    kind: PerformerKind
    name: str
    source: PerformerSource
    ref: ElementRef | None = None
