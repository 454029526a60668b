"""`procmap map`: maps of each process, or one of the whole landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from procmap.cli.choices import (
    Cut,
    Direction,
    Folder,
    Group,
    LanesBy,
    Language,
    MapFormat,
    MapKind,
    MapLayout,
    Models,
    Orientation,
    RegisterFile,
    SheetSize,
    Style,
    SubProcesses,
    Theme,
    View,
)
from procmap.cli.console import UsageError, build_out
from procmap.cli.work import OverviewChoices, Saving, analyze, draw_all, draw_overview
from procmap.errors import RenderError
from procmap.labels import Words

if TYPE_CHECKING:
    from procmap.maps import SwimlaneChoices

__all__ = ["map_"]


def map_(
    output: Folder,
    models: Models = None,
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
    cut: Annotated[
        Cut | None,
        typer.Option(
            help="Strips with letters where they go on, or a poster to glue together.",
            show_default=False,
        ),
    ] = None,
    points: Annotated[
        float | None,
        typer.Option(
            help="Smallest type; 8 points on A4 and A3, 14 on A2 and A1 where not given.",
            show_default=False,
            min=8,
            max=72,
        ),
    ] = None,
    theme: Annotated[Theme, typer.Option(help="Colours.")] = Theme.colour,
    style: Annotated[
        Style | None,
        typer.Option(help="Of hand-offs: a matrix, or a circle.", show_default=False),
    ] = None,
    group: Annotated[
        Group | None,
        typer.Option(help="Of the landscape: processes by their owner's unit.", show_default=False),
    ] = None,
    around: Annotated[
        str | None,
        typer.Option(
            help="Of dependencies: one process and its neighbours.",
            metavar="PROCESS",
            show_default=False,
        ),
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

    wishes = ((orientation, "--orientation"), (cut, "--cut"), (points, "--points"))
    for given, name in wishes:
        if given is not None and sheet is None:
            needs = Words("{option} krever --sheet", "{option} needs --sheet").fill(option=name)
            raise UsageError(needs, where=name)
    looks: OverviewChoices = {
        "theme": theme.value,
        "style": style.value if style is not None else None,
        "group": "unit" if group is not None else None,
        "around": around,
    }
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
        for option in ("style", "group", "around"):
            maps.refuse_misplaced(option, looks[option], kind=kind.value)
    except RenderError as error:
        raise error.recast(UsageError) from None
    report = analyze(models, register, lang=lang)
    saving = Saving(format, sheet, orientation, cut, points)
    if kind is not MapKind.swimlane:
        for path in draw_overview(report, output, lang, kind=kind, saving=saving, looks=looks):
            build_out().print(escape(str(path)))
        return
    written = draw_all(report, output, lang, saving, choices, theme=theme.value)
    build_out().print(f"{len(written)} {format.value.upper()} → {escape(str(output))}")
