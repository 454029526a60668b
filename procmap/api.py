"""The functions behind ``import procmap as pm``; heavy rooms are imported when they are used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from procmap.errors import ModelError, RenderError
from procmap.labels.catalogues import check_language
from procmap.model import Document, Handoff, Landscape, Level, Process
from procmap.source import ElementRef

if TYPE_CHECKING:
    from procmap.bpmn import Limits, PropertyNames
    from procmap.maps import Picture
    from procmap.register import OwnList, OwnListOptions, RegisterStatus, Update
    from procmap.rules import Comparison, Report

__all__ = [
    "analyze",
    "compare",
    "draw",
    "find_register_status",
    "read_bpmn",
    "read_code_list",
    "read_own_list",
    "update_register",
    "write_bpmn",
    "write_register",
    "write_workshop",
]

MapKind = Literal["swimlane", "landscape", "handoffs", "ownership", "dependencies"]
Source = str | PathLike[str] | bytes | IO[bytes]


def read_bpmn(
    source: Source | Iterable[str | PathLike[str]],
    *,
    name: str | None = None,
    on_error: Literal["diagnose", "raise"] = "diagnose",
    progress: Callable[[int, int, str], None] | None = None,
    limits: Limits | None = None,
    properties: PropertyNames | None = None,
    jobs: int = 1,
) -> Landscape:
    """Read BPMN 2.0 models into a landscape.

    Args:
        source: a file, a folder (with all folders in it), a glob pattern, a zip archive, several
            of these, the bytes of a file, or an open binary file.
        name: what to call bytes or an open file.
        on_error: what to do about files of a folder, glob or list that cannot be read:
            ``"diagnose"`` reports them in `Landscape.diagnostics` and reads the others,
            ``"raise"`` stops. A single file that cannot be read always raises.
        progress: called with (files done, files in all, name) after each file.
        limits: how much one file may ask for, such as ``pm.Limits(bytes=50_000_000)``.
        properties: which names of user-defined fields mean owner, unit, role and so on.
        jobs: how many processes read; the result is the same. Small inputs are read in this one.

    Raises:
        ReadError: nothing could be read; says which file, line, and what was expected.

    Examples:
        >>> landscape = read_bpmn(
        ...     b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        ...     b'<process id="P1" name="Byggesak"/></definitions>',
        ...     name="byggesak.bpmn",
        ... )
        >>> landscape["Byggesak"].ref
        ElementRef(document='byggesak.bpmn', id='P1')
    """
    from procmap import bpmn

    return bpmn.read_bpmn(
        source,
        name=name,
        on_error=on_error,
        progress=progress,
        limits=limits,
        properties=properties,
        jobs=jobs,
    )


def analyze(
    landscape: Landscape,
    *,
    level: Level = "unit",
    as_of: dt.date | None = None,
    config: Mapping[str, Any] | None = None,
    keep_going: bool = False,
) -> Report:
    """Find hand-offs, who governs them, and what should be asked about.

    Args:
        landscape: what was read, with or without a register.
        level: what performers are compared at: ``"person"``, ``"role"``, ``"unit"``,
            ``"organisation"``, or the depth of an ancestor in the organisation (0 is the top).
        as_of: the day ownership is looked up for; ``None`` is the register's own day.
        config: which rules to run and how: ``profile``, ``select``, ``ignore``, ``severity``,
            ``options``, ``suppress``.
        keep_going: whether a rule that fails is reported in `Report.failures`, and the others run.

    Raises:
        ModelError: this is no landscape, or `level` is none of these.
        RuleError: `config` names what does not exist, or a rule failed.

    Examples:
        >>> str(analyze(Landscape()).findings)
        '()'
    """
    from procmap.graph import analyze_landscape
    from procmap.rules import build_report

    _refuse_unread(landscape, "analyzed")
    analysis = analyze_landscape(landscape, level=level, as_of=as_of)
    return build_report(analysis, config=config, keep_going=keep_going)


def compare(
    before: Report | Landscape | str | PathLike[str],
    after: Report | Landscape | str | PathLike[str],
) -> Comparison:
    """What changed since last time: findings settled, new and standing, and both headlines.

    Args:
        before: a report, a landscape, or the path of a file that `Report.save_baseline` wrote.
        after: likewise.

    Raises:
        ReadError: a file cannot be read, or is no baseline.

    Examples:
        >>> compare(Landscape(), Landscape()).sentence("en")
        'Since last time: no changes in the hand-offs.'
    """
    from procmap import rules

    return rules.compare(before, after)


def draw(
    subject: Process | Document | Landscape,
    *,
    report: Report | None = None,
    kind: MapKind = "swimlane",
    lang: str = "nb",
    theme: Literal["colour", "black-and-white"] = "colour",
    style: Literal["matrix", "circle"] | None = None,
    group: Literal["unit"] | None = None,
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
        _refuse_unread(subject, "drawn")
    maps.refuse_unknown("kind of map", kind, maps.MAP_KINDS)
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
    if kind != "swimlane":
        if not isinstance(subject, Landscape):
            raise RenderError(
                f"a map of kind {kind!r} shows a landscape, not a single process or document",
                remedy="Draw the landscape it is in, or the process as a swimlane map.",
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
        )
    if isinstance(subject, Landscape):
        raise RenderError(
            "a swimlane map shows one process or one document, not a landscape",
            remedy="Draw landscape['Byggesak'], or each of landscape.processes; or choose another "
            "kind of map: " + ", ".join(maps.MAP_KINDS[1:]) + ".",
        )
    maps.refuse_misplaced("style", style, kind=kind)
    maps.refuse_misplaced("group", group, kind=kind)
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


def write_bpmn(
    landscape: Landscape, folder: str | Path, *, people: bool = False, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write every BPMN file of a landscape again, with what is recorded about it added.

    A file about which nothing new is recorded is the same byte by byte. In the others, owners and
    what lanes stand for are written in elements of procmap's own namespace, and all else stays.

    Args:
        landscape: what was read, with or without a register.
        folder: the folder to write to; each file goes to its relative path there.
        people: whether names of persons are written too. Without it they become numbers.
        overwrite: whether files that are there already may be replaced.

    Raises:
        ModelError: a document came without its bytes or would leave the folder, or a fact cannot
            be written into its file.
        ProcmapError: files are there already, or cannot be written.

    Examples:
        >>> import tempfile
        >>> landscape = read_bpmn(
        ...     b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        ...     b'<process id="P1" name="Byggesak"/></definitions>',
        ...     name="byggesak.bpmn",
        ... ).with_owner("Byggesak", holder="Leder byggesak")
        >>> (file,) = write_bpmn(landscape, tempfile.mkdtemp())
        >>> read_bpmn(file)["Byggesak"].owners[0].holder.name
        'Leder byggesak'
    """
    from procmap import bpmn

    return bpmn.write_bpmn(landscape, folder, people=people, overwrite=overwrite)


