"""The hand-offs of a report: one by one, by pair of units, and as a matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from procmap.labels.terms import FACT_STATES, MEDIA
from procmap.model import Boundary, CrossingPoint, Fact, Unit, fold
from procmap.register.sheets import spell_word
from procmap.reports.content.names import Names
from procmap.reports.content.types import Cell, Matrix, Table
from procmap.rules import Report

__all__ = [
    "build_boundaries",
    "build_crossings",
    "build_matrix",
    "crossing_row",
    "find_inside",
]

T = TypeVar("T")

# More columns than these fit no sheet of paper; the rest are put together.
_MOST_UNITS: Final = 12


def find_inside(report: Report) -> tuple[CrossingPoint, ...]:
    """The crossing points inside the organisation, as the headline counts them."""
    return tuple(point for point in report.crossings if point.between != "organisations")


def crossing_row(point: CrossingPoint, names: Names) -> tuple[Cell, ...]:
    """A crossing point: process, number, from, to, who is responsible, and what is agreed."""
    who = names.holders(point.governed_by) or names.word(point.governance)
    return (
        names.process(point.process),
        point.number,
        names.unit(point.source_unit),
        names.unit(point.target_unit),
        who,
        names.word(point.routine),
    )


def build_crossings(points: Sequence[CrossingPoint], names: Names) -> Table:
    """The table of all crossing points.

    Args:
        points: the crossing points.
        names: what things are called.
    """
    rows = tuple(
        (
            *crossing_row(point, names),
            MEDIA[point.medium].text(names.lang),
            names.place(point.flow),
        )
        for point in points
    )
    heads = names.head(
        "process", "number", "from", "to", "responsible", "agreed", "medium", "place"
    )
    return Table("crossings", names.word("crossings"), heads, rows)


def build_boundaries(points: Sequence[CrossingPoint], names: Names) -> Table:
    """The table of pairs of units, those with most that nobody answers for first.

    Args:
        points: the crossing points.
        names: what things are called.
    """
    groups: dict[tuple[str, str], list[CrossingPoint]] = {}
    for point in points:
        groups.setdefault((point.source_unit.key, point.target_unit.key), []).append(point)
    ordered = sorted(
        groups.items(),
        key=lambda pair: (
            -sum(point.governance == "no" for point in pair[1]),
            -sum(point.governance == "undetermined" for point in pair[1]),
            -len(pair[1]),
            pair[0],
        ),
    )
    rows = tuple(_boundary_row(group, names) for _, group in ordered)
    heads = names.head(
        "from",
        "to",
        "hand-offs",
        "ungoverned",
        "open",
        "routine",
        "channel",
        "coordinator",
        "process",
    )
    return Table("boundaries", names.word("boundaries"), heads, rows)


def _boundary_row(group: Sequence[CrossingPoint], names: Names) -> tuple[Cell, ...]:
    first = group[0]
    # What nobody has said about a boundary, and a boundary nobody has spoken of, are the same.
    known = first.boundary or Boundary(first.source_unit.key, first.target_unit.key)
    return (
        names.unit(first.source_unit),
        names.unit(first.target_unit),
        len(group),
        sum(point.governance == "no" for point in group),
        sum(point.governance == "undetermined" for point in group),
        _say(known.routine, names.text, names),
        _say(known.channel, lambda c: spell_word(c, "en" if names.lang == "en" else "nb"), names),
        _say(known.coordinator, names.holder, names),
        ", ".join(dict.fromkeys(names.process(point.process) for point in group)),
    )


def _say(fact: Fact[T], spell: Callable[[T], str], names: Names) -> str:
    if fact.value is not None:
        return spell(fact.value)
    return FACT_STATES[fact.state.value].text(names.lang)


def build_matrix(report: Report, points: Sequence[CrossingPoint], names: Names) -> Matrix:
    """The matrix of units, in the order of the organisation; the busiest stand for themselves.

    Args:
        report: what was found.
        points: the crossing points.
        names: what things are called.
    """
    units = {unit.key: unit for p in points for unit in (p.source_unit, p.target_unit)}
    traffic = Counter(key for p in points for key in (p.source_unit.key, p.target_unit.key))
    busiest = sorted(units, key=lambda key: (-traffic[key], key))
    # Putting one unit together with nobody would only take its name away.
    kept = busiest if len(busiest) <= _MOST_UNITS + 1 else busiest[:_MOST_UNITS]
    order = _order_units(report, (units[key] for key in kept))
    place = {unit.key: at for at, unit in enumerate(order)}
    others = len(units) - len(kept)
    size = len(order) + (others > 0)
    counts = [[[0, 0, 0] for _ in range(size)] for _ in range(size)]
    for point in points:
        row = place.get(point.source_unit.key, size - 1)
        column = place.get(point.target_unit.key, size - 1)
        cell = counts[row][column]
        cell[0] += 1
        cell[1] += point.governance == "no"
        cell[2] += point.governance == "undetermined"
    shown = [names.unit(unit) for unit in order]
    return Matrix(
        (*shown, names.word("other units")) if others else tuple(shown),
        tuple(tuple((cell[0], cell[1], cell[2]) for cell in row) for row in counts),
        others,
    )


def _order_units(report: Report, units: Iterable[Unit]) -> list[Unit]:
    """Units beside those they share the line with; assumed ones last."""
    chart = report.landscape.chart

    def find_line(unit: Unit) -> tuple[object, ...]:
        line = [fold(chart.units[key].name) for key in reversed(chart.line(unit.key))]
        return (unit.assumed, not line, tuple(line), fold(unit.name), unit.key)

    return sorted(units, key=find_line)
