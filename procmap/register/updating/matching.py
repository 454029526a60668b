"""Which rows of a register still mean something, which are new, and which lost their model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from procmap.model import Landscape, Participant, Process, fold, tidy
from procmap.model.process_names import ProcessNames, build_process_names
from procmap.register.merging.models import LaneIndex, Models, Placed, build_models
from procmap.register.merging.unit_book import build_unit_book
from procmap.register.sheets import Lang
from procmap.register.template.rows import Cells
from procmap.register.updating.adding import ADDED_TO, add_new_rows
from procmap.register.updating.changes import Changes, SheetUpdate
from procmap.register.updating.editing import EditedSheet
from procmap.register.updating.referring import REFERRING, update_referring
from procmap.register.words import read_state
from procmap.source import ElementRef

__all__ = ["update_sheet"]

_NAMED: Final = re.compile(r"«(.*?)»")
_POOLS: Final = ("deltaker", "pool")
_LANES: Final = ("bane", "lane")


def update_sheet(
    sheet: EditedSheet,
    rows: Iterable[Cells],
    landscape: Landscape,
    changes: Changes,
    *,
    drawn: Models,
    written: Iterable[str],
    lang: Lang,
) -> None:
    """Add what is new, mark what is gone, and point rows at what their model is called now.

    Args:
        sheet: the sheet somebody filled in.
        rows: the rows that a new template would have.
        landscape: the models with the register applied.
        changes: where to put what was done.
        drawn: the models without the register.
        written: the models that the register names, on whichever sheet.
        lang: language of the marks.
    """
    organisation = landscape.organisation.value
    home = organisation.name if organisation else ""
    units = build_unit_book(landscape.units, organisation=home, aliases=landscape.aliases)
    models = build_models(landscape, written=written)
    called = build_process_names(landscape.processes, models.aliases)
    update = SheetUpdate(sheet, tuple(rows), models, units, changes, lang, called)
    match sheet.table:
        case "lanes":
            _update_lanes(update)
        case "processes":
            _update_processes(update)
        case "boundaries":
            _update_boundaries(update)
        case "opinions":
            _update_opinions(update)
        case table if table in REFERRING:
            update_referring(update)
        case _:
            pass
    if sheet.table in ADDED_TO:
        add_new_rows(update, landscape, drawn=drawn, lang=lang)


def _update_lanes(update: SheetUpdate) -> None:
    sheet = update.sheet
    found, lost = _find_lanes(update)
    # Only what no other row means can be what a lost row meant.
    for line, index in lost:
        now = [p for p in _find_meant(sheet, line, index) if p.ref not in found]
        what = f"{sheet.get(line, 'model')}, {sheet.get(line, 'lane')}"
        if len(now) == 1:
            found.add(now[0].ref)
            update.point(line, "lane", index.spell(now[0]), what)
        elif now:
            update.mark_asked(line, what, [p.id for p in now])
        else:
            update.mark_gone(line, what)
    for cells in update.rows:
        document = update.models.find_document(cells["model"])
        placed = update.index(document).find(cells["lane"]) if document is not None else ()
        if len(placed) == 1 and placed[0].ref not in found:
            update.add(cells, f"{cells['model']}, {cells['lane']}")


def _find_lanes(update: SheetUpdate) -> tuple[set[ElementRef], list[tuple[int, LaneIndex]]]:
    """The lanes that rows mean, and the rows whose lane is not found in their model."""
    sheet = update.sheet
    found: set[ElementRef] = set()
    lost: list[tuple[int, LaneIndex]] = []
    named: list[tuple[int, LaneIndex]] = []
    for line in sheet:
        model, lane = sheet.get(line, "model").strip(), sheet.get(line, "lane").strip()
        if not model or not lane:
            continue
        document = update.models.find_document(model)
        if document is None:
            update.mark_gone(line, f"{model}, {lane}")
            continue
        index = update.index(document)
        if lane in index.by_id:
            found.add(index.by_id[lane][0].ref)
            update.unmark(line)
        else:
            named.append((line, index))
    # As in merging: what a row means by its id, no other row means by its name.
    for line, index in named:
        now = [p for p in index.find(sheet.get(line, "lane").strip()) if p.ref not in found]
        if len(now) == 1:
            found.add(now[0].ref)
            update.unmark(line)
        else:
            lost.append((line, index))
    return found, lost


def _find_meant(sheet: EditedSheet, line: int, index: LaneIndex) -> tuple[Placed, ...]:
    """The lanes that a row may have meant: of its name, or of that beside its lost id."""
    said = sheet.get(line, "explanation")
    named = _NAMED.search(said)
    found = index.by_name.get(fold(named.group(1)), ()) if named else ()
    found = found or index.find(sheet.get(line, "lane").strip())
    if said.startswith(_POOLS):
        return tuple(p for p in found if isinstance(p, Participant))
    if said.startswith(_LANES):
        return tuple(p for p in found if not isinstance(p, Participant))
    return found


def _update_processes(update: SheetUpdate) -> None:
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
    update.changes.taken.update(found)
    lost_names = Counter(fold(sheet.get(line, "name")) for line in lost)
    for line in lost:
        name = tidy(sheet.get(line, "name"))
        now = [p for p in update.models.named(name) if p.modelled and p.ref not in found]
        # Of two rows that may be one process, neither is taken for it.
        if len(now) == 1 and lost_names[fold(name)] == 1:
            found[now[0].ref] = line
            update.point(line, "model", str(now[0].ref), name)
        elif now:
            update.mark_asked(line, name, [str(p.ref) for p in now])
        else:
            update.mark_gone(line, name)
    # A row whose model is gone stands for its process still: it is not added once more.
    kept = {fold(tidy(sheet.get(line, "name"))) for line in sheet}
    for cells in update.rows:
        known = update.models.processes.get(cells["model"])
        is_there = known.ref in found if known is not None else fold(cells["name"]) in kept
        if not is_there:
            update.add(cells, cells["name"])


def _find_process(update: SheetUpdate, line: int) -> Process | None:
    """The process that a row means by its model, or by its name where it gives no model."""
    name = tidy(update.sheet.get(line, "name"))
    model = update.sheet.get(line, "model").strip()
    if model and read_state(model) is None:
        return update.models.find_model(model, label=name)
    named = update.models.named(name) if name else ()
    if model:
        named = tuple(process for process in named if not process.modelled)
    return named[0] if len(named) == 1 else None


def _update_boundaries(update: SheetUpdate) -> None:
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


def _update_opinions(update: SheetUpdate) -> None:
    called = update.process_names
    texts = [tidy(update.sheet.get(line, "process")) for line in update.sheet]
    known = {fold(text) for text in texts if text}
    # A process may have got a row before another of its name came.
    about = {process.ref for text in texts if text for process in _find_one(called, text)}
    for line in update.sheet:
        _ask_which(update, line)
    for cells in update.rows:
        is_there = any(process.ref in about for process in _find_one(called, cells["process"]))
        if not is_there and fold(cells["process"]) not in known:
            update.sheet.append(cells)


def _ask_which(update: SheetUpdate, line: int) -> None:
    """Mark an answer about a name that several processes have by now."""
    text = tidy(update.sheet.get(line, "process"))
    found = update.process_names.find(text) if text else ()
    if len(found) < 2:
        update.unmark(line)
    elif update.sheet.get(line, "owner").strip():
        names = [update.process_names.spell(process, update.lang) for process in found]
        update.mark_asked(line, text, names)


def _find_one(called: ProcessNames, text: str) -> tuple[Process, ...]:
    found = called.find(text)
    return found if len(found) == 1 else ()
