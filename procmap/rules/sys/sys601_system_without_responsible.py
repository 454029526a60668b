"""SYS601: a system that nobody answers for, or that line and IT both do."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, FlowNode, Process, System, fold
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each system of the register that work is done in."""
    used = _find_uses(context)
    for system in sorted(context.landscape.systems, key=lambda s: (fold(s.name), s.name)):
        case = _find_case(system)
        uses = used.get(fold(system.name), ())
        if not case or not uses:
            continue
        processes = context.by_label({process.ref: process for process, _ in uses}.values())
        steps = tuple(step.ref for step in context.by_label(step for _, step in uses))
        yield RULE.finding(
            case,
            options,
            elements=(*(process.ref for process in processes), *steps),
            parameters={"y": system.name, "k": len(steps), "n": len(processes)},
            evidence=(
                Evidence("register", label="system"),
                Evidence("element", steps, label="steps"),
            ),
            subject=("system", fold(system.name)),
            count=len(steps),
            location=next(
                (f.origin for f in (system.responsible, system.line) if f.origin is not None), None
            ),
        )


def _find_uses(context: Context) -> dict[str, tuple[tuple[Process, FlowNode], ...]]:
    found: dict[str, list[tuple[Process, FlowNode]]] = {}
    for process in context.processes:
        for step in process.steps:
            if step.system.value is not None:
                found.setdefault(fold(step.system.value), []).append((process, step))
    return {name: tuple(uses) for name, uses in found.items()}


def _find_case(system: System) -> str:
    facts = (system.responsible, system.line, system.technical)
    if system.line.is_stated and system.technical.is_stated:
        is_settled = system.decides.state in (FactState.STATED, FactState.NOT_APPLICABLE)
        return "" if is_settled else "line-and-technical"
    if any(fact.is_stated for fact in facts):
        return ""
    if any(fact.is_absent for fact in facts):
        return "absent"
    return "unknown" if any(fact.is_unknown for fact in facts) else ""


RULE = Rule(
    code="SYS601",
    name="system-without-responsible",
    theme="ownership",
    title=Words("System uten én ansvarlig", "System without one responsible"),
    why=Words(
        "Systemansvar går ofte over fra fagavdelingen til IT, og da er det lett at noe faller "
        "mellom, eller at begge tror de bestemmer. Regelen ser bare systemer som registeret sier "
        "at steg gjøres i. At ingen er registrert, gir ikke noe funn.",
        "Responsibility for systems often moves from the line to IT, and then something easily "
        "falls between, or both believe that they decide. The rule sees only systems that the "
        "register says steps are done in. That nobody is recorded gives no finding.",
    ),
    sources=(
        Source(
            "R",
            "9",
            "systemansvaret ofte overføres fra fagavdelingen til IT-avdelingen",
            Words(
                "Er begge oppgitt, spør vi hvem som avgjør hva.",
                "Where both are stated, we ask who decides what.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at systemet ikke har en ansvarlig, og ingen er oppgitt.",
                "Somebody said that nobody answers for the system, and nobody is stated.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Ingen svarer for «{y}», som {k} steg i {n} prosesser gjøres i.",
                "Hvem ringer dere når «{y}» må endres?",
            ),
            en=FindingText(
                "Nobody answers for “{y}”, in which {k} steps of {n} processes are done.",
                "Whom do you call when “{y}” has to change?",
            ),
            nb_one=FindingText(
                "Ingen svarer for «{y}», som ett steg gjøres i.",
                "Hvem ringer dere når «{y}» må endres?",
            ),
            en_one=FindingText(
                "Nobody answers for “{y}”, in which one step is done.",
                "Whom do you call when “{y}” has to change?",
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvem som svarer for systemet.",
                "Those who were asked do not know who answers for the system.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "De som er spurt, vet ikke hvem som svarer for «{y}».",
                "Hvem ringer dere når «{y}» må endres?",
            ),
            en=FindingText(
                "Those who were asked do not know who answers for “{y}”.",
                "Whom do you call when “{y}” has to change?",
            ),
        ),
        Case(
            name="line-and-technical",
            when=Words(
                "Både linjen og IT har en ansvarlig, og hvem som avgjør hva, er ikke oppgitt.",
                "Line and IT both have somebody responsible, and who decides what is not stated.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText("Både linjen og IT svarer for «{y}».", "Hvem avgjør hva?"),
            en=FindingText("Both line and IT answer for “{y}”.", "Who decides what?"),
        ),
    ),
    check=check,
)
