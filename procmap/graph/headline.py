"""The five headline figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from procmap.graph.analysis import Analysis, HeadlineFigure
from procmap.model import CrossingPoint, Process
from procmap.source import ElementRef

__all__ = ["find_headline"]


def find_headline(analysis: Analysis) -> tuple[HeadlineFigure, ...]:
    """The five figures of the headline, in order.

    Processes are those with anything in them; an empty stub of a process is none. Hand-offs are
    crossing points inside the organisation, messages between pools nobody has placed included;
    what leaves the organisation and contacts with outside parties are counted apart.
    """
    processes = [p for p in analysis.landscape.processes if p.nodes or not p.modelled]
    crossings = [c for c in analysis.crossings if c.between != "organisations"]
    return (
        _count_owned(processes, analysis.day),
        _count_crossing(analysis, processes),
        _count_points("ungoverned", crossings, "no", lambda c: c.governance),
        _count_points("agreed", crossings, "yes", lambda c: c.routine),
        _count_contacts(analysis),
    )


def _count_owned(processes: Iterable[Process], day: dt.date | None) -> HeadlineFigure:
    owned: list[ElementRef] = []
    total = open_ = 0
    for process in processes:
        total += 1
        fact = process.ownership_on(day)
        scopes = [owner.scope for owner in fact.or_none or () if owner.kind == "owner"]
        # A manager or coordinator alone says nothing about who the owner is.
        unsaid = fact.is_unknown or not fact.is_recorded or (fact.is_stated and not scopes)
        if any(scope.value is not None and scope.value.kind == "whole" for scope in scopes):
            owned.append(process.ref)
        elif unsaid or any(scope.is_unknown or not scope.is_recorded for scope in scopes):
            open_ += 1
    return HeadlineFigure("owned", len(owned), total, open_, elements=tuple(owned))


def _count_crossing(analysis: Analysis, processes: Iterable[Process]) -> HeadlineFigure:
    several: list[ElementRef] = []
    total = open_ = assumed = 0
    for process in processes:
        total += 1
        units = analysis.units_of(process)
        if len(units) > 1:
            several.append(process.ref)
            assumed += any(unit.assumed for unit in units)
        elif not process.steps or any(
            not analysis.places[step.ref].units for step in process.steps
        ):
            open_ += 1
    return HeadlineFigure("crossing", len(several), total, open_, assumed, tuple(several))


def _count_points(
    name: str,
    crossings: Iterable[CrossingPoint],
    wanted: str,
    answer: Callable[[CrossingPoint], str],
) -> HeadlineFigure:
    counted: dict[ElementRef, None] = {}
    value = total = open_ = assumed = 0
    for crossing in crossings:
        total += 1
        assumed += crossing.assumed
        open_ += answer(crossing) == "undetermined"
        if answer(crossing) == wanted:
            value += 1
            counted[crossing.flow] = None
    return HeadlineFigure(name, value, total, open_, assumed, tuple(counted))


def _count_contacts(analysis: Analysis) -> HeadlineFigure:
    """The most units that one outside party deals with in one process."""
    units: dict[tuple[ElementRef, str], set[str]] = {}
    open_: dict[tuple[ElementRef, str], int] = {}
    assumed: set[str] = set()
    for contact in analysis.contacts:
        key = (contact.process, contact.party.key)
        units.setdefault(key, set())
        if contact.unit is None:
            open_[key] = open_.get(key, 0) + 1
            continue
        units[key].add(contact.unit.key)
        if contact.unit.assumed:
            assumed.add(contact.unit.key)
    if not units:
        return HeadlineFigure("contacts", 0)
    most = min(units, key=lambda key: (-len(units[key]), key))
    return HeadlineFigure(
        "contacts",
        len(units[most]),
        not_clarified=open_.get(most, 0),
        assumed=len(units[most] & assumed),
        elements=(most[0],),
    )
