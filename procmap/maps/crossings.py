"""The numbered crossing points of a map in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from procmap.labels.maps import MAP_WORDS, RESPONSIBLE_STATES
from procmap.labels.terms import FACT_STATES
from procmap.maps.lettering import clean
from procmap.maps.scene import Scene, SceneFlow, Subject
from procmap.maps.wording import join_names, name_holder
from procmap.model import Boundary, CrossingPoint, Governance
from procmap.register.sheets import spell_word

__all__ = ["CrossingEntry", "find_entries", "find_points"]

# Of the steps on one side of a crossing point, so many are named.
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class CrossingEntry:
    """One crossing point in words.

    Args:
        number: its number on the map.
        governance: whether somebody is responsible for both sides.
        units: from which unit to which.
        steps: what the flow leaves and what it reaches; "" where neither has a name.
        responsible: who is responsible for both sides, or that nobody is, or nobody knows.
        channel: how the receiver learns of it, as far as the register says; "" where nobody has
            recorded anything about any two units.
    """

    number: int
    governance: Governance
    units: str
    steps: str
    responsible: str
    channel: str = ""


def find_points(subject: Subject, scene: Scene) -> dict[int, CrossingPoint]:
    """The crossing points drawn, by number."""
    drawn = {mark.number for flow in scene.flows for mark in flow.marks}
    points = {
        point.number: point
        for point in subject.analysis.crossings
        if point.number in drawn and point.flow.document == scene.document
    }
    return dict(sorted(points.items()))


def find_entries(
    subject: Subject, scene: Scene, *, points: dict[int, CrossingPoint]
) -> list[CrossingEntry]:
    """Put crossing points into words.

    Args:
        subject: what the map shows.
        scene: what is drawn.
        points: the crossing points, by number.
    """
    lang = subject.lang
    flows = {mark.number: flow for flow in scene.flows for mark in flow.marks}
    landscape = subject.analysis.landscape
    agreed = bool(landscape.boundaries) or any(point.boundary for point in points.values())
    entries = []
    for number, point in points.items():
        names = _name_steps(subject, point) or _name_ends(scene, flows[number])
        unnamed = MAP_WORDS["unnamed"].text(lang)
        steps = " → ".join(_list_names(side, lang) or unnamed for side in names)
        who = join_names((name_holder(holder, lang) for holder in point.governed_by), lang)
        state = who or RESPONSIBLE_STATES[point.governance].text(lang)
        entries.append(
            CrossingEntry(
                number,
                point.governance,
                f"{clean(point.source_unit.name)} → {clean(point.target_unit.name)}",
                steps if any(filter(None, names)) else "",
                f"{MAP_WORDS['responsible'].text(lang)}: {state}",
                _name_channel(point, lang) if agreed else "",
            )
        )
    return entries


def _name_channel(point: CrossingPoint, lang: str) -> str:
    """The channel two units have agreed on, or the routine, or in plain words that neither is."""
    known = point.boundary or Boundary(point.source_unit.key, point.target_unit.key)
    channel, routine = known.channel, known.routine
    if channel.value is not None:
        said = spell_word(channel.value, "en" if lang == "en" else "nb")
    elif routine.value is not None:
        said = f"{MAP_WORDS['routine'].text(lang)} «{clean(routine.value)}»"
    else:
        said = FACT_STATES[channel.state.value].text(lang)
    return f"{MAP_WORDS['channel'].text(lang)}: {said}"


def _name_steps(subject: Subject, point: CrossingPoint) -> list[list[str]]:
    """The steps that hand over and take over, on both sides of a crossing point."""
    sides: list[list[str]] = [[], []]
    for handoff in subject.analysis.handoffs_by_process.get(point.process, ()):
        if handoff.number != point.number:
            continue
        for side, ref in zip(sides, (handoff.source, handoff.target), strict=True):
            landscape = subject.analysis.landscape
            name = clean(landscape.element(ref).name) if ref in landscape else ""
            if name and name not in side:
                side.append(name)
    return sides if any(sides) else []


def _name_ends(scene: Scene, flow: SceneFlow) -> list[list[str]]:
    """What the flow itself leaves and reaches."""
    names = []
    for end in (flow.source, flow.target):
        if end.node is not None:
            names.append([scene.nodes[end.node].name])
        else:
            names.append([scene.pools[end.pool].name if end.pool is not None else ""])
    return names


def _list_names(names: list[str], lang: str) -> str:
    """Names in quotation marks: the first three, and how many more there are."""
    shown = [f"«{name}»" for name in names[:_MOST_NAMED] if name]
    if len(names) > _MOST_NAMED:
        shown.append(MAP_WORDS["more"].text(lang).format(n=len(names) - _MOST_NAMED))
    return join_names(shown, lang)
