"""What one process's drawing shows: successions, and the crossings and contacts among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.graph.analysis import StepPlace
from procmap.graph.crossing_points import CrossingKey, Draft
from procmap.graph.crossings import FlowCrossing, find_flow_crossings
from procmap.graph.flow_graph import FlowGraph
from procmap.graph.landscape_graph import LandscapeGraph
from procmap.graph.messages import find_between
from procmap.graph.places import unite
from procmap.graph.positions import Spots, build_positions
from procmap.graph.successions import Step, find_successions
from procmap.graph.walks import WorkExceededError
from procmap.model import Contact, Party, Succession
from procmap.source import ElementRef

__all__ = ["Pair", "ProcessFlow", "Surroundings", "compare_parties", "read_process_flow"]


@dataclass(frozen=True)
class Surroundings:
    """What reading one process needs to know of the whole landscape."""

    graphs: LandscapeGraph
    places: Mapping[ElementRef, StepPlace]
    spots: Spots
    step_spots: Mapping[ElementRef, int]
    drawn_in: Mapping[ElementRef, ElementRef]
    max_successions: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A succession that changes hands, with the crossing point it goes over, where there is one."""

    step: Step
    process: ElementRef
    crossing: CrossingKey | None


@dataclass(slots=True)
class ProcessFlow:
    """What was found in one process."""

    successions: list[Succession] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    drafts: dict[CrossingKey, Draft] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    withheld: str = ""


def read_process_flow(around: Surroundings, graph: FlowGraph) -> ProcessFlow:
    """Find successions, crossings and contacts of one process."""
    process = graph.process.ref
    positions = build_positions(graph, around.places, around.spots)
    found = ProcessFlow()
    crossings = find_flow_crossings(
        around.graphs,
        graph,
        positions=positions,
        spots=around.spots,
        step_spots=around.step_spots,
    )
    for crossing in crossings:
        _sort_crossing(found, around.spots, process, crossing)
    try:
        steps = find_successions(
            around.graphs,
            graph,
            positions=positions,
            step_spots=around.step_spots,
            max_successions=around.max_successions,
        )
    except WorkExceededError:
        found.withheld = (
            f"more than {around.max_successions} successions, or too many ways between steps"
        )
        return found
    for step in steps:
        _sort_step(found, around, process, step)
    return found


def compare_parties(source: tuple[Party, ...], target: tuple[Party, ...]) -> bool | None:
    """Disjoint parties cross, equal single ones stay, anything else is undecided."""
    if not source or not target:
        return None
    first, second = {p.key for p in source}, {p.key for p in target}
    if not first & second:
        return True
    return False if first == second and len(first) == 1 else None


def _sort_crossing(
    found: ProcessFlow, spots: Spots, process: ElementRef, crossing: FlowCrossing
) -> None:
    """A crossing between two inside units is a crossing point; one with an outside, a contact."""
    source, target = unite(spots.units[crossing.source]), unite(spots.units[crossing.target])
    from_outside, to_outside = spots.is_outside(crossing.source), spots.is_outside(crossing.target)
    if not from_outside and not to_outside:
        draft = Draft(
            flow=crossing.flow,
            process=process,
            source_unit=source,
            target_unit=target,
            medium=crossing.medium,
            between=find_between(source, target, message=False),
        )
        found.drafts[draft.key] = draft
    elif from_outside != to_outside:
        found.contacts.append(
            Contact(
                flow=crossing.flow,
                process=process,
                unit=target if from_outside else source,
                party=source if from_outside else target,
                direction="in" if from_outside else "out",
                medium=crossing.medium,
            )
        )


def _sort_step(found: ProcessFlow, around: Surroundings, process: ElementRef, step: Step) -> None:
    source, target = around.places[step.source], around.places[step.target]
    crosses = compare_parties(source.parties, target.parties)
    found.successions.append(Succession(step.source, step.target, step.medium, process, crosses))
    key: CrossingKey | None = None
    if around.spots.crosses(around.step_spots[step.source], around.step_spots[step.target]):
        key = CrossingKey(step.flow, unite(source.units).key, unite(target.units).key)
        draft = found.drafts.get(key)
        if draft is not None:
            draft.add_side(
                (around.drawn_in[step.source], around.drawn_in[step.target]),
                (step.source, step.target),
            )
    if crosses and not source.outside and not target.outside:
        found.pairs.append(Pair(step, process, key))
