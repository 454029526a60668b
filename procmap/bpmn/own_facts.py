"""What procmap itself says in a BPMN file: its namespace, and the facts of one element."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from procmap.model import Boundary, Fact, LaneMeaning, Ownership, ProcessKind, Role, Unit

__all__ = ["NAMESPACE", "OwnFacts", "mentions_namespace", "name_withheld", "number_withheld", "own"]

# The last part is the version: what is written otherwise gets another number.
NAMESPACE: Final = "urn:procmap:facts:1"
_SPELLINGS: Final = tuple(NAMESPACE.encode(each) for each in ("ascii", "utf-16-le", "utf-16-be"))
_WITHHELD: Final = re.compile(r"withheld person ([1-9][0-9]{0,8})", re.ASCII)


def own(name: str) -> str:
    """The qualified name of one of our elements, in Clark notation."""
    return f"{{{NAMESPACE}}}{name}"


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What is recorded about one process, collaboration, lane or participant.

    Args:
        kind: for a process: core, support or management.
        ownership: for a process: who owns it.
        meaning: for a lane or participant: what it stands for.
        units: for a process or collaboration: the units that the facts of the file name.
        positions: for a process or collaboration: where the positions of the file belong.
        boundaries: for a process or collaboration: what is agreed between units of the file.
    """

    kind: Fact[ProcessKind] = Fact()
    ownership: Fact[tuple[Ownership, ...]] = Fact()
    meaning: Fact[LaneMeaning] = Fact()
    units: tuple[Unit, ...] = ()
    positions: tuple[Role, ...] = ()
    boundaries: tuple[Boundary, ...] = ()


def mentions_namespace(source: bytes) -> bool:
    """Whether a file may hold facts of procmap; quick, and never wrong in saying no."""
    if b"\0" not in source[:4]:
        return _SPELLINGS[0] in source
    return any(spelling in source for spelling in _SPELLINGS)


def name_withheld(number: int) -> str:
    """What a person is called whose name was not written.

    Examples:
        >>> name_withheld(2), number_withheld("withheld person 2"), number_withheld("Kari")
        ('withheld person 2', 2, None)
    """
    return f"withheld person {number}"


def number_withheld(name: str) -> int | None:
    """The number of a person whose name was not written; ``None`` for any other name."""
    found = _WITHHELD.fullmatch(name)
    return int(found.group(1)) if found else None
