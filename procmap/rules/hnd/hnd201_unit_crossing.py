"""HND201: the plain fact that a process goes from one unit to another."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import CrossingPoint
from procmap.rules.context import Context
from procmap.rules.hnd.numbers import join_numbers
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and ordered pair of units, with its crossing points."""
    for process in context.processes:
        pairs: dict[tuple[str, str], list[CrossingPoint]] = {}
        for crossing in context.crossings(process):
            pair = (crossing.source_unit.key, crossing.target_unit.key)
            pairs.setdefault(pair, []).append(crossing)
        for pair, found in pairs.items():
            crossings = sorted(found, key=lambda crossing: (crossing.number, crossing.key))
            flows = tuple(dict.fromkeys(crossing.flow for crossing in crossings))
            yield RULE.finding(
                "crossing",
                options,
                elements=(process.ref, *flows),
                parameters={
                    "p": process.label,
                    "a": crossings[0].source_unit.name,
                    "b": crossings[0].target_unit.name,
                    "i": crossings[0].number,
                    "n": len(crossings),
                    "numbers": join_numbers(crossings),
                },
                evidence=(
                    Evidence("element", flows),
                    Evidence("figure", label="crossing points", value=len(crossings)),
                ),
                subject=pair,
                count=len(crossings),
                assumed=any(crossing.assumed for crossing in crossings),
            )


RULE = Rule(
    code="HND201",
    name="unit-crossing",
    theme="silos",
    title=Words("Arbeidet går til en annen enhet", "Work goes to another unit"),
    why=Words(
        "At arbeid går på tvers av enheter, er i seg selv bra: slik løses det meste i en "
        "kommune. Regelen gjør det synlig, med numrene fra kartet, så dere kan snakke om hver "
        "overlevering.",
        "That work crosses units is good in itself: most things in a municipality are solved that "
        "way. The rule makes it visible, with the numbers on the map, so that each hand-off can "
        "be talked about.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "disse prosessene går på tvers av de administrative inndelingene",
            Words(
                "En overlevering er et steg der neste steg gjøres av en annen enhet. Ordet og "
                "målet er våre; studien teller ikke.",
                "A hand-off is a step whose next step is done by another unit. The word and the "
                "measure are ours; the study does not count.",
            ),
        ),
    ),
    cases=(
        Case(
            name="crossing",
            when=Words(
                "Prosessen går fra en enhet til en annen minst én gang.",
                "The process goes from one unit to another at least once.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Nr. {numbers}: «{p}» går fra {a} til {b} {n} steder.",
                "Hva må {b} få med seg for å kunne gå videre?",
            ),
            en=FindingText(
                "Nos. {numbers}: “{p}” goes from {a} to {b} in {n} places.",
                "What does {b} need to receive to be able to go on?",
            ),
            nb_one=FindingText(
                "Nr. {numbers}: «{p}» går fra {a} til {b}.",
                "Hva må {b} få med seg for å kunne gå videre?",
            ),
            en_one=FindingText(
                "No. {numbers}: “{p}” goes from {a} to {b}.",
                "What does {b} need to receive to be able to go on?",
            ),
        ),
    ),
    check=check,
)
