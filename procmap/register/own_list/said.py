"""What somebody's own list says, gathered by process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from procmap.model import Fact, ProcessKind
from procmap.register.content import Name, Reach
from procmap.register.log import Log
from procmap.register.own_list.columns import ColumnMatch
from procmap.register.own_list.findings import Tray
from procmap.register.own_list.options import OwnListOptions
from procmap.register.own_list.processes import ProcessMatch
from procmap.register.own_list.vocabulary import Vocabulary
from procmap.source import SourceLocation

__all__ = ["Gathered", "Reader", "Said", "SaidOwner"]


@dataclass(frozen=True, slots=True)
class SaidOwner:
    """One owner that a row names, with what the row says about the ownership.

    Args:
        name: who.
        kind: owner or manager of the process.
        is_person: whether it is a person's name.
        at: sheet, row and column of the cell.
        scope: what the ownership covers.
        mandate: what the owner may decide about.
        source: where it was decided.
        valid_from: its first day.
        valid_to: its last day.
    """

    name: Name
    kind: Literal["owner", "manager"]
    is_person: bool
    at: tuple[str, int, int]
    scope: Fact[Reach] = Fact()
    mandate: Fact[Reach] = Fact()
    source: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass
class Said:
    """What all rows about one process say together.

    Args:
        match: the process.
        places: its rows.
        owners: everybody named.
        state: «ingen» or the like about owners, and the cell that says it.
        kind: its kind.
        benefit: what it is worth.
        units: units its rows name, as written, with the head they stand under.
    """

    match: ProcessMatch
    places: list[SourceLocation] = field(default_factory=list)
    owners: list[SaidOwner] = field(default_factory=list)
    state: tuple[Fact[object], tuple[str, int, int]] | None = None
    kind: Fact[ProcessKind] = Fact()
    benefit: Fact[str] = Fact()
    units: dict[str, str] = field(default_factory=dict)


@dataclass
class Gathered:
    """What a whole list says.

    Args:
        processes: by what makes them the same: reference, or folded name.
        units: new units by folded name.
        people: positions and units of persons, by folded name.
        trays: the account of cells, by title of the sheet.
    """

    processes: dict[str, Said] = field(default_factory=dict)
    units: dict[str, Name] = field(default_factory=dict)
    people: dict[str, tuple[Name, dict[str, str], dict[str, Name]]] = field(default_factory=dict)
    trays: dict[str, Tray] = field(default_factory=dict)
    log: Log = field(default_factory=Log)


@dataclass(frozen=True)
class Reader:
    """What reading a sheet needs.

    Args:
        gathered: what is gathered; added to.
        tray: the account of its cells.
        columns: the columns taken over, by number.
        known: the names there are.
        options: what somebody has said about names.
        file: the list's file.
    """

    gathered: Gathered
    tray: Tray
    columns: Mapping[int, ColumnMatch]
    known: Vocabulary
    options: OwnListOptions
    file: str

    def place(self, line: int, column: int) -> SourceLocation:
        """Where a cell stands, its column by its head."""
        match = self.columns.get(column)
        head = match.key if match else None
        return SourceLocation(self.file, line=line, sheet=self.tray.sheet.title, column=head)
