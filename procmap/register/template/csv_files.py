"""Writing a register as a folder of CSV files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from procmap.errors import RegisterError
from procmap.labels import Words
from procmap.labels.system import SystemReason
from procmap.register.sheets import Lang
from procmap.register.template.rows import FilledSheet
from procmap.register.template.writing import write_new

__all__ = ["build_csv_rows", "guard_text", "write_csv_folder", "write_csv_rows"]

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_HEADS: Final = {
    "nb": {"name": "Organisasjon", "inhabitants": "Innbyggere", "as_of": "Gjelder per"},
    "en": {"name": "Organisation", "inhabitants": "Inhabitants", "as_of": "As of"},
}


def write_csv_folder(
    folder: Path, sheets: Iterable[FilledSheet], *, head: Mapping[str, str], lang: Lang
) -> None:
    """Write a register as CSV files, separated by semicolons, in UTF-8 that a spreadsheet knows.

    Args:
        folder: the folder; it must not hold anything yet.
        sheets: the sheets with their rows.
        head: organisation, inhabitants and day.
        lang: language of file names and heads.

    Raises:
        RegisterError: the folder holds something already, or cannot be written.
    """
    files = {
        "organisasjon" if lang == "nb" else "organisation": write_csv_rows(
            [
                [_HEADS[lang][key] for key in head],
                list(head.values()),
            ]
        )
    }
    for filled in sheets:
        files[filled.sheet.files[lang == "en"]] = write_csv_rows(build_csv_rows(filled, lang))
    try:
        folder.mkdir(exist_ok=True)
        is_taken = any(folder.iterdir())
    except OSError as error:
        raise RegisterError(
            Words(
                "mappen kan ikke skrives ({reason})", "the folder cannot be written ({reason})"
            ).fill(reason=SystemReason.of(error)),
            where=folder.as_posix(),
        ) from None
    if is_taken:
        raise RegisterError(
            Words(
                "det ligger noe i mappen fra før, som noen kan ha skrevet",
                "the folder holds something already, which may be what somebody typed",
            ),
            where=folder.as_posix(),
            expected=Words("en ny eller tom mappe", "a new or empty folder"),
            remedy=Words(
                "Velg et annet navn, eller flytt mappen.",
                "Choose another name, or move the folder away.",
            ),
        )
    for name, text in files.items():
        write_new(folder / f"{name}.csv", text)


def build_csv_rows(filled: FilledSheet, lang: Lang) -> list[list[str]]:
    """The rows of a sheet, heads first.

    Args:
        filled: the sheet.
        lang: language of its heads.
    """
    rows = [[column.head(lang) for column in filled.columns]]
    return rows + [[row.get(c.key, "") for c in filled.columns] for row in filled.rows]


def guard_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula; reading gives the text back.

    Examples:
        >>> guard_text("=SUM(A1)"), guard_text("Økonomi")
        ("'=SUM(A1)", 'Økonomi')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV, so that reading gives them back.

    Args:
        rows: the rows, heads first.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerows([guard_text(cell) for cell in row] for row in rows)
    # Without the mark at the front, a spreadsheet on Windows reads UTF-8 as something else.
    return f"\ufeff{text.getvalue()}"
