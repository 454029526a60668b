"""The commands, and how they end."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.markup import escape

from procmap.cli.checking import FOUND, INTERNAL, check, use_settings
from procmap.cli.choices import (
    Direction,
    Folder,
    LanesBy,
    Language,
    MapFormat,
    MapKind,
    MapLayout,
    Models,
    Orientation,
    RegisterFile,
    SheetSize,
    SubProcesses,
    View,
)
from procmap.cli.console import build_out, print_error
from procmap.cli.explaining import explain
from procmap.cli.printing import print_report
from procmap.cli.registers import registers
from procmap.cli.reporting import report
from procmap.cli.settings import CURRENT, Settings
from procmap.cli.work import Saving, analyze, draw_all, draw_overview, find_samples
from procmap.cli.workshops import workshop
from procmap.errors import (
    AmbiguousNameError,
    ModelError,
    ProcmapError,
    RenderError,
    RuleError,
    UnknownNameError,
)

if TYPE_CHECKING:
    from procmap.maps import SwimlaneChoices

__all__ = ["FOUND", "INTERNAL", "USAGE", "app", "main"]

USAGE: Final = 2

app: Final = typer.Typer(
    name="procmap",
    help="Who owns a process, and where does work change hands with nobody responsible?",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.add_typer(registers, name="register", no_args_is_help=True)
app.command("check")(check)
app.command("report")(report)
app.command("workshop")(workshop)
app.command("explain")(explain)


@app.command("map")
def map_(
    models: Models,
    output: Folder,
    register: RegisterFile = None,
    lang: Language = "nb",
    kind: Annotated[
        MapKind, typer.Option(help="A map of each process, or one of the whole landscape.")
    ] = MapKind.swimlane,
    format: Annotated[
        MapFormat,
        typer.Option("--format", "-f", help="What maps are written as; PDF holds all sheets."),
    ] = MapFormat.svg,
    sheet: Annotated[
        SheetSize | None,
        typer.Option(help="Spread each map over sheets of this paper, large enough to read."),
    ] = None,
    orientation: Annotated[
        Orientation | None,
        typer.Option(help="Which side of the paper is up; what fits better where not given."),
    ] = None,
    view: Annotated[
        View,
        typer.Option(help="Every step, or one box for each stretch of work that stays in a unit."),
    ] = View.steps,
    lanes: Annotated[
        LanesBy | None,
        typer.Option(help="Lanes as in the file, by unit or by role.", show_default=False),
    ] = None,
    subprocesses: Annotated[
        SubProcesses, typer.Option(help="Sub-processes with their content, or as one box.")
    ] = SubProcesses.open,
    direction: Annotated[Direction, typer.Option(help="Where work runs to.")] = Direction.right,
    layout: Annotated[
        MapLayout, typer.Option(help="Laid out anew, or as the file itself draws it.")
    ] = MapLayout.grid,
    data: Annotated[
        bool | None,
        typer.Option("--data/--no-data", help="Data, notes and groups too.", show_default=False),
    ] = None,
) -> None:
    """Draw a map of each process, or one of all processes together, as SVG, PDF or PNG."""
    from procmap import maps

    if orientation is not None and sheet is None:
        raise typer.BadParameter("--orientation needs --sheet", param_hint="--orientation")
    choices: SwimlaneChoices = {
        "view": view.value,
        "lanes": lanes.value if lanes is not None else None,
        "subprocesses": subprocesses.value,
        "direction": direction.value,
        "layout": layout.value,
        "show_data": data,
    }
    try:
        maps.refuse_choices(choices, kind=kind.value)
    except RenderError as error:
        raise typer.BadParameter(f"{error}. {error.remedy}") from None
    report = analyze(models, register, lang=lang)
    saving = Saving(format, sheet, orientation)
    if kind is not MapKind.swimlane:
        for path in draw_overview(report, output, lang, kind=kind, saving=saving):
            build_out().print(escape(str(path)))
        return
    written = draw_all(report, output, lang, saving, choices)
    build_out().print(f"{len(written)} {format.value.upper()} → {escape(str(output))}")


@app.command()
def demo(
    output: Folder = Path("out"),
    lang: Language = "nb",
) -> None:
    """Read the sample municipality, print what is found, and write maps and a page."""
    from procmap.files import write_beside
    from procmap.reports import build_report_page

    samples = find_samples()
    # The demo shows what it always shows, whatever is set where it is run.
    CURRENT.set(Settings())
    report = analyze([samples], samples / "register.yaml")
    print_report(report, lang, notes=False)
    maps = draw_all(report, output, lang)
    page = write_beside(output / "index.html", build_report_page(report, links=maps, lang=lang))
    build_out().print(f"\n{len(maps)} SVG → {escape(str(output))}, {escape(str(page))}")


@app.callback(invoke_without_command=True)
def _procmap(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            help="Settings, instead of the nearest procmap.toml or pyproject.toml.", metavar="FILE"
        ),
    ] = None,
) -> None:
    if version:
        from importlib.metadata import version as installed

        build_out().print(f"procmap {installed('procmap')}", highlight=False)
        raise typer.Exit
    # Help must be there for whoever has a setting wrong.
    if "--help" not in sys.argv:
        use_settings(context, config)


def main() -> None:
    """Run the command line; exit codes: 0 fine, 1 findings, 2 usage or nothing readable, 3 bug."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may not take every letter; a question mark beats a crash.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        app(standalone_mode=True)
    except (AmbiguousNameError, UnknownNameError) as error:
        print_error(error)
        sys.exit(USAGE)
    except (ModelError, RuleError, RenderError) as error:
        print_error(error)
        sys.exit(INTERNAL)
    except ProcmapError as error:
        print_error(error)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - Python would end with 1, which here means findings
        traceback.print_exc()
        sys.exit(INTERNAL)
