"""HND202: a crossing point where nobody is responsible for both sides."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import CrossingPoint, Process
from procmap.rules.context import Context
from procmap.rules.hnd.numbers import join_numbers
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each ungoverned crossing point, and one question a process for the rest."""
    for process in context.processes:
        undetermined: list[CrossingPoint] = []
        for crossing in context.crossings(process):
            if crossing.governance == "no":
                yield _build_ungoverned(process, crossing, options)
            elif crossing.governance == "undetermined":
                undetermined.append(crossing)
        if undetermined:
            yield _build_question(process, undetermined, options)


def _build_ungoverned(process: Process, crossing: CrossingPoint, options: Options) -> Finding:
    return RULE.finding(
        "ungoverned",
        options,
        elements=(crossing.flow, process.ref),
        parameters={
            "p": process.label,
            "i": crossing.number,
            "a": crossing.source_unit.name,
            "b": crossing.target_unit.name,
        },
        evidence=(
            Evidence("element", (crossing.flow,)),
            Evidence("register", (process.ref,), label="governance"),
        ),
        subject=(crossing.key,),
        assumed=crossing.assumed,
        location=process.ownership.origin,
    )


def _build_question(
    process: Process, undetermined: list[CrossingPoint], options: Options
) -> Finding:
    crossings = sorted(undetermined, key=lambda crossing: (crossing.number, crossing.key))
    flows = tuple(dict.fromkeys(crossing.flow for crossing in crossings))
    return RULE.finding(
        "undetermined",
        options,
        elements=(process.ref, *flows),
        parameters={
            "p": process.label,
            "i": crossings[0].number,
            "a": crossings[0].source_unit.name,
            "b": crossings[0].target_unit.name,
            "n": len(crossings),
            "numbers": join_numbers(crossings),
        },
        evidence=(
            Evidence("element", flows),
            Evidence("figure", label="crossing points not clarified", value=len(crossings)),
        ),
        subject=("undetermined",),
        count=len(crossings),
    )


RULE = Rule(
    code="HND202",
    name="silo-hand-off",
    theme="silos",
    title=Words(
        "Overlevering uten noen med ansvar for begge sider",
        "Hand-off with nobody responsible for both sides",
    ),
    why=Words(
        "En overlevering er ikke et problem. Det som bør avklares, er overleveringer der ingen "
        "kan avgjøre når de to enhetene er uenige. En rutine eller en kanal mellom dem er et "
        "annet spørsmål, og telles for seg.",
        "A hand-off is no problem. What should be clarified is a hand-off where nobody can settle "
        "it when the two units disagree. A routine or a channel between them is another question, "
        "and is counted apart.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "det ikke finnes en utpekt ansvarlig for å fremme samarbeid på tvers",
            Words(
                "Noen har ansvar for begge sider når eieransvaret dekker begge og mandatet "
                "gjelder dem, eller når eieren leder noe som begge enhetene ligger under. "
                "Studien måler det ikke.",
                "Somebody is responsible for both sides where the ownership covers both and the "
                "mandate reaches them, or where the owner manages what both units lie under. The "
                "operationalisation is ours; the study does not measure it.",
            ),
        ),
    ),
    cases=(
        Case(
            name="ungoverned",
            when=Words(
                "Det som er oppgitt om eier, mandat og linje, dekker ikke begge sider.",
                "What is stated about owner, mandate and line does not cover both sides.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Nr. {i}: Ingen har ansvar for begge sider når «{p}» går fra {a} til {b}.",
                "Hvem avklarer når {a} og {b} er uenige?",
            ),
            en=FindingText(
                "No. {i}: Nobody is responsible for both sides when “{p}” goes from {a} to {b}.",
                "Who settles it when {a} and {b} disagree?",
            ),
        ),
        Case(
            name="undetermined",
            when=Words(
                "Eier, mandat eller linje er ikke registrert: ett spørsmål for hele prosessen.",
                "Owner, mandate or line is not recorded: one question for the whole process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå om noen har ansvar for begge sider ved {n} overleveringer i "
                "«{p}» (nr. {numbers}).",
                "Hvem avklarer når enhetene er uenige?",
            ),
            en=FindingText(
                "We do not know yet whether anybody is responsible for both sides of {n} "
                "hand-offs in “{p}” (nos. {numbers}).",
                "Who settles it when the units disagree?",
            ),
            nb_one=FindingText(
                "Nr. {i}: Vi vet ikke ennå om noen har ansvar for begge sider når «{p}» går fra "
                "{a} til {b}.",
                "Hvem avklarer når {a} og {b} er uenige?",
            ),
            en_one=FindingText(
                "No. {i}: We do not know yet whether anybody is responsible for both sides when "
                "“{p}” goes from {a} to {b}.",
                "Who settles it when {a} and {b} disagree?",
            ),
            open=True,
        ),
    ),
    check=check,
    consequence_of=("OWN101", "OWN102"),
)
