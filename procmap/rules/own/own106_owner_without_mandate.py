"""OWN106: an owner whose stated mandate and line do not reach all units that take part."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Ownership, Process, Unit, fold
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.coverage import covers
from procmap.rules.own.lines import find_own_units, find_reach, is_line_recorded
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each owner of a process over several units who cannot decide for them all."""
    for process in context.processes:
        if len(context.stated_units(process)) < 2:
            continue
        seen: set[tuple[str, str]] = set()
        for ownership in context.owners(process):
            subject = (ownership.holder.kind, fold(ownership.holder.name))
            units = _find_owned_units(context, process, ownership)
            beyond = _find_beyond(context, ownership, units)
            if not beyond or subject in seen:
                continue
            seen.add(subject)
            yield RULE.finding(
                "out-of-reach",
                options,
                elements=(process.ref,),
                parameters={
                    "p": process.label,
                    "u": beyond[0].name,
                    "k": len(beyond),
                    "n": len(units),
                },
                evidence=(
                    Evidence("register", (process.ref,), label="mandate"),
                    Evidence(
                        "figure",
                        label="units reached",
                        value=len(units) - len(beyond),
                        limit=len(units),
                    ),
                ),
                subject=subject,
                count=len(beyond),
                location=process.ownership.origin,
            )


def _find_owned_units(context: Context, process: Process, ownership: Ownership) -> tuple[Unit, ...]:
    """The units in the owner's own scope: whoever owns a part need not decide for the rest."""
    scope = ownership.scope.value
    if scope is None or scope.kind == "whole":
        return context.stated_units(process)
    places = context.analysis.places
    owned = {
        place.unit.key
        for step in process.steps
        if (place := places.get(step.ref)) is not None and place.unit is not None
        if covers(context, process, ownership, step=step)
    }
    return tuple(unit for unit in context.stated_units(process) if unit.key in owned)


def _find_beyond(
    context: Context, ownership: Ownership, units: tuple[Unit, ...]
) -> tuple[Unit, ...]:
    """The units that neither mandate nor line reaches; none where either is not recorded."""
    mandate = ownership.mandate.value
    holder = ownership.holder
    if mandate is None and not ownership.mandate.is_absent:
        return ()
    keys: tuple[str, ...] = ()
    if mandate is not None:
        if mandate.kind == "whole":
            return ()
        own = mandate.kind == "own_unit"
        keys = find_own_units(context, holder) if own else mandate.units
        if not keys:
            return ()
    chart = context.landscape.chart
    beyond = tuple(
        unit
        for unit in find_reach(context, holder, units).beyond
        if not any(chart.is_within(unit.key, key) for key in keys)
    )
    return beyond if is_line_recorded(context, holder, beyond) else ()


RULE = Rule(
    code="OWN106",
    name="owner-without-mandate",
    theme="ownership",
    title=Words("Eier uten mandat på tvers", "Owner without a mandate across units"),
    why=Words(
        "En eier som skal svare for helheten, må kunne avgjøre noe i alle enhetene, eller vite "
        "hvem som kan. Regelen ser på mandatet og linjen slik de er oppgitt. Er ett av dem ikke "
        "registrert, sier den ingenting.",
        "An owner who is to answer for the whole must be able to decide something in all units, "
        "or know who can. The rule looks at mandate and line as stated. Where one of them is not "
        "recorded, it says nothing.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "tydelig definere roller og ansvarsområder for prosessene",
            Words(
                "Mandat er vårt ord: hvor langt eieren kan avgjøre. Studien bruker det ikke.",
                "Mandate is our word: how far the owner may decide. The study does not use it.",
            ),
        ),
    ),
    cases=(
        Case(
            name="out-of-reach",
            when=Words(
                "Mandatet er oppgitt, og verken det eller linjen når alle enhetene som deltar.",
                "The mandate is stated, and neither it nor the line reaches all units taking part.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Eieren av «{p}» har ikke mandat i {k} av {n} enheter som deltar, blant dem {u}.",
                "Hva må eieren kunne avgjøre der, og hvem kan gi det mandatet?",
            ),
            en=FindingText(
                "The owner of “{p}” has no mandate in {k} of {n} units that take part, {u} among "
                "them.",
                "What must the owner be able to decide there, and who can give that mandate?",
            ),
            nb_one=FindingText(
                "Eieren av «{p}» har ikke mandat i {u}, én av {n} enheter som deltar.",
                "Hva må eieren kunne avgjøre der, og hvem kan gi det mandatet?",
            ),
            en_one=FindingText(
                "The owner of “{p}” has no mandate in {u}, one of {n} units that take part.",
                "What must the owner be able to decide there, and who can give that mandate?",
            ),
        ),
    ),
    check=check,
    consequence_of=("OWN101", "OWN102"),
)
