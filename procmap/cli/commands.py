"""The commands, and how they end."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from procmap.cli.choices import FailOn, Folder, Lang, Language, Models, Profile, RegisterFile
from procmap.cli.console import build_out, print_error
from procmap.cli.printing import print_report
from procmap.cli.registers import registers
from procmap.cli.work import analyze, draw_all, find_samples
from procmap.errors import ModelError, ProcmapError, RenderError, RuleError
from procmap.findings import Severity

if TYPE_CHECKING:
    from procmap.rules import Baseline

__all__ = ["FOUND", "INTERNAL", "USAGE", "app", "main"]

FOUND, USAGE, INTERNAL = 1, 2, 3

app = typer.Typer(
    name="procmap",
    help="Who owns a process, and where does work change hands with nobody responsible?",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.add_typer(registers, name="register", no_args_is_help=True)


@app.command()
def check(
    models: Models,
    register: RegisterFile = None,
    lang: Language = Lang.nb,
    fail_on: Annotated[
        FailOn,
        typer.Option(help="Exit with 1 from this severity on: E (clarify first), W, I, or never."),
    ] = FailOn.W,
    notes: Annotated[
        bool, typer.Option("--notes", help="Print every note about the files, not their number.")
    ] = False,
    profile: Annotated[
        Profile, typer.Option(help="Which rules run, and how strictly.")
    ] = Profile.workshop,
    baseline: Annotated[
        Path | None,
        typer.Option(help="What was found last time: only what is new fails.", metavar="FILE"),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(help="Keep what is found, to compare with next time.", metavar="FILE"),
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Run the other rules where one fails.")
    ] = False,
) -> None:
    """Read models and a register, and print the headline and what should be clarified."""
    # A baseline that cannot be read should not cost the reading of a thousand models.
    before = _read_baseline(baseline)
    report = analyze(models, register, profile=profile.value, keep_going=keep_going)
    print_report(report, lang, notes=notes)
    severities = [finding.severity for finding in report.findings]
    if before is not None:
        from procmap.rules import compare

        comparison = compare(before, report)
        severities = [finding.severity for finding in comparison.new]
        for line in ("", *comparison.lines(lang.value)):
            build_out().print(line, highlight=False, markup=False)
    if write_baseline is not None:
        report.save_baseline(write_baseline)
    for failure in report.failures:
        print_error(failure)
    if report.failures:
        raise typer.Exit(INTERNAL)
    if fail_on is not FailOn.never and any(
        severity.at_least(Severity(fail_on.value)) for severity in severities
    ):
        raise typer.Exit(FOUND)


def _read_baseline(path: Path | None) -> Baseline | None:
    from procmap.rules import read_baseline

    return read_baseline(path) if path is not None else None


@app.command("map")
def map_(
    models: Models,
    output: Folder,
    register: RegisterFile = None,
    lang: Language = Lang.nb,
) -> None:
    """Draw one SVG map a process."""
    report = analyze(models, register)
    written = draw_all(report, output, lang)
    build_out().print(f"{len(written)} SVG → {escape(str(output))}")


@app.command()
def demo(
    output: Folder = Path("out"),
    lang: Language = Lang.nb,
) -> None:
    """Read the sample municipality, print what is found, and write maps and a page."""
    from procmap.files import write_beside
    from procmap.reports import build_findings_page

    samples = find_samples()
    report = analyze([samples], samples / "register.yaml")
    print_report(report, lang, notes=False)
    maps = draw_all(report, output, lang)
    page = write_beside(
        output / "index.html", build_findings_page(report, maps=maps, lang=lang.value)
    )
    build_out().print(f"\n{len(maps)} SVG → {escape(str(output))}, {escape(str(page))}")


@app.callback(invoke_without_command=True)
def _procmap(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        build_out().print(f"procmap {installed('procmap')}", highlight=False)
        raise typer.Exit


def main() -> None:
    """Run the command line; exit codes: 0 fine, 1 findings, 2 usage or nothing readable, 3 bug."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may not take every letter; a question mark beats a crash.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        app(standalone_mode=True)
    except (ModelError, RuleError, RenderError) as error:
        print_error(error)
        sys.exit(INTERNAL)
    except ProcmapError as error:
        print_error(error)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - Python would end with 1, which here means findings
        traceback.print_exc()
        sys.exit(INTERNAL)
