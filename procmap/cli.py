"""The command line: check, map, register, demo."""

from __future__ import annotations

import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from procmap.errors import ModelError, ProcmapError, ReadError, RenderError, RuleError
from procmap.findings import Severity

if TYPE_CHECKING:
    from procmap.model import Landscape
    from procmap.rules import Baseline, Report

__all__ = ["main"]

FOUND, USAGE, INTERNAL = 1, 2, 3
_STYLES = {"E": "bold red", "W": "yellow", "I": "cyan"}

app = typer.Typer(
    name="procmap",
    help="Who owns a process, and where does work change hands with nobody responsible?",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
registers = typer.Typer(help="Write, update and look over an ownership register.")
app.add_typer(registers, name="register", no_args_is_help=True)


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
    report = _analyze(models, register, profile=profile.value, keep_going=keep_going)
    _print_report(report, lang, notes=notes)
    severities = [finding.severity for finding in report.findings]
    if before is not None:
        from procmap.rules import compare

        comparison = compare(before, report)
        severities = [finding.severity for finding in comparison.new]
        for line in ("", *comparison.lines(lang.value)):
            _out().print(line, highlight=False, markup=False)
    if write_baseline is not None:
        report.save_baseline(write_baseline)
    for failure in report.failures:
        _print_error(failure)
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
    report = _analyze(models, register)
    written = _draw_all(report, output, lang)
    _out().print(f"{len(written)} SVG → {escape(str(output))}")


@app.command()
def demo(
    output: Folder = Path("out"),
    lang: Language = Lang.nb,
) -> None:
    """Read the sample municipality, print what is found, and write maps and a page."""
    from procmap.files import write_beside
    from procmap.reports import build_findings_page

    samples = _find_samples()
    report = _analyze([samples], samples / "register.yaml")
    _print_report(report, lang, notes=False)
    maps = _draw_all(report, output, lang)
    page = write_beside(
        output / "index.html", build_findings_page(report, maps=maps, lang=lang.value)
    )
    _out().print(f"\n{len(maps)} SVG → {escape(str(output))}, {escape(str(page))}")


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

    landscape = _read(models)
    if register is not None:
        landscape = landscape.with_register(register)
    api.write_register(landscape, output, lang=lang.value, full=full, pseudonymise=pseudonymise)
    _say("written", lang, path=output)


@registers.command("update")
def register_update(models: Models, register: FilledIn, lang: Language = Lang.nb) -> None:
    """Add what is new in the models to a register, and mark what is gone; nothing is lost."""
    from procmap import api

    update = api.update_register(_read(models), register, lang=lang.value)
    _say("written", lang, path=update.path)
    _say("backup", lang, path=update.backup)
    for key, rows in (("added", update.added), ("gone", update.gone), ("matched", update.matched)):
        _say(key, lang, count=len(rows))
        for row in rows:
            _out().print(f"  {escape(row)}", highlight=False)
    if update.unkept:
        _say("unkept", lang, what=", ".join(what[lang is Lang.en] for what in update.unkept))


@registers.command("status")
def register_status(models: Models, register: FilledIn, lang: Language = Lang.nb) -> None:
    """Print how complete a register is, and the cells that would clarify most."""
    from procmap import api
    from procmap.register.sheets import find_sheet

    status = api.find_register_status(_read(models).with_register(register))
    _say("sheets", lang)
    for part in status.sheets:
        title = find_sheet(part.name).title(lang.value)
        _out().print(f"  {part.filled:>4} / {part.total:<4} {title}", highlight=False)
    _say("units", lang)
    for part in status.units:
        name = escape(part.name)
        _out().print(f"  {part.filled:>4} / {part.total:<4} {name}", highlight=False)
    _say("next" if status.next_cells else "nothing", lang)
    for number, cell in enumerate(status.next_cells, start=1):
        _out().print(f"  {number:>2}. {escape(cell.describe(lang.value))}", highlight=False)


def _say(key: str, lang: Lang, **values: object) -> None:
    from procmap.labels.register import REGISTER

    text = REGISTER[key].text(lang.value)
    # One line for a script to read, however narrow the window.
    _out().print(escape(text.format_map(values)), highlight=False, soft_wrap=True)


@app.callback(invoke_without_command=True)
def _procmap(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        _out().print(f"procmap {installed('procmap')}", highlight=False)
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
        _print_error(error)
        sys.exit(INTERNAL)
    except ProcmapError as error:
        _print_error(error)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001 - Python would end with 1, which here means findings
        traceback.print_exc()
        sys.exit(INTERNAL)


def _analyze(
    models: list[Path],
    register: Path | None,
    *,
    profile: str = "workshop",
    keep_going: bool = False,
) -> Report:
    from procmap import api

    landscape = _read(models)
    if register is not None:
        landscape = landscape.with_register(register)
    return api.analyze(landscape, config={"profile": profile}, keep_going=keep_going)


def _read(models: list[Path]) -> Landscape:
    from procmap import api

    with _progress("reading") as step:
        source = models[0] if len(models) == 1 else models
        landscape: Landscape = api.read_bpmn(source, progress=step)
    if not landscape.documents:
        for note in landscape.diagnostics:
            _err().print(escape(str(note)), highlight=False)
        raise ReadError(
            "none of the files could be read",
            where=", ".join(str(path) for path in models),
            expected="BPMN 2.0 models",
        )
    return landscape


def _draw_all(report: Report, output: Path, lang: Lang) -> list[tuple[str, str]]:
    """Draw every process that has nodes; (label, file name) of each."""
    from procmap import api
    from procmap.files import unique_names, write_beside

    processes = [process for process in report.landscape.processes if process.nodes]
    times = Counter(process.label for process in processes)
    names = unique_names(
        f"{process.label} {Path(process.ref.document).stem}"
        if times[process.label] > 1
        else process.label
        for process in processes
    )
    written: list[tuple[str, str]] = []
    with _progress("drawing") as step:
        for done, (process, name) in enumerate(zip(processes, names, strict=True), start=1):
            step(done, len(processes), process.label)
            try:
                picture = api.draw(process, report=report, lang=lang.value)
            except RenderError as error:
                # One map too many for any sheet must not cost the workshop all the others.
                _print_error(error)
                continue
            write_beside(output / f"{name}.svg", picture.svg)
            written.append((process.label, f"{name}.svg"))
    if processes and not written:
        raise RenderError("none of the maps could be drawn")
    return written


def _print_report(report: Report, lang: Lang, *, notes: bool) -> None:
    out = _out()
    for line in report.headline.lines(lang.value):
        out.print(line, style="bold", highlight=False, markup=False)
    out.print()
    codes = {finding.fingerprint: finding.code for finding in report.findings}
    severity = None
    for finding in report.findings:
        if finding.severity is not severity:
            severity = finding.severity
            count = sum(f.severity is severity for f in report.findings)
            out.print(
                f"{severity.label(lang.value)} ({count})", style=_STYLES[severity], highlight=False
            )
        cause = f" ← {codes[finding.caused_by]}" if finding.caused_by in codes else ""
        out.print(
            f"  [dim]{finding.code}[/dim]  {escape(finding.message(lang.value))}[dim]{cause}[/dim]",
            highlight=False,
        )
        if finding.question(lang.value):
            out.print(
                f"          → {escape(finding.question(lang.value))}",
                style="italic",
                highlight=False,
            )
    if not report.findings:
        out.print(_word("no findings", lang))
    _print_notes(report, lang, notes=notes)


def _print_notes(report: Report, lang: Lang, *, notes: bool) -> None:
    """What the readers noticed goes to the error stream: it is about the files."""
    err = _err()
    if notes:
        for note in report.diagnostics:
            place = f"{note.location}: " if note.location else ""
            err.print(escape(f"{place}{note.code} {note.message(lang.value)}"), highlight=False)
    elif report.diagnostics:
        count = len(report.diagnostics)
        err.print(f"{_word('files', lang)}: {count} (--notes)", style="dim", highlight=False)


def _word(key: str, lang: Lang) -> str:
    from procmap.labels.pages import PAGE

    return PAGE[key].text(lang.value)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on the error stream; nothing at all where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    err = _err()
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def step(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{what} {escape(name)[:40]}")

        yield step


def _find_samples() -> Path:
    """The sample municipality: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).parent
    for folder in (here / "samples", here.parent / "bpmn_samples"):
        if folder.is_dir():
            return folder
    raise ReadError(
        "the sample municipality is not there",
        where=str(here / "samples"),
        remedy="Install procmap again: its samples travel with the package.",
    )


def _print_error(error: ProcmapError) -> None:
    err = _err()
    err.print(f"[bold red]procmap:[/bold red] {escape(str(error))}", highlight=False)
    for note in getattr(error, "__notes__", ()):
        err.print(escape(note), highlight=False)


class _Console(Console):
    """A console whose reader may leave, as with `procmap check … | head`."""

    def on_broken_pipe(self) -> None:
        """Be quiet from here on, so that the exit code still says what was found."""
        gone = os.open(os.devnull, os.O_WRONLY)
        os.dup2(gone, self.file.fileno())
        os.close(gone)


def _out() -> Console:
    # Lines are the reader's to wrap: a pipe gets each finding on one line.
    return _Console(soft_wrap=True, emoji=False)


def _err() -> Console:
    return _Console(stderr=True, soft_wrap=True, emoji=False)


if __name__ == "__main__":
    main()
