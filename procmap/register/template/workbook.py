"""Writing a register as a workbook: grey prefilled cells, drop-downs, frozen heads, notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from procmap.model import Landscape
from procmap.register.sheets import Choices, Column, Lang, spell_word
from procmap.register.template.rows import FilledSheet
from procmap.register.words import (
    ALIAS_KINDS,
    CHANNELS,
    DATA_USES,
    LANE_KINDS,
    OWNERSHIP_KINDS,
    PROCESS_KINDS,
    SUPPORTS,
    UNIT_KINDS,
    YES_NO,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "LISTS",
    "add_choices",
    "add_sheets",
    "build_workbook",
    "cell_at",
    "find_positions",
    "put_text",
    "save_workbook",
]

LISTS: Final = "Lister"
_STATES: Final = ("absent", "unknown", "not_applicable")
_HEAD_FACTS: Final = {
    "nb": {"name": "Organisasjon:", "inhabitants": "Innbyggere:", "as_of": "Gjelder per:"},
    "en": {"name": "Organisation:", "inhabitants": "Inhabitants:", "as_of": "As of:"},
}
_GREY: Final = "EDEDED"
_ASKED: Final = "FFF2CC"
_HEAD: Final = "D9E2EC"
# Words that are what the first column of another sheet holds.
_OF_SHEETS: Final[Mapping[Choices, str]] = {
    "units": "units",
    "processes": "processes",
    "systems": "systems",
    "data items": "data_items",
}
# Rows below the last one in which choices are offered as well.
_SPARE: Final = 300
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST: Final = 32_767
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def build_workbook(
    sheets: Sequence[FilledSheet],
    *,
    head: Mapping[str, str],
    positions: Iterable[str],
    lang: Lang,
) -> bytes:
    """Build the bytes of a workbook; the same content gives the same bytes.

    Args:
        sheets: the sheets with their rows.
        head: organisation, inhabitants and day, for the top row of the first sheet.
        positions: the positions to choose from.
        lang: language of titles, heads and words.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    add_sheets(book, sheets, head=head, positions=positions, lang=lang)
    return save_workbook(book)


def add_sheets(
    book: Workbook,
    sheets: Sequence[FilledSheet],
    *,
    head: Mapping[str, str],
    positions: Iterable[str],
    lang: Lang,
) -> None:
    """Add sheets to a workbook, with the hidden one that holds their words.

    Args:
        book: the workbook.
        sheets: the sheets with their rows.
        head: organisation, inhabitants and day, for the top row of the sheet of units.
        positions: the positions to choose from.
        lang: language of titles, heads and words.
    """
    names = {filled.sheet.table: filled.sheet.title(lang) for filled in sheets}
    first_rows: dict[str, int] = {}
    for filled in sheets:
        sheet = book.create_sheet(filled.sheet.title(lang))
        top = _write_head_facts(sheet, head, lang) if filled.sheet.table == "units" else 1
        first_rows[filled.sheet.table] = top + 1
        _write_heads(sheet, filled, top, lang)
        _write_rows(sheet, filled, top + 1)
    lists = _write_lists(book, tuple(positions), sheets, lang)
    for choices, table in _OF_SHEETS.items():
        if table in names:
            lists[choices] = f"'{names[table]}'!$A${first_rows[table]}:$A$2000"
    for filled in sheets:
        sheet = book[names[filled.sheet.table]]
        first = first_rows[filled.sheet.table]
        for at, column in enumerate(filled.columns, start=1):
            if column.choices is not None:
                source = lists.get(column.choices)
                if source is not None:
                    area = (at, first, first + len(filled.rows) + _SPARE)
                    add_choices(sheet, column, area, source=source, lang=lang)


def _write_head_facts(sheet: Worksheet, head: Mapping[str, str], lang: Lang) -> int:
    from openpyxl.styles import Font

    for at, (key, text) in enumerate(head.items()):
        cell = cell_at(sheet, 1, at * 2 + 1)
        put_text(cell, _HEAD_FACTS[lang][key])
        cell.font = Font(bold=True)
        put_text(cell_at(sheet, 1, at * 2 + 2), text)
    return 2


def _write_heads(sheet: Worksheet, filled: FilledSheet, row: int, lang: Lang) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, column in enumerate(filled.columns, start=1):
        cell = cell_at(sheet, row, at)
        put_text(cell, column.head(lang))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_ASKED if column.is_asked else _HEAD)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(column.notes[lang == "en"], "procmap", height=120, width=260)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    keys = [column.key for column in filled.columns]
    last = keys.index(filled.sheet.frozen) if filled.sheet.frozen in keys else 0
    sheet.freeze_panes = f"{get_column_letter(last + 2)}{row + 1}"


