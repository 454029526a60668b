"""GAP305: a unit whose steps have no flow to or from those of the others."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process, Unit
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and unit that no crossing point touches."""
    touched = _find_touched(context)
    for process in context.processes:
        units = context.units(process)
        if len(units) < 2 or not process.sequence_flows or process.ref in context.analysis.withheld:
            continue
        for unit in units:
            if (process.ref, unit.key) in touched:
                continue
            steps = _find_steps(context, process, unit)
            yield RULE.finding(
                "isolated",
                options,
                elements=(process.ref, *steps),
                parameters={"p": process.label, "u": unit.name, "k": len(steps), "n": len(units)},
                evidence=(Evidence("element", steps),),
                subject=(unit.key,),
                count=len(steps),
                assumed=unit.assumed,
            )


def _find_touched(context: Context) -> frozenset[tuple[ElementRef, str]]:
    """Process and unit key at both ends of every crossing point, outward ones included."""
    drawn_in = {node.ref: process.ref for process in context.processes for node in process.nodes}
    pools = {
        pool.ref: pool.process
        for document in context.landscape.documents
        for pool in document.participants
    }
    messages = {flow.ref: flow for flow in context.landscape.message_flows}
    touched: set[tuple[ElementRef, str]] = set()
    for crossing in context.analysis.crossings:
        processes = {crossing.process}
        message = messages.get(crossing.flow)
        for end in (message.source, message.target) if message is not None else ():
            process = drawn_in.get(end) or pools.get(end) if end is not None else None
            if process is not None:
                processes.add(process)
        for unit in (crossing.source_unit, crossing.target_unit):
            for key in (unit.key, *unit.one_of):
                touched.update((process, key) for process in processes)
    return frozenset(touched)


def _find_steps(context: Context, process: Process, unit: Unit) -> tuple[ElementRef, ...]:
    places = context.analysis.places
    found = (
        step
        for step in process.steps
        if (place := places.get(step.ref)) is not None
        and place.unit is not None
        and place.unit.key == unit.key
    )
    return tuple(step.ref for step in context.by_label(found))


RULE = Rule(
    code="GAP305",
    name="isolated-unit",
    theme="silos",
    title=Words("Enhet uten kobling til de andre", "Unit without a link to the others"),
    why=Words(
        "Når en enhet står på tegningen, men ingen flyt går dit eller derfra, er det uklart "
        "hvordan den vet at den skal i gang. Ofte mangler bare en pil. Regelen ser bare flyten "
        "som er tegnet.",
        "Where a unit is on the drawing but no flow goes to or from it, it is unclear how it knows "
        "when to begin. Often only an arrow is missing. The rule sees only the flow that is drawn.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "hver avdeling i kommunene i stor grad har fokus på sine egne oppgaver",
            Words(
                "Steg som ikke henger sammen med de andre enhetenes, er et spor av det i "
                "modellen. Målet er vårt.",
                "Steps that do not hang together with those of other units are a trace of that in "
                "the model. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="isolated",
            when=Words(
                "Flere enheter deltar, og ingen flyt går til eller fra én av dem.",
                "Several units take part, and no flow goes to or from one of them.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} steg hos {u} i «{p}» har ingen flyt til eller fra de andre enhetene.",
                "Hvordan vet {u} at det er deres tur, og hvem venter på dem?",
            ),
            en=FindingText(
                "{k} steps of {u} in “{p}” have no flow to or from the other units.",
                "How does {u} know that it is their turn, and who waits for them?",
            ),
            nb_one=FindingText(
                "Ett steg hos {u} i «{p}» har ingen flyt til eller fra de andre enhetene.",
                "Hvordan vet {u} at det er deres tur, og hvem venter på dem?",
            ),
            en_one=FindingText(
                "One step of {u} in “{p}” has no flow to or from the other units.",
                "How does {u} know that it is their turn, and who waits for them?",
            ),
        ),
    ),
    check=check,
)
