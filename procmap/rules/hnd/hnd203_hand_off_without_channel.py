"""HND203: a crossing point with neither a routine nor a channel."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import CrossingPoint, Process
from procmap.rules.context import Context
from procmap.rules.hnd.pairs import build_evidence, build_parameters, find_flows
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each crossing point said to have neither, one question for the rest."""
    for process in context.processes:
        open_: list[CrossingPoint] = []
        for crossing in context.crossings(process):
            boundary = crossing.boundary
            if boundary is not None and boundary.routine.is_absent and boundary.channel.is_absent:
                yield _build_absent(process, crossing, options)
            elif _is_open(crossing):
                open_.append(crossing)
        if open_:
            yield _build_question(process, open_, options)


def _is_open(crossing: CrossingPoint) -> bool:
    """Whether nobody has said how the receiver learns of it.

    A drawn message says so itself, and an informal channel is a rule of its own.
    """
    boundary = crossing.boundary
    if crossing.medium == "message" or crossing.routine != "undetermined":
        return False
    return boundary is None or boundary.channel.value != "informal"


def _build_absent(process: Process, crossing: CrossingPoint, options: Options) -> Finding:
    return RULE.finding(
        "no-channel",
        options,
        elements=(crossing.flow, process.ref),
        parameters=build_parameters(process, (crossing,)),
        evidence=(
            Evidence("element", (crossing.flow,)),
            Evidence("register", (process.ref,), label="boundary"),
        ),
        subject=(crossing.key,),
        assumed=crossing.assumed,
    )


def _build_question(process: Process, open_: list[CrossingPoint], options: Options) -> Finding:
    crossings = tuple(sorted(open_, key=lambda crossing: (crossing.number, crossing.key)))
    return RULE.finding(
        "not-recorded",
        options,
        elements=(process.ref, *find_flows(crossings)),
        parameters=build_parameters(process, crossings),
        evidence=build_evidence(crossings, label="crossing points not clarified"),
        subject=("not-recorded",),
        count=len(crossings),
    )


RULE = Rule(
    code="HND203",
    name="hand-off-without-channel",
    theme="silos",
    title=Words("Overlevering uten rutine eller kanal", "Hand-off without routine or channel"),
    why=Words(
        "Den som skal ta over, må få vite at det er deres tur. En rutine eller en kanal er nok; "
        "regelen sier ikke hvilken som er best. Har ingen sagt noe om det, stiller den bare ett "
        "spørsmål for hele prosessen.",
        "Whoever is to take over must learn that it is their turn. A routine or a channel is "
        "enough; the rule does not say which is best. Where nobody has said anything about it, it "
        "only asks one question for the whole process.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "etablere en effektiv kommunikasjonskanal",
            Words(
                "En kanal er måten mottakeren får beskjed på: et system, en e-post, et møte.",
                "A channel is how the receiver learns of it: a system, an e-mail, a meeting.",
            ),
        ),
        Source(
            "S",
            "4.3",
            "fravær av spesifikke rutiner for organisering i kommunen",
            Words(
                "En rutine mellom to enheter teller like mye som en kanal.",
                "A routine between two units counts as much as a channel.",
            ),
        ),
    ),
    cases=(
        Case(
            name="no-channel",
            when=Words(
                "Registeret sier at det verken finnes rutine eller kanal mellom enhetene.",
                "The register says that there is neither routine nor channel between the units.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Nr. {i}: Det er ikke beskrevet hvordan {b} får beskjed.",
                "Hvordan vet {b} at det er deres tur?",
            ),
            en=FindingText(
                "No. {i}: It is not described how {b} is told.",
                "How does {b} know that it is their turn?",
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Rutine eller kanal er ikke registrert: ett spørsmål for hele prosessen.",
                "Routine or channel is not recorded: one question for the whole process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvordan mottakeren får beskjed ved {n} overleveringer i «{p}» "
                "(nr. {numbers}).",
                "Hvordan vet den neste at det er deres tur?",
            ),
            en=FindingText(
                "We do not know yet how the receiver is told at {n} hand-offs in “{p}” "
                "(nos. {numbers}).",
                "How does the next one know that it is their turn?",
            ),
            nb_one=FindingText(
                "Nr. {i}: Vi vet ikke ennå hvordan {b} får beskjed når «{p}» kommer fra {a}.",
                "Hvordan vet {b} at det er deres tur?",
            ),
            en_one=FindingText(
                "No. {i}: We do not know yet how {b} is told when “{p}” comes from {a}.",
                "How does {b} know that it is their turn?",
            ),
            open=True,
        ),
    ),
    check=check,
)
