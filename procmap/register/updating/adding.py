"""Rows for what is new in the models, on those of the further sheets that a register has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from procmap.model import Handoff, Landscape, tidy
from procmap.register.merging.models import Models
from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.yaml_file import read_yaml
from procmap.register.sheets import Lang, find_sheet
from procmap.register.template.known import build_known, join_cell
from procmap.register.template.rows import Cells
from procmap.register.template.work_rows import build_work_rows
from procmap.register.updating.changes import SheetUpdate
from procmap.register.updating.editing import EditedSheet
from procmap.register.updating.meaning import Meant, RowMeanings
from procmap.register.words import fold_key

__all__ = ["ADDED_TO", "add_new_rows", "build_full_rows", "has_everything"]

# The sheets that have a row for everything drawn where all was asked for, with the columns of such
# a sheet. Without them a row could not be told from one that somebody typed, or is no part of it:
# a list of steps that was typed has no explanations.
ADDED_TO: Final[Mapping[str, tuple[str, ...]]] = {
    "steps": ("model", "step", "explanation"),
    "responsibilities": ("model", "step"),
    "data_uses": ("model", "step", "item", "proposal"),
    "handoffs": ("model", "from", "to"),
    "probabilities": ("model", "flow"),
    "measures": ("model", "name"),
    "goals": ("model", "name"),
    "data_items": ("name", "elements", "proposal"),
}
# What is said of a row that was added, as far as it has them.
_SHOWN: Final = ("process", "step", "item", "from", "to", "choice", "flow")
# What the sheet of hand-offs shows of the drawing, and nobody types.
_OF_HANDOFFS: Final = ("number", "units")


def build_full_rows(
    landscape: Landscape, *, lang: Lang, handoffs: Sequence[Handoff]
) -> dict[str, tuple[Cells, ...]]:
    """Build the rows that a template with everything would have, of the sheets that get new ones.

    Args:
        landscape: the models with the register applied.
        lang: language of their words.
        handoffs: the hand-offs between units, with their numbers.
    """
    known = build_known(landscape, lang, full=True, handoffs=handoffs)
    return {
        table: tuple({key: join_cell(cell) for key, cell in row.items()} for row in rows)
        for table, rows in build_work_rows(known).items()
        if table in ADDED_TO
    }


def has_everything(path: Path) -> bool:
    """Whether a YAML register was written with everything in it: every table is there, if empty.

    Args:
        path: the register.
    """
    fields = read_yaml(path).root.fields
    return ADDED_TO.keys() <= {COLUMNS[ROOT].get(fold_key(field.key)) for field in fields}


def add_new_rows(update: SheetUpdate, landscape: Landscape, *, drawn: Models, lang: Lang) -> None:
    """Add the rows of what no row of a sheet is about; what stands in the sheet stays.

    Args:
        update: the update of the sheet, whose rows were pointed at what they mean by now.
        landscape: the models with the register applied.
        drawn: the models without it.
        lang: language of the sheet's title.
    """
    sheet = update.sheet
    if any(key not in sheet.columns for key in ADDED_TO[sheet.table]):
        return
    meanings = RowMeanings(landscape, update.models, drawn, sheet.table)
    lines: dict[Meant, int] = {}
    for line in sheet:
        for meant in meanings.find_written(sheet.rows[line]):
            lines.setdefault(meant, line)
    title = find_sheet(sheet.table).title(lang)
    for cells in update.rows:
        about = meanings.find_drawn(cells)
        there = [lines[meant] for meant in about if meant in lines]
        if there and sheet.table == "handoffs":
            _show_number(sheet, there[0], cells)
        elif about and not there:
            update.add(cells, f"{title}: {_describe(cells)}")


def _show_number(sheet: EditedSheet, line: int, cells: Cells) -> None:
    """Show the number that a hand-off has on the map by now, beside what is agreed of it."""
    if cells["number"]:
        for key in _OF_HANDOFFS:
            sheet.set(line, key, cells[key])


def _describe(cells: Cells) -> str:
    said = (text for key in _SHOWN if (text := tidy(cells.get(key, ""))))
    return ", ".join(said) or tidy(cells.get("proposal", ""))
