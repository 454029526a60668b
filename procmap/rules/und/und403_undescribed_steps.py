"""UND403: steps without a description although others of the process have one."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FactState, FlowNode
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process: some steps without a description, or all."""
    # A drawing nobody has begun to describe is asked about once somebody describes the others.
    has_begun = context.has_begun and any(
        _is_described(step) for process in context.processes for step in process.steps
    )
    for process in context.processes:
        if not process.modelled or context.is_outside(process):
            continue
        steps = [step for step in process.steps if step.type != "callActivity"]
        missing = context.by_label(step for step in steps if not _is_described(step))
        some_are = len(missing) < len(steps)
        if not missing or not (some_are or has_begun):
            continue
        refs = tuple(step.ref for step in missing)
        yield RULE.finding(
            "some-steps" if some_are else "no-step",
            options,
            elements=(process.ref, *refs) if some_are else (process.ref,),
            parameters={
                "p": process.label,
                "k": len(missing),
                "n": len(steps),
                "s": missing[0].label,
            },
            evidence=(
                Evidence("element", refs),
                Evidence(
                    "figure",
                    label="steps without description",
                    value=len(missing),
                    limit=len(steps),
                ),
            ),
            count=len(missing),
        )


def _is_described(step: FlowNode) -> bool:
    """Whether file or register says what is done, or the register that no more is to be said."""
    said = step.description.state in (FactState.STATED, FactState.NOT_APPLICABLE)
    return said or bool(step.documentation.strip())


RULE = Rule(
    code="UND403",
    name="undescribed-steps",
    theme="understanding",
    title=Words("Steg uten beskrivelse", "Steps without a description"),
    why=Words(
        "Et navn på tre ord er ofte nok for den som gjør arbeidet, men ikke for den neste. "
        "Beskrivelser kan også stå i en rutine utenfor modellen, som regelen ikke ser. Derfor er "
        "funnet til orientering.",
        "A name of three words is often enough for whoever does the work, but not for the next. "
        "Descriptions may also stand in a routine outside the model, which the rule does not see. "
        "So the finding is for information.",
    ),
    sources=(
        Source(
            "S",
            "6",
            "det er lite forståelse for prosessene i deres helhet",
            Words(
                "Beskrivelsen av et steg er teksten som følger det i modellen eller registeret. "
                "Målet er vårt.",
                "The description of a step is the text that goes with it in model or register. "
                "The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="some-steps",
            when=Words(
                "Noen steg i prosessen er beskrevet, andre ikke.",
                "Some steps of the process are described, others are not.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} av {n} steg i «{p}» har ingen beskrivelse, blant dem «{s}».",
                "Hvilke av disse ville en nyansatt spurt om?",
            ),
            en=FindingText(
                "{k} of {n} steps in “{p}” have no description, “{s}” among them.",
                "Which of these would somebody new ask about?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» har ingen beskrivelse.", "Hva ville en nyansatt spurt om her?"
            ),
            en_one=FindingText(
                "“{s}” in “{p}” has no description.", "What would somebody new ask about here?"
            ),
        ),
        Case(
            name="no-step",
            when=Words(
                "Ingen steg i prosessen er beskrevet, men noen i andre prosesser er det.",
                "No step of the process is described, but some of other processes are.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Modellen av «{p}» beskriver ikke stegene med mer enn navnet.",
                "Hvor står det hvordan stegene i «{p}» gjøres?",
            ),
            en=FindingText(
                "The model of “{p}” describes its steps by no more than their names.",
                "Where does it say how the steps of “{p}” are done?",
            ),
            open=True,
        ),
    ),
    check=check,
)
