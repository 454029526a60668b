"""The headline of a report, each sentence with what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from procmap.graph import HeadlineFigure
from procmap.labels.evidence import HOW
from procmap.labels.headline import RESPONSIBILITY
from procmap.labels.pages import OWNING
from procmap.model import CrossingPoint
from procmap.reports.content.choosing import find_processes
from procmap.reports.content.handoffs import crossing_row, find_inside
from procmap.reports.content.names import Names
from procmap.reports.content.processes import find_owner, find_owning
from procmap.reports.content.types import Statement, Table
from procmap.rules import Context, Report

__all__ = ["build_headline_statements"]

_CROSSING_HEADS: Final = ("process", "number", "from", "to", "responsible", "agreed", "place")


def build_headline_statements(report: Report, names: Names) -> tuple[Statement, ...]:
    """The sentences of the headline, each with the elements behind it.

    Args:
        report: what was found.
        names: what things are called.
    """
    tables: dict[str, Callable[[HeadlineFigure], Table]] = {
        "owned": lambda _: _list_owners(report, names),
        "crossing": lambda figure: _list_crossing(report, figure, names),
        "ungoverned": lambda _: _list_points(
            (p for p in find_inside(report) if p.governance == "no"), names
        ),
        "agreed": lambda _: _list_points(
            (p for p in find_inside(report) if p.routine == "yes"), names
        ),
        "contacts": lambda figure: _list_contacts(report, figure, names),
        "unrecorded": lambda _: _list_points(find_inside(report), names),
    }
    found = []
    for text, figures in report.headline.figures_by_line(names.lang).items():
        key = figures[0].name
        if key in RESPONSIBILITY and not report.headline.recorded:
            key = "unrecorded"
        found.append(Statement(text, HOW[key].text(names.lang), tables[key](figures[0])))
    return tuple(found)


def _table(names: Names, keys: Iterable[str], rows: Iterable[tuple[str | int, ...]]) -> Table:
    return Table("counted", names.word("counted"), names.head(*keys), tuple(rows))


def _list_owners(report: Report, names: Names) -> Table:
    context = Context(report.analysis)
    rows = [
        (
            names.process(process.ref),
            OWNING[find_owning(context, process)].text(names.lang),
            find_owner(context, process, names),
            names.place(process.ref),
        )
        for process in find_processes(report)
    ]
    return _table(names, ("process", "known", "owner", "place"), rows)


def _list_crossing(report: Report, figure: HeadlineFigure, names: Names) -> Table:
    context = Context(report.analysis)
    several = set(figure.elements)
    rows = [
        (
            names.process(process.ref),
            len(context.units(process)),
            ", ".join(names.unit(unit) for unit in context.units(process)),
            names.place(process.ref),
        )
        for process in find_processes(report)
        if process.ref in several
    ]
    return _table(names, ("process", "units", "which", "place"), rows)


def _list_points(points: Iterable[CrossingPoint], names: Names) -> Table:
    rows = ((*crossing_row(point, names), names.place(point.flow)) for point in points)
    return Table(
        "counted",
        names.word("counted"),
        names.head(*_CROSSING_HEADS),
        tuple(rows),
    )


def _list_contacts(report: Report, figure: HeadlineFigure, names: Names) -> Table:
    """The units that the outside parties of the one process deal with."""
    rows: dict[tuple[str, ...], None] = {}
    for contact in report.contacts:
        if contact.process in figure.elements:
            unit = names.word("undetermined") if contact.unit is None else names.unit(contact.unit)
            where = names.place(contact.process)
            rows[names.process(contact.process), names.unit(contact.party), unit, where] = None
    return _table(names, ("process", "party", "unit", "place"), rows)
