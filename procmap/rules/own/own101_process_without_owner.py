"""OWN101: a process that nobody owns, or of which nobody has said who does."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process of ours without a stated owner."""
    for process in context.processes:
        state = context.owner_state(process)
        if state in (FactState.STATED, FactState.NOT_APPLICABLE) or context.is_outside(process):
            continue
        case, units = _find_case(context, process, state)
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={"p": process.label, "n": units},
            evidence=(
                Evidence("register", (process.ref,), label=state.value),
                Evidence("figure", label="units", value=units),
            ),
            location=process.ownership.origin,
        )


def _find_case(context: Context, process: Process, state: FactState) -> tuple[str, int]:
    taking_part = len(context.units(process))
    stated = len(context.stated_units(process))
    if state is FactState.NOT_RECORDED:
        return "not-recorded", taking_part
    if state is FactState.UNKNOWN:
        return "unknown", taking_part
    if stated > 1:
        return "absent-across-units", stated
    return ("absent-across-assumed-units" if taking_part > 1 else "absent"), taking_part


RULE = Rule(
    code="OWN101",
    name="process-without-owner",
    theme="ownership",
    title=Words("Prosess uten eier", "Process without an owner"),
    why=Words(
        "Når ingen har ansvar for helheten, avgjør hver enhet for sin del. At ingen har skrevet "
        "opp en eier, er ikke det samme som at det ikke finnes en: da stiller regelen bare et "
        "spørsmål.",
        "Where nobody is responsible for the whole, each unit decides for its own part. That "
        "nobody has written an owner down does not mean that there is none: then the rule only "
        "asks.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "det er ikke definert prosesseiere",
            Words(
                "En prosesseier er den som har ansvar for hele prosessen, også der den går "
                "gjennom andre enheter enn eierens egen.",
                "A process owner is whoever is responsible for the whole process, also where it "
                "runs through other units than the owner's own.",
            ),
        ),
        Source(
            "S",
            "5",
            "det ikke er noen som har helhetsansvar for ytelsen til arbeidsprosessene",
            Words(
                "Det haster mest der prosessen går gjennom flere enheter.",
                "It is most urgent where the process runs through several units.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent-across-units",
            when=Words(
                "Noen har sagt at det ikke finnes en eier, og minst to enheter deltar.",
                "Somebody said that there is no owner, and at least two units take part.",
            ),
            severity=Severity.CLARIFY_FIRST,
            nb=FindingText(
                "Ingen har ansvar for helheten i «{p}», som går gjennom {n} enheter.",
                "Hvem bør kunne bestemme på tvers, og hva må til?",
            ),
            en=FindingText(
                "Nobody is responsible for the whole of “{p}”, which runs through {n} units.",
                "Who should be able to decide across units, and what would it take?",
            ),
        ),
        Case(
            name="absent-across-assumed-units",
            when=Words(
                "Noen har sagt at det ikke finnes en eier; at flere enheter deltar, er antatt ut "
                "fra tegningen.",
                "Somebody said that there is no owner; that several units take part is assumed "
                "from the drawing.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Ingen har ansvar for helheten i «{p}», som ser ut til å gå gjennom {n} enheter.",
                "Hvem bør kunne bestemme på tvers, og hva må til?",
            ),
            en=FindingText(
                "Nobody is responsible for the whole of “{p}”, which seems to run through "
                "{n} units.",
                "Who should be able to decide across units, and what would it take?",
            ),
        ),
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at det ikke finnes en eier.",
                "Somebody said that there is no owner.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Ingen har ansvar for helheten i «{p}».",
                "Hvem bør ha det, og hva må til?",
            ),
            en=FindingText(
                "Nobody is responsible for the whole of “{p}”.",
                "Who should be, and what would it take?",
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvem som eier prosessen.",
                "Those who were asked do not know who owns the process.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "De som er spurt, vet ikke hvem som eier «{p}».",
                "Hvem ringer dere når «{p}» ikke fungerer?",
            ),
            en=FindingText(
                "Those who were asked do not know who owns “{p}”.",
                "Whom do you call when “{p}” does not work?",
            ),
        ),
        Case(
            name="not-recorded",
            when=Words("Ingen har registrert en eier.", "Nobody has recorded an owner."),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvem som eier «{p}».",
                "Hvem ringer dere når «{p}» ikke fungerer?",
            ),
            en=FindingText(
                "We do not know yet who owns “{p}”.",
                "Whom do you call when “{p}” does not work?",
            ),
            open=True,
        ),
    ),
    check=check,
)
