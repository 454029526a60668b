"""Hand-offs alone: one box for each stretch of work that stays in one lane."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from procmap.labels.maps import MAP_COUNTS
from procmap.maps.layout.levels import Link, Member
from procmap.maps.layout.ordering import find_order
from procmap.maps.scene import Subject, find_lanes
from procmap.maps.views.moving import replace_processes
from procmap.model import FlowNode, Process, SequenceFlow
from procmap.source import ElementRef

__all__ = ["contract_stretches"]

_ENDS: Final = frozenset({"startEvent", "endEvent"})

# A flow between leaves: itself, and the nodes it really joins.
_Joint = tuple[SequenceFlow, ElementRef, ElementRef]


def contract_stretches(subject: Subject) -> Subject:
    """Put work that goes on in one lane into one box, until it is handed over and comes back.

    Every numbered flow stays. Starts and ends stay, since they tell where work comes from.

    Args:
        subject: what the map shows.
    """
    numbered = frozenset(subject.analysis.crossings_by_flow)
    moved: dict[ElementRef, ElementRef] = {}
    processes = []
    for process in subject.processes:
        contracted, gone = _contract(process, numbered, subject.lang)
        moved.update(gone)
        processes.append(contracted)
    return replace_processes(subject, processes, moved=moved)


def _contract(
    process: Process, numbered: AbstractSet[ElementRef], lang: str
) -> tuple[Process, dict[ElementRef, ElementRef]]:
    lanes = find_lanes(process)
    joints = _find_joints(process)
    leaves = [n for n in process.nodes if n.ref not in process.containers_with_content]
    leaves = [node for node in leaves if node.attached_to not in process.node_by_ref]
    order, forward = _sort(leaves, joints)
    stretches = _Stretches(process, lanes, numbered)
    for ref in order:
        stretches.place(ref, forward[ref])
    boxes = {
        first: _build_box(process, stretches.members[first], lanes, lang)
        for first in stretches.members
    }
    stands = {ref: boxes[first].ref for ref, first in stretches.first_of.items()}
    for node in process.nodes:
        if node.ref not in stands:
            inner = _go_in(process, node.ref)
            stands[node.ref] = stands.get(inner, inner)
    flows = _join_flows(joints, stands, numbered, process)
    contracted = process.model_copy(
        update={"nodes": tuple(boxes.values()), "sequence_flows": tuple(flows)}
    )
    return contracted, {ref: at for ref, at in stands.items() if ref != at}


class _Stretches:
    """Stretches as they grow; each is known by its first node."""

    def __init__(
        self,
        process: Process,
        lanes: Mapping[ElementRef, ElementRef | None],
        numbered: AbstractSet[ElementRef],
    ) -> None:
        self.process = process
        self.lanes = lanes
        self.numbered = numbered
        self.first_of: dict[ElementRef, ElementRef] = {}
        self.members: dict[ElementRef, list[ElementRef]] = {}
        self.before: dict[ElementRef, set[ElementRef]] = {}

    def place(self, ref: ElementRef, joints: Sequence[_Joint]) -> None:
        """Let a node join the stretch before it, unless work was away in between."""
        sources = {self.first_of[source] for _, source, _ in joints if source in self.first_of}
        chosen = next(
            (
                self.first_of[source]
                for flow, source, _ in joints
                if source in self.first_of
                and flow.ref not in self.numbered
                and self._may_join(ref, source, sources)
            ),
            ref,
        )
        self.first_of[ref] = chosen
        self.members.setdefault(chosen, []).append(ref)
        ancestors = {a for each in sources - {chosen} for a in (each, *self.before[each])}
        mine = self.before.setdefault(chosen, set())
        mine |= ancestors
        for stretch, behind in self.before.items():
            if chosen in behind and stretch != chosen:
                behind |= mine

    def _may_join(
        self, ref: ElementRef, source: ElementRef, sources: AbstractSet[ElementRef]
    ) -> bool:
        if self.lanes[ref] != self.lanes[source]:
            return False
        if {self.process.node_by_ref[each].type for each in (ref, source)} & _ENDS:
            return False
        stretch = self.first_of[source]
        return not any(stretch in self.before[other] for other in sources - {stretch})


def _find_joints(process: Process) -> list[_Joint]:
    """Flows between leaves: into a sub-process to where it begins, out of it from its end."""
    found = []
    for flow in process.sequence_flows:
        if flow.source in process.node_by_ref and flow.target in process.node_by_ref:
            source, target = flow.source, flow.target
            host = process.node_by_ref[source].attached_to
            source = host if host in process.node_by_ref else source
            joint = flow, _go_out(process, source), _go_in(process, target)
            found.append(joint)
    return found


def _go_in(process: Process, ref: ElementRef) -> ElementRef:
    reached = {flow.target for flow in process.sequence_flows}
    return _descend(process, ref, reached, last=False)


def _go_out(process: Process, ref: ElementRef) -> ElementRef:
    left = {flow.source for flow in process.sequence_flows}
    return _descend(process, ref, left, last=True)


def _descend(
    process: Process, ref: ElementRef, joined: AbstractSet[ElementRef | None], *, last: bool
) -> ElementRef:
    """The first (or last) node inside a sub-process that nothing leads to (or from)."""
    seen = {ref}
    while ref in process.containers_with_content:
        inside = [n for n in process.nodes if n.parent == ref and n.attached_to is None]
        loose = [node for node in inside if node.ref not in joined] or inside
        if not loose:
            break
        ref = loose[-1 if last else 0].ref
        if ref in seen:
            break
        seen.add(ref)
    return ref


def _sort(
    leaves: Sequence[FlowNode], joints: Sequence[_Joint]
) -> tuple[list[ElementRef], dict[ElementRef, list[_Joint]]]:
    """Leaves in the direction of the flow, and the forward flows that reach each."""
    place = {node.ref: i for i, node in enumerate(leaves)}
    members = [Member(i, 0, entry=node.type == "startEvent") for i, node in enumerate(leaves)]
    links = [
        Link(place[source], place[target])
        for _, source, target in joints
        if source in place and target in place
    ]
    order = find_order(members, list(dict.fromkeys(links)))
    forward = set(order.forward)
    found: dict[ElementRef, list[_Joint]] = defaultdict(list)
    for joint in joints:
        _, source, target = joint
        if source in place and target in place and Link(place[source], place[target]) in forward:
            found[target].append(joint)
    return [leaves[i].ref for i in order.members], found


def _build_box(
    process: Process,
    members: Sequence[ElementRef],
    lanes: Mapping[ElementRef, ElementRef | None],
    lang: str,
) -> FlowNode:
    nodes = [process.node_by_ref[ref] for ref in members]
    steps = [node for node in nodes if node.is_activity]
    shown = steps[0] if steps else next((node for node in nodes if node.name), nodes[0])
    changes: dict[str, object] = {
        "lane": lanes[shown.ref],
        "parent": process.ref,
        "attached_to": None,
    }
    if len(steps) > 1:
        names = [node.name for node in steps if node.name]
        count = MAP_COUNTS["steps"].text(len(steps), lang).format(n=len(steps))
        ends = " – ".join(dict.fromkeys([*names[:1], *names[-1:]]))
        name = f"{count}: {ends}" if ends else count
        changes |= {"name": name, "type": "subProcess", "loop": None, "calls": None}
    return shown.model_copy(update=changes)


def _join_flows(
    joints: Sequence[_Joint],
    stands: Mapping[ElementRef, ElementRef],
    numbered: AbstractSet[ElementRef],
    process: Process,
) -> list[SequenceFlow]:
    """Flows between boxes: every numbered one, and one of those that are not."""
    found = []
    seen: set[tuple[ElementRef, ElementRef]] = set()
    joined = {(stands[s], stands[t]) for flow, s, t in joints if flow.ref in numbered}
    for flow, source, target in joints:
        ends = stands[source], stands[target]
        if flow.ref not in numbered and (ends[0] == ends[1] or ends in seen or ends in joined):
            continue
        seen.add(ends)
        changes = {"source": ends[0], "target": ends[1], "parent": process.ref, "condition": None}
        found.append(flow.model_copy(update=changes))
    return found
