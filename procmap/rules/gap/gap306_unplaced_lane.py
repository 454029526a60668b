"""GAP306: lanes of which the register does not say which one unit they are."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Lane, Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one question a process, over its leaf lanes with steps in them."""
    if not context.has_begun:
        return
    for process in context.processes:
        used = _find_used(process)
        lanes = context.by_label(
            lane
            for lane in process.leaf_lanes
            if lane.ref in used and not _is_placed(lane) and not _is_settled(context, process, lane)
        )
        if not lanes:
            continue
        refs = tuple(lane.ref for lane in lanes)
        yield RULE.finding(
            # The named ones come first, so that without a first name there is none at all.
            "unplaced" if lanes[0].name else "unplaced-unnamed",
            options,
            elements=(process.ref, *refs),
            parameters={"p": process.label, "l": lanes[0].name, "k": len(lanes)},
            evidence=(
                Evidence("element", refs),
                Evidence(
                    "figure",
                    label="lanes not placed",
                    value=len(lanes),
                    limit=len(process.leaf_lanes),
                ),
            ),
            count=len(lanes),
        )


def _find_used(process: Process) -> frozenset[ElementRef]:
    listed = {lane.ref for lane in process.lanes if lane.nodes}
    carried = {
        performer.ref
        for node in process.nodes
        for performer in node.performers
        if performer.kind == "lane" and performer.ref is not None
    }
    return frozenset(listed | carried)


def _is_settled(context: Context, process: Process, lane: Lane) -> bool:
    """Whether a lane without a name holds only steps whose pool says which unit performs them."""
    if lane.name:
        return False
    places = context.analysis.places
    inside = set(lane.nodes)
    steps = [
        step.ref
        for step in process.steps
        if step.ref in inside or any(performer.ref == lane.ref for performer in step.performers)
    ]
    return bool(steps) and all(
        (place := places.get(ref)) is not None
        and (place.outside or (place.unit is not None and not place.unit.assumed))
        for ref in steps
    )


def _is_placed(lane: Lane) -> bool:
    meaning = lane.meaning.value
    if meaning is None:
        # Absent and not applicable are answers; not recorded and unknown are not.
        return lane.meaning.is_recorded and not lane.meaning.is_unknown
    if meaning.kind in ("outside", "system"):
        # Who answers for a system is a question of its own.
        return True
    return len(meaning.units) == 1


RULE = Rule(
    code="GAP306",
    name="unplaced-lane",
    theme="silos",
    title=Words("Svømmebane uten én enhet", "Lane without one unit"),
    why=Words(
        "En svømmebane er ikke en enhet før noen sier det: den kan være en rolle, et system eller "
        "innbyggeren. Før det er sagt, kan ingen se hvilke overleveringer som går mellom enheter. "
        "Regelen spør først når noen har begynt på registeret.",
        "A lane is no unit until somebody says so: it may be a role, a system or the resident. "
        "Until that is said, nobody can see which hand-offs go between units. The rule asks only "
        "once somebody has begun the register.",
    ),
    sources=(
        Source(
            "practice",
            "",
            "",
            Words(
                "BPMN gir ikke svømmebaner noen fast mening (BPMN 2.0.2, 10.8), så tolkningen må "
                "oppgis.",
                "BPMN gives lanes no fixed meaning (BPMN 2.0.2, 10.8), so the reading has to be "
                "stated.",
            ),
        ),
    ),
    cases=(
        Case(
            name="unplaced",
            when=Words(
                "Registeret knytter svømmebanen til ingen enhet, eller til flere.",
                "The register ties the lane to no unit, or to several.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} svømmebaner i «{p}» er ikke knyttet til én bestemt enhet, blant dem «{l}».",
                "Hvilke enheter, roller eller eksterne parter er dette?",
            ),
            en=FindingText(
                "{k} lanes in “{p}” are not tied to one particular unit, “{l}” among them.",
                "Which units, roles or outside parties are these?",
            ),
            nb_one=FindingText(
                "Svømmebanen «{l}» i «{p}» er ikke knyttet til én bestemt enhet.",
                "Hvilken enhet, rolle eller ekstern part er dette?",
            ),
            en_one=FindingText(
                "The lane “{l}” in “{p}” is not tied to one particular unit.",
                "Which unit, role or outside party is this?",
            ),
            open=True,
        ),
        Case(
            name="unplaced-unnamed",
            when=Words(
                "Det samme, og ingen av svømmebanene har navn.",
                "The same, and none of the lanes has a name.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} svømmebaner uten navn i «{p}» er ikke knyttet til én bestemt enhet.",
                "Hvilke enheter, roller eller eksterne parter er dette?",
            ),
            en=FindingText(
                "{k} lanes without a name in “{p}” are not tied to one particular unit.",
                "Which units, roles or outside parties are these?",
            ),
            nb_one=FindingText(
                "En svømmebane uten navn i «{p}» er ikke knyttet til én bestemt enhet.",
                "Hvilken enhet, rolle eller ekstern part er dette?",
            ),
            en_one=FindingText(
                "A lane without a name in “{p}” is not tied to one particular unit.",
                "Which unit, role or outside party is this?",
            ),
            open=True,
        ),
    ),
    check=check,
)
