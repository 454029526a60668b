"""A drawn map: shown in a notebook, saved to a file, printed on sheets."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from procmap.files import slugify

if TYPE_CHECKING:
    from procmap.maps.sheets import Cut, MapPlan, Orientation, SheetName

__all__ = ["Format", "Picture"]

Format = Literal["svg", "pdf", "png"]


@dataclass(frozen=True)
class Picture:
    r"""A drawn map, or one sheet of it.

    Args:
        svg: the map as one SVG document.
        text_list: its steps and hand-offs as a numbered list, for those who cannot see it.
        title: what it shows.
        plan: what it was drawn from, where it can be cut into sheets.

    Examples:
        >>> Picture(svg="<svg/>", text_list="Steg\n1. Vurdere søknad", title="Byggesak")
        Picture('Byggesak', 6 characters of SVG)
    """

    svg: str = field(repr=False)
    text_list: str = field(repr=False)
    title: str
    plan: MapPlan | None = field(default=None, repr=False, compare=False)

    def sheets(
        self,
        paper: SheetName = "A3",
        *,
        orientation: Orientation | None = None,
        cut: Cut | None = None,
        points: float | None = None,
        number: int | None = None,
    ) -> tuple[Picture, ...]:
        """The map on sheets of paper, large enough to read.

        Type is at least 8 points on A4 and A3, which are read in the hand, and 14 points on A2
        and A1, which hang on a wall. A swimlane map that does not fit one sheet like this is cut
        into strips between columns; where a flow is cut, the same letter stands on both sides.
        Any map can be cut as a poster: sheets that overlap, to be glued together.

        Args:
            paper: ``"A4"``, ``"A3"``, ``"A2"`` or ``"A1"``.
            orientation: ``"landscape"`` or ``"portrait"``; whichever takes fewer sheets where not
                given.
            cut: ``"strips"`` or ``"poster"``; where not given, strips for a swimlane map whose
                work runs to the right, and for any other map one sheet.
            points: the smallest type in points, from 8; that of the paper where not given.
            number: the number of the map where several hang together, as on an agenda; it stands
                on each sheet.

        Raises:
            RenderError: there is no such paper, or the map does not fit; says what it would take.

        Examples:
            >>> from procmap.maps import draw_swimlane
            >>> from procmap.graph import Analysis
            >>> from procmap.model import Landscape, Process
            >>> from procmap.source import ElementRef
            >>> process = Process(ref=ElementRef("lonn.bpmn", "P1"), name="Lønn")
            >>> picture = draw_swimlane(process, analysis=Analysis(landscape=Landscape()))
            >>> len(picture.sheets("A4"))
            1
        """
        from procmap.maps.sheets import Wish, draw_on_sheets

        wish = Wish(paper, orientation, cut, points, number)
        drawn = draw_on_sheets(self.svg, self.plan, wish, title=self.title)
        return tuple(Picture(svg, self.text_list, self.title) for svg in drawn)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the map to a file; what was there before stays whole until the new file is.

        Args:
            path: the file, ending in ``.svg``, ``.pdf`` or ``.png``; its folder is made where it
                is missing.

        Returns:
            The path written.

        Raises:
            RenderError: the ending is none that procmap can write.
            MissingExtraError: PDF and PNG need ``pip install "procmap[print]"``.
            ProcmapError: the file cannot be written.

        Warns:
            MissingLettersWarning: PDF and PNG show boxes for letters that their font lacks.
        """
        from procmap.maps.paper import write_pictures

        return write_pictures([self.svg], Path(path))

    def save_sheets(
        self,
        folder: str | os.PathLike[str],
        paper: SheetName = "A3",
        *,
        format: Format = "pdf",
        orientation: Orientation | None = None,
        cut: Cut | None = None,
        points: float | None = None,
        number: int | None = None,
        name: str | None = None,
    ) -> tuple[Path, ...]:
        """Write the map on sheets of paper: a PDF with a page for each, or a file for each.

        Args:
            folder: where to write; it is made where it is missing.
            paper: ``"A4"``, ``"A3"``, ``"A2"`` or ``"A1"``.
            format: ``"pdf"``, ``"svg"`` or ``"png"``.
            orientation: as for `sheets`.
            cut: as for `sheets`.
            points: as for `sheets`.
            number: as for `sheets`.
            name: of the files, without ending; made from the title where not given. Where there
                are several, their number follows.

        Returns:
            The paths written.

        Raises:
            RenderError: the map does not fit; says what it would take. Or there is no such
                format, paper or orientation.
            MissingExtraError: PDF and PNG need ``pip install "procmap[print]"``.
            ProcmapError: a file cannot be written.

        Warns:
            MissingLettersWarning: PDF and PNG show boxes for letters that their font lacks.
        """
        from procmap.maps.paper import write_pictures

        sheets = self.sheets(paper, orientation=orientation, cut=cut, points=points, number=number)
        svgs = [sheet.svg for sheet in sheets]
        stem = name if name is not None else slugify(self.title)
        if format == "pdf" or len(svgs) == 1:
            return (write_pictures(svgs, Path(folder) / f"{stem}.{format}"),)
        return tuple(
            write_pictures([svg], Path(folder) / f"{stem}-{n}.{format}")
            for n, svg in enumerate(svgs, 1)
        )

    def _repr_mimebundle_(
        self,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
    ) -> dict[str, str]:
        """What a notebook shows: the map, and its text where it shows no pictures."""
        bundle = {"image/svg+xml": self.svg, "text/plain": f"{self!r}\n{self.text_list}"}
        return {
            kind: shown
            for kind, shown in bundle.items()
            if (include is None or kind in include) and (exclude is None or kind not in exclude)
        }

    def __repr__(self) -> str:
        return f"Picture({self.title!r}, {len(self.svg)} characters of SVG)"
