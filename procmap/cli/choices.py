"""What can be typed on the command line: languages, severities, files and folders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from procmap.errors import ProcmapError
from procmap.labels.catalogues import check_language, find_languages

__all__ = [
    "Direction",
    "FailOn",
    "FilledIn",
    "Folder",
    "Format",
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
    "SubProcesses",
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


class Profile(StrEnum):
    """Which rules run, and how strictly."""

    workshop = "workshop"
    strict = "strict"
    import_quality = "import-quality"


Models = Annotated[
    list[Path],
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
RegisterLanguage = Annotated[Lang, typer.Option("--lang", help="Norwegian (nb) or English (en).")]


def _check_language(lang: str) -> str:
    """The language, or wrong usage that lists those there are."""
    try:
        return check_language(lang)
    except ProcmapError as error:
        raise typer.BadParameter(str(error)) from error


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
