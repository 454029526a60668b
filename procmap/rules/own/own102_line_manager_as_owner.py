"""OWN102: the owner of a process over several units manages one of them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Chart, Ownership, fold
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.lines import Reach, find_reach
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each owner who manages some, not all, of the units that take part."""
    chart = context.landscape.chart
    for process in context.processes:
        units = context.stated_units(process)
        if len(units) < 2:
            continue
        seen: set[tuple[str, str]] = set()
        for ownership in context.owners(process):
            holder = ownership.holder
            subject = (holder.kind, fold(holder.name))
            reach = find_reach(context, holder, units)
            if not reach.covered or reach.is_superior or subject in seen:
                continue
            seen.add(subject)
            yield RULE.finding(
                _find_case(chart, ownership, reach),
                options,
                elements=(process.ref,),
                parameters={
                    "p": process.label,
                    "u": reach.covered[0].name,
                    "k": len(reach.covered),
                    "n": len(units),
                },
                evidence=(
                    Evidence("register", (process.ref,), label="owner"),
                    Evidence(
                        "figure", label="units managed", value=len(reach.covered), limit=len(units)
                    ),
                ),
                subject=subject,
                count=len(reach.covered),
                location=process.ownership.origin,
            )


def _find_case(chart: Chart, ownership: Ownership, reach: Reach) -> str:
    mandate = ownership.mandate.value
    if mandate is None:
        return "mandate-open"
    if mandate.kind == "whole":
        return "mandate-reaches"
    if mandate.kind == "own_unit":
        return "mandate-stops"
    named = [
        unit
        for unit in reach.beyond
        if any(chart.is_within(unit.key, key) for key in mandate.units)
    ]
    if not named:
        return "mandate-stops"
    return "mandate-reaches" if len(named) == len(reach.beyond) else "mandate-open"


RULE = Rule(
    code="OWN102",
    name="line-manager-as-owner",
    theme="ownership",
    title=Words("Linjeleder som eier", "Line manager as owner"),
    why=Words(
        "Den som leder én av enhetene, har budsjett og folk der, og ikke hos de andre. Det er "
        "vanlig og kan gå bra; det som bør være klart, er hva eieren kan avgjøre utenfor egen "
        "enhet. Regelen ser bare linjen slik registeret beskriver den.",
        "Whoever manages one of the units has budget and people there, and not in the others. "
        "That is common and may work well; what should be clear is what the owner can decide "
        "outside their own unit. The rule sees the line only as the register describes it.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "kan lett føre til suboptimalisering",
            Words(
                "Regelen spør når eieren leder en av enhetene uten å være overordnet for alle. "
                "Mandat er vårt ord; studien bruker det ikke.",
                "The rule asks where the owner manages one of the units without being superior "
                "to them all. Mandate is our word; the study does not use it.",
            ),
        ),
        Source(
            "S",
            "4.3",
            "det er ikke en isolert rolle som heter prosesseier",
            Words(
                "At en linjeleder eier en prosess, er til orientering; det bør avklares når "
                "mandatet er oppgitt å stoppe ved egen enhet.",
                "That a line manager owns a process is for information; it should be clarified "
                "where the mandate is stated to stop at their own unit.",
            ),
        ),
    ),
    cases=(
        Case(
            name="mandate-stops",
            when=Words(
                "Mandatet er oppgitt, og stopper ved det eieren selv leder.",
                "The mandate is stated, and stops at what the owner manages.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Eieren av «{p}» leder {k} av {n} enheter som deltar. Mandatet gjelder bare disse.",
                "Hva kan eieren avgjøre for de andre enhetene?",
            ),
            en=FindingText(
                "The owner of “{p}” manages {k} of {n} units that take part. The mandate covers "
                "only these.",
                "What can the owner decide for the other units?",
            ),
            nb_one=FindingText(
                "Eieren av «{p}» leder {u}, én av {n} enheter som deltar. Mandatet gjelder bare "
                "egen enhet.",
                "Hva kan eieren avgjøre for de andre enhetene?",
            ),
            en_one=FindingText(
                "The owner of “{p}” manages {u}, one of {n} units that take part. The mandate "
                "covers only their own unit.",
                "What can the owner decide for the other units?",
            ),
        ),
        Case(
            name="mandate-open",
            when=Words(
                "Ingen har oppgitt et mandat som når alle enhetene, eller ett som stopper.",
                "Nobody has stated a mandate that reaches all units, nor one that stops.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Eieren av «{p}» leder {k} av {n} enheter som deltar.",
                "Hva kan eieren avgjøre for de andre enhetene?",
            ),
            en=FindingText(
                "The owner of “{p}” manages {k} of {n} units that take part.",
                "What can the owner decide for the other units?",
            ),
            nb_one=FindingText(
                "Eieren av «{p}» leder {u}, én av {n} enheter som deltar.",
                "Hva kan eieren avgjøre for de andre enhetene?",
            ),
            en_one=FindingText(
                "The owner of “{p}” manages {u}, one of {n} units that take part.",
                "What can the owner decide for the other units?",
            ),
        ),
        Case(
            name="mandate-reaches",
            when=Words(
                "Mandatet er oppgitt, og når alle enhetene som deltar.",
                "The mandate is stated, and reaches all units that take part.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Eieren av «{p}» leder {k} av {n} enheter som deltar. Mandatet når alle.",
                "Hvordan avgjør eieren når enhetene vil ulikt?",
            ),
            en=FindingText(
                "The owner of “{p}” manages {k} of {n} units that take part. The mandate reaches "
                "them all.",
                "How does the owner decide when the units want different things?",
            ),
            nb_one=FindingText(
                "Eieren av «{p}» leder {u}, én av {n} enheter som deltar. Mandatet når alle.",
                "Hvordan avgjør eieren når enhetene vil ulikt?",
            ),
            en_one=FindingText(
                "The owner of “{p}” manages {u}, one of {n} units that take part. The mandate "
                "reaches them all.",
                "How does the owner decide when the units want different things?",
            ),
            # What stays open at the boundaries does not come from the line.
            absorbs=False,
        ),
    ),
    check=check,
)
