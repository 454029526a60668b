"""`procmap workshop`: what a workshop needs, ready to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from procmap.cli.choices import Language, Models, Profile, RegisterFile
from procmap.cli.console import build_out
from procmap.cli.work import analyze

__all__ = ["workshop"]


def workshop(
    models: Models = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="Folder to write: a new one, or one written by this command before.",
            metavar="FOLDER",
        ),
    ] = Path("kit"),
    register: RegisterFile = None,
    own_list: Annotated[
        Path | None,
        typer.Option("--from", help="A list of owners you keep already.", metavar="FILE"),
    ] = None,
    lang: Language = "nb",
    minutes: Annotated[int, typer.Option(help="How long the workshop is.", min=30)] = 120,
    maps: Annotated[int, typer.Option(help="How many processes to draw at most.", min=1)] = 6,
    profile: Annotated[
        Profile, typer.Option(help="Which rules run, and how strictly.")
    ] = Profile.workshop,
) -> None:
    """Write maps on A3, an agenda, slips and a page for the facilitator, ready to print."""
    from procmap.labels.workshop import KIT, KIT_COUNTS
    from procmap.reports.content.names import Names
    from procmap.reports.content.workshop import build_opinions
    from procmap.reports.kit import build_kit, read_numbers, write_folder

    found = analyze(models, register, profile=profile.value, own_list=own_list, lang=lang)
    kit = build_kit(found, lang=lang, minutes=minutes, maps=maps, printed=read_numbers(output))
    (index, *_) = write_folder(kit.files, output)
    out = build_out()
    for line in found.headline.lines(lang):
        out.print(line, style="bold", highlight=False, markup=False)
    for part in build_opinions(found.landscape, Names(found.landscape, lang)):
        out.print(f"{part.process}: {part.sentence}", highlight=False, markup=False)
    counts = {"points": kit.points, "sheets": kit.maps, "slips": kit.slips}
    said = [KIT_COUNTS[key].text(n, lang).format(n=n) for key, n in counts.items()]
    out.print(f"{KIT['title'].text(lang)}: {', '.join(said)}", highlight=False)
    out.print(f"→ {escape(str(index))}", highlight=False)
