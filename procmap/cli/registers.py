"""`procmap register`: write, update and look over an ownership register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.markup import escape

from procmap.cli.choices import FilledIn, Lang, Models, RegisterFile, RegisterLanguage
from procmap.cli.console import build_out
from procmap.cli.own_lists import take_own_list
from procmap.cli.work import read_models
from procmap.errors import RegisterError

if TYPE_CHECKING:
    from procmap.register import Completeness

__all__ = ["registers"]

registers: Final = typer.Typer(help="Write, update and look over an ownership register.")


@registers.command("new")
def register_new(
    models: Models = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help="A workbook (.xlsx), YAML, or a folder for CSV.", metavar="FILE"
        ),
    ] = Path("register.xlsx"),
    lang: RegisterLanguage = Lang.nb,
    full: Annotated[
        bool, typer.Option("--full", help="Also the sheets and columns nothing is known for.")
    ] = False,
    register: RegisterFile = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Call persons Person 1, Person 2 …")
    ] = False,
    own_list: Annotated[
        Path | None,
        typer.Option("--from", help="A list of owners you keep already.", metavar="FILE"),
    ] = None,
    columns: Annotated[
        Path | None,
        typer.Option("--columns", help="What the columns of that list are.", metavar="FILE"),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Take over what is likely, without asking.")
    ] = False,
    people: Annotated[
        bool, typer.Option("--people", help="Take over names of persons from that list.")
    ] = False,
) -> None:
    """Write a register to fill in, prefilled from models, a register, or a list of your own."""
    from procmap import api

    _check_new(output, own_list, columns)
    landscape = read_models(models, lang=lang.value)
    own = None
    if register is not None:
        landscape = landscape.with_register(register)
    if own_list is not None:
        own = take_own_list(
            landscape,
            own_list,
            columns=columns,
            output=output,
            lang=lang,
            yes=yes,
            people=people,
        )
    api.write_register(
        landscape, output, lang=lang.value, full=full, pseudonymise=pseudonymise, own_list=own
    )
    _say("written", lang, path=output)


@registers.command("update")
def register_update(
    register: FilledIn, models: Models = None, lang: RegisterLanguage = Lang.nb
) -> None:
    """Add what is new in the models to a register, and mark what is gone; nothing is lost."""
    from procmap import api

    update = api.update_register(read_models(models, lang=lang.value), register, lang=lang.value)
    _say("written", lang, path=update.path)
    _say("backup", lang, path=update.backup)
    lists = {
        "added": update.added,
        "matched": update.matched,
        "asked": update.asked,
        "gone": update.gone,
        "restored": update.restored,
    }
    for key, rows in lists.items():
        if rows:
            _say(key, lang, count=len(rows))
        for row in rows:
            build_out().print(f"  {escape(row)}", highlight=False)
    if not any(lists.values()):
        _say("nothing new", lang)
    if update.unkept:
        _say("unkept", lang, what=", ".join(what[lang is Lang.en] for what in update.unkept))


@registers.command("status")
def register_status(
    register: FilledIn, models: Models = None, lang: RegisterLanguage = Lang.nb
) -> None:
    """Print how complete a register is, and the cells that would clarify most."""
    from procmap import api
    from procmap.register.sheets import find_sheet

    status = api.find_register_status(read_models(models, lang=lang.value).with_register(register))
    _say("sheets", lang)
    for part in status.sheets:
        _say_part(part, find_sheet(part.name).title(lang.value), lang)
    asked = [part for part in status.units if part.total]
    if asked:
        _say("units", lang)
    for part in asked:
        _say_part(part, part.name, lang)
    _say("next" if status.next_cells else "nothing", lang)
    for number, cell in enumerate(status.next_cells, start=1):
        build_out().print(f"  {number:>2}. {escape(cell.describe(lang.value))}", highlight=False)


def _check_new(output: Path, own_list: Path | None, columns: Path | None) -> None:
    """Say at once what would come to nothing after all the questions.

    Raises:
        RegisterError: the register is there already, or columns are given for no list.
    """
    from procmap.labels.register import REGISTER

    if output.exists() and own_list is not None:
        raise RegisterError(REGISTER["exists"], where=str(output))
    if columns is not None and own_list is None:
        raise RegisterError(REGISTER["no list"], where=str(columns))


def _say_part(part: Completeness, name: str, lang: Lang) -> None:
    filled, total = f"{part.filled:>5}", f"{part.total:<5}"
    _say("part", lang, filled=filled, total=total, name=name)


def _say(key: str, lang: Lang, **values: object) -> None:
    from procmap.labels.register import REGISTER

    text = REGISTER[key].text(lang.value)
    # One line for a script to read, however narrow the window.
    build_out().print(escape(text.format_map(values)), highlight=False, soft_wrap=True)
