"""The maps of the kit: sheets of A3, each as a file and all on one page to print."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.errors import MissingExtraError, RenderError
from procmap.files import slugify, unique_names
from procmap.labels.workshop import KIT
from procmap.maps import Picture, draw_overview, draw_swimlane
from procmap.maps.paper.missing import warn_of_missing
from procmap.maps.paper.pdf import write_pdf
from procmap.maps.paper.reading import read_drawing
from procmap.maps.sheets import Orientation
from procmap.model import Process
from procmap.reports.content.choosing import find_processes
from procmap.reports.content.names import Names
from procmap.rules import Report

__all__ = ["DrawnMap", "build_pdf", "draw_maps", "draw_overviews"]

PAPER: Final = "A3"
_ORIENTATIONS: Final[tuple[Orientation | None, ...]] = ("landscape", None)
# The maps of all processes, to hang first.
_OVERVIEWS: Final = ("landscape", "handoffs")
_NUMBER: Final = re.compile(r'<g class="procmap-number" data-number="(\d+)"')
_NAME: Final = re.compile(r'<g class="procmap-margin" data-name="(\w+)"')


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

    @property
    def names(self) -> tuple[str, ...]:
        """What each sheet is called: 1, 2, or on a poster 1A, 1B."""
        found = [_NAME.search(svg) for svg in self.sheets]
        return tuple(name[1] if name else str(at) for at, name in enumerate(found, start=1))

    @property
    def is_glued(self) -> bool:
        """Its sheets are glued together to one."""
        return any(map(_NAME.search, self.sheets))

    @property
    def found_on(self) -> Mapping[int, str]:
        """What the sheet is called that each numbered hand-off stands on."""
        found: dict[int, str] = {}
        for name, svg in zip(self.names, self.sheets, strict=True):
            for number in _NUMBER.findall(svg):
                found.setdefault(int(number), name)
        return found


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
                stem = f"00-{slugify(KIT[kind].text(lang))}"
                sheets = _print(picture)
                found.append(DrawnMap(0, picture.title, stem, sheets, picture.text_list))
    return tuple(found)


def _print(picture: Picture, *, number: int | None = None) -> tuple[str, ...]:
    """Sheets to hang side by side, lying where they fit so; else a poster to be glued together."""
    for orientation in _ORIENTATIONS:
        with contextlib.suppress(RenderError):
            sheets = picture.sheets(PAPER, orientation=orientation, number=number)
            return tuple(sheet.svg for sheet in sheets)
    sheets = picture.sheets(PAPER, cut="poster", number=number)
    return tuple(sheet.svg for sheet in sheets)


def build_pdf(maps: Sequence[DrawnMap], *, where: str) -> bytes | None:
    """All sheets as one PDF, for a print shop; ``None`` where the extra ``print`` is not there.

    Args:
        maps: the maps.
        where: the file's name, for a warning.
    """
    sheets = [svg for drawn in maps for svg in drawn.sheets]
    if not sheets:
        return None
    with contextlib.suppress(MissingExtraError):
        written = write_pdf([read_drawing(svg) for svg in sheets])
        warn_of_missing(sheets, where)
        return written
    return None


def draw_maps(
    report: Report,
    processes: Sequence[Process],
    names: Names,
    *,
    numbers: Mapping[str, int],
    lang: str,
) -> tuple[DrawnMap, ...]:
    """Draw the maps of some processes on sheets, in the order of their numbers.

    Args:
        report: what was found.
        processes: the processes.
        names: what things are called.
        numbers: the number of each, by reference.
        lang: ``"nb"`` or ``"en"``.
    """
    ordered = sorted(processes, key=lambda process: numbers[str(process.ref)])
    stems = unique_names(names.process(process.ref) for process in ordered)
    return tuple(
        _draw(report, process, stem, number=numbers[str(process.ref)], names=names, lang=lang)
        for process, stem in zip(ordered, stems, strict=True)
    )


def _draw(
    report: Report, process: Process, stem: str, *, number: int, names: Names, lang: str
) -> DrawnMap:
    label = names.process(process.ref)
    stem = f"{number:02}-{stem}"
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
        sheets = _print(picture, number=number)
    except RenderError:
        sheets = (picture.svg,)
    return DrawnMap(number, label, stem, sheets, picture.text_list)
