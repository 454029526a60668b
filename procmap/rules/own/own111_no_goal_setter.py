"""OWN111: nobody sets goals for digitalising a process."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process, where somebody was asked."""
    for process in context.processes:
        setter = process.goal_setter
        if context.is_outside(process) or not (setter.is_absent or setter.is_unknown):
            continue
        yield RULE.finding(
            "absent" if setter.is_absent else "unknown",
            options,
            elements=(process.ref,),
            parameters={"p": process.label},
            evidence=(Evidence("register", (process.ref,), label=setter.state.value),),
            location=setter.origin,
        )


RULE = Rule(
    code="OWN111",
    name="no-goal-setter",
    theme="ownership",
    title=Words("Ingen setter mål", "Nobody sets goals"),
    why=Words(
        "En prosess kan ha en eier uten at noen bestemmer hvor den skal. Regelen spør bare der "
        "noen er spurt: at det ikke er registrert, gir ikke noe funn.",
        "A process may have an owner without anybody deciding where it is going. The rule asks "
        "only where somebody was asked: that it is not recorded gives no finding.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "hvem som skal sette strategier og mål for digitalisering av arbeidsprosessene",
            Words(
                "Den som setter mål, kan være en annen enn eieren.",
                "Whoever sets goals may be another than the owner.",
            ),
        ),
    ),
    cases=(
        Case(
            name="absent",
            when=Words(
                "Noen har sagt at ingen setter mål for digitaliseringen av prosessen.",
                "Somebody said that nobody sets goals for digitalising the process.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Ingen setter mål for digitaliseringen av «{p}».",
                "Hvem bør bestemme hva «{p}» skal bli bedre på?",
            ),
            en=FindingText(
                "Nobody sets goals for digitalising “{p}”.",
                "Who should decide what “{p}” is to become better at?",
            ),
        ),
        Case(
            name="unknown",
            when=Words(
                "De som ble spurt, vet ikke hvem som setter mål.",
                "Those who were asked do not know who sets goals.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "De som er spurt, vet ikke hvem som setter mål for digitaliseringen av «{p}».",
                "Hvem bestemte sist hva som skulle bli bedre i «{p}»?",
            ),
            en=FindingText(
                "Those who were asked do not know who sets goals for digitalising “{p}”.",
                "Who last decided what was to become better in “{p}”?",
            ),
        ),
    ),
    check=check,
)
