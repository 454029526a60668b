"""OWN109: steps that nobody is assigned to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
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


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process: some steps without a performer, or none with one."""
    for process in context.processes:
        steps = [node for node in process.steps if node.type not in _EXEMPT]
        missing = context.by_label(step for step in steps if not context.is_assigned(step))
        if not missing:
            continue
        refs = tuple(step.ref for step in missing)
        some_are = len(missing) < len(steps)
        yield RULE.finding(
            "some-steps" if some_are else "no-step",
            options,
            elements=(process.ref, *refs) if some_are else (process.ref,),
            parameters={"p": process.label, "k": len(missing), "s": missing[0].label},
            evidence=(
                Evidence("element", refs),
                Evidence(
                    "figure", label="steps without performer", value=len(missing), limit=len(steps)
                ),
            ),
            count=len(missing),
        )


RULE = Rule(
    code="OWN109",
    name="step-without-performer",
    theme="ownership",
    title=Words("Steg uten utfører", "Step without a performer"),
    why=Words(
        "Når tegningen sier hvem som gjør de andre stegene, er et steg uten utfører enten glemt "
        "eller noe ingen regner som sitt. Sier tegningen ingenting om noen av stegene, er det "
        "bare ikke registrert. Oppgaver som en maskin gjør, delprosesser og kall er unntatt.",
        "Where the drawing says who does the other steps, a step without a performer is either "
        "forgotten or something nobody counts as theirs. Where the drawing says nothing about any "
        "step, it is merely not recorded. What a machine does, sub-processes and calls are exempt.",
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
