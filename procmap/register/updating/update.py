"""Updating a register on disk: a backup first, then what is new, then all of it at once."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from procmap.errors import RegisterError
from procmap.files import write_beside
from procmap.labels import Words
from procmap.labels.system import SystemReason
from procmap.model import Handoff, Landscape
from procmap.register.merging.models import Models, build_models
from procmap.register.reading.csv_folder import read_csv_grid
from procmap.register.reading.sources import is_workbook
from procmap.register.reading.tables import recognise_table
from procmap.register.reading.workbook import open_workbook, read_grids
from procmap.register.sheets import Lang
from procmap.register.template.csv_files import build_csv_rows, write_csv_rows
from procmap.register.template.rows import (
    BoundaryCounts,
    Cells,
    FilledSheet,
    build_head_facts,
    build_sheets,
)
from procmap.register.template.text import build_template
from procmap.register.template.workbook import (
    add_sheets,
    cell_at,
    find_positions,
    put_text,
    save_workbook,
)
from procmap.register.template.writing import write_new
from procmap.register.updating.adding import build_full_rows, has_everything
from procmap.register.updating.changes import Changes
from procmap.register.updating.editing import EditedSheet, build_edited_sheet, find_models
from procmap.register.updating.matching import update_sheet
from procmap.register.updating.unkept import UNKEPT, find_unkept

__all__ = ["Update", "update_register"]


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did.

    Args:
        path: the file or folder with the result.
        backup: the copy of what was there before.
        added: rows that are new.
        gone: rows whose model is gone; they are marked, and stay.
        matched: rows that were pointed at what their model is called now.
        asked: rows that may mean several things now, with what these are; they are marked.
        restored: sheets that had been deleted, and are there again as in a new template.
        unkept: what the original holds that the result does not, Norwegian and English; where
            there is any, the original stays and `path` is another file.
    """

    path: Path
    backup: Path
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    unkept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Work:
    """What an update is made from.

    Args:
        landscape: the models with the register applied.
        drawn: the models without it.
        sheets: the sheets of a new template.
        rows: the rows that a new template has for each table.
        lang: language of what is added and marked.
        has_backup: whether there is a backup already.
    """

    landscape: Landscape
    drawn: Models
    sheets: tuple[FilledSheet, ...]
    rows: Mapping[str, tuple[Cells, ...]]
    lang: Lang
    has_backup: bool

    def back_up(self, source: Path) -> Path:
        """Make the backup; the register itself stands for one that was made before."""
        return source if self.has_backup else _back_up(source)


def update_register(
    landscape: Landscape,
    path: str | Path,
    *,
    lang: Lang = "nb",
    boundaries: BoundaryCounts | None = None,
    handoffs: Sequence[Handoff] = (),
    models: Landscape | None = None,
    has_backup: bool = False,
) -> Update:
    """Bring a register up to date with its models; nothing that somebody typed is lost.

    Args:
        landscape: the models as they are now, with the register applied.
        path: the register.
        lang: language of what is added and marked.
        boundaries: number of hand-offs by the two units' keys.
        handoffs: the hand-offs between units, with their numbers.
        models: the models without the register, where that gives processes other names.
        has_backup: whether there is a backup already of what is to be kept.

    Raises:
        RegisterError: it cannot be read or written.
    """
    source = Path(path)
    sheets = build_sheets(landscape, lang=lang, boundaries=boundaries)
    rows = {filled.sheet.table: filled.rows for filled in sheets}
    rows |= build_full_rows(landscape, lang=lang, handoffs=handoffs)
    drawn = build_models(models or landscape)
    work = _Work(landscape, drawn, sheets, rows, lang, has_backup)
    if is_workbook(source):
        return _update_workbook(source, work)
    if source.is_dir():
        return _update_folder(source, work)
    if source.suffix.casefold() in (".yaml", ".yml"):
        backup = _back_up(source)
        target = source.with_name(f"{source.stem}.new{source.suffix}")
        full = has_everything(source)
        text = build_template(landscape, boundaries=boundaries, full=full, handoffs=handoffs)
        write_new(target, text)
        unkept = ("kommentarer og rekkefølge", "comments and order")
        return Update(target, backup, unkept=(unkept,))
    raise RegisterError(
        Words("et register i denne formen oppdateres ikke", "this form of register is not updated"),
        where=source.as_posix(),
        expected=Words(
            "en arbeidsbok, en mappe med CSV-filer eller en YAML-fil",
            "a workbook, a folder of CSV files or a YAML file",
        ),
    )