def write_register(
    landscape: Landscape,
    path: str | Path,
    *,
    lang: Literal["nb", "en"] = "nb",
    full: bool = False,
    pseudonymise: bool = False,
    own_list: OwnList | str | Path | None = None,
    columns: str | Path | None = None,
) -> OwnList | None:
    """Write the register template, prefilled from a landscape; refuses to overwrite.

    Boundaries between units are listed with the number of hand-offs drawn over each, the largest
    first. What a list of owners says that somebody keeps already is filled in too, and gives back
    what came of it.

    Args:
        landscape: what was read, with or without a register.
        path: the file to write, ending in ``.xlsx`` or ``.yaml``; or a folder for CSV files.
        lang: language of sheets, heads and words.
        full: also the sheets and columns that nothing is known for.
        pseudonymise: whether persons are called «Person 1», «Person 2» … in it.
        own_list: a list of owners, any workbook or CSV file, from which the columns that leave no
            doubt are taken over; or what `read_own_list` made of it.
        columns: the option file that says what its columns are.

    Raises:
        RegisterError: the file is there already, or cannot be written; or the list or its option
            file cannot be read.
    """
    from procmap import register
    from procmap.graph import analyze_landscape

    own: OwnList | None = None
    if isinstance(own_list, register.OwnList):
        own = own_list
    elif own_list is not None:
        own = register.read_own_list(landscape, own_list, options=columns)
    if own is not None:
        landscape = own.landscape
    notes = own.notes(lang) if own is not None else None
    handoffs = analyze_landscape(landscape).handoffs
    counts = _count_boundaries(handoffs)
    if pseudonymise:
        landscape = register.pseudonymise(landscape)
    register.write_register(
        landscape,
        path,
        lang=lang,
        full=full,
        boundaries=counts,
        notes=notes,
        handoffs=handoffs,
    )
    return own


