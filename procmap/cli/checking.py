"""`procmap check`: the headline, and what should be clarified."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from procmap.cli.choices import FailOn, Format, Language, Models, Profile, RegisterFile
from procmap.cli.console import UsageError, build_err, build_out, print_error
from procmap.cli.printing import print_data, print_documentation, print_report
from procmap.cli.settings import CURRENT, check_rules, read_settings
from procmap.cli.work import analyze
from procmap.findings import Severity
from procmap.labels import Given, Words
from procmap.model import Level

if TYPE_CHECKING:
    from procmap.rules import Baseline, Report

__all__ = ["check", "use_settings"]

FOUND: Final = 1
INTERNAL: Final = 3
_LEVELS: Final[tuple[Literal["person", "role", "unit", "organisation"], ...]] = (
    "person",
    "role",
    "unit",
    "organisation",
)


def use_settings(context: typer.Context, file: Path | None) -> Path | None:
    """Take defaults from a settings file before any other option is read."""
    settings = read_settings(file)
    CURRENT.set(settings)
    defaults = settings.find_defaults()
    context.default_map = (
        defaults if context.parent is None else defaults.get(context.info_name or "")
    )
    return file


def _use_other_settings(context: typer.Context, file: Path | None) -> Path | None:
    # Without the option, the settings of the program as a whole stand.
    return use_settings(context, file) if file is not None else None


def _split(values: list[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _read_level(text: str) -> Level:
    if text.isdecimal():
        return int(text)
    for level in _LEVELS:
        if text == level:
            return level
    raise UsageError(
        Words(
            "{text} er ikke {levels} eller en dybde fra 0",
            "{text} is none of {levels}, or a depth from 0",
        ).fill(text=Given(text), levels=", ".join(_LEVELS)),
        where="--level",
    )


def check(
    models: Models = None,
    register: RegisterFile = None,
    lang: Language = "nb",
    fail_on: Annotated[
        FailOn,
        typer.Option(help="Exit with 1 from this severity on: E (clarify first), W, I, or never."),
    ] = FailOn.W,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How findings are printed.")
    ] = Format.text,
    every: Annotated[
        bool, typer.Option("--all", help="Print every finding for information, not one a kind.")
    ] = False,
    documentation: Annotated[
        bool, typer.Option("--documentation", help="Also print what is said about processes.")
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="Print every note about the files, not their number.")
    ] = False,
    profile: Annotated[
        Profile, typer.Option(help="Which rules run, and how strictly.")
    ] = Profile.workshop,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Rules to run: codes, families or names.", metavar="RULE"),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Rules to leave out: codes, families or names.", metavar="RULE"),
    ] = None,
    level: Annotated[
        str,
        typer.Option(help="What to compare: person, role, unit, organisation, or a depth from 0."),
    ] = "unit",
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="The day ownership is looked up for.", metavar="DAY"
        ),
    ] = None,
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
    config: Annotated[  # noqa: ARG001 - its callback has read it before
        Path | None,
        typer.Option(
            help="Settings, instead of the nearest procmap.toml or pyproject.toml.",
            metavar="FILE",
            is_eager=True,
            callback=_use_other_settings,
        ),
    ] = None,
) -> None:
    """Read models and a register, and print the headline and what should be clarified."""
    # What is typed wrongly should not cost the reading of a thousand models.
    chosen = {"select": _split(select or []), "ignore": _split(ignore or [])}
    typed = {key: value for key, value in chosen.items() if value}
    check_rules(typed, where="--select, --ignore")
    compared = _read_level(level)
    before = _read_baseline(baseline)
    report = analyze(
        models,
        register,
        profile=profile.value,
        rules=typed,
        keep_going=keep_going,
        level=compared,
        as_of=as_of.date() if as_of is not None else None,
        # With --notes they stand among the other notes.
        lang=None if notes else lang,
    )
    if format is Format.text:
        print_report(report, lang, notes=notes, every=every)
        if documentation:
            print_documentation(report, lang)
    else:
        print_data(report, lang, format)
    severities = _find_severities(report, before, lang, format)
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


def _find_severities(
    report: Report, before: Baseline | None, lang: str, format: Format
) -> list[Severity]:
    """What counts for the exit code: everything, or what is new since last time."""
    if before is None:
        return [finding.severity for finding in report.findings]
    from procmap.rules import compare

    comparison = compare(before, report)
    # Data stays data: what changed is said beside it.
    console = build_out() if format is Format.text else build_err()
    for line in ("", *comparison.lines(lang)):
        console.print(line, highlight=False, markup=False)
    return [finding.severity for finding in comparison.new]


def _read_baseline(path: Path | None) -> Baseline | None:
    from procmap.rules import read_baseline

    return read_baseline(path) if path is not None else None
