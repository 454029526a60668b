"""Which processes matter most: those of the agenda, then those with most to clarify."""

from __future__ import annotations

from procmap.model import Process
from procmap.rules import Context, Report

__all__ = ["find_processes", "find_processes_that_matter"]


def find_processes(report: Report) -> tuple[Process, ...]:
    """The processes with anything in them, those without a model last.

    Args:
        report: what was found.

    Example:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> find_processes(Report(Analysis(Landscape())))
        ()
    """
    return Context(report.analysis).processes


def find_processes_that_matter(
    report: Report, *, most: int, minutes: int = 90
) -> tuple[Process, ...]:
    """The processes to talk about, that there is something to draw of.

    First those of the agenda, in its order; then those with most hand-offs that nobody is
    responsible for, and most that are not clarified.

    Args:
        report: what was found.
        most: how many at most.
        minutes: the time of the agenda.
    """
    context = Context(report.analysis)
    chosen: dict[Process, None] = {}
    for point in report.agenda(minutes).points:
        process = context.process_of(point.finding)
        # A point about the whole landscape names processes, but is about none of them.
        if process is not None and process.nodes and point.place.process:
            chosen.setdefault(process, None)
    weights: dict[Process, tuple[int, int, int]] = {}
    for process in context.processes:
        crossings = context.crossings(process)
        if process.nodes and crossings and process not in chosen:
            weights[process] = (
                -sum(crossing.governance == "no" for crossing in crossings),
                -sum(crossing.governance == "undetermined" for crossing in crossings),
                -len(crossings),
            )
    others = sorted(weights, key=lambda process: (weights[process], str(process.ref)))
    return (*chosen, *others)[:most]
