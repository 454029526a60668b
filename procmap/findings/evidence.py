"""What a finding rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.source import ElementRef

__all__ = ["Evidence", "EvidenceKind"]

EvidenceKind = Literal["element", "path", "cycle", "figure", "register"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding rests on (*grunnlag*).

    Args:
        kind: ``"element"`` (these elements), ``"path"`` (in this order), ``"cycle"``, ``"figure"``
            (a value against its limit) or ``"register"`` (a row somebody filled in).
        elements: the elements concerned, ordered for paths and cycles.
        label: what it is, for a reader ("" where the kind says it).
        value: the figure, where there is one.
        limit: what the figure was held against.

    Examples:
        >>> Evidence("figure", label="covered share", value=0.5, limit=1.0).value
        0.5
    """

    kind: EvidenceKind
    elements: tuple[ElementRef, ...] = ()
    label: str = ""
    value: float | None = None
    limit: float | None = None
