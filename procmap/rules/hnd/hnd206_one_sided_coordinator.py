"""HND206: the coordinator of a boundary belongs to one side, and no routine is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Boundary, CrossingPoint
from procmap.rules.context import Context
from procmap.rules.hnd.pairs import build_evidence, build_parameters, find_flows, find_pairs
from procmap.rules.options import Options
from procmap.rules.own.lines import find_own_units
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and ordered pair of units with a coordinator of one side."""
    for process in context.processes:
        # A hand-off may have a coordinator of its own, so the side is asked of each.
        by_side: dict[str, list[CrossingPoint]] = {}
        for crossing in context.crossings(process):
            boundary = crossing.boundary
            if boundary is not None and _has_coordinator(crossing):
                by_side.setdefault(_find_side(context, boundary), []).append(crossing)
        seen: set[tuple[str, str]] = set()
        for side in sorted(by_side.keys() - {""}):
            for pair, crossings in find_pairs(by_side[side]):
                other = ("other side",) if pair in seen else ()
                seen.add(pair)
                yield RULE.finding(
                    "one-sided",
                    options,
                    elements=(process.ref, *find_flows(crossings)),
                    parameters={**build_parameters(process, crossings), "u": side},
                    evidence=(
                        Evidence("register", (process.ref,), label="coordinator"),
                        *build_evidence(crossings, label="crossing points"),
                    ),
                    subject=(*pair, *other),
                    count=len(crossings),
                )


def _has_coordinator(crossing: CrossingPoint) -> bool:
    boundary = crossing.boundary
    return (
        boundary is not None and boundary.coordinator.is_stated and not boundary.routine.is_stated
    )


def _find_side(context: Context, boundary: Boundary) -> str:
    """Name of the one side the coordinator belongs to; "" for both, neither, or a network."""
    holder = boundary.coordinator.value
    if holder is None or holder.kind == "network":
        return ""
    chart = context.landscape.chart
    own = find_own_units(context, holder)
    sides = [
        chart.units[key].name
        for key in (boundary.source_unit, boundary.target_unit)
        if key in chart.units and any(chart.is_within(unit, key) for unit in own)
    ]
    # Who manages what both lie under belongs to neither side.
    above = any(
        unit in chart.common_line(boundary.source_unit, boundary.target_unit) for unit in own
    )
    return sides[0] if len(sides) == 1 and not above else ""


RULE = Rule(
    code="HND206",
    name="one-sided-coordinator",
    theme="silos",
    title=Words("Koordinator fra én side", "Coordinator from one side"),
    why=Words(
        "Den som koordinerer mellom to enheter, hører ofte til den ene. Det går lettere når det "
        "finnes en rutine begge er enige om. Regelen ser bare hvor koordinatoren hører til.",
        "Whoever coordinates between two units often belongs to one of them. That is easier with "
        "a routine that both agree on. The rule sees only where the coordinator belongs.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "de ansvarlige for koordinering mellom ulike linjer ofte prioriterer egen linje først",
            Words(
                "Koordinatoren hører til en enhet når vedkommende leder den eller har stillingen "
                "sin der. Målet er vårt.",
                "A coordinator belongs to a unit where they manage it or have their position in "
                "it. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="one-sided",
            when=Words(
                "Koordinatoren hører til én av de to enhetene, og ingen rutine er oppgitt.",
                "The coordinator belongs to one of the two units, and no routine is stated.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Nr. {numbers}: Den som koordinerer mellom {a} og {b} i «{p}», hører til {u}.",
                "Hva er {a} og {b} enige om når det haster for begge?",
            ),
            en=FindingText(
                "Nos. {numbers}: Whoever coordinates between {a} and {b} in “{p}” belongs to {u}.",
                "What do {a} and {b} agree on when it is urgent for both?",
            ),
            nb_one=FindingText(
                "Nr. {numbers}: Den som koordinerer mellom {a} og {b} i «{p}», hører til {u}.",
                "Hva er {a} og {b} enige om når det haster for begge?",
            ),
            en_one=FindingText(
                "No. {numbers}: Whoever coordinates between {a} and {b} in “{p}” belongs to {u}.",
                "What do {a} and {b} agree on when it is urgent for both?",
            ),
        ),
    ),
    check=check,
)
