"""OWN104: several owners of the same steps, and none of them above the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Ownership, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.coverage import covers, find_inside_steps
from procmap.rules.own.lines import find_identities, find_managed_units, find_own_units, find_reach
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each process with several owners."""
    for process in context.processes:
        groups = _group_owners(context, context.owners(process))
        if len(groups) < 2 or _has_superior(context, process, groups):
            continue
        case = _find_case(context, process, groups)
        if case is None:
            continue
        yield RULE.finding(
            case,
            options,
            elements=(process.ref,),
            parameters={"p": process.label, "k": len(groups)},
            evidence=(
                Evidence("register", (process.ref,), label="owners"),
                Evidence("figure", label="owners", value=len(groups), limit=1),
            ),
            location=process.ownership.origin,
        )


def _group_owners(context: Context, owners: Sequence[Ownership]) -> list[list[Ownership]]:
    """Ownerships by who holds them; a position and the person in it are one."""
    groups: list[tuple[set[str], list[Ownership]]] = []
    for owner in owners:
        known = set(find_identities(context, owner.holder))
        same = [group for group in groups if not group[0].isdisjoint(known)]
        groups = [group for group in groups if group not in same]
        merged = known.union(*(identities for identities, _ in same))
        groups.append((merged, [*(o for _, held in same for o in held), owner]))
    return [held for _, held in groups]


def _has_superior(context: Context, process: Process, groups: list[list[Ownership]]) -> bool:
    """Whether one owner manages all that takes part, or above every other owner."""
    chart = context.landscape.chart
    units = context.stated_units(process)
    for group in groups:
        holder = group[0].holder
        if units and find_reach(context, holder, units).is_superior:
            return True
        managed = find_managed_units(context, holder)
        others = [find_own_units(context, g[0].holder) for g in groups if g is not group]
        if managed and all(
            keys and all(any(chart.is_within(key, m) and key != m for m in managed) for key in keys)
            for keys in others
        ):
            return True
    return False


def _find_case(context: Context, process: Process, groups: list[list[Ownership]]) -> str | None:
    is_open = False
    whole = sum(any(_is_whole(o) for o in group) for group in groups)
    if whole > 1:
        return "overlap"
    for step in find_inside_steps(context, process):
        answers = [
            {covers(context, process, owner, step=step) for owner in group} for group in groups
        ]
        if sum(True in answer for answer in answers) > 1:
            return "overlap"
        is_open = is_open or sum(bool(answer & {True, None}) for answer in answers) > 1
    unsaid = any(o.scope.value is None and not o.scope.is_absent for g in groups for o in g)
    return "scope-open" if is_open or unsaid else None


def _is_whole(ownership: Ownership) -> bool:
    return ownership.scope.value is not None and ownership.scope.value.kind == "whole"


RULE = Rule(
    code="OWN104",
    name="several-owners",
    theme="ownership",
    title=Words("Flere eiere av det samme", "Several owners of the same"),
    why=Words(
        "Flere eiere kan gå godt når de har delt prosessen mellom seg, eller når en av dem er "
        "overordnet for de andre. Ellers bør det være klart hvem som avgjør.",
        "Several owners may work well where they have divided the process, or where one of them "
        "is above the others. Otherwise it should be clear who decides.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "tydelig definere roller og ansvarsområder for prosessene",
            Words(
                "Flere er oppgitt å eie de samme stegene, og ingen av dem leder det de andre "
                "ligger under. Målet er vårt.",
                "Several are stated to own the same steps, and none of them manages what the "
                "others lie under. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="overlap",
            when=Words(
                "De oppgitte omfangene overlapper, og ingen av eierne er overordnet.",
                "The stated scopes overlap, and none of the owners is above the others.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} eiere er oppgitt for de samme stegene i «{p}».",
                "Hvem avgjør når eierne er uenige?",
            ),
            en=FindingText(
                "{k} owners are stated for the same steps in “{p}”.",
                "Who decides when the owners disagree?",
            ),
        ),
        Case(
            name="scope-open",
            when=Words(
                "Flere eiere er oppgitt, men ikke hva hver av dem dekker.",
                "Several owners are stated, but not what each of them covers.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} eiere er oppgitt for «{p}». Vi vet ikke ennå hva hver av dem dekker.",
                "Hvordan har eierne delt «{p}» mellom seg?",
            ),
            en=FindingText(
                "{k} owners are stated for “{p}”. We do not know yet what each of them covers.",
                "How have the owners divided “{p}” between them?",
            ),
            open=True,
        ),
    ),
    check=check,
)
