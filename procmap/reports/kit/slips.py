"""The slips on which each unit says who owns a process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.model import Process, Unit, fold
from procmap.reports.content.names import Names
from procmap.rules import Context, Report

__all__ = ["Slip", "find_slips"]


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip.

    Args:
        process: the process it asks about.
        unit: the unit that answers.
        map_number: the number of the map that shows the process.
    """

    process: str
    unit: str
    map_number: int


def find_slips(
    report: Report, processes: Sequence[Process], names: Names, *, numbers: Mapping[str, int]
) -> tuple[Slip, ...]:
    """One slip for each process and each unit that takes part in it, those of a unit together.

    A process inside one unit needs none: there is nobody else to disagree with.

    Args:
        report: what was found.
        processes: the processes to ask about.
        names: what things are called.
        numbers: the number of each process's map, by reference.
    """
    context = Context(report.analysis)
    asked: dict[str, list[tuple[str, int]]] = {}
    labels: dict[str, str] = {}
    for process in processes:
        units = {unit.key: unit for unit in _find_units(context, process)}
        if len(units) < 2:
            continue
        for key, unit in units.items():
            labels.setdefault(key, names.unit(unit))
            asked.setdefault(key, []).append(
                (names.process(process.ref), numbers[str(process.ref)])
            )
    order = sorted(asked, key=lambda key: (fold(labels[key]), key))
    return tuple(
        Slip(process, labels[key], number) for key in order for process, number in asked[key]
    )


def _find_units(context: Context, process: Process) -> Iterator[Unit]:
    """The units that take part: those that certainly do, and those behind one that may be any."""
    yield from context.units(process)
    chart = context.landscape.chart
    for crossing in context.crossings(process):
        for unit in (crossing.source_unit, crossing.target_unit):
            if unit.kind == "outside":
                continue
            if unit.one_of:
                yield from (chart.units[key] for key in unit.one_of if key in chart.units)
            else:
                yield unit
