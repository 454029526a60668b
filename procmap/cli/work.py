"""The work behind the commands: reading, analysing and drawing, with a progress bar."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from procmap.cli.choices import Lang
from procmap.cli.console import build_err, print_error, show_progress
from procmap.errors import ReadError, RenderError

if TYPE_CHECKING:
    from procmap.model import Landscape
    from procmap.rules import Report

__all__ = ["analyze", "draw_all", "find_samples", "read_models"]


def analyze(
    models: list[Path],
    register: Path | None,
    *,
    profile: str = "workshop",
    keep_going: bool = False,
) -> Report:
    """Read models, apply the register where there is one, and analyse."""
    from procmap import api

    landscape = read_models(models)
    if register is not None:
        landscape = landscape.with_register(register)
    return api.analyze(landscape, config={"profile": profile}, keep_going=keep_going)


def read_models(models: list[Path]) -> Landscape:
    """Read models; nothing readable among them is an error."""
    from procmap import api

    with show_progress("reading") as step:
        source = models[0] if len(models) == 1 else models
        landscape: Landscape = api.read_bpmn(source, progress=step)
    if not landscape.documents:
        for note in landscape.diagnostics:
            build_err().print(escape(str(note)), highlight=False)
        raise ReadError(
            "none of the files could be read",
            where=", ".join(str(path) for path in models),
            expected="BPMN 2.0 models",
        )
    return landscape


def draw_all(report: Report, output: Path, lang: Lang) -> list[tuple[str, str]]:
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
    with show_progress("drawing") as step:
        for done, (process, name) in enumerate(zip(processes, names, strict=True), start=1):
            step(done, len(processes), process.label)
            try:
                picture = api.draw(process, report=report, lang=lang.value)
            except RenderError as error:
                # One map too many for any sheet must not cost the workshop all the others.
                print_error(error)
                continue
            write_beside(output / f"{name}.svg", picture.svg)
            written.append((process.label, f"{name}.svg"))
    if processes and not written:
        raise RenderError("none of the maps could be drawn")
    return written


def find_samples() -> Path:
    """The sample municipality: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).parent.parent
    for folder in (here / "samples", here.parent / "bpmn_samples"):
        if folder.is_dir():
            return folder
    raise ReadError(
        "the sample municipality is not there",
        where=str(here / "samples"),
        remedy="Install procmap again: its samples travel with the package.",
    )
