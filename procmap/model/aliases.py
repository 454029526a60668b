"""Other names that people use for one thing."""

from __future__ import annotations

from typing import Literal

from procmap.model.element import Entity

__all__ = ["Alias", "AliasKind"]

AliasKind = Literal["unit", "process", "position", "system"]


class Alias(Entity):
    """Other names of a unit, process, position or system.

    Attributes:
        name: the name it is known by.
        others: what else it is called, ordered.
        kind: what it is; ``None`` where nobody said.

    Examples:
        >>> Alias(name="Servicetorg", others=("Innbyggerdialog",), kind="unit").others
        ('Innbyggerdialog',)
    """

    name: str
    others: tuple[str, ...]
    kind: AliasKind | None = None