def _write_rows(sheet: Worksheet, filled: FilledSheet, first: int) -> None:
    from openpyxl.styles import PatternFill

    grey = PatternFill("solid", fgColor=_GREY)
    for line, row in enumerate(filled.rows, start=first):
        for at, column in enumerate(filled.columns, start=1):
            text = row.get(column.key, "")
            if not text:
                continue
            cell = cell_at(sheet, line, at)
            put_text(cell, text)
            if column.is_grey or at == 1:
                cell.fill = grey


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell to write to; its type in openpyxl allows for the covered part of merged cells."""
    return cast("Cell", sheet.cell(row, column))


def put_text(cell: Cell, text: str) -> None:
    """Put a text into a cell, whatever it begins with: never a formula, a number or a date.

    Args:
        cell: the cell.
        text: the text; what no workbook can hold is replaced.
    """
    cell.value = _ILLEGAL.sub("\ufffd", text)[:_LONGEST]
    # openpyxl takes what begins with = for a formula; the prefix keeps a spreadsheet from it too.
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True


def _find_texts(sheets: Iterable[FilledSheet], table: str, key: str) -> tuple[str, ...]:
    """What stands in a column of a sheet, each text once."""
    rows = next((filled.rows for filled in sheets if filled.sheet.table == table), ())
    return tuple(dict.fromkeys(row[key] for row in rows if row.get(key)))


def _write_lists(
    book: Workbook, positions: tuple[str, ...], sheets: Sequence[FilledSheet], lang: Lang
) -> dict[Choices, str]:
    """The hidden sheet with the words to choose from; where each list stands."""
    from openpyxl.utils import get_column_letter

    units = _find_texts(sheets, "units", "name")
    states = [spell_word(state, lang) for state in _STATES]
    unknown = states[1:2]
    lists: dict[Choices, list[str]] = {
        "kind": [spell_word(w, lang) for w in LANE_KINDS.english] + unknown,
        "type": [spell_word(w, lang) for w in PROCESS_KINDS.english] + unknown,
        "reach": [spell_word(w, lang) for w in ("whole", "own_unit")] + unknown,
        "channel": [spell_word(w, lang) for w in CHANNELS.english] + states,
        "unit kind": [spell_word(w, lang) for w in UNIT_KINDS.english],
        "owner kind": [spell_word(w, lang) for w in OWNERSHIP_KINDS.english],
        "process names": list(_find_texts(sheets, "opinions", "process")),
        "positions": [*states, *positions],
        "performers": [*states, *positions, *(unit for unit in units if unit not in positions)],
        "support": [spell_word(w, lang) for w in SUPPORTS.english] + states,
        "letters": ["R", "A", "A/R", "C", "I", *states],
        "data use": [spell_word(w, lang) for w in DATA_USES.english],
        "yes or no": [spell_word(w, lang) for w in YES_NO.english] + states[1:],
        "alias kind": [spell_word(w, lang) for w in ALIAS_KINDS.english],
    }
    sheet = book.create_sheet(LISTS)
    # A workbook that has such a sheet already gets another, whose title has a number.
    title = sheet.title
    sheet.sheet_state = "hidden"
    found: dict[Choices, str] = {}
    for at, (name, words) in enumerate(lists.items(), start=1):
        for row, word in enumerate(words, start=1):
            put_text(cell_at(sheet, row, at), word)
        letter = get_column_letter(at)
        if words:
            found[name] = f"{title}!${letter}$1:${letter}${len(words)}"
    return found


def add_choices(
    sheet: Worksheet,
    column: Column,
    area: tuple[int, int, int],
    *,
    source: str,
    lang: Lang,
) -> None:
    """Offer words in the cells of a column; other words may be typed all the same.

    Args:
        sheet: the sheet.
        column: the column.
        area: its number, and its first and last row.
        source: the cells that hold the words.
        lang: language of what is shown beside a cell.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    at, first, last = area
    offered = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    offered.showInputMessage = True
    offered.promptTitle = column.heads[lang == "en"][:32]
    offered.prompt = column.notes[lang == "en"][:250]
    letter = get_column_letter(at)
    offered.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(offered)


def find_positions(landscape: Landscape) -> tuple[str, ...]:
    """The positions and networks to choose an owner from, sorted."""
    managers = {unit.manager.value for unit in landscape.units if unit.manager.value}
    networks = {unit.name for unit in landscape.units if unit.kind == "network"}
    return tuple(sorted(managers | networks | {role.name for role in landscape.roles}))


def save_workbook(book: Workbook) -> bytes:
    """The bytes of a workbook, without the time it was made at."""
    written = io.BytesIO()
    book.save(written)
    stable = io.BytesIO()
    with (
        zipfile.ZipFile(written) as made,
        zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in made.infolist():
            data = made.read(part)
            if part.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", data)
            info = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, data)
    return stable.getvalue()
