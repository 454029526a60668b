"""HND207: work that leaves the legal organisation, counted apart."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.hnd.pairs import build_evidence, build_parameters, find_flows, find_pairs
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and ordered pair of units in different organisations."""
    for process in context.processes:
        points = context.analysis.crossings_by_process.get(process.ref, ())
        outward = (point for point in points if point.between == "organisations")
        for pair, crossings in find_pairs(outward):
            yield RULE.finding(
                "outside",
                options,
                elements=(process.ref, *find_flows(crossings)),
                parameters=build_parameters(process, crossings),
                evidence=build_evidence(crossings, label="crossing points"),
                subject=pair,
                count=len(crossings),
                assumed=any(crossing.assumed for crossing in crossings),
            )


RULE = Rule(
    code="HND207",
    name="outside-hand-off",
    theme="silos",
    title=Words("Overlevering mellom organisasjoner", "Hand-off between organisations"),
    why=Words(
        "Mellom to organisasjoner finnes det ingen felles leder som kan avgjøre. Der gjelder det "
        "som er avtalt. Slike overleveringer telles for seg, og innbyggeren regnes ikke med.",
        "Between two organisations there is no common manager who can decide. What is agreed "
        "counts. Such hand-offs are counted apart, and the resident is not among them.",
    ),
    sources=(
        Source(
            "S",
            "2.2",
            "informasjon skal deles mellom institusjoner og kommuner",
            Words(
                "To enheter i ulike organisasjoner ligger ikke under noen felles leder.",
                "Two units in different organisations lie under no common manager.",
            ),
        ),
    ),
    cases=(
        Case(
            name="outside",
            when=Words(
                "Arbeidet går mellom enheter i to ulike organisasjoner.",
                "Work goes between units of two different organisations.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Nr. {numbers}: «{p}» går fra {a} til {b} i en annen organisasjon, {n} steder.",
                "Hva er avtalt mellom {a} og {b}, og hvem følger det opp?",
            ),
            en=FindingText(
                "Nos. {numbers}: “{p}” goes from {a} to {b} in another organisation, in {n} "
                "places.",
                "What is agreed between {a} and {b}, and who follows it up?",
            ),
            nb_one=FindingText(
                "Nr. {numbers}: «{p}» går fra {a} til {b} i en annen organisasjon.",
                "Hva er avtalt mellom {a} og {b}, og hvem følger det opp?",
            ),
            en_one=FindingText(
                "No. {numbers}: “{p}” goes from {a} to {b} in another organisation.",
                "What is agreed between {a} and {b}, and who follows it up?",
            ),
        ),
    ),
    check=check,
)
