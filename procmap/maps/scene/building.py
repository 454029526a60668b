"""From the model to a scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procmap.errors import RenderError
from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.labels import Words
from procmap.maps.lettering import clean
from procmap.maps.scene.artifacts import ArtifactBuilder
from procmap.maps.scene.badges import find_badges
from procmap.maps.scene.flows import FlowBuilder
from procmap.maps.scene.lanes import build_frame
from procmap.maps.scene.nodes import build_nodes, plan_nodes
from procmap.maps.scene.outlines import find_outlines
from procmap.maps.scene.pools import plan_pools
from procmap.maps.scene.positions import find_positions
from procmap.maps.scene.types import Outline, Scene, SceneLane, SceneNode
from procmap.model import Document, Process
from procmap.source import ElementRef

__all__ = ["MOST_LETTERS", "MOST_NODES", "Subject", "build_scene"]

# A map beyond this is no map: nobody finds their step in it, and it takes minutes to lay out.
MOST_NODES = 2_000
MOST_LETTERS = 20_000


@dataclass(frozen=True)
class Subject:
    """What a map shows.

    Args:
        processes: the processes whose steps are drawn.
        document: the file they come from, or ``None`` where the landscape does not have it.
        whole: the whole document is drawn, with all its pools.
        analysis: who performs what, and the crossing points.
        findings: what to put badges on.
        lang: language of our own words, and of hyphens.
        show_data: whether data, notes and groups are drawn.
    """

    processes: tuple[Process, ...]
    document: Document | None
    whole: bool
    analysis: Analysis
    findings: tuple[Finding, ...] = ()
    lang: str = "nb"
    show_data: bool = True

    @property
    def path(self) -> str:
        """The document's path."""
        return self.document.path if self.document else self.processes[0].ref.document


def build_scene(subject: Subject) -> Scene:
    """Build the scene of a map.

    Args:
        subject: what to show.

    Raises:
        RenderError: there are more nodes, or longer names, than a map can show.
    """
    positions = find_positions(subject.document)
    pools, messages = plan_pools(subject.processes, subject.document, whole=subject.whole)
    pools = positions.sort(pools, [pool.id for pool in pools])
    plans = {pool.process.ref: plan_nodes(pool.process) for pool in pools if pool.process}
    frame = build_frame(
        pools,
        landscape=subject.analysis.landscape,
        positions=positions,
        lang=subject.lang,
        has_spare=[p.process is not None and plans[p.process.ref].has_spare for p in pools],
    )
    nodes: list[SceneNode] = []
    known: dict[ElementRef, int] = {}
    units = {
        ref: place.unit.name
        for ref, place in subject.analysis.places.items()
        if place.unit is not None
    }
    for plan in plans.values():
        build_nodes(plan, frame=frame, positions=positions, units=units, known=known, nodes=nodes)
    flows = FlowBuilder(nodes, known, frame, subject.analysis.crossings_by_flow)
    # A process may have arrows and no nodes of its own: some tools file them that way.
    for process in subject.processes:
        flows.add_sequence_flows(process)
    for plan in plans.values():
        flows.add_inside_lines(plan)
    flows.add_message_flows(messages)
    outlines: tuple[Outline, ...] = ()
    if subject.show_data:
        drawn = tuple(plan.process for plan in plans.values())
        ArtifactBuilder(
            nodes, flows.flows, known, frame, positions, drawn, subject.document, subject.whole
        ).add_all()
        groups = [group for process in drawn for group in process.groups]
        groups += subject.document.groups if subject.document else ()
        outlines = find_outlines(groups, nodes, positions=positions)
    scene = Scene(
        document=subject.path,
        pools=tuple(frame.pools),
        lanes=tuple(_name_units(frame.lanes, nodes)),
        bands=tuple(frame.bands),
        nodes=tuple(nodes),
        flows=tuple(flows.flows),
        badges=find_badges(
            subject.findings,
            processes={plan.process.ref for plan in plans.values()},
            known={process.ref for process in subject.analysis.landscape.processes},
            nodes=known,
            lanes=frame.lane_by_ref,
            lang=subject.lang,
        ),
        lang=subject.lang,
        outlines=outlines,
    )
    _refuse_unreadable(scene)
    return scene


def _name_units(lanes: Sequence[SceneLane], nodes: Iterable[SceneNode]) -> list[SceneLane]:
    """Lanes with the unit that all their steps are performed by, where the register says none."""
    found: dict[int, set[str]] = {}
    for node in nodes:
        if node.kind == "activity":
            found.setdefault(node.lane, set()).add(node.unit)
    named = []
    for lane in lanes:
        units = found.get(lane.index, set())
        unit = lane.unit or (next(iter(units)) if len(units) == 1 else "")
        named.append(
            SceneLane(lane.index, lane.id, lane.name, clean(unit), lane.pool, thin=lane.thin)
        )
    return named


_AT_MOST = Words("høyst {most}", "at most {most}")


def _refuse_unreadable(scene: Scene) -> None:
    if len(scene.nodes) > MOST_NODES:
        raise RenderError(
            Words(
                "{count} steg er for mange for ett kart", "{count} nodes do not fit one map"
            ).fill(count=len(scene.nodes)),
            where=scene.document,
            expected=_AT_MOST.fill(most=MOST_NODES),
            remedy=Words(
                "Tegn én prosess om gangen: draw_swimlane(process, …).",
                "Draw one process at a time: draw_swimlane(process, …).",
            ),
        )
    named = [(len(node.name), node.id) for node in scene.nodes]
    named += [(len(flow.name), flow.id) for flow in scene.flows]
    named += [(len(lane.name), lane.id) for lane in scene.lanes]
    length, longest = max(named, default=(0, ""))
    if length > MOST_LETTERS:
        raise RenderError(
            Words(
                "et navn på {count} tegn er for langt for et kart",
                "a name of {count} characters does not fit a map",
            ).fill(count=length),
            where=f"{scene.document}#{longest}",
            expected=_AT_MOST.fill(most=MOST_LETTERS),
            remedy=Words(
                "Kort ned navnet i modellen; den lange teksten kan stå i dokumentasjonen.",
                "Shorten the name in the model; documentation holds the long text.",
            ),
        )
