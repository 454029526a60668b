"""OWN109: steps that nobody is assigned to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, FlowNode, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]

# Machines do service, script and rule tasks; a container or a call is performed by what it holds.
_EXEMPT: Final = frozenset(
    {
        "serviceTask",
        "scriptTask",
        "businessRuleTask",
        "subProcess",
        "transaction",
        "adHocSubProcess",
        "callActivity",
        "callChoreography",
        "choreographyTask",
        "subChoreography",
    }
)
_ANSWERED: Final = {FactState.ABSENT: "nobody", FactState.UNKNOWN: "unknown"}


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process and case: nobody does it, nobody knows, or nothing is said."""
    for process in context.processes:
        steps = [node for node in process.steps if node.type not in _EXEMPT]
        steps = [step for step in steps if not step.performer_answer.is_not_applicable]
        found: dict[str, list[FlowNode]] = {}
        for step in context.by_label(steps):
            if not context.is_assigned(step):
                found.setdefault(_ANSWERED.get(step.performer_answer.state, ""), []).append(step)
        for case, missing in sorted(found.items()):
            yield _build(process, case, missing, steps, options=options)


def _build(
    process: Process,
    case: str,
    missing: Sequence[FlowNode],
    steps: Sequence[FlowNode],
    *,
    options: Options,
) -> Finding:
    refs = tuple(step.ref for step in missing)
    # Where nothing is said of any step, the drawing is one that says nothing.
    is_silent = not case and len(missing) == len(steps)
    return RULE.finding(
        case or ("no-step" if is_silent else "some-steps"),
        options,
        elements=(process.ref,) if is_silent else (process.ref, *refs),
        parameters={"p": process.label, "k": len(missing), "s": missing[0].label},
        evidence=(
            Evidence("element", refs),
            Evidence(
                "figure", label="steps without performer", value=len(missing), limit=len(steps)
            ),
        ),
        subject=(case,) if case else (),
        count=len(missing),
        location=missing[0].performer_answer.origin,
    )


RULE = Rule(
    code="OWN109",
    name="step-without-performer",
    theme="ownership",
    title=Words("Steg uten utfører", "Step without a performer"),
    why=Words(
        "Når tegningen sier hvem som gjør de andre stegene, er et steg uten utfører enten glemt "
        "eller noe ingen regner som sitt. Sier tegningen ingenting om noen av stegene, er det "
        "bare ikke registrert. Svarer registeret «nei, ingen» eller «vet ikke» på hvem som gjør et "
        "steg, går det foran svømmebanen steget er tegnet i; «ikke relevant» spør regelen ikke om. "
        "Oppgaver som en maskin gjør, delprosesser og kall er unntatt.",
        "Where the drawing says who does the other steps, a step without a performer is either "
        "forgotten or something nobody counts as theirs. Where the drawing says nothing about any "
        "step, it is merely not recorded. Where the register answers “none” or “unknown” to who "
        "does a step, that goes before the lane it is drawn in; “not applicable” is not asked "
        "about. What a machine does, sub-processes and calls are exempt.",
    ),
    sources=(
        Source(
            "S",
            "6",
            "forstår sine roller i lys av prosessen som helhet",
            Words(
                "Den som skal forstå rollen sin i prosessen, må kunne finne den der.",
                "Whoever is to understand their role in the process must be able to find it there.",
            ),
        ),
    ),
    cases=(
        Case(
            name="nobody",
            when=Words(
                "Registeret svarer at ingen gjør steget.",
                "The register answers that nobody does the step.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Ingen gjør {k} av stegene i «{p}», blant dem «{s}».",
                "Hvem bør gjøre disse stegene, eller trengs de ikke?",
            ),
            en=FindingText(
                "Nobody does {k} of the steps in “{p}”, “{s}” among them.",
                "Who should do these steps, or are they not needed?",
            ),
            nb_one=FindingText(
                "Ingen gjør «{s}» i «{p}».",
                "Hvem bør gjøre dette steget, eller trengs det ikke?",
            ),
            en_one=FindingText(
                "Nobody does “{s}” in “{p}”.",
                "Who should do this step, or is it not needed?",
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "Noen er spurt om hvem som gjør steget, og vet det ikke.",
                "Somebody was asked who does the step, and does not know.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "De som er spurt, vet ikke hvem som gjør {k} av stegene i «{p}», blant dem «{s}».",
                "Hvem kan vite hvem som gjør disse stegene?",
            ),
            en=FindingText(
                "Those who were asked do not know who does {k} of the steps in “{p}”, “{s}” among "
                "them.",
                "Who may know who does these steps?",
            ),
            nb_one=FindingText(
                "De som er spurt, vet ikke hvem som gjør «{s}» i «{p}».",
                "Hvem kan vite hvem som gjør dette steget?",
            ),
            en_one=FindingText(
                "Those who were asked do not know who does “{s}” in “{p}”.",
                "Who may know who does this step?",
            ),
        ),
        Case(
            name="some-steps",
            when=Words(
                "Noen steg i prosessen har en utfører, andre ikke.",
                "Some steps of the process have a performer, others do not.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Det står ikke hvem som gjør {k} av stegene i «{p}», blant dem «{s}».",
                "Hvem gjør disse stegene i dag?",
            ),
            en=FindingText(
                "It does not say who does {k} of the steps in “{p}”, “{s}” among them.",
                "Who does these steps today?",
            ),
            nb_one=FindingText(
                "Det står ikke hvem som gjør «{s}» i «{p}».",
                "Hvem gjør dette steget i dag?",
            ),
            en_one=FindingText(
                "It does not say who does “{s}” in “{p}”.",
                "Who does this step today?",
            ),
        ),
        Case(
            name="no-step",
            when=Words(
                "Ingen steg i prosessen har en utfører.", "No step of the process has a performer."
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hvem som utfører stegene i «{p}».",
                "Hvem gjør hva i «{p}»?",
            ),
            en=FindingText(
                "We do not know yet who performs the steps of “{p}”.",
                "Who does what in “{p}”?",
            ),
            nb_one=FindingText(
                "Vi vet ikke ennå hvem som utfører «{s}» i «{p}».",
                "Hvem gjør dette steget i dag?",
            ),
            en_one=FindingText(
                "We do not know yet who performs “{s}” in “{p}”.",
                "Who does this step today?",
            ),
            open=True,
        ),
    ),
    check=check,
)
