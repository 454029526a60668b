"""Reading a code list that somebody has as a CSV file, whatever its columns are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from procmap.errors import RegisterError
from procmap.labels import Given, Words
from procmap.model import fold, tidy
from procmap.register.log import Log
from procmap.register.reading.csv_folder import read_csv_grid
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.words import fold_key, read_state
from procmap.source import SourceLocation

__all__ = ["read_code_list"]

_ENDINGS: Final = frozenset({".csv", ".tsv", ".txt"})
# Heads stand below what people write above a table, but not a page below.
_HEAD_WITHIN: Final = 15
# Where a file has several of them, the first here is the code.
_CODE_HEADS: Final = (
    "kode",
    "code",
    "koder",
    "kodeverdi",
    "funksjonskode",
    "kostra funksjon",
    "kostrafunksjon",
    "funksjon",
    "function",
    "art",
    "hierarchy id",
    "pcf id",
    "id",
    "identifikator",
    "identifier",
    "nummer",
    "nr",
    "number",
    "no",
    "uri",
)
_NAME_HEADS: Final = (
    "navn",
    "name",
    "kodenavn",
    "funksjonsnavn",
    "betegnelse",
    "tittel",
    "title",
    "tekst",
    "text",
    "kodetekst",
    "label",
    "beskrivelse",
    "description",
)


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where the heads stand, from 0: their row, and the columns of code and name."""

    row: int
    code: int
    name: int | None


def read_code_list(
    path: str | Path, *, name: str, code_head: str = "", name_head: str = ""
) -> tuple[dict[str, str], ...]:
    r"""Read a code list, such as KOSTRA functions, LOS or APQC, from a CSV file.

    The result is the rows of a register's table ``codes``. Several lists are added with ``+``.
    Heads such as *Kode*, *Funksjon*, *id*, *Navn* and *description* are known; where a file has
    several for the code, *Kode* goes before *Funksjon*, and that before *id* and *nr*.

    Args:
        path: a file separated by semicolon, comma or tab, in UTF-8, UTF-16 or Windows-1252.
        name: what the code list is called, such as ``"KOSTRA"``; without a colon.
        code_head: the head of the column with the codes, where it is another.
        name_head: the head of the column with the names, where it is another.

    Raises:
        RegisterError: it cannot be read, has no column of codes, or a code stands there for two
            things. Its ``errors`` hold every place, with file, row and column.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "funksjoner.csv")
        >>> _ = file.write_text("Funksjon;Navn\n265;Kommunalt disponerte boliger\n")
        >>> read_code_list(file, name="KOSTRA")
        ({'list': 'KOSTRA', 'code': '265', 'name': 'Kommunalt disponerte boliger'},)
    """
    file, called, log = Path(path), _check_name(name), Log()
    if file.suffix.casefold() not in _ENDINGS:
        log.problem("no-code-list", SourceLocation(file.as_posix()))
        log.check()
    grid = read_csv_grid(file, [])
    heads = _find_heads(grid, code_head, name_head, log)
    rows = _read_rows(grid, heads, log) if heads is not None else ()
    log.check()
    return tuple({"list": called, "code": code, "name": said} for code, said in rows)


def _check_name(name: str) -> str:
    tidied = tidy(name)
    is_word = any(character.isalnum() for character in tidied) and read_state(tidied) is None
    if not is_word or ":" in tidied:
        raise RegisterError(
            Words("en kodeliste kan ikke hete {name}", "a code list cannot be called {name}").fill(
                name=Given(name)
            ),
            expected=Words("et navn som «KOSTRA», uten kolon", "a name such as 'KOSTRA', no colon"),
        )
    return tidied


def _find_heads(grid: Grid, code_head: str, name_head: str, log: Log) -> _Heads | None:
    """Where the heads stand; ``None`` is noted as a problem.

    Of the first rows that have a head for the code, the first that has one for the name too.
    """
    top = grid.rows[:_HEAD_WITHIN]
    found: _Heads | None = None
    for at, row in enumerate(top):
        code = _find_column(row, (fold_key(code_head),) if code_head else _CODE_HEADS)
        name = _find_column(row, (fold_key(name_head),) if name_head else _NAME_HEADS)
        if code is not None and (found is None or (found.name is None and name is not None)):
            found = _Heads(at, code, name if name != code else None)
    if found is None and not code_head:
        log.problem("no-code-head", SourceLocation(grid.file))
    for head, column in ((code_head, found), (name_head, found and found.name)):
        if head and column is None:
            cells = tuple(tidy(cell) for row in top[:1] for cell in row.cells)
            log.problem(
                "no-such-head", SourceLocation(grid.file), written=head, known=cells, word=head
            )
    return found


def _find_column(row: GridRow, heads: Sequence[str]) -> int | None:
    folded = [fold_key(cell) for cell in row.cells]
    return next((folded.index(head) for head in heads if head in folded), None)


def _read_rows(grid: Grid, heads: _Heads, log: Log) -> Iterable[tuple[str, str]]:
    """Codes with their names, each once; what is wrong with them is noted."""
    head = _cell(grid.rows[heads.row], heads.code)
    found: dict[str, tuple[str, str, int]] = {}
    for row in grid.rows[heads.row + 1 :]:
        code = _cell(row, heads.code)
        name = _cell(row, heads.name) if heads.name is not None else ""
        place = SourceLocation(grid.file, line=row.line, sheet=grid.title, column=head)
        if not any(character.isalnum() for character in code):
            log.problem("bad-name" if code else "blank", place, word=code)
            continue
        before = found.setdefault(fold(code), (code, name, row.line))
        if before[1] and name and fold(before[1]) != fold(name):
            log.problem("duplicate", place, name=code, other=str(before[2]))
        elif name and not before[1]:
            found[fold(code)] = (code, name, row.line)
    return [(code, name) for code, name, _ in found.values()]


def _cell(row: GridRow, column: int) -> str:
    return tidy(row.cells[column]) if column < len(row.cells) else ""