def read_code_list(
    path: str | Path, *, name: str, code_head: str = "", name_head: str = ""
) -> tuple[dict[str, str], ...]:
    r"""Read a code list, such as KOSTRA functions, LOS or APQC, from a CSV file.

    What it gives is the table ``codes`` of a register: ``landscape.with_register({"codes":
    kostra + los})``. Codes on processes are then checked against it. Heads such as *Kode*,
    *Funksjon*, *id*, *Navn* and *description* are known; where a file has several for the code,
    *Kode* goes before *Funksjon*, and that before *id* and *nr*.

    Args:
        path: a file separated by semicolon, comma or tab, in UTF-8, UTF-16 or Windows-1252.
        name: what the code list is called, such as ``"KOSTRA"``; without a colon.
        code_head: the head of the column with the codes, where it is another.
        name_head: the head of the column with the names, where it is another.

    Raises:
        RegisterError: it cannot be read, has no column of codes, or a code stands there for two
            things; says every place, with file, row and column.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "funksjoner.csv")
        >>> _ = file.write_text("Funksjon;Navn\n301;Plansaksbehandling\n", encoding="utf-8")
        >>> kostra = read_code_list(file, name="KOSTRA")
        >>> tables = {"codes": kostra, "processes": [{"name": "Regulering", "codes": "301"}]}
        >>> Landscape().with_register(tables)["Regulering"].codes.value
        (Code(list='KOSTRA', code='301', name='Plansaksbehandling'),)
    """
    from procmap import register

    return register.read_code_list(path, name=name, code_head=code_head, name_head=name_head)


def read_own_list(
    landscape: Landscape,
    path: str | Path,
    *,
    columns: OwnListOptions | str | Path | None = None,
    accept: Literal["sure", "likely"] = "sure",
    people: bool = False,
) -> OwnList:
    r"""Read a list of owners that somebody keeps already, however it is laid out.

    Args:
        landscape: the models, with or without a register.
        path: a workbook or CSV file.
        columns: what its columns are, or the option file that says so.
        accept: ``"sure"`` takes over columns that leave no doubt, ``"likely"`` also those that
            probably are what they seem.
        people: whether a column of persons' names is taken over.

    Raises:
        RegisterError: list or options cannot be read.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "eierliste.csv")
        >>> _ = file.write_text("Prosess;Eier\nLønn;Mangler\n", encoding="utf-8")
        >>> [(left.line, left.text, left.reason) for left in read_own_list(Landscape(), file).left]
        [(2, 'Mangler', 'vague')]
    """
    from procmap import register

    return register.read_own_list(landscape, path, options=columns, accept=accept, people=people)


