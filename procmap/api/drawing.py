"""Drawing maps of a process, a document, or a whole landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from procmap.api.analysis import analyze, refuse_unread
from procmap.errors import RenderError
from procmap.labels import Given, Words
from procmap.model import Document, Landscape, Process
from procmap.source import ElementRef

if TYPE_CHECKING:
    from procmap.maps import Picture
    from procmap.rules import Report

__all__ = ["draw"]

MapKind = Literal["swimlane", "landscape", "handoffs", "ownership", "dependencies"]


def draw(
    subject: Process | Document | Landscape,
    *,
    report: Report | None = None,
    kind: MapKind = "swimlane",
    lang: str = "nb",
    theme: Literal["colour", "black-and-white"] = "colour",
    style: Literal["matrix", "circle"] | None = None,
    group: Literal["unit"] | None = None,
    around: Process | str | None = None,
    view: Literal["steps", "handoffs"] = "steps",
    lanes: Literal["file", "unit", "role"] | None = None,
    subprocesses: Literal["open", "closed"] = "open",
    direction: Literal["right", "down"] = "right",
    layout: Literal["grid", "source"] = "grid",
    page: int | None = None,
    show_data: bool | None = None,
) -> Picture:
    """Draw a map.

    Args:
        subject: for a swimlane map the process, or the document with all its processes; for the
            other kinds the landscape.
        report: what was found, for numbers, badges and owners; without it the subject is
            analysed by itself, and of a single process owners and units read *not recorded*.
        kind: ``"swimlane"``; or of a whole landscape ``"landscape"`` (its processes by what kind
            they are), ``"handoffs"`` (who hands over to whom, at the level of the report),
            ``"ownership"`` (who holds R, A, C and I), ``"dependencies"`` (which process calls,
            messages or feeds which).
        lang: language of the words procmap adds: ``"nb"``, ``"en"``, or one with a catalogue.
        theme: ``"colour"`` or ``"black-and-white"``.
        style: for hand-offs ``"matrix"``, which is the default, or ``"circle"``.
        group: for the landscape ``"unit"``, to group its processes by their owner's unit.
        around: for dependencies a process or its name: it is drawn with those it depends on and
            those that depend on it, and nothing else.
        view: of a swimlane map ``"steps"``, or ``"handoffs"`` for one box for each stretch of
            work that stays with one unit, so that a long process fits a wall.
        lanes: ``"file"`` for the file's own lanes, ``"unit"`` or ``"role"``; the file's where
            nothing is given, units for a view of hand-offs.
        subprocesses: draw sub-processes ``"open"``, with their content, or ``"closed"``.
        direction: work runs to the ``"right"``, or ``"down"`` with lanes side by side.
        layout: ``"grid"`` lays the map out; ``"source"`` draws it where its file does.
        page: of a file's own drawing the page, from 1.
        show_data: draw data, notes and groups too; not given, they are drawn but in a view of
            hand-offs.

    Raises:
        RenderError: the subject cannot be drawn as this kind of map, or an option is none of its
            choices.
        MissingExtraError: dependencies are to be laid out, and Graphviz is not there.

    Examples:
        >>> draw(Landscape(), kind="landscape", lang="en").title
        'Process landscape'
    """
    from procmap import maps

    if not isinstance(subject, (Process, Document)):
        refuse_unread(subject, Words("tegnes", "drawn"))
    maps.refuse_unknown(maps.WHAT["kind"], kind, maps.MAP_KINDS)
    choices = maps.SwimlaneChoices(
        view=view,
        lanes=lanes,
        subprocesses=subprocesses,
        direction=direction,
        layout=layout,
        page=page,
        show_data=show_data,
    )
    maps.refuse_choices(choices, kind=kind)
    maps.refuse_misplaced("style", style, kind=kind)
    maps.refuse_misplaced("group", group, kind=kind)
    maps.refuse_misplaced("around", _name(around), kind=kind)
    if kind != "swimlane":
        if not isinstance(subject, Landscape):
            raise RenderError(
                Words(
                    "et kart av typen {kind} viser et landskap, ikke én prosess eller ett dokument",
                    "a map of kind {kind} shows a landscape, not a single process or document",
                ).fill(kind=Given(kind)),
                remedy=Words(
                    "Tegn landskapet den er i, eller prosessen som svømmebanekart.",
                    "Draw the landscape it is in, or the process as a swimlane map.",
                ),
            )
        report = analyze(subject) if report is None else report
        return maps.draw_overview(
            report.analysis,
            kind=kind,
            findings=report.findings,
            lang=lang,
            theme=theme,
            style=style,
            group=group,
            around=_find_process(around, report.landscape),
        )
    if isinstance(subject, Landscape):
        raise RenderError(
            Words(
                "et svømmebanekart viser én prosess eller ett dokument, ikke et landskap",
                "a swimlane map shows one process or one document, not a landscape",
            ),
            remedy=Words(
                "Tegn landscape['Byggesak'], eller hver av landscape.processes; eller velg et "
                "annet slags kart: {kinds}.",
                "Draw landscape['Byggesak'], or each of landscape.processes; or choose another "
                "kind of map: {kinds}.",
            ).fill(kinds=", ".join(maps.MAP_KINDS[1:])),
        )
    if report is None:
        report = analyze(_landscape_of(subject))
    else:
        subject = _as_reported(subject, report.landscape)
    return maps.draw_swimlane(
        subject,
        analysis=report.analysis,
        findings=report.findings,
        lang=lang,
        theme=theme,
        **choices,
    )


def _name(process: Process | str | None) -> str | None:
    return process.label if isinstance(process, Process) else process


def _find_process(process: Process | str | None, landscape: Landscape) -> ElementRef | None:
    """The process that is meant; a name is looked up among those of the report."""
    if process is None or isinstance(process, Process):
        return None if process is None else process.ref
    return landscape[process].ref


def _landscape_of(subject: Process | Document) -> Landscape:
    if isinstance(subject, Document):
        return Landscape(documents=(subject,))
    document = Document(
        path=subject.ref.document,
        sha256="",
        processes=(subject,),
        participants=subject.participants,
    )
    return Landscape(documents=(document,))


def _as_reported(subject: Process | Document, landscape: Landscape) -> Process | Document:
    """The subject as the report knows it: with the register's owners, whatever was passed."""
    if isinstance(subject, Process):
        return landscape[subject.ref]
    known = {document.path: document for document in landscape.documents}
    return known.get(subject.path, subject)
