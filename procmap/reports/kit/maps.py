"""The maps of the kit: sheets of A3, each as a file and all on one page to print."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.errors import MissingExtraError, RenderError
from procmap.files import slugify, unique_names
from procmap.labels.workshop import KIT
from procmap.maps import draw_overview, draw_swimlane
from procmap.maps.paper.pdf import write_pdf
from procmap.maps.paper.reading import read_drawing
from procmap.model import Process
from procmap.reports.content.choosing import find_processes
from procmap.reports.content.names import Names
from procmap.rules import Report

__all__ = ["DrawnMap", "build_pdf", "draw_maps", "draw_overviews"]

PAPER: Final = "A3"
# The maps of all processes, to hang first.
_OVERVIEWS: Final = ("landscape", "handoffs")


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """One map of the kit.

    Args:
        number: its number, as on the agenda; 0 for a map of all processes.
        label: the process.
        stem: its file name, without folder and ending.
        sheets: its sheets as SVG; none where it is too large to be drawn.
        text: its steps and hand-offs as text.
    """

    number: int
    label: str
    stem: str
    sheets: tuple[str, ...]
    text: str


def draw_overviews(report: Report, *, lang: str) -> tuple[DrawnMap, ...]:
    """Draw the maps of all processes and units; those that fit no sheet are left out.

    Args:
        report: what was found.
        lang: ``"nb"`` or ``"en"``.
    """
    found = []
    if find_processes(report):
        for kind in _OVERVIEWS:
            with contextlib.suppress(RenderError):
                picture = draw_overview(
                    report.analysis,
                    kind=kind,
                    findings=report.findings,
                    lang=lang,
                )
                sheets = picture.sheets(PAPER, orientation="landscape")
                stem = f"00-{slugify(KIT[kind].text(lang))}"
                svgs = tuple(sheet.svg for sheet in sheets)
                found.append(DrawnMap(0, picture.title, stem, svgs, picture.text_list))
    return tuple(found)


def build_pdf(maps: Sequence[DrawnMap]) -> bytes | None:
    """All sheets as one PDF, for a print shop; ``None`` where the extra ``print`` is not there.

    Args:
        maps: the maps.
    """
    sheets = [svg for drawn in maps for svg in drawn.sheets]
    with contextlib.suppress(MissingExtraError):
        return write_pdf([read_drawing(svg) for svg in sheets]) if sheets else None
    return None


def draw_maps(
    report: Report, processes: Sequence[Process], names: Names, *, lang: str
) -> tuple[DrawnMap, ...]:
    """Draw the maps of some processes on sheets.

    Args:
        report: what was found.
        processes: the processes, in order.
        names: what things are called.
        lang: ``"nb"`` or ``"en"``.
    """
    stems = unique_names(names.process(process.ref) for process in processes)
    return tuple(
        _draw(report, process, f"{number:02}-{stem}", number=number, names=names, lang=lang)
        for number, (process, stem) in enumerate(zip(processes, stems, strict=True), start=1)
    )


def _draw(
    report: Report,
    process: Process,
    stem: str,
    *,
    number: int,
    names: Names,
    lang: str,
) -> DrawnMap:
    label = names.process(process.ref)
    try:
        picture = draw_swimlane(
            process,
            analysis=report.analysis,
            findings=report.findings,
            lang=lang,
        )
    except RenderError:
        # One map too many for any sheet must not cost the workshop all the others.
        return DrawnMap(number, label, stem, (), "")
    try:
        sheets = tuple(sheet.svg for sheet in picture.sheets(PAPER, orientation="landscape"))
    except RenderError:
        sheets = (picture.svg,)
    return DrawnMap(number, label, stem, sheets, picture.text_list)