def write_workshop(
    report: Report,
    folder: str | Path,
    *,
    lang: str = "nb",
    minutes: int = 120,
    maps: int = 6,
) -> tuple[Path, ...]:
    """Write what a workshop needs: maps on A3, an agenda, slips and a page for the facilitator.

    All are pages to print, which need no network. Where the register has answers and decisions,
    they are on them. The folder is written as a whole, and one that holds anything else is
    refused.

    Args:
        report: what was found.
        folder: the folder to write; a new or empty one, or one that this wrote before and nobody
            has changed since.
        lang: ``"nb"``, ``"en"``, or one with a catalogue.
        minutes: how long the workshop is.
        maps: how many processes to draw at most, those that matter most first.

    Returns:
        The paths written, the overview first.

    Raises:
        RuleError: the time is not a whole number of minutes, at least 30.
        ProcmapError: there is no such language; the folder holds something else, or cannot be
            written.
    """
    from procmap.reports.kit import build_kit, write_folder

    check_language(lang)
    return write_folder(build_kit(report, lang=lang, minutes=minutes, maps=maps).files, folder)


def update_register(
    landscape: Landscape, path: str | Path, *, lang: Literal["nb", "en"] = "nb"
) -> Update:
    """Bring a filled-in register up to date with its models; nothing that was typed is lost.

    Args:
        landscape: the models, without the register.
        path: the register, a workbook or a folder of CSV files.
        lang: language of what is marked in it.

    Raises:
        RegisterError: it cannot be read or written, or is of a form that is not updated.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "register.xlsx")
        >>> _ = write_register(Landscape(), file)
        >>> update_register(Landscape(), file).added
        ()
    """
    from dataclasses import replace

    from procmap.register import InvalidRegisterError

    update = _update_once(landscape, path, lang)
    if not update.matched or update.path != Path(path):
        return update
    # Rows that were pointed anew say who performs what: of that come hand-offs and boundaries.
    try:
        again = _update_once(landscape, path, lang, has_backup=True)
    except InvalidRegisterError:
        return update
    return replace(
        again,
        backup=update.backup,
        added=(*update.added, *again.added),
        matched=(*update.matched, *again.matched),
        restored=update.restored,
    )


def _update_once(
    landscape: Landscape,
    path: str | Path,
    lang: Literal["nb", "en"],
    *,
    has_backup: bool = False,
) -> Update:
    from procmap import register
    from procmap.graph import analyze_landscape

    registered = landscape.with_register(path)
    handoffs = analyze_landscape(registered).handoffs
    return register.update_register(
        registered,
        path,
        lang=lang,
        boundaries=_count_boundaries(handoffs),
        handoffs=handoffs,
        models=landscape,
        has_backup=has_backup,
    )


def find_register_status(landscape: Landscape) -> RegisterStatus:
    """How complete a landscape's register is, and which cells would clarify most.

    Args:
        landscape: the models with the register applied.

    Examples:
        >>> find_register_status(Landscape()).next_cells
        ()
    """
    from procmap import register
    from procmap.graph import analyze_landscape

    analysis = analyze_landscape(landscape)
    weights: dict[ElementRef, int] = {}
    for crossing in analysis.crossings:
        weights[crossing.process] = weights.get(crossing.process, 0) + 1
    units = {process.ref: analysis.units_of(process) for process in landscape.processes}
    return register.find_status(
        landscape, boundaries=_count_boundaries(analysis.handoffs), weights=weights, units=units
    )


def _count_boundaries(handoffs: Iterable[Handoff]) -> dict[tuple[str, str], int]:
    """Hand-offs by the two units' keys; units nobody has registered are left out."""
    counts: dict[tuple[str, str], int] = {}
    for handoff in handoffs:
        source, target = handoff.source_unit, handoff.target_unit
        if source is None or target is None or source.assumed or target.assumed:
            continue
        if source.key != target.key:
            pair = (source.key, target.key)
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def _refuse_unread(given: object, what: str) -> None:
    """Refuse what is no landscape, such as the path of one."""
    if not isinstance(given, Landscape):
        raise ModelError(
            f"{type(given).__name__} cannot be {what}",
            expected="what read_bpmn gave, or a part of it",
            remedy="landscape = pm.read_bpmn(path), and then pm.analyze(landscape).",
        )


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
