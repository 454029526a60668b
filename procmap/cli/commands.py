"""The commands, and how they end."""

from __future__ import annotations

import sys
import traceback
import warnings
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.markup import escape

from procmap.cli.checking import FOUND, INTERNAL, check, use_settings
from procmap.cli.choices import Folder, Language
from procmap.cli.console import (
    LANGUAGE,
    build_out,
    find_typed_language,
    print_error,
    print_warning,
)
from procmap.cli.explaining import explain
from procmap.cli.mapping import map_
from procmap.cli.printing import print_report
from procmap.cli.registers import registers
from procmap.cli.reporting import report
from procmap.cli.settings import CURRENT, Settings
from procmap.cli.work import analyze, draw_all, find_samples
from procmap.cli.workshops import workshop
from procmap.errors import (
    AmbiguousNameError,
    ModelError,
    ProcmapError,
    RenderError,
    RuleError,
    UnknownNameError,
)

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
app.command("map")(map_)
app.command("workshop")(workshop)
app.command("explain")(explain)


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
    LANGUAGE.set(find_typed_language(sys.argv))
    try:
        with warnings.catch_warnings():
            warnings.showwarning = print_warning
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
