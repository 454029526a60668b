"""HND208: work that leaves a system and comes back into one: supported, manual, supported."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.graph.figures.media_breaks import find_media_breaks
from procmap.graph.figures.step_facts import StepFacts, find_step_facts
from procmap.labels import Words
from procmap.model import Succession
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process, with the manual steps and one path through them."""
    for process in context.processes:
        facts = find_step_facts(process, {})
        # Without both kinds of steps there is nothing to go out of and come back into.
        if len({fact.support.value for fact in facts.values()} - {None}) < 2:
            continue
        successions = context.successions.get(process.ref, ())
        figure = find_media_breaks(process, successions, facts)
        if not figure.value:
            continue
        steps = context.by_label(process.node_by_ref[ref] for ref in figure.elements)
        refs = tuple(step.ref for step in steps)
        yield RULE.finding(
            "break",
            options,
            elements=(process.ref, *refs),
            parameters={"p": process.label, "k": len(refs), "s": steps[0].label},
            evidence=(
                Evidence("path", _find_path(facts, refs, successions)),
                Evidence("figure", refs, label="media breaks", value=figure.value),
            ),
            count=len(refs),
        )


def _find_path(
    facts: Mapping[ElementRef, StepFacts],
    manual: Sequence[ElementRef],
    successions: Sequence[Succession],
) -> tuple[ElementRef, ...]:
    """The shortest path from a step with a system over manual ones to one with a system."""
    following: dict[ElementRef, list[ElementRef]] = {}
    for succession in sorted(successions, key=lambda s: (s.source, s.target)):
        following.setdefault(succession.source, []).append(succession.target)
    inside = set(manual)
    supported = {ref for ref, fact in facts.items() if fact.support.value}
    todo: deque[tuple[ElementRef, ...]] = deque(
        (step, after)
        for step in sorted(supported)
        for after in following.get(step, ())
        if after in inside
    )
    seen: set[ElementRef] = set()
    while todo:
        path = todo.popleft()
        for after in following.get(path[-1], ()):
            if after in supported:
                return (*path, after)
            if after in inside and after not in seen:
                seen.add(after)
                todo.append((*path, after))
    return tuple(manual)


RULE = Rule(
    code="HND208",
    name="media-break",
    theme="silos",
    title=Words("Brudd mellom systemer", "Media break"),
    why=Words(
        "Går arbeidet ut av et system og inn igjen, blir opplysninger gjerne skrevet inn på nytt. "
        "Det kan ha en god grunn, som et møte eller et skjønn. Regelen ser bare det som er "
        "oppgitt om stegene, og leser ingenting ut av hva slags oppgave de er tegnet som.",
        "Where work leaves a system and comes back into one, what was known is often typed in "
        "again. There may be a good reason, such as a meeting or a judgement. The rule sees only "
        "what is stated about the steps, and reads nothing out of what kind of task they are "
        "drawn as.",
    ),
    sources=(
        Source(
            "T",
            "",
            "deler av prosessen",
            Words(
                "Bare deler av prosessen er digital. Et brudd er manuelle steg mellom steg med "
                "systemstøtte. Målet er vårt.",
                "Only parts of the process are digital. A break is manual steps between steps "
                "supported by a system. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="break",
            when=Words(
                "Et steg med systemstøtte følges av manuelle steg, og de av et med systemstøtte.",
                "A step with a system is followed by manual ones, and those by one with a system.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} steg i «{p}» gjøres utenfor systemet, mellom steg som gjøres i det: "
                "blant annet «{s}».",
                "Hva må skrives inn på nytt etterpå?",
            ),
            en=FindingText(
                "{k} steps in “{p}” are done outside the system, between steps that are done in "
                "it: “{s}” among others.",
                "What has to be typed in again afterwards?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» gjøres utenfor systemet, mellom steg som gjøres i det.",
                "Hva må skrives inn på nytt etterpå?",
            ),
            en_one=FindingText(
                "“{s}” in “{p}” is done outside the system, between steps that are done in it.",
                "What has to be typed in again afterwards?",
            ),
        ),
    ),
    check=check,
)
