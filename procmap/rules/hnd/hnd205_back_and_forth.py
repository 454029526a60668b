"""HND205: work that goes to another unit and comes back."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.graph.figures.returns import Return, find_returns, find_stays
from procmap.labels import Words
from procmap.model import Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and ordered pair of parties, with its shortest path."""
    analysis = context.analysis
    stays = find_stays(analysis.successions)
    for process in context.processes:
        handoffs = analysis.handoffs_by_process.get(process.ref, ())
        for found in find_returns(handoffs, stays):
            yield _build(process, found, options)


def _build(process: Process, found: Return, options: Options) -> Finding:
    persons = "person" in (found.party.kind, found.other.kind)
    path = _find_path(found)
    flows = dict.fromkeys((found.out.flow, found.back.flow))
    steps = (found.out.source, *found.stay, found.back.target)
    return RULE.finding(
        "between-persons" if persons else "between-units",
        options,
        elements=(process.ref, *flows),
        parameters={
            "p": process.label,
            # Names of persons stay out of messages, and out of what is saved with them.
            "a": "" if persons else found.party.name,
            "b": "" if persons else found.other.name,
            "i": found.out.number,
        },
        evidence=(
            Evidence("path", path),
            Evidence("figure", label="steps on the way", value=len(steps)),
        ),
        subject=(found.party.key, found.other.key),
        assumed=found.out.assumed or found.back.assumed,
    )


def _find_path(found: Return) -> tuple[ElementRef, ...]:
    """Nodes and flows of both hand-offs, and the steps between them."""
    return (*found.out.path, *found.stay[1:], *found.back.path[1:])


RULE = Rule(
    code="HND205",
    name="back-and-forth",
    theme="silos",
    title=Words("Fram og tilbake", "Back and forth"),
    why=Words(
        "Når en sak går til en annen enhet og kommer tilbake, er det ofte noe som kunne vært "
        "klart første gang. Noen ganger er det meningen, som ved en kontroll; derfor er funnet "
        "til orientering.",
        "Where work goes to another unit and comes back, something could often have been ready "
        "the first time. Sometimes it is meant to, as with a check; so the finding is for "
        "information.",
    ),
    sources=(
        Source(
            "P",
            "",
            "bruker mer tid på interne overleveringer, dokumentasjon og møter enn på å sette "
            "innbyggeren i sentrum",
            Words(
                "Fram og tilbake er A→B→A: arbeidet går fra A til B, blir hos B en stund, og går "
                "til A igjen. Målet er vårt.",
                "Back and forth is A→B→A: work goes from A to B, stays with B for a while, and "
                "goes to A again. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="between-units",
            when=Words(
                "Arbeidet går fra en enhet til en annen og tilbake.",
                "Work goes from one unit to another and back.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Saken går fra {a} til {b} og tilbake.", "Hva må være klart første gang?"
            ),
            en=FindingText(
                "The case goes from {a} to {b} and back.", "What must be ready the first time?"
            ),
        ),
        Case(
            name="between-persons",
            when=Words(
                "Analysen er på personnivå, og arbeidet går fra en person til en annen og "
                "tilbake. Navn vises ikke.",
                "The analysis is at the level of persons, and work goes from one to another and "
                "back. Names are not shown.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Saken går fra én navngitt person til en annen og tilbake.",
                "Hva må være klart første gang?",
            ),
            en=FindingText(
                "The case goes from one named person to another and back.",
                "What must be ready the first time?",
            ),
        ),
    ),
    check=check,
)
