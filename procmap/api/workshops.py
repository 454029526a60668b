"""What a workshop needs on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from procmap.language import check_language

if TYPE_CHECKING:
    from procmap.rules import Report

__all__ = ["write_workshop"]


def write_workshop(
    report: Report,
    folder: str | Path,
    *,
    lang: str = "nb",
    minutes: int = 120,
    maps: int = 6,
) -> tuple[Path, ...]:
    """Write what a workshop needs: maps on A3, an agenda, slips and a page for the facilitator.

    All are pages to print, which need no network. Where the register has answers and decisions,
    they are on them. The folder is written as a whole, and one that holds anything else is
    refused. Maps keep the numbers that they had in a folder written before: they hang on the wall.

    Args:
        report: what was found.
        folder: the folder to write; a new or empty one, or one that this wrote before and nobody
            has changed since.
        lang: ``"nb"``, ``"en"``, or one with a catalogue.
        minutes: how long the workshop is.
        maps: how many processes to draw at most, those that matter most first.

    Returns:
        The paths written, the overview first.

    Raises:
        RuleError: the time is not a whole number of minutes, at least 30.
        ProcmapError: there is no such language; the folder holds something else, or cannot be
            written.
    """
    from procmap.reports.kit import build_kit, read_numbers, write_folder

    check_language(lang)
    kit = build_kit(report, lang=lang, minutes=minutes, maps=maps, printed=read_numbers(folder))
    return write_folder(kit.files, folder)