def _update_workbook(source: Path, work: _Work) -> Update:
    grids, _ = read_grids(source)
    data = source.read_bytes()
    book = open_workbook(data, source.as_posix(), macros=True)
    unkept = find_unkept(data)
    changes = Changes()
    written = find_models(grids)
    # A sheet that somebody hid is there all the same.
    missing = _find_missing(work.sheets, (sheet.title for sheet in book.worksheets))
    for grid in sorted(grids, key=lambda grid: _comes_later(grid.title)):
        sheet = book[grid.title]

        def put(line: int, column: int, text: str, *, sheet: object = sheet) -> None:
            put_text(cell_at(sheet, line, column), text)  # type: ignore[arg-type]  # a worksheet

        _edit(build_edited_sheet(grid, put), changes, work, written)
    if missing:
        head, positions = (
            build_head_facts(work.landscape, work.lang),
            find_positions(work.landscape),
        )
        add_sheets(book, missing, head=head, positions=positions, lang=work.lang)
        changes.restored += (filled.sheet.title(work.lang) for filled in missing)
    backup = work.back_up(source)
    target = source.with_name(f"{source.stem}.new{source.suffix}") if unkept else source
    write_beside(target, save_workbook(book), overwrite=not unkept)
    if book.vba_archive is not None:
        book.vba_archive.close()
    return _build_update(target, backup, changes, tuple(UNKEPT[kind] for kind in unkept))


def _update_folder(source: Path, work: _Work) -> Update:
    backup = work.back_up(source)
    changes = Changes()
    found = sorted(source.glob("*.[cC][sS][vV]"))
    files = sorted(found, key=lambda file: _comes_later(file.stem))
    missing = _find_missing(work.sheets, (file.stem for file in files))
    grids = [read_csv_grid(file, []) for file in files]
    written = find_models(grids)
    for file, grid in zip(files, grids, strict=True):
        cells = {row.line: list(row.cells) for row in grid.rows}
        sheet = build_edited_sheet(grid, partial(_put, cells))
        _edit(sheet, changes, work, written)
        if sheet is not None and sheet.changed:
            write_beside(file, write_csv_rows(cells[line] for line in sorted(cells)))
    for filled in missing:
        name = f"{filled.sheet.files[work.lang == 'en']}.csv"
        write_new(source / name, write_csv_rows(build_csv_rows(filled, work.lang)))
        changes.restored.append(name)
    return _build_update(source, backup, changes, ())


def _comes_later(title: str) -> bool:
    """Whether a sheet has to wait: what processes are called now is settled on theirs."""
    return recognise_table(title) != "processes"


def _find_missing(sheets: Iterable[FilledSheet], titles: Iterable[str]) -> list[FilledSheet]:
    """The sheets that every register has, and this one does not."""
    there = {recognise_table(title) for title in titles}
    return [f for f in sheets if not f.sheet.is_extra and f.sheet.table not in there]


def _put(cells: dict[int, list[str]], line: int, column: int, text: str) -> None:
    row = cells.setdefault(line, [])
    row.extend([""] * (column - len(row)))
    row[column - 1] = text


def _edit(
    sheet: EditedSheet | None, changes: Changes, work: _Work, written: frozenset[str]
) -> None:
    if sheet is None:
        return
    rows = work.rows.get(sheet.table, ())
    update_sheet(
        sheet,
        rows,
        work.landscape,
        changes,
        drawn=work.drawn,
        written=written,
        lang=work.lang,
    )


def _build_update(
    path: Path, backup: Path, changes: Changes, unkept: tuple[tuple[str, str], ...]
) -> Update:
    return Update(
        path,
        backup,
        tuple(changes.added),
        tuple(changes.gone),
        tuple(changes.matched),
        tuple(changes.asked),
        tuple(changes.restored),
        unkept,
    )


def _back_up(source: Path) -> Path:
    """Copy a file or folder beside itself, with the day in its name; never over another copy."""
    day = dt.datetime.now().astimezone().date().isoformat()
    number = 1
    while True:
        mark = day if number == 1 else f"{day}-{number}"
        backup = source.with_name(f"{source.stem}.{mark}{source.suffix}")
        if not backup.exists():
            break
        number += 1
    try:
        if source.is_dir():
            shutil.copytree(source, backup)
        else:
            shutil.copy2(source, backup)
    except OSError as error:
        raise RegisterError(
            Words(
                "det kan ikke lages noen kopi av det som var ({reason})",
                "no backup can be made ({reason})",
            ).fill(reason=SystemReason.of(error)),
            where=backup.as_posix(),
            remedy=Words(
                "Velg en mappe dere har lov til å skrive i.",
                "Choose a folder that you may write to.",
            ),
        ) from None
    return backup
