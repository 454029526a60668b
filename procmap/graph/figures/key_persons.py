"""Key persons: who alone connects steps that would fall apart without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.graph.analysis import StepPlace
from procmap.graph.figures.figure import Figure, build_count, build_withheld
from procmap.model import Landscape, Succession, fold
from procmap.source import ElementRef

__all__ = ["KeyPerson", "count_key_persons", "find_key_persons"]

_NAME = "key_persons"


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """A person whose steps, taken out, leave steps of others unconnected.

    Args:
        positions: the positions the person holds, which are shown.
        steps: the steps that the person alone performs.
        parts: into how many more parts the remaining steps fall.
        has_deputy: somebody is named who stands in; ``None`` where the person is not in the
            register.
        name: the person's name, for those who ask for it.
    """

    positions: tuple[str, ...]
    steps: tuple[ElementRef, ...]
    parts: int
    has_deputy: bool | None
    name: str = field(repr=False)


def find_key_persons(
    landscape: Landscape,
    places: Mapping[ElementRef, StepPlace],
    successions: Iterable[Succession],
) -> tuple[KeyPerson, ...]:
    """Who alone connects steps, the most connecting first.

    A person is key where the steps that nobody else performs are the only link between others:
    without them, what hung together by successions falls into more parts.

    Args:
        landscape: persons and positions.
        places: where steps lie, at the level of persons.
        successions: the successions of the landscape.
    """
    alone = _find_alone(places)
    beside: dict[ElementRef, set[ElementRef]] = {}
    for succession in successions:
        beside.setdefault(succession.source, set()).add(succession.target)
        beside.setdefault(succession.target, set()).add(succession.source)
    found = []
    for key, (name, steps) in sorted(alone.items()):
        parts = _count_parts(beside, steps)
        if parts > 0:
            person = landscape.chart.people.get(key)
            found.append(
                KeyPerson(
                    positions=person.positions if person is not None else (),
                    steps=tuple(steps),
                    parts=parts,
                    has_deputy=person.deputy is not None if person is not None else None,
                    name=name,
                )
            )
    return tuple(sorted(found, key=lambda person: (-person.parts, person.steps)))


def count_key_persons(
    landscape: Landscape,
    places: Mapping[ElementRef, StepPlace],
    successions: Sequence[Succession],
) -> Figure:
    """Number of key persons; withheld where nobody has said which person performs any step.

    Args:
        landscape: persons and positions.
        places: where steps lie, at the level of persons.
        successions: the successions of the landscape.
    """
    steps = [step.ref for process in landscape.processes for step in process.steps]
    known = [ref for ref in steps if places[ref].parties and not places[ref].outside]
    if not known:
        return build_withheld(
            _NAME,
            "",
            "nobody has recorded which person performs any step",
            scope="landscape",
            level="person",
        )
    persons = find_key_persons(landscape, places, successions)
    return build_count(
        _NAME,
        "",
        len(persons),
        scope="landscape",
        not_clarified=sum(not places[ref].parties for ref in steps),
        level="person",
        elements=sorted({step for person in persons for step in person.steps}),
    )


def _find_alone(
    places: Mapping[ElementRef, StepPlace],
) -> dict[str, tuple[str, list[ElementRef]]]:
    found: dict[str, tuple[str, list[ElementRef]]] = {}
    for ref, place in sorted(places.items()):
        if len(place.parties) == 1 and place.parties[0].kind == "person":
            party = place.parties[0]
            found.setdefault(fold(party.key), (party.name, []))[1].append(ref)
    return found


def _count_parts(beside: Mapping[ElementRef, set[ElementRef]], steps: Sequence[ElementRef]) -> int:
    """How many more parts the steps around these fall into without them."""
    before = _find_parts(beside, steps, without=())
    around = [other for part in before for other in part if other not in set(steps)]
    after = _find_parts(beside, around, without=steps)
    # A part that only these steps made up is gone, not fallen apart.
    standing = sum(any(other not in set(steps) for other in part) for part in before)
    return len(after) - standing


def _find_parts(
    beside: Mapping[ElementRef, set[ElementRef]],
    first: Sequence[ElementRef],
    without: Sequence[ElementRef],
) -> list[list[ElementRef]]:
    seen = set(without)
    parts = []
    for step in first:
        if step in seen or step not in beside:
            continue
        seen.add(step)
        part = [step]
        for at in part:
            for other in beside.get(at, ()):
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(part)
    return parts
