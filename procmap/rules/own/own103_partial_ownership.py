"""OWN103: the stated owners of a process together leave steps uncovered."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.coverage import covers, find_inside_steps
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process, with the steps that no stated scope covers."""
    for process in context.processes:
        if not context.owners(process):
            continue
        steps = find_inside_steps(context, process)
        uncovered = _find_uncovered(context, process)
        if not uncovered:
            continue
        yield RULE.finding(
            "uncovered",
            options,
            elements=(process.ref, *uncovered),
            parameters={
                "p": process.label,
                "k": len(uncovered),
                "n": len(steps),
                "s": process.node_by_ref[uncovered[0]].label,
            },
            evidence=(
                Evidence("element", uncovered),
                Evidence(
                    "figure",
                    label="covered share",
                    value=round(1 - len(uncovered) / len(steps), 3),
                    limit=1,
                ),
            ),
            count=len(uncovered),
            location=process.ownership.origin,
        )


def _find_uncovered(context: Context, process: Process) -> tuple[ElementRef, ...]:
    """The steps that every owner's scope is stated to leave out."""
    owners = context.owners(process)
    left_out = (
        step
        for step in find_inside_steps(context, process)
        if all(covers(context, process, owner, step=step) is False for owner in owners)
    )
    return tuple(step.ref for step in context.by_label(left_out))


RULE = Rule(
    code="OWN103",
    name="partial-ownership",
    theme="ownership",
    title=Words("Steg uten eieransvar", "Steps outside all ownership"),
    why=Words(
        "Når hver eier svarer for sin del, kan noen steg falle mellom. Regelen ser bare det som "
        "er oppgitt: der omfanget av et eieransvar ikke er registrert, sier den ingenting.",
        "Where each owner answers for a part, some steps may fall between. The rule sees only "
        "what is stated: where the scope of an ownership is not recorded, it says nothing.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "lederne på ulike nivåer i kommunen er ansvarlige for sine deler av arbeidsprosessene",
            Words(
                "Vi legger sammen det eierne er oppgitt å dekke, og ser hvilke steg som blir "
                "igjen. Målet er vårt.",
                "We add up what the owners are stated to cover, and see which steps are left. "
                "The measure is ours.",
            ),
        ),
        Source(
            "S",
            "5",
            "det ikke er noen som har helhetsansvar for ytelsen til arbeidsprosessene",
            Words(
                "Den som eier helheten, dekker alle steg.",
                "Whoever owns the whole covers every step.",
            ),
        ),
    ),
    cases=(
        Case(
            name="uncovered",
            when=Words(
                "Det eierne er oppgitt å dekke, utelater minst ett steg.",
                "What the owners are stated to cover leaves out at least one step.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} steg i «{p}» er ikke dekket av noens eieransvar.",
                "Hvem tar ansvar for disse stegene?",
            ),
            en=FindingText(
                "{k} steps in “{p}” are not covered by anybody's ownership.",
                "Who takes responsibility for these steps?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» er ikke dekket av noens eieransvar.",
                "Hvem tar ansvar for dette steget?",
            ),
            en_one=FindingText(
                "“{s}” in “{p}” is not covered by anybody's ownership.",
                "Who takes responsibility for this step?",
            ),
        ),
    ),
    check=check,
    consequence_of=("OWN101", "OWN102"),
)
