"""Pools and lanes in the order in which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.maps.lettering import clean
from procmap.maps.scene.positions import Positions
from procmap.maps.scene.types import Band, SceneLane, ScenePool
from procmap.model import Fact, FlowNode, Landscape, Lane, LaneMeaning, Participant, Process
from procmap.source import ElementRef

__all__ = ["OWN_LANE", "Frame", "PoolPlan", "build_frame", "find_lane_ref"]

# What the ids of lanes begin with that are ours and no file's.
OWN_LANE: Final = "procmap:lane:"


@dataclass(frozen=True, slots=True)
class PoolPlan:
    """One pool that is to be drawn: a process with its lanes, or a thin pool.

    Args:
        process: the process whose steps are drawn, or ``None`` for a thin pool.
        participant: the pool itself, or ``None`` where the process has none.
        name: its label.
        refs: all references that a message flow may name it by.
    """

    process: Process | None
    participant: Participant | None
    name: str
    refs: tuple[ElementRef, ...]

    @property
    def id(self) -> str:
        """BPMN id of the pool, else of its process."""
        if self.participant is not None:
            return self.participant.id
        return self.refs[0].id if self.refs else ""


@dataclass
class Frame:
    """Pools, lanes and bands, with ways to find them."""

    pools: list[ScenePool] = field(default_factory=list)
    lanes: list[SceneLane] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    pool_by_ref: dict[ElementRef, int] = field(default_factory=dict)
    lane_by_ref: dict[ElementRef, int] = field(default_factory=dict)
    # The lane of nodes that no lane lists, by process.
    spare: dict[ElementRef, int] = field(default_factory=dict)


def find_lane_ref(process: Process, node: FlowNode) -> ElementRef | None:
    """The leaf lane a node lies in by itself: its own, else the one its file's drawing puts it in.

    Boundary events and content of sub-processes may have none of their own.
    """
    leaves = {lane.ref for lane in process.leaf_lanes}
    named = (node.lane, *(performer.ref for performer in node.performers))
    return next((ref for ref in named if ref is not None and ref in leaves), None)


def build_frame(
    plans: Sequence[PoolPlan],
    *,
    landscape: Landscape,
    positions: Positions,
    lang: str,
    has_spare: Sequence[bool],
) -> Frame:
    """Build pools, lanes and bands.

    Args:
        plans: the pools, from the top.
        landscape: where units are looked up.
        positions: hints for the order of lanes.
        lang: language of our own words.
        has_spare: for each plan, whether it has nodes that no lane lists.
    """
    frame = Frame()
    for plan, spare in zip(plans, has_spare, strict=True):
        _add_pool(frame, plan, spare, landscape=landscape, positions=positions, lang=lang)
    return frame


def _add_pool(
    frame: Frame,
    plan: PoolPlan,
    spare: bool,
    *,
    landscape: Landscape,
    positions: Positions,
    lang: str,
) -> None:
    index, first = len(frame.pools), len(frame.lanes)
    process = plan.process
    lanes = _sort_lanes(process, positions) if process else []
    unnamed = MAP_WORDS["unnamed"].text(lang)
    meaning: Fact[LaneMeaning] = plan.participant.meaning if plan.participant else Fact()
    for lane in lanes:
        name = lane.name or (plan.name if len(lanes) == 1 and not spare else "") or unnamed
        frame.lane_by_ref[lane.ref] = len(frame.lanes)
        unit = _find_unit(lane.meaning, landscape)
        own = lane.id.startswith(OWN_LANE)
        id_ = "" if own else lane.id
        frame.lanes.append(SceneLane(len(frame.lanes), id_, clean(name), unit, index))
    if spare and process is not None:
        frame.spare[process.ref] = len(frame.lanes)
        name = MAP_WORDS["no lane"].text(lang)
        frame.lanes.append(SceneLane(len(frame.lanes), "", name, "", index))
    if len(frame.lanes) == first:
        unit = _find_unit(meaning, landscape)
        label = clean(plan.name or unnamed)
        frame.lanes.append(SceneLane(first, plan.id, label, unit, index, thin=process is None))
        if process is not None:
            frame.spare[process.ref] = first
    last = len(frame.lanes) - 1
    frame.pools.append(
        ScenePool(index, plan.id, clean(plan.name), first, last, thin=process is None)
    )
    for ref in plan.refs:
        frame.pool_by_ref.setdefault(ref, index)
    frame.bands += _find_bands(process, plan, lanes, frame, first=first, last=last)


def _find_unit(meaning: Fact[LaneMeaning], landscape: Landscape) -> str:
    stated = meaning.or_none
    if stated is None or len(stated.units) != 1:
        return ""
    unit = landscape.chart.units.get(stated.units[0])
    return unit.name if unit else ""


def _find_ancestors(process: Process, lane: Lane) -> tuple[Lane, ...]:
    """The lane and the lanes it is nested in, the outermost first."""
    line: dict[ElementRef, Lane] = {}
    at: Lane | None = lane
    while at is not None and at.ref not in line:
        line[at.ref] = at
        at = process.lane_by_ref.get(at.parent) if at.parent is not None else None
    return tuple(reversed(line.values()))


def _sort_lanes(process: Process, positions: Positions) -> list[Lane]:
    """Leaf lanes as drawn; lanes nested in one lane stay together."""
    siblings: dict[ElementRef | None, list[Lane]] = {}
    for lane in process.lanes:
        siblings.setdefault(lane.parent, []).append(lane)
    rank: dict[ElementRef, int] = {}
    for group in siblings.values():
        for place, lane in enumerate(positions.sort(group, [lane.id for lane in group])):
            rank[lane.ref] = place
    lines = {
        lane.ref: [rank[above.ref] for above in _find_ancestors(process, lane)]
        for lane in process.leaf_lanes
    }
    return sorted(process.leaf_lanes, key=lambda lane: lines[lane.ref])


def _find_bands(
    process: Process | None,
    plan: PoolPlan,
    lanes: Sequence[Lane],
    frame: Frame,
    *,
    first: int,
    last: int,
) -> list[Band]:
    bands: list[Band] = []
    own_names = {lane.name for lane in frame.lanes[first : last + 1]}
    if plan.participant and plan.name and (last > first or clean(plan.name) not in own_names):
        bands.append(Band("pool", plan.id, clean(plan.name), 0, first, last))
    if process is None:
        return bands
    outer = len(bands)
    spans: dict[ElementRef, tuple[Lane, int, list[int]]] = {}
    for lane in lanes:
        above = _find_ancestors(process, lane)[:-1]
        for depth, parent in enumerate(above):
            spans.setdefault(parent.ref, (parent, depth, []))[2].append(frame.lane_by_ref[lane.ref])
    for parent, depth, inside in spans.values():
        bands.append(
            Band(
                "lanes",
                parent.id,
                clean(parent.name),
                depth + outer,
                min(inside),
                max(inside),
            )
        )
    return bands
