"""Media breaks: work that leaves a system and comes back into one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Final

from procmap.graph.figures.figure import Figure, build_count, build_withheld
from procmap.graph.figures.step_facts import StepFacts
from procmap.model import Level, Process, Succession
from procmap.source import ElementRef

__all__ = ["find_media_breaks"]

_NAME: Final = "media_breaks"


def find_media_breaks(
    process: Process,
    successions: Iterable[Succession],
    facts: Mapping[ElementRef, StepFacts],
    *,
    level: Level = "unit",
) -> Figure:
    """Stretches of manual steps between supported ones: supported → manual → supported.

    A stretch is all manual steps that follow one another, whoever does them; it breaks the medium
    where work comes into it from a step with a system and leaves it for one.

    Args:
        process: the process.
        successions: its successions.
        facts: what is recorded about each of its steps.
        level: the level of the analysis.
    """
    subject = str(process.ref)
    if not process.steps:
        return build_withheld(_NAME, subject, "it has no activities", level=level)
    manual: set[ElementRef] = set()
    supported: set[ElementRef] = set()
    for ref, fact in facts.items():
        if fact.support.value is not None:
            (supported if fact.support.value else manual).add(ref)
    unsaid = len(process.steps) - len(manual) - len(supported)
    if unsaid == len(process.steps):
        return build_withheld(
            _NAME,
            subject,
            "whether a system supports them is not recorded for any of its steps",
            level=level,
        )
    stretches = _find_stretches(manual, supported, successions)
    return build_count(
        _NAME,
        subject,
        len(stretches),
        not_clarified=unsaid,
        level=level,
        elements=sorted(step for stretch in stretches for step in stretch),
    )


def _find_stretches(
    manual: set[ElementRef], supported: set[ElementRef], successions: Iterable[Succession]
) -> list[list[ElementRef]]:
    beside: dict[ElementRef, list[ElementRef]] = {step: [] for step in sorted(manual)}
    entered: set[ElementRef] = set()
    left: set[ElementRef] = set()
    for succession in successions:
        source, target = succession.source, succession.target
        if source in manual and target in manual:
            beside[source].append(target)
            beside[target].append(source)
        elif target in manual and source in supported:
            entered.add(target)
        elif source in manual and target in supported:
            left.add(source)
    found = []
    seen: set[ElementRef] = set()
    for first in beside:
        if first in seen:
            continue
        seen.add(first)
        stretch, todo = [first], deque([first])
        while todo:
            for other in beside[todo.popleft()]:
                if other not in seen:
                    seen.add(other)
                    stretch.append(other)
                    todo.append(other)
        if entered.intersection(stretch) and left.intersection(stretch):
            found.append(stretch)
    return found
