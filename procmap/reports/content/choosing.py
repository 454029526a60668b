"""Which processes matter most: those of the agenda, then those with most to clarify."""

from __future__ import annotations

from procmap.model import Process
from procmap.rules import Context, Report
from procmap.source import ElementRef

__all__ = ["find_processes", "find_processes_that_matter"]


def find_processes(report: Report) -> tuple[Process, ...]:
    """The processes with anything in them, those without a model last.

    Args:
        report: what was found.

    Examples:
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
    # By reference: comparing whole processes would read each of them.
    chosen: dict[ElementRef, Process] = {}
    for point in report.agenda(minutes).points:
        process = context.process_of(point.finding)
        # A point about the whole landscape names processes, but is about none of them.
        if process is not None and process.nodes and point.place.process:
            chosen.setdefault(process.ref, process)
    others: list[tuple[tuple[int, int, int], str, Process]] = []
    for process in context.processes:
        crossings = context.crossings(process)
        if process.nodes and crossings and process.ref not in chosen:
            weight = (
                -sum(crossing.governance == "no" for crossing in crossings),
                -sum(crossing.governance == "undetermined" for crossing in crossings),
                -len(crossings),
            )
            others.append((weight, str(process.ref), process))
    others.sort(key=lambda other: other[:2])
    return (*chosen.values(), *(process for _, _, process in others))[:most]
