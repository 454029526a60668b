"""What an update does to one sheet, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from procmap.model import Document, Process
from procmap.model.process_names import ProcessNames
from procmap.register.merging.models import LaneIndex, Models, build_lane_index
from procmap.register.merging.step_book import StepBook, build_step_book
from procmap.register.merging.unit_book import UnitBook
from procmap.register.sheets import Lang
from procmap.register.template.rows import Cells
from procmap.register.updating.editing import EditedSheet
from procmap.register.updating.notes import HEAD, add_note, spell_asked, spell_gone, take_notes
from procmap.source import ElementRef

__all__ = ["Changes", "SheetUpdate"]


@dataclass
class Changes:
    """What an update did, in words a reader knows the rows by.

    Args:
        added: rows that are new.
        gone: rows whose model is gone; they are marked, and stay.
        matched: rows that were pointed at what their model is called now.
        asked: rows that may mean several things now; somebody must say which.
        restored: sheets that had been deleted.
        taken: processes that a row of the sheet of processes has meant all along, so that no
            lost row can have meant them.
    """

    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    taken: set[ElementRef] = field(default_factory=set)


@dataclass
class SheetUpdate:
    """The update of one sheet.

    Args:
        sheet: the sheet somebody filled in.
        rows: the rows that a new template would have.
        models: documents and processes as they are now.
        units: the units.
        changes: where to put what was done.
        lang: language of what is marked.
        process_names: the processes by what they may be called.
    """

    sheet: EditedSheet
    rows: tuple[Cells, ...]
    models: Models
    units: UnitBook
    changes: Changes
    lang: Lang
    process_names: ProcessNames
    _indexes: dict[str, LaneIndex] = field(default_factory=dict)
    _books: dict[ElementRef, StepBook] = field(default_factory=dict)

    def index(self, document: Document) -> LaneIndex:
        """The lanes and pools of a document."""
        if document.path not in self._indexes:
            self._indexes[document.path] = build_lane_index(document)
        return self._indexes[document.path]

    def book(self, process: Process) -> StepBook:
        """The steps of a process."""
        if process.ref not in self._books:
            self._books[process.ref] = build_step_book(process)
        return self._books[process.ref]

    def mark_gone(self, line: int, what: str) -> None:
        """Mark a row whose model is gone."""
        self._mark(line, spell_gone(self.lang))
        self.changes.gone.append(what)

    def mark_asked(self, line: int, what: str, candidates: Sequence[str]) -> None:
        """Mark a row that may mean several things now."""
        self._mark(line, spell_asked(candidates, self.lang))
        self.changes.asked.append(f"{what}: {', '.join(candidates)}")

    def _mark(self, line: int, note: str) -> None:
        text = add_note(self.sheet.get(line, "note"), note)
        self.sheet.mark(line, text, head=HEAD[self.lang])

    def unmark(self, line: int) -> None:
        """Take away what an earlier update marked; what somebody typed there stays."""
        before = self.sheet.get(line, "note")
        if before:
            self.sheet.set(line, "note", take_notes(before))

    def point(self, line: int, key: str, text: str, what: str) -> None:
        """Point a row at what its model is called now."""
        self.sheet.set(line, key, text)
        self.unmark(line)
        self.changes.matched.append(f"{what} → {text}")

    def add(self, cells: Cells, what: str) -> None:
        """Add a row that is new."""
        self.sheet.append(cells)
        self.changes.added.append(what)
