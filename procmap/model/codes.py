"""Codes of shared lists that processes are filed under: KOSTRA functions, LOS, APQC, your own."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.element import Entity

__all__ = ["Code", "CodeList"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a code list (*kodeverk*).

    Args:
        list: the code list, such as "KOSTRA"; "" where nobody said which.
        code: the code, such as "265".
        name: what it stands for; "" where no code list says.

    Examples:
        >>> str(Code("KOSTRA", "265", "Kommunalt disponerte boliger")), str(Code("", "265"))
        ('KOSTRA: 265', '265')
    """

    list: str
    code: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.list}: {self.code}" if self.list else self.code


class CodeList(Entity):
    """A code list (*kodeverk*) that somebody brought.

    Attributes:
        name: what it is called, such as "KOSTRA".
        codes: its codes, ordered.
    """

    name: str
    codes: tuple[Code, ...] = ()
