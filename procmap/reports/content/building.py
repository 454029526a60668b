"""Puts the parts of a report together."""

from __future__ import annotations

import contextlib
from importlib.metadata import PackageNotFoundError, version

from procmap.findings import spell_place
from procmap.labels.pages import PAGE_COUNTS
from procmap.maps.lettering import clean
from procmap.reports.content.choosing import find_processes, find_processes_that_matter
from procmap.reports.content.findings import (
    build_rules,
    build_sources,
    build_suppressed,
    build_themes,
)
from procmap.reports.content.handoffs import (
    build_boundaries,
    build_crossings,
    build_matrix,
    find_inside,
)
from procmap.reports.content.headline import build_headline_statements
from procmap.reports.content.names import Names
from procmap.reports.content.processes import build_processes
from procmap.reports.content.since import build_since
from procmap.reports.content.types import Content, MapChoice, Table
from procmap.reports.content.unrecorded import build_unrecorded
from procmap.reports.content.workshop import build_decisions, build_opinions
from procmap.rules import Comparison, Report

__all__ = ["build_content"]


def build_content(
    report: Report,
    *,
    lang: str = "nb",
    since: Comparison | None = None,
    maps: int = 6,
) -> Content:
    """Build what a report says, in one language.

    Args:
        report: what was found.
        lang: ``"nb"`` or ``"en"``.
        since: what changed since last time.
        maps: how many maps to show at most.

    Examples:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> build_content(Report(Analysis(Landscape())), lang="en").title
        'Who is responsible across units?'
    """
    names = Names(report.landscape, lang)
    inside = find_inside(report)
    organisation = report.landscape.organisation.value
    return Content(
        lang=lang,
        title=names.word("title"),
        organisation=clean(organisation.name) if organisation is not None else "",
        facts=_build_facts(report, names),
        headline=build_headline_statements(report, names),
        since=build_since(since, names) if since is not None else None,
        maps=tuple(
            MapChoice(process.ref, names.process(process.ref))
            for process in find_processes_that_matter(report, most=maps)
        ),
        themes=build_themes(report, names),
        matrix=build_matrix(report, inside, names),
        boundaries=build_boundaries(inside, names),
        crossings=build_crossings(inside, names),
        processes=build_processes(report, names),
        unrecorded=build_unrecorded(report, names),
        opinions=build_opinions(report.landscape, names),
        decisions=build_decisions(report.landscape, names),
        suppressed=build_suppressed(report, names),
        rules=build_rules(report, names),
        sources=build_sources(report, names),
        method=_build_method(report, names),
        files=_build_files(report, names),
        notes=_build_notes(report, names),
    )


def _build_facts(report: Report, names: Names) -> tuple[str, ...]:
    counts = {
        "files": len(report.landscape.documents),
        "processes": len(find_processes(report)),
        "hand-offs": report.headline.hand_offs,
        "units": report.headline.units,
    }
    day = report.analysis.day
    said = [PAGE_COUNTS[key].text(n, names.lang).format(n=n) for key, n in counts.items()]
    if day is not None:
        said.insert(0, names.word("as of").format(day=day.isoformat()))
    return tuple(said)


def _build_method(report: Report, names: Names) -> tuple[str, ...]:
    said = [names.word("method text"), names.word("cannot see")]
    if report.analysis.day is not None:
        said.append(names.word("as of text").format(day=report.analysis.day.isoformat()))
    # Imported from a folder that was never installed, it has no version to name.
    with contextlib.suppress(PackageNotFoundError):
        said.append(names.word("made with").format(version=version("procmap")))
    return tuple(said)


def _build_files(report: Report, names: Names) -> Table:
    rows = tuple(
        (
            clean(document.path),
            clean(f"{document.exporter} {document.exporter_version}"),
            sum(bool(process.nodes) for process in document.processes),
            document.sha256,
        )
        for document in report.landscape.documents
    )
    heads = names.head("file", "written by", "process", "checksum")
    return Table("files", names.word("read files"), heads, rows)


def _build_notes(report: Report, names: Names) -> Table:
    rows = tuple(
        (
            names.text(spell_place(note.location, names.lang) if note.location else ""),
            note.code,
            names.text(note.message(names.lang)),
        )
        for note in report.diagnostics
    )
    return Table("notes", names.word("files"), names.head("place", "code", "note"), rows)
