"""Lists that somebody keeps already: of owners, and of codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from procmap.model import Landscape

if TYPE_CHECKING:
    from procmap.register import OwnList, OwnListOptions

__all__ = ["read_code_list", "read_own_list"]


def read_code_list(
    path: str | Path, *, name: str, code_head: str = "", name_head: str = ""
) -> tuple[dict[str, str], ...]:
    r"""Read a code list, such as KOSTRA functions, LOS or APQC, from a CSV file.

    What it gives is the table ``codes`` of a register: ``landscape.with_register({"codes":
    kostra + los})``. Codes on processes are then checked against it. Heads such as *Kode*,
    *Funksjon*, *id*, *Navn* and *description* are known; where a file has several for the code,
    *Kode* goes before *Funksjon*, and that before *id* and *nr*.

    Args:
        path: a file separated by semicolon, comma or tab, in UTF-8, UTF-16 or Windows-1252.
        name: what the code list is called, such as ``"KOSTRA"``; without a colon.
        code_head: the head of the column with the codes, where it is another.
        name_head: the head of the column with the names, where it is another.

    Raises:
        RegisterError: it cannot be read, has no column of codes, or a code stands there for two
            things; says every place, with file, row and column.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "funksjoner.csv")
        >>> _ = file.write_text("Funksjon;Navn\n301;Plansaksbehandling\n", encoding="utf-8")
        >>> kostra = read_code_list(file, name="KOSTRA")
        >>> tables = {"codes": kostra, "processes": [{"name": "Regulering", "codes": "301"}]}
        >>> Landscape().with_register(tables)["Regulering"].codes.value
        (Code(list='KOSTRA', code='301', name='Plansaksbehandling'),)
    """
    from procmap import register

    return register.read_code_list(path, name=name, code_head=code_head, name_head=name_head)


def read_own_list(
    landscape: Landscape,
    path: str | Path,
    *,
    columns: OwnListOptions | str | Path | None = None,
    accept: Literal["sure", "likely"] = "sure",
    people: bool = False,
) -> OwnList:
    r"""Read a list of owners that somebody keeps already, however it is laid out.

    Args:
        landscape: the models, with or without a register.
        path: a workbook or CSV file.
        columns: what its columns are, or the option file that says so.
        accept: ``"sure"`` takes over columns that leave no doubt, ``"likely"`` also those that
            probably are what they seem.
        people: whether a column of persons' names is taken over.

    Raises:
        RegisterError: list or options cannot be read.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "eierliste.csv")
        >>> _ = file.write_text("Prosess;Eier\nLønn;Mangler\n", encoding="utf-8")
        >>> [(left.line, left.text, left.reason) for left in read_own_list(Landscape(), file).left]
        [(2, 'Mangler', 'vague')]
    """
    from procmap import register

    return register.read_own_list(landscape, path, options=columns, accept=accept, people=people)
