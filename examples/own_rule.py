# ruff: noqa: INP001 - a module by itself, as a package would hold it
"""A rule of one's own: processes that nobody has said what is worth to the resident.

A package offers it to procmap by an entry point; nothing else has to be registered::

    [project.entry-points."procmap.rules"]
    fjordvik = "own_rule:RULE"

After that it runs with the others, and is selected, ignored and set like them.
"""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules import Case, Context, Option, Options, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process with many steps and no benefit recorded."""
    for process in context.processes:
        if len(process.steps) < options.number("steps") or process.benefit.is_recorded:
            continue
        yield RULE.finding(
            "not-recorded",
            options,
            elements=(process.ref,),
            parameters={"p": process.label},
            evidence=(
                Evidence(
                    "figure",
                    label="steps",
                    value=len(process.steps),
                    limit=options.number("steps"),
                ),
            ),
        )


RULE = Rule(
    code="FJO101",
    name="no-benefit-written-down",
    theme="understanding",
    title=Words("Verdi ikke skrevet ned", "Benefit not written down"),
    why=Words(
        "I Fjordvik skriver vi ned hva hver prosess er verdt for innbyggeren.",
        "In Fjordvik we write down what each process is worth to the resident.",
    ),
    sources=(Source("practice", "", "", Words("Vår egen regel.", "A rule of our own.")),),
    cases=(
        Case(
            name="not-recorded",
            when=Words("Ingen har skrevet det ned.", "Nobody has written it down."),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Vi vet ikke ennå hva «{p}» er verdt for innbyggeren.",
                "Hva ville innbyggeren savnet uten «{p}»?",
            ),
            en=FindingText(
                "We do not know yet what “{p}” is worth to the resident.",
                "What would the resident miss without “{p}”?",
            ),
            open=True,
        ),
    ),
    check=check,
    options=(
        Option(
            "steps",
            3,
            Words("Kortere prosesser spør vi ikke om.", "Shorter processes are not asked about."),
            minimum=1,
        ),
    ),
)
