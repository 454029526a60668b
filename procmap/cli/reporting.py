"""`procmap report`: one page for those who decide, or the same as workbook, text or data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from procmap.cli.choices import Language, Models, Profile, RegisterFile
from procmap.cli.console import UsageError, build_out
from procmap.cli.work import analyze
from procmap.labels import Words

__all__ = ["report"]


def report(
    models: Models = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="The file to write: .html, .xlsx, .md, .json or .csv.",
            metavar="FILE",
        ),
    ] = Path("report.html"),
    register: RegisterFile = None,
    own_list: Annotated[
        Path | None,
        typer.Option("--from", help="A list of owners you keep already.", metavar="FILE"),
    ] = None,
    lang: Language = "nb",
    baseline: Annotated[
        Path | None,
        typer.Option(help="What was found last time, for what changed since.", metavar="FILE"),
    ] = None,
    profile: Annotated[
        Profile, typer.Option(help="Which rules run, and how strictly.")
    ] = Profile.workshop,
) -> None:
    """Write a report for those who decide: headline, maps, questions, hand-offs, sources."""
    from procmap.reports.saving import ENDINGS
    from procmap.rules import compare, read_baseline

    # A name that cannot be written should not cost the reading of a thousand models.
    if output.suffix.casefold() not in ENDINGS:
        raise UsageError(
            Words(
                "filen må slutte på en av {endings}", "the file must end in one of {endings}"
            ).fill(endings=", ".join(ENDINGS)),
            where="--output",
        )
    before = read_baseline(baseline) if baseline is not None else None
    found = analyze(models, register, profile=profile.value, own_list=own_list, lang=lang)
    written = found.save(output, lang=lang, since=before)
    for line in found.headline.lines(lang):
        build_out().print(line, style="bold", highlight=False, markup=False)
    if before is not None:
        said = compare(before, found).sentence(lang)
        build_out().print(said, highlight=False, markup=False)
    build_out().print(f"→ {escape(str(written))}", highlight=False)
