"""UND405: a process that is neither core, support nor management, as far as anybody said."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process, once somebody has begun to classify."""
    has_begun = any(process.kind.is_recorded for process in context.landscape.processes)
    for process in context.processes:
        kind = process.kind
        if context.is_outside(process):
            continue
        if kind.is_absent:
            case = "absent"
        elif kind.is_unknown:
            case = "unknown"
        elif not kind.is_recorded and has_begun:
            case = "not-recorded"
        else:
            continue
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={"p": process.label},
            evidence=(Evidence("register", (process.ref,), label=kind.state.value),),
            location=kind.origin,
        )


_QUESTION_NB = "Leverer «{p}» til innbyggeren, til kolleger, eller til ledelsen?"
_QUESTION_EN = "Does “{p}” deliver to the resident, to colleagues, or to management?"

RULE = Rule(
    code="UND405",
    name="unclassified-process",
    theme="understanding",
    title=Words("Prosess uten type", "Process without a type"),
    why=Words(
        "Hovedprosesser, støtteprosesser og ledelsesprosesser trenger ulike eiere og ulike mål. "
        "Regelen spør først når noen har begynt å dele dem inn.",
        "Core, support and management processes need different owners and different goals. The "
        "rule asks only once somebody has begun to classify them.",
    ),
    sources=(
        Source(
            "S",
            "2.2",
            "hovedprosesser, støtteprosesser og ansvarlige for prosessene identifiseres",
            Words(
                "Ledelsesprosesser er lagt til fra praksis.",
                "Management processes are added from practice.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at prosessen ikke hører til noen type.",
                "Somebody said that the process is of no type.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText("«{p}» hører ikke til noen type prosess.", _QUESTION_NB),
            en=FindingText("“{p}” belongs to no type of process.", _QUESTION_EN),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvilken type det er.",
                "Those who were asked do not know which type it is.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "De som er spurt, vet ikke hvilken type prosess «{p}» er.", _QUESTION_NB
            ),
            en=FindingText(
                "Those who were asked do not know which type of process “{p}” is.", _QUESTION_EN
            ),
        ),
        Case(
            name="not-recorded",
            when=Words(
                "Ingen har registrert typen, men andre prosesser har en.",
                "Nobody has recorded the type, but other processes have one.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("Vi vet ikke ennå hvilken type prosess «{p}» er.", _QUESTION_NB),
            en=FindingText("We do not know yet which type of process “{p}” is.", _QUESTION_EN),
            open=True,
        ),
    ),
    check=check,
)
