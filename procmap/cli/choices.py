"""What can be typed on the command line: languages, severities, files and folders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "FailOn",
    "FilledIn",
    "Folder",
    "Lang",
    "Language",
    "Models",
    "Profile",
    "RegisterFile",
]


class Lang(StrEnum):
    """Language of what is printed and drawn."""

    nb = "nb"
    en = "en"


class FailOn(StrEnum):
    """From which severity on `check` says that there is something to do."""

    E = "E"
    W = "W"
    I = "I"  # noqa: E741
    never = "never"


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
Language = Annotated[Lang, typer.Option("--lang", help="Norwegian (nb) or English (en).")]
Folder = Annotated[
    Path, typer.Option("--output", "-o", help="Folder to write to.", metavar="FOLDER")
]
