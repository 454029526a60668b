"""Flow nodes as they are drawn: in which lane, in which frame, on which host."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from procmap.maps.lettering import clean
from procmap.maps.scene.lanes import Frame, find_lane_ref
from procmap.maps.scene.positions import Positions
from procmap.maps.scene.types import NodeKind, SceneNode
from procmap.model import FlowNode, Process
from procmap.source import ElementRef

__all__ = ["NodePlan", "build_nodes", "find_lanes", "plan_nodes"]

_THROWING = frozenset({"endEvent", "intermediateThrowEvent", "implicitThrowEvent"})
_LOOPS = {"standard": "loop", "parallel": "parallel", "sequential": "sequential"}


@dataclass(frozen=True, slots=True)
class NodePlan:
    """A process's nodes in drawing order, and what hangs together.

    Args:
        process: the process.
        nodes: containers before their content, hosts before their boundary events.
        lanes: the lane each node lies in; ``None`` for the spare lane.
        parents: the frame each node stands in; nodes without one are left out.
        opened: sub-processes whose content lies in several lanes, so that no frame holds it.
    """

    process: Process
    nodes: tuple[FlowNode, ...]
    lanes: Mapping[ElementRef, ElementRef | None]
    parents: Mapping[ElementRef, ElementRef]
    opened: frozenset[ElementRef]

    @property
    def has_spare(self) -> bool:
        """Whether nodes lie in no lane although the process has lanes."""
        return bool(self.process.lanes) and any(lane is None for lane in self.lanes.values())


def plan_nodes(process: Process) -> NodePlan:
    """Find lane and frame of every node of a process."""
    nodes = _sort_nodes(process)
    only = process.leaf_lanes[0].ref if len(process.leaf_lanes) == 1 else None
    lanes: dict[ElementRef, ElementRef | None] = {}
    named: dict[ElementRef, ElementRef] = {}
    for node in nodes:
        own = find_lane_ref(process, node)
        if own is not None:
            named[node.ref] = own
        host = node.attached_to if node.attached_to in lanes else None
        inherited = lanes.get(host) if host is not None else lanes.get(node.parent)
        lanes[node.ref] = own or inherited or only
    opened = _find_opened(process, lanes, named)
    for node in nodes:
        # A boundary event is drawn on its host, whatever the file says of its lane.
        if node.attached_to is not None and node.attached_to in lanes:
            lanes[node.ref] = lanes[node.attached_to]
    parents = {}
    for node in nodes:
        at = process.node_by_ref.get(node.parent)
        while at is not None and at.ref in opened:
            at = process.node_by_ref.get(at.parent)
        if at is not None:
            parents[node.ref] = at.ref
    return NodePlan(process, nodes, lanes, parents, opened)


def find_lanes(process: Process) -> Mapping[ElementRef, ElementRef | None]:
    """The lane each node of a process is drawn in; ``None`` for one that lies in none."""
    return plan_nodes(process).lanes


def _find_opened(
    process: Process,
    lanes: Mapping[ElementRef, ElementRef | None],
    named: Mapping[ElementRef, ElementRef],
) -> frozenset[ElementRef]:
    opened: set[ElementRef] = set()
    for ref, lane in named.items():
        at = process.node_by_ref.get(process.node_by_ref[ref].parent)
        while at is not None:
            if lanes[at.ref] != lane:
                opened.add(at.ref)
            at = process.node_by_ref.get(at.parent)
    return frozenset(opened)


def _sort_nodes(process: Process) -> tuple[FlowNode, ...]:
    depths: dict[ElementRef, int] = {process.ref: -1}
    for node in process.nodes:
        line = [node]
        while line[-1].ref not in depths:
            parent = process.node_by_ref.get(line[-1].parent)
            if parent is None:
                depths[line[-1].ref] = 0
            elif parent.ref in depths:
                depths[line[-1].ref] = depths[parent.ref] + 1
            elif parent in line:
                depths[parent.ref] = 0
            else:
                line.append(parent)
        for at in reversed(line[:-1]):
            depths[at.ref] = depths[at.parent] + 1
    return tuple(sorted(process.nodes, key=lambda n: (depths[n.ref], n.attached_to is not None)))


def build_nodes(
    plan: NodePlan,
    *,
    frame: Frame,
    positions: Positions,
    units: Mapping[ElementRef, str],
    known: dict[ElementRef, int],
    nodes: list[SceneNode],
) -> None:
    """Append a process's nodes to a scene.

    Args:
        plan: what `plan_nodes` found.
        frame: the lanes.
        positions: hints for rows.
        units: name of the unit that performs each node, where that is settled.
        known: index of each node by reference; filled here.
        nodes: the scene's nodes; appended to.
    """
    process = plan.process
    spare = frame.spare.get(process.ref, 0)
    # A boundary event stands on its host's border, and fills no frame.
    content = {node.parent for node in plan.nodes if node.attached_to not in process.node_by_ref}
    framed = (process.containers_with_content & content) - plan.opened
    for node in plan.nodes:
        lane_ref = plan.lanes[node.ref]
        host = known.get(node.attached_to) if node.attached_to is not None else None
        if host is not None and nodes[host].kind not in {"activity", "group"}:
            host = None
        parent_ref = plan.parents.get(node.ref)
        parent = known.get(parent_ref) if parent_ref is not None else None
        built = SceneNode(
            index=len(nodes),
            kind=_find_kind(node, host, framed),
            type=node.type,
            id=node.id,
            name=clean(_find_name(node)),
            unit=clean(units.get(node.ref, "")),
            lane=frame.lane_by_ref.get(lane_ref, spare) if lane_ref is not None else spare,
            parent=parent if host is None else nodes[host].parent,
            host=host,
            trigger=_find_trigger(node),
            throws=node.type in _THROWING,
            interrupting=node.interrupting,
            markers=_find_markers(node, has_frame=node.ref in framed),
            event_driven=node.triggered_by_event,
            hint=positions.centre(node.id),
        )
        known.setdefault(node.ref, built.index)
        nodes.append(built)


def _find_kind(node: FlowNode, host: int | None, framed: AbstractSet[ElementRef]) -> NodeKind:
    if node.ref in framed:
        return "group"
    if node.is_gateway:
        return "gateway"
    if not node.is_event:
        return "activity"
    return "boundary" if host is not None else "event"


def _find_name(node: FlowNode) -> str:
    if node.name or not node.has_event("link"):
        return node.name
    # A link event is paired by its name; where the event has none, its definition does.
    return next((d.name for d in node.event_definitions if d.kind == "link"), "")


def _find_trigger(node: FlowNode) -> str:
    kinds = [definition.kind for definition in node.event_definitions]
    return "multiple" if len(kinds) > 1 else kinds[0] if kinds else ""


def _find_markers(node: FlowNode, *, has_frame: bool) -> tuple[str, ...]:
    markers = []
    if node.loop is not None:
        markers.append(_LOOPS[node.loop])
    if node.for_compensation:
        markers.append("compensation")
    if node.type == "adHocSubProcess":
        markers.append("ad-hoc")
    if (node.is_container and not has_frame) or node.calls is not None:
        markers.append("content")
    return tuple(markers)
