"""The processes of a report, and what is known about who owns them."""

from __future__ import annotations

from procmap.labels.pages import OWNING
from procmap.labels.terms import FACT_STATES, TERMS
from procmap.model import Process
from procmap.reports.content.choosing import find_processes
from procmap.reports.content.names import Names
from procmap.reports.content.types import Table
from procmap.rules import Context, Report

__all__ = ["build_processes", "find_owner", "find_owning"]


def build_processes(report: Report, names: Names) -> Table:
    """The table of all processes.

    Args:
        report: what was found.
        names: what things are called.
    """
    context = Context(report.analysis)
    rows = []
    for process in find_processes(report):
        crossings = context.crossings(process)
        rows.append(
            (
                names.process(process.ref),
                _find_kind(process, names),
                find_owner(context, process, names),
                OWNING[find_owning(context, process)].text(names.lang),
                len(process.steps),
                len(context.units(process)),
                len(crossings),
                sum(crossing.governance == "no" for crossing in crossings),
                sum(crossing.governance == "undetermined" for crossing in crossings),
                names.place(process.ref),
            )
        )
    heads = names.head(
        "process",
        "kind",
        "owner",
        "known",
        "steps",
        "units",
        "hand-offs",
        "ungoverned",
        "open",
        "place",
    )
    return Table("processes", names.word("all processes"), heads, tuple(rows))


def find_owner(context: Context, process: Process, names: Names) -> str:
    """Who owns a process, or what is known about it."""
    owners = context.owners(process)
    if owners:
        return names.holders(owner.holder for owner in owners)
    return FACT_STATES[context.owner_state(process).value].text(names.lang)


def find_owning(context: Context, process: Process) -> str:
    """Whether a process has an owner for the whole: a key of `OWNING`.

    Args:
        context: what was checked.
        process: the process.
    """
    scopes = [owner.scope for owner in context.owners(process)]
    if not scopes:
        return context.owner_state(process).value
    if any(scope.value is not None and scope.value.kind == "whole" for scope in scopes):
        return "whole"
    if any(scope.is_unknown or not scope.is_recorded for scope in scopes):
        return "scope open"
    return "part"


def _find_kind(process: Process, names: Names) -> str:
    if process.kind.value is not None:
        return TERMS[f"{process.kind.value} process"].text(names.lang)
    return FACT_STATES[process.kind.state.value].text(names.lang)
