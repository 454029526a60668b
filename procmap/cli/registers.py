"""`procmap register`: write, update and look over an ownership register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from procmap.cli.choices import FilledIn, Lang, Language, Models, RegisterFile
from procmap.cli.console import build_out
from procmap.cli.work import read_models

__all__ = ["registers"]

registers = typer.Typer(help="Write, update and look over an ownership register.")


@registers.command("new")
def register_new(
    models: Models,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help="A workbook (.xlsx), YAML, or a folder for CSV.", metavar="FILE"
        ),
    ] = Path("register.xlsx"),
    lang: Language = Lang.nb,
    full: Annotated[
        bool, typer.Option("--full", help="Also the sheets and columns nothing is known for.")
    ] = False,
    register: RegisterFile = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Call persons Person 1, Person 2 …")
    ] = False,
) -> None:
    """Write a register to fill in, prefilled from the models and from a register there is."""
    from procmap import api

    landscape = read_models(models)
    if register is not None:
        landscape = landscape.with_register(register)
    api.write_register(landscape, output, lang=lang.value, full=full, pseudonymise=pseudonymise)
    _say("written", lang, path=output)


@registers.command("update")
def register_update(models: Models, register: FilledIn, lang: Language = Lang.nb) -> None:
    """Add what is new in the models to a register, and mark what is gone; nothing is lost."""
    from procmap import api

    update = api.update_register(read_models(models), register, lang=lang.value)
    _say("written", lang, path=update.path)
    _say("backup", lang, path=update.backup)
    for key, rows in (("added", update.added), ("gone", update.gone), ("matched", update.matched)):
        _say(key, lang, count=len(rows))
        for row in rows:
            build_out().print(f"  {escape(row)}", highlight=False)
    if update.unkept:
        _say("unkept", lang, what=", ".join(what[lang is Lang.en] for what in update.unkept))


@registers.command("status")
def register_status(models: Models, register: FilledIn, lang: Language = Lang.nb) -> None:
    """Print how complete a register is, and the cells that would clarify most."""
    from procmap import api
    from procmap.register.sheets import find_sheet

    status = api.find_register_status(read_models(models).with_register(register))
    _say("sheets", lang)
    for part in status.sheets:
        title = find_sheet(part.name).title(lang.value)
        build_out().print(f"  {part.filled:>4} / {part.total:<4} {title}", highlight=False)
    _say("units", lang)
    for part in status.units:
        name = escape(part.name)
        build_out().print(f"  {part.filled:>4} / {part.total:<4} {name}", highlight=False)
    _say("next" if status.next_cells else "nothing", lang)
    for number, cell in enumerate(status.next_cells, start=1):
        build_out().print(f"  {number:>2}. {escape(cell.describe(lang.value))}", highlight=False)


def _say(key: str, lang: Lang, **values: object) -> None:
    from procmap.labels.register import REGISTER

    text = REGISTER[key].text(lang.value)
    # One line for a script to read, however narrow the window.
    build_out().print(escape(text.format_map(values)), highlight=False, soft_wrap=True)
