"""The work behind the commands: reading, analysing and drawing, with a progress bar."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypedDict

from rich.markup import escape

from procmap.cli.choices import Cut, MapFormat, MapKind, Orientation, SheetSize
from procmap.cli.console import LANGUAGE, UsageError, build_err, print_error
from procmap.cli.settings import CURRENT
from procmap.errors import ReadError, RenderError
from procmap.labels import Words
from procmap.reports.progress import show_progress

if TYPE_CHECKING:
    from procmap.findings import Finding
    from procmap.maps import Picture, SwimlaneChoices
    from procmap.model import Landscape, Level, Process
    from procmap.rules import Report

__all__ = [
    "OverviewChoices",
    "Saving",
    "analyze",
    "draw_all",
    "draw_overview",
    "find_samples",
    "read_models",
]


_READING: Final = Words("leser", "reading")
_DRAWING: Final = Words("tegner", "drawing")


class OverviewChoices(TypedDict, total=False):
    """What can be chosen of a map of the whole landscape; as in `procmap.draw`."""

    theme: Literal["colour", "black-and-white"]
    style: Literal["matrix", "circle"] | None
    group: Literal["unit"] | None
    around: str | None


@dataclass(frozen=True, slots=True)
class Saving:
    """How maps are written.

    Args:
        format: what as.
        sheet: the paper they are spread over, or ``None`` for one picture of any size.
        orientation: which side of the paper is up, or ``None`` for whichever fits better.
        cut: how a map goes on several sheets, or ``None`` for what suits it.
        points: the smallest type, or ``None`` for that of the paper.
    """

    format: MapFormat = MapFormat.svg
    sheet: SheetSize | None = None
    orientation: Orientation | None = None
    cut: Cut | None = None
    points: float | None = None

    def save(self, picture: Picture, folder: Path, name: str) -> list[Path]:
        """Write a map to a folder; the files written."""
        if self.sheet is None:
            return [picture.save(folder / f"{name}.{self.format.value}")]
        orientation: Literal["landscape", "portrait"] | None = None
        if self.orientation is not None:
            orientation = self.orientation.value
        return list(
            picture.save_sheets(
                folder,
                self.sheet.value,
                format=self.format.value,
                orientation=orientation,
                cut=self.cut.value if self.cut is not None else None,
                points=self.points,
                name=name,
            )
        )


_AS_SVG: Final = Saving()


def analyze(
    models: list[Path] | None,
    register: Path | None,
    *,
    profile: str = "workshop",
    rules: Mapping[str, object] | None = None,
    keep_going: bool = False,
    level: Level | None = None,
    as_of: dt.date | None = None,
    own_list: Path | None = None,
    lang: str | None = None,
) -> Report:
    """Read models, apply the register and somebody's own list where there are any, and analyse.

    What is not given is what the settings file says. Of a list, the columns that leave no doubt
    are taken over. Files that cannot be read are named in `lang`, and in none not at all.

    Work can stand in the register alone; with nothing to read at all, the command is refused.
    """
    from procmap import api

    if not models and register is None and own_list is None:
        raise UsageError(
            Words(
                "oppgi BPMN-modeller, eller et register med --register",
                "name BPMN models, or a register with --register",
            )
        )
    settings = CURRENT.get()
    landscape = read_models(models, lang=lang)
    if register is not None:
        landscape = landscape.with_register(register)
    if own_list is not None:
        landscape = api.read_own_list(landscape, own_list).landscape
    config = {**settings.rules, **(rules or {}), "profile": profile}
    return api.analyze(
        landscape,
        config=config,
        keep_going=keep_going,
        level=level if level is not None else settings.level,
        as_of=as_of if as_of is not None else settings.as_of,
    )


def read_models(models: list[Path] | None, *, lang: str | None = None) -> Landscape:
    """Read models, and name the files that cannot be read; nothing readable is an error.

    Where no models are named, there are none: their register may still hold processes.
    """
    from procmap import api
    from procmap.model import Landscape

    if not models:
        return Landscape()
    with show_progress(_READING.text(LANGUAGE.get())) as step:
        source = models[0] if len(models) == 1 else models
        landscape: Landscape = api.read_bpmn(source, progress=step)
    if not landscape.documents:
        for note in landscape.diagnostics:
            _print_note(note, LANGUAGE.get())
        raise ReadError(
            Words("ingen av filene kunne leses", "none of the files could be read"),
            where=", ".join(str(path) for path in models),
            expected=Words("BPMN 2.0-modeller", "BPMN 2.0 models"),
        )
    if lang is not None:
        _print_unread(landscape, lang)
    return landscape


def _print_unread(landscape: Landscape, lang: str) -> None:
    """Name the models that could not be read: without them something would seem to be gone."""
    from procmap.findings import Severity

    read = {document.path for document in landscape.documents}
    for note in landscape.diagnostics:
        place = note.location
        if place is None or place.file in read or note.severity is Severity.FOR_INFORMATION:
            continue
        text = f"{place.file}: {note.code} {note.message(lang)}"
        build_err().print(escape(text), highlight=False)


def _print_note(note: Finding, lang: str) -> None:
    """Print where a note is, and what it says."""
    from procmap.findings.places import spell_place

    place = f"{spell_place(note.location, lang)}: " if note.location is not None else ""
    build_err().print(escape(f"{place}{note.code} {note.message(lang)}"), highlight=False)


def draw_all(
    report: Report,
    output: Path,
    lang: str,
    saving: Saving = _AS_SVG,
    choices: SwimlaneChoices | None = None,
    theme: Literal["colour", "black-and-white"] = "colour",
) -> list[tuple[str, str]]:
    """Draw every process that has nodes; (label, file name) of each file."""
    from procmap.files import unique_names

    processes = [process for process in report.landscape.processes if process.nodes]
    times = Counter(process.label for process in processes)
    names = unique_names(
        f"{process.label} {Path(process.ref.document).stem}"
        if times[process.label] > 1
        else process.label
        for process in processes
    )
    written: list[tuple[str, str]] = []
    with show_progress(_DRAWING.text(lang)) as step:
        for done, (process, name) in enumerate(zip(processes, names, strict=True), start=1):
            step(done, len(processes), process.label)
            try:
                pictures = _draw_process(process, report, lang, choices or {}, theme=theme)
                files = [
                    path
                    for i, picture in enumerate(pictures, start=1)
                    for path in saving.save(picture, output, name if i == 1 else f"{name} {i}")
                ]
            except RenderError as error:
                # One map too many for any sheet must not cost the workshop all the others.
                print_error(error)
                continue
            written += [(process.label, path.name) for path in files]
    if processes and not written:
        raise RenderError(Words("ingen av kartene kunne tegnes", "none of the maps could be drawn"))
    return written


def draw_overview(
    report: Report,
    output: Path,
    lang: str,
    *,
    kind: MapKind,
    saving: Saving = _AS_SVG,
    looks: OverviewChoices | None = None,
) -> list[Path]:
    """Draw one map of the whole landscape; the files written."""
    from procmap import api

    with show_progress(_DRAWING.text(lang)) as step:
        step(0, 1, kind.value)
        picture = api.draw(
            report.landscape, report=report, kind=kind.value, lang=lang, **(looks or {})
        )
        return saving.save(picture, output, kind.value)


def _draw_process(
    process: Process,
    report: Report,
    lang: str,
    choices: SwimlaneChoices,
    *,
    theme: Literal["colour", "black-and-white"],
) -> list[Picture]:
    """The maps of a process: one, or one for each drawing in its file."""
    from procmap import api, maps

    if choices.get("layout") != "source":
        return [api.draw(process, report=report, lang=lang, theme=theme, **choices)]
    count = max(1, maps.count_drawings(process, report.analysis))
    pages: list[SwimlaneChoices] = [{**choices, "page": page} for page in range(1, count + 1)]
    return [api.draw(process, report=report, lang=lang, theme=theme, **page) for page in pages]


def find_samples() -> Path:
    """The sample municipality: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).parent.parent
    for folder in (here / "samples", here.parent / "bpmn_samples"):
        if folder.is_dir():
            return folder
    raise ReadError(
        Words("eksempelkommunen er ikke der", "the sample municipality is not there"),
        where=str(here / "samples"),
        remedy=Words(
            "Installer procmap på nytt: eksemplene følger med pakken.",
            "Install procmap again: its samples travel with the package.",
        ),
    )
