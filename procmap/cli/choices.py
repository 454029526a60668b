"""What can be typed on the command line: languages, severities, files and folders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from procmap.cli.console import LANGUAGE
from procmap.labels.catalogues import find_languages
from procmap.language import check_language

__all__ = [
    "Cut",
    "Direction",
    "FailOn",
    "FilledIn",
    "Folder",
    "Format",
    "Group",
    "LanesBy",
    "Lang",
    "Language",
    "MapFormat",
    "MapKind",
    "MapLayout",
    "Models",
    "Orientation",
    "Profile",
    "RegisterFile",
    "RegisterLanguage",
    "SheetSize",
    "Style",
    "SubProcesses",
    "Theme",
    "View",
]


class Lang(StrEnum):
    """Language of a register, whose heads have to be read again."""

    nb = "nb"
    en = "en"


class FailOn(StrEnum):
    """From which severity on `check` says that there is something to do."""

    E = "E"
    W = "W"
    I = "I"  # noqa: E741
    never = "never"


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    csv = "csv"


class MapKind(StrEnum):
    """What a map shows."""

    swimlane = "swimlane"
    landscape = "landscape"
    handoffs = "handoffs"
    ownership = "ownership"
    dependencies = "dependencies"


class View(StrEnum):
    """How much a swimlane map shows."""

    steps = "steps"
    handoffs = "handoffs"


class LanesBy(StrEnum):
    """What a lane is."""

    file = "file"
    unit = "unit"
    role = "role"


class SubProcesses(StrEnum):
    """Whether the content of sub-processes is drawn."""

    open = "open"
    closed = "closed"


class Direction(StrEnum):
    """Where work runs to."""

    right = "right"
    down = "down"


class MapLayout(StrEnum):
    """Who decides where everything goes."""

    grid = "grid"
    source = "source"


class MapFormat(StrEnum):
    """What a map is written as."""

    svg = "svg"
    pdf = "pdf"
    png = "png"


class SheetSize(StrEnum):
    """Paper to print a map on."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"


class Orientation(StrEnum):
    """Which side of the paper is up."""

    landscape = "landscape"
    portrait = "portrait"


class Cut(StrEnum):
    """How a map goes on several sheets."""

    strips = "strips"
    poster = "poster"


class Theme(StrEnum):
    """Colours of a map."""

    colour = "colour"
    black_and_white = "black-and-white"


class Style(StrEnum):
    """What a map of hand-offs looks like."""

    matrix = "matrix"
    circle = "circle"


class Group(StrEnum):
    """What processes are grouped by on a map of the landscape."""

    unit = "unit"


class Profile(StrEnum):
    """Which rules run, and how strictly."""

    workshop = "workshop"
    strict = "strict"
    import_quality = "import-quality"


Models = Annotated[
    list[Path] | None,
    typer.Argument(help="BPMN files, or folders with them.", metavar="PATH", show_default=False),
]
RegisterFile = Annotated[
    Path | None,
    typer.Option("--register", "-r", help="The ownership register.", metavar="FILE"),
]
FilledIn = Annotated[
    Path,
    typer.Option("--register", "-r", help="The register somebody filled in.", metavar="FILE"),
]


def _check_language(lang: str) -> str:
    """The language, in which the rest of the command speaks."""
    LANGUAGE.set(check_language(lang))
    return lang


def _speak(lang: Lang) -> Lang:
    LANGUAGE.set(lang.value)
    return lang


RegisterLanguage = Annotated[
    Lang, typer.Option("--lang", help="Norwegian (nb) or English (en).", callback=_speak)
]


Language = Annotated[
    str,
    typer.Option(
        "--lang",
        help="Norwegian (nb), English (en), or another language with a catalogue.",
        callback=_check_language,
        autocompletion=find_languages,
        metavar="LANG",
    ),
]
Folder = Annotated[
    Path, typer.Option("--output", "-o", help="Folder to write to.", metavar="FOLDER")
]
