"""Which rows of a register still mean something, which are new, and which lost their model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.model import Landscape, Process, fold, tidy
from procmap.register.merging.models import (
    LaneIndex,
    Models,
    Placed,
    build_lane_index,
    build_models,
)
from procmap.register.merging.unit_book import UnitBook, build_unit_book
from procmap.register.sheets import Lang
from procmap.register.template.rows import Cells
from procmap.register.updating.editing import EditedSheet
from procmap.register.words import read_state
from procmap.source import ElementRef

__all__ = ["Changes", "update_sheet"]

_NAMED: Final = re.compile(r"«(.*?)»")
_GONE: Final = {
    "nb": "finnes ikke i modellene lenger",
    "en": "is not in the models any more",
}
_HEAD: Final = {"nb": "Merknad fra procmap", "en": "Note from procmap"}


@dataclass
class Changes:
    """What an update did, in words a reader knows the rows by."""

    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)


@dataclass
class _Update:
    sheet: EditedSheet
    rows: tuple[Cells, ...]
    models: Models
    units: UnitBook
    changes: Changes
    lang: Lang

    def mark_gone(self, line: int, what: str) -> None:
        self.sheet.mark(line, _GONE[self.lang], head=_HEAD[self.lang])
        self.changes.gone.append(what)

    def unmark(self, line: int) -> None:
        self.sheet.set(line, "note", "")

    def add(self, cells: Cells, what: str) -> None:
        self.sheet.append(cells)
        self.changes.added.append(what)


def update_sheet(
    sheet: EditedSheet,
    rows: Iterable[Cells],
    landscape: Landscape,
    changes: Changes,
    *,
    lang: Lang,
) -> None:
    """Add what is new, mark what is gone, and point rows at what their model is called now.

    Args:
        sheet: the sheet somebody filled in.
        rows: the rows that a new template would have.
        landscape: the models with the register applied.
        changes: where to put what was done.
        lang: language of the marks.
    """
    organisation = landscape.organisation.value
    home = organisation.name if organisation else ""
    units = build_unit_book(landscape.units, organisation=home)
    update = _Update(sheet, tuple(rows), build_models(landscape), units, changes, lang)
    match sheet.table:
        case "lanes":
            _update_lanes(update)
        case "processes":
            _update_processes(update)
        case "boundaries":
            _update_boundaries(update)
        case "opinions":
            _update_opinions(update)
        case _:
            pass


def _update_lanes(update: _Update) -> None:
    sheet = update.sheet
    indexes: dict[str, LaneIndex] = {}
    found: dict[ElementRef, int] = {}
    lost: list[tuple[int, LaneIndex]] = []
    for line in sheet:
        model, lane = sheet.get(line, "model").strip(), sheet.get(line, "lane").strip()
        if not model or not lane:
            continue
        document = update.models.find_document(model)
        if document is None:
            update.mark_gone(line, f"{model}, {lane}")
            continue
        index = indexes.setdefault(document.path, build_lane_index(document))
        placed = index.find(lane)
        if len(placed) == 1:
            found[placed[0].ref] = line
            update.unmark(line)
        else:
            lost.append((line, index))
    # Only what no other row means can be what a lost row meant.
    for line, index in lost:
        now = [p for p in _named_as(sheet, line, index) if p.ref not in found]
        what = f"{sheet.get(line, 'model')}, {sheet.get(line, 'lane')}"
        if len(now) == 1:
            found[now[0].ref] = line
            sheet.set(line, "lane", index.spell(now[0]))
            update.unmark(line)
            update.changes.matched.append(f"{what} → {index.spell(now[0])}")
        else:
            update.mark_gone(line, what)
    for cells in update.rows:
        document = update.models.find_document(cells["model"])
        if document is None:
            continue
        index = indexes.setdefault(document.path, build_lane_index(document))
        placed = index.find(cells["lane"])
        if len(placed) == 1 and placed[0].ref not in found:
            update.add(cells, f"{cells['model']}, {cells['lane']}")


def _named_as(sheet: EditedSheet, line: int, index: LaneIndex) -> tuple[Placed, ...]:
    """The lanes of the name that the row of a lost id has beside it."""
    named = _NAMED.search(sheet.get(line, "explanation"))
    return index.by_name.get(fold(named.group(1)), ()) if named else ()


def _update_processes(update: _Update) -> None:
    sheet = update.sheet
    found: dict[ElementRef, int] = {}
    lost: list[int] = []
    for line in sheet:
        process = _find_process(update, line)
        if process is not None:
            found[process.ref] = line
            update.unmark(line)
            if process.modelled and not sheet.get(line, "model").strip():
                sheet.set(line, "model", str(process.ref))
        elif sheet.get(line, "name").strip():
            lost.append(line)
    for line in lost:
        name = tidy(sheet.get(line, "name"))
        now = [p for p in update.models.named(name) if p.modelled and p.ref not in found]
        if len(now) == 1:
            found[now[0].ref] = line
            sheet.set(line, "model", str(now[0].ref))
            update.unmark(line)
            update.changes.matched.append(f"{name} → {now[0].ref}")
        else:
            update.mark_gone(line, name)
    # A row whose model is gone stands for its process still: it is not added once more.
    kept = {fold(tidy(sheet.get(line, "name"))) for line in sheet}
    for cells in update.rows:
        known = update.models.processes.get(cells["model"])
        is_there = known.ref in found if known is not None else fold(cells["name"]) in kept
        if not is_there:
            update.add(cells, cells["name"])


def _find_process(update: _Update, line: int) -> Process | None:
    """The process that a row means by its model, or by its name where it gives no model."""
    name = tidy(update.sheet.get(line, "name"))
    model = update.sheet.get(line, "model").strip()
    if model and read_state(model) is None:
        return update.models.find_model(model, label=name)
    named = update.models.named(name) if name else ()
    if model:
        named = tuple(process for process in named if not process.modelled)
    return named[0] if len(named) == 1 else None


def _update_boundaries(update: _Update) -> None:
    sheet, units = update.sheet, update.units
    new: Mapping[tuple[str, ...], Cells] = {
        (fold(cells["from"]), fold(cells["to"])): cells for cells in update.rows
    }
    seen: set[tuple[str, ...]] = set()
    for line in sheet:
        keys = [units.candidates(sheet.get(line, key)) for key in ("from", "to")]
        if any(len(found) != 1 for found in keys):
            continue
        pair = tuple(fold(units.spell(found[0])) for found in keys)
        seen.add(pair)
        sheet.set(line, "count", new[pair]["count"] if pair in new else "")
    for pair, cells in new.items():
        if pair not in seen:
            update.add(cells, f"{cells['from']} → {cells['to']}")


def _update_opinions(update: _Update) -> None:
    known = {fold(tidy(update.sheet.get(line, "process"))) for line in update.sheet}
    for cells in update.rows:
        if fold(cells["process"]) not in known:
            update.sheet.append(cells)
