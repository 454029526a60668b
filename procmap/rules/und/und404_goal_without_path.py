"""UND404: a goal that nobody has said how to reach."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Goal, Process, fold
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process: goals said to have no path, else those nobody has said."""
    for process in context.processes:
        case, goals = _find_case(process)
        if not goals or context.is_outside(process):
            continue
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={
                "p": process.label,
                "k": len(goals),
                "n": len(process.goals.or_none or ()),
                "l": min((goal.name for goal in goals), key=fold),
            },
            evidence=(
                Evidence("register", (process.ref,), label="goals"),
                Evidence(
                    "figure",
                    label="goals",
                    value=len(goals),
                    limit=len(process.goals.or_none or ()),
                ),
            ),
            count=len(goals),
            location=process.goals.origin,
        )


def _find_case(process: Process) -> tuple[str, list[Goal]]:
    goals = process.goals.or_none or ()
    refused = [goal for goal in goals if goal.path.is_absent]
    if refused:
        return "absent", refused
    unknown = [goal for goal in goals if goal.path.is_unknown]
    if unknown:
        return "unknown", unknown
    return "not-recorded", [goal for goal in goals if not goal.path.is_recorded]


RULE = Rule(
    code="UND404",
    name="goal-without-path",
    theme="understanding",
    title=Words("Mål uten vei dit", "Goal without a path"),
    why=Words(
        "Et mål sier hvor dere vil være. Noen må også ha sagt hva som er neste steg. Regelen ser "
        "bare om veien er oppgitt, og ikke om den er god.",
        "A goal says where you want to be. Somebody must also have said what the next step is. "
        "The rule sees only whether the path is stated, and not whether it is a good one.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "vi kartlegger ikke hvordan vi skal komme dit",
            Words(
                "Veien er planen, tiltaket eller neste steg mot målet. Informant 14 sier det.",
                "The path is the plan, the initiative or the next step towards the goal. "
                "Informant 14 says it.",
            ),
        ),
        Source(
            "S",
            "4.3",
            "de har et mål, men uten en klar plan for hvordan de skal nå det",
            Words(
                "En plan kan være kort. Regelen spør om den finnes.",
                "A plan may be short. The rule asks whether there is one.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at det ikke finnes en vei til målet.",
                "Somebody said that there is no path to the goal.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} av {n} mål for «{p}» har ingen plan for hvordan dere skal komme dit.",
                "Hva er neste steg mot hvert av dem, og hvem tar det?",
            ),
            en=FindingText(
                "{k} of {n} goals for “{p}” have no plan for how to get there.",
                "What is the next step towards each of them, and who takes it?",
            ),
            nb_one=FindingText(
                "Målet «{l}» for «{p}» har ingen plan for hvordan dere skal komme dit.",
                "Hva er neste steg, og hvem tar det?",
            ),
            en_one=FindingText(
                "The goal “{l}” for “{p}” has no plan for how to get there.",
                "What is the next step, and who takes it?",
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, kjenner ikke veien til målet.",
                "Those who were asked do not know the path to the goal.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "De som er spurt, vet ikke hvordan {k} mål for «{p}» skal nås.",
                "Hva er neste steg mot hvert av dem, og hvem tar det?",
            ),
            en=FindingText(
                "Those who were asked do not know how {k} goals for “{p}” are to be reached.",
                "What is the next step towards each of them, and who takes it?",
            ),
            nb_one=FindingText(
                "De som er spurt, vet ikke hvordan målet «{l}» for «{p}» skal nås.",
                "Hva er neste steg, og hvem tar det?",
            ),
            en_one=FindingText(
                "Those who were asked do not know how the goal “{l}” for “{p}” is to be reached.",
                "What is the next step, and who takes it?",
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Målet er oppgitt, men veien dit er ikke registrert: ett spørsmål for prosessen.",
                "The goal is stated, but the path is not recorded: one question for the process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvordan {k} mål for «{p}» skal nås.",
                "Hva er neste steg mot hvert av dem, og hvem tar det?",
            ),
            en=FindingText(
                "We do not know yet how {k} goals for “{p}” are to be reached.",
                "What is the next step towards each of them, and who takes it?",
            ),
            nb_one=FindingText(
                "Vi vet ikke ennå hvordan målet «{l}» for «{p}» skal nås.",
                "Hva er neste steg, og hvem tar det?",
            ),
            en_one=FindingText(
                "We do not know yet how the goal “{l}” for “{p}” is to be reached.",
                "What is the next step, and who takes it?",
            ),
            open=True,
        ),
    ),
    check=check,
)
