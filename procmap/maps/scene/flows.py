"""Flows as they are drawn: every one, those that lead nowhere too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.lettering import clean
from procmap.maps.scene.lanes import Frame
from procmap.maps.scene.nodes import NodePlan
from procmap.maps.scene.types import End, FlowKind, Mark, SceneFlow, SceneNode
from procmap.model import CrossingPoint, MessageFlow, Process, SequenceFlow
from procmap.source import ElementRef

__all__ = ["FlowBuilder"]

# What people write, and no expression that an engine evaluates.
_WORDS: Final = re.compile(r"[^\W_]+(?:[ ,/-]+[^\W_]+)*[?.!]?")
_CODE: Final = frozenset({"true", "false"})


@dataclass
class FlowBuilder:
    """Appends flows to a scene, and an open end wherever a flow of the file has none."""

    nodes: list[SceneNode]
    known: Mapping[ElementRef, int]
    frame: Frame
    crossings: Mapping[ElementRef, tuple[CrossingPoint, ...]]
    flows: list[SceneFlow] = field(default_factory=list)

    def add_sequence_flows(self, process: Process) -> None:
        """Append a process's sequence flows."""
        for flow in process.sequence_flows:
            source = process.node_by_ref.get(flow.source) if flow.source else None
            self._add(
                flow,
                "sequence",
                name=flow.name or _say_condition(flow),
                home=self.frame.spare.get(process.ref),
                default=source is not None and source.default_flow == flow.id,
                conditional=source is not None
                and source.is_activity
                and flow.condition is not None,
            )

    def add_message_flows(self, flows: Iterable[MessageFlow]) -> None:
        """Append message flows."""
        for flow in flows:
            self._add(flow, "message", name=flow.name)

    def add_inside_lines(self, plan: NodePlan) -> None:
        """Append lines from sub-processes without a frame to where their content begins."""
        reached = {flow.target for flow in plan.process.sequence_flows}
        for node in plan.nodes:
            entry = node.ref not in reached and node.attached_to is None
            if node.parent in plan.opened and entry:
                index = len(self.flows)
                source, target = self.known[node.parent], self.known[node.ref]
                self.flows.append(
                    SceneFlow(
                        index,
                        "inside",
                        "",
                        End(source),
                        End(target),
                        self.nodes[source].id,
                        node.id,
                    )
                )

    def _add(
        self,
        flow: SequenceFlow | MessageFlow,
        kind: FlowKind,
        *,
        name: str,
        home: int | None = None,
        default: bool = False,
        conditional: bool = False,
    ) -> None:
        source, target = self._find_end(flow.source), self._find_end(flow.target)
        if source is None:
            source = self._add_open_end(target, home)
        if target is None:
            target = self._add_open_end(source, home)
        points = self.crossings.get(flow.ref, ())
        self.flows.append(
            SceneFlow(
                index=len(self.flows),
                kind=kind,
                id=flow.id,
                source=source,
                target=target,
                source_id=flow.source.id if flow.source else "",
                target_id=flow.target.id if flow.target else "",
                name=clean(name),
                default=default,
                conditional=conditional,
                marks=tuple(
                    Mark(point.number, point.governance)
                    for point in sorted(points, key=lambda point: point.number)
                ),
            )
        )

    def _find_end(self, ref: ElementRef | None) -> End | None:
        if ref is None:
            return None
        if ref in self.known:
            return End(node=self.known[ref])
        if ref in self.frame.pool_by_ref:
            return End(pool=self.frame.pool_by_ref[ref])
        return None

    def _add_open_end(self, other: End | None, home: int | None) -> End:
        """A place for the end that the file does not give, near the one it does."""
        near = self.nodes[other.node] if other is not None and other.node is not None else None
        if near is not None:
            lane, parent = near.lane, near.parent
        elif other is not None and other.pool is not None:
            lane, parent = self.frame.pools[other.pool].first, None
        else:
            lane, parent = home or 0, None
        index = len(self.nodes)
        self.nodes.append(SceneNode(index, "open", "", "", "", "", lane, parent))
        return End(node=index)


def _say_condition(flow: SequenceFlow) -> str:
    """The condition of a flow without a name, where it is words; ARIS writes its choices so."""
    condition = flow.condition or ""
    if condition.casefold() in _CODE or not _WORDS.fullmatch(condition):
        return ""
    return condition
