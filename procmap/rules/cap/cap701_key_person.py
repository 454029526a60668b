"""CAP701: one person with many positions, or alone with steps and no deputy recorded."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FlowNode, Process, fold
from procmap.rules.context import Context
from procmap.rules.options import Option, Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each person and case; names are never printed."""
    alone = _find_alone(context)
    owned = _find_owned(context)
    for person in sorted(context.landscape.people, key=lambda person: fold(person.name)):
        positions = tuple(sorted(dict.fromkeys(person.positions), key=fold))
        if len(positions) > options.number("positions"):
            refs = tuple(dict.fromkeys(r for p in positions for r in owned.get(fold(p), ())))
            yield RULE.finding(
                "many-positions",
                options,
                elements=refs,
                parameters={"k": len(positions), "h": ", ".join(positions)},
                evidence=(
                    Evidence(
                        "figure",
                        label="positions",
                        value=len(positions),
                        limit=options.number("positions"),
                    ),
                ),
                subject=("positions", *positions),
            )
        steps = alone.get(fold(person.name), {})
        if person.deputy is None and positions and len(steps) > options.number("processes"):
            yield _build_alone(context, positions, steps, options)


def _build_alone(
    context: Context,
    positions: tuple[str, ...],
    steps: dict[ElementRef, list[FlowNode]],
    options: Options,
) -> Finding:
    processes = context.by_label(context.process_by_ref[ref] for ref in steps)
    refs = tuple(node.ref for p in processes for node in context.by_label(steps[p.ref]))
    return RULE.finding(
        "alone",
        options,
        elements=tuple(process.ref for process in processes),
        parameters={"h": ", ".join(positions), "k": len(refs), "n": len(processes)},
        evidence=(
            Evidence("element", refs, label="steps"),
            Evidence(
                "figure",
                label="processes",
                value=len(processes),
                limit=options.number("processes"),
            ),
        ),
        subject=("alone", *positions),
    )


def _find_alone(context: Context) -> dict[str, dict[ElementRef, list[FlowNode]]]:
    """Steps that only one person is recorded to perform, by person and process."""
    found: dict[str, dict[ElementRef, list[FlowNode]]] = {}
    for process in context.processes:
        for step in process.steps:
            person = _find_only_person(context, process, step)
            if person:
                found.setdefault(person, {}).setdefault(process.ref, []).append(step)
    return found


def _find_only_person(context: Context, process: Process, step: FlowNode) -> str:
    performers = step.settled_performers
    if not performers:
        return ""
    strongest = performers[0].source
    people: set[str] = set()
    for performer in performers:
        if performer.source != strongest:
            continue
        if performer.kind == "person":
            people.add(fold(performer.name))
            continue
        lane = process.lane_by_ref.get(performer.ref) if performer.ref is not None else None
        meaning = lane.meaning.value if lane is not None else None
        is_role = performer.kind == "role" or (meaning is not None and meaning.kind == "role")
        holders = context.landscape.chart.holders(performer.name) if is_role else ()
        if not holders:
            return ""
        people.update(holders)
    return people.pop() if len(people) == 1 else ""


def _find_owned(context: Context) -> dict[str, tuple[ElementRef, ...]]:
    owned: dict[str, tuple[ElementRef, ...]] = {}
    for process in context.by_label(context.processes):
        for owner in context.owners(process):
            if owner.holder.kind == "role":
                key = fold(owner.holder.name)
                owned[key] = (*owned.get(key, ()), process.ref)
    return owned


RULE = Rule(
    code="CAP701",
    name="key-person",
    theme="ownership",
    title=Words("Mye hviler på én person", "Much rests on one person"),
    why=Words(
        "I små kommuner har én person ofte flere stillinger, og noen steg kan bare én gjøre. Det "
        "er sårbart når vedkommende er borte. Regelen viser stillinger, aldri navn, og sier ikke "
        "noe om hvordan arbeidet gjøres.",
        "In small municipalities one person often holds several positions, and some steps only "
        "one can do. That is fragile when they are away. The rule shows positions, never names, "
        "and says nothing about how the work is done.",
    ),
    sources=(
        Source(
            "S",
            "4.2",
            "ofte blir utført av kun én person",
            Words(
                "Vi teller stillinger per person, og steg der bare én person har stillingen som "
                "utfører. Målet er vårt.",
                "We count positions a person, and steps whose performing position one person "
                "alone holds. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="many-positions",
            when=Words(
                "Én person har flere stillinger enn grensen.",
                "One person holds more positions than the limit.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Én person har {k} stillinger: {h}.",
                "Hva må ikke stoppe når vedkommende er borte, og hvem kan ta det?",
            ),
            en=FindingText(
                "One person holds {k} positions: {h}.",
                "What must not stop when they are away, and who can take it on?",
            ),
        ),
        Case(
            name="alone",
            when=Words(
                "Bare én person har stillingen som gjør steg i flere prosesser enn grensen, og "
                "ingen stedfortreder er registrert.",
                "One person alone holds the position that performs steps in more processes than "
                "the limit, and no deputy is recorded.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} steg i {n} prosesser hviler på én person ({h}). Vi vet ikke ennå om noen er "
                "stedfortreder.",
                "Hvem gjør disse stegene når vedkommende er borte?",
            ),
            en=FindingText(
                "{k} steps in {n} processes rest on one person ({h}). We do not know yet whether "
                "anybody stands in.",
                "Who does these steps when they are away?",
            ),
            open=True,
        ),
    ),
    check=check,
    options=(
        Option(
            "positions",
            2,
            Words(
                "Flere stillinger enn dette gir et funn. To er vanlig i små kommuner.",
                "More positions than this give a finding. Two are common in small municipalities.",
            ),
            minimum=1,
        ),
        Option(
            "processes",
            1,
            Words(
                "Steg i flere prosesser enn dette gir et funn. Ett steg i én prosess er det "
                "vanlige.",
                "Steps in more processes than this give a finding. Steps in one process are what "
                "is common.",
            ),
            minimum=0,
        ),
    ),
)
