"""The points of the agenda as they are printed, with what was decided about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from procmap.model import Decision, Landscape, fold
from procmap.reports.content.names import Names
from procmap.reports.kit.maps import DrawnMap
from procmap.reports.kit.places import find_place
from procmap.rules import Agenda, AgendaPoint

__all__ = ["PrintedPoint", "build_points"]


@dataclass(frozen=True, slots=True)
class PrintedPoint:
    """One point of the agenda.

    Args:
        number: its number.
        minutes: its share of the time.
        code: code of the rule.
        message: what was noticed.
        question: what to ask.
        people: the positions to ask.
        place: where on which map it is.
        map_number: the number of that map; 0 where there is none.
        along: what is settled with it.
        decisions: what was decided about it: decision, responsible, deadline.
    """

    number: int
    minutes: int
    code: str
    message: str
    question: str
    people: str
    place: str
    map_number: int
    along: tuple[str, ...]
    decisions: tuple[tuple[str, str, str], ...]


def build_points(
    agenda: Agenda, landscape: Landscape, names: Names, *, maps: Sequence[DrawnMap | None]
) -> tuple[PrintedPoint, ...]:
    """The points of an agenda in words.

    Args:
        agenda: the agenda.
        landscape: what was read, with its decisions.
        names: what things are called.
        maps: for each point the map that shows it, or ``None`` for none.
    """
    return tuple(
        _build_point(number, point, landscape, names, drawn=drawn)
        for number, (point, drawn) in enumerate(zip(agenda.points, maps, strict=True), start=1)
    )


def _build_point(
    number: int,
    point: AgendaPoint,
    landscape: Landscape,
    names: Names,
    *,
    drawn: DrawnMap | None,
) -> PrintedPoint:
    lang = names.lang
    process = point.place.process
    return PrintedPoint(
        number=number,
        minutes=point.minutes,
        code=point.finding.code,
        message=names.text(point.finding.message(lang)),
        question=names.text(point.finding.question(lang)),
        people=", ".join(names.text(who) for who in point.people),
        place=names.text(find_place(point.place, drawn, lang)),
        map_number=drawn.number if drawn is not None else 0,
        along=tuple(names.text(other.message(lang)) for other in point.along),
        decisions=tuple(
            (
                names.text(decision.decision),
                names.text(decision.responsible),
                decision.deadline.isoformat() if decision.deadline is not None else "",
            )
            for decision in landscape.decisions
            if _is_about(decision, process)
        ),
    )


def _is_about(decision: Decision, process: str) -> bool:
    """Whether a decision names a process: people write «Byggesak», or «Eier av Byggesak»."""
    name = fold(process)
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return bool(name) and re.search(pattern, fold(decision.point)) is not None
