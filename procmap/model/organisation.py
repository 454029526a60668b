"""The organisation: units in a tree, the positions in them, and the people who hold those."""

from __future__ import annotations

from typing import Literal

from procmap.model.element import Entity
from procmap.model.facts import Fact
from procmap.model.names import fold
from procmap.model.ownership import Holder

__all__ = ["Organisation", "Person", "Role", "System", "Unit", "UnitKind", "unit_key"]

UnitKind = Literal["unit", "network", "outside"]


def unit_key(organisation: str, name: str) -> str:
    """The key of a unit: units of two organisations never merge by name.

    Examples:
        >>> unit_key("Fjordvik kommune", " Økonomi ")
        'fjordvik kommune/økonomi'
    """
    return f"{fold(organisation)}/{fold(name)}"


class Organisation(Entity):
    """A legal organisation.

    Attributes:
        name: its name.
        inhabitants: number of inhabitants, for municipalities.
    """

    name: str
    inhabitants: Fact[int] = Fact()


class Unit(Entity):
    """A unit (*enhet*): a part of one legal organisation, or a network across it.

    Attributes:
        key: `unit_key`; for an assumed unit the lane or pool it was assumed from.
        name: its name.
        organisation: name of its legal organisation; "" where nobody said.
        parent: key of the unit it lies under, or ``None``.
        level: the organisation's own word for this level, such as "kommunalområde".
        kind: a ``"unit"``, a ``"network"`` (*kompetansenettverk*), or an ``"outside"`` party.
        manager: the position that manages it.
        assumed: procmap took a lane or pool for a unit; nobody has said that it is one.
        one_of: keys of the units it stands for, where a step may be performed by any of several.

    Examples:
        >>> str(Unit(key="fjordvik/økonomi", name="Økonomi"))
        'Økonomi'
    """

    key: str
    name: str
    organisation: str = ""
    parent: str | None = None
    level: str = ""
    kind: UnitKind = "unit"
    manager: Fact[str] = Fact()
    assumed: bool = False
    one_of: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


class Person(Entity):
    """A person; names of persons leave procmap only through outputs that ask for them.

    Attributes:
        name: full name.
        unit: key of the unit the person belongs to, or ``None``.
        positions: names of the positions held.
        deputy: name of the person standing in, or ``None``.
    """

    name: str
    unit: str | None = None
    positions: tuple[str, ...] = ()
    deputy: str | None = None


class Role(Entity):
    """A role: a position that persons hold.

    Attributes:
        name: its name, such as "Leder byggesak".
        unit: key of the unit it belongs to, or ``None``.
        holders: names of the persons who hold it.
    """

    name: str
    unit: str | None = None
    holders: Fact[tuple[str, ...]] = Fact()


class System(Entity):
    """An IT system.

    Attributes:
        name: its name.
        responsible: key of the unit that answers for it.
        line: who answers for it in the line (*linjen*).
        technical: who answers for it in IT.
        decides: who decides what, where both are named, in people's words.
    """

    name: str
    responsible: Fact[str] = Fact()
    line: Fact[Holder] = Fact()
    technical: Fact[Holder] = Fact()
    decides: Fact[str] = Fact()
