"""The parts of a scene. Everything points at everything else by index, so that order is fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from procmap.model import Governance

__all__ = [
    "Badge",
    "Band",
    "End",
    "FlowKind",
    "Mark",
    "NodeKind",
    "Outline",
    "Scene",
    "SceneFlow",
    "SceneLane",
    "SceneNode",
    "ScenePool",
]

NodeKind = Literal["activity", "gateway", "event", "boundary", "group", "open", "data", "note"]
FlowKind = Literal["sequence", "message", "inside", "association"]


@dataclass(frozen=True, slots=True)
class SceneNode:
    """One thing with a place of its own in a lane.

    Args:
        index: its place in `Scene.nodes`.
        kind: how it is drawn: a ``"group"`` is a sub-process with its content in a frame, an
            ``"open"`` end stands where a flow of the file leads to nothing, ``"data"`` and a
            ``"note"`` stand beside the flow.
        type: the BPMN name, such as ``"userTask"``; "" for an open end.
        id: the BPMN id; "" for an open end.
        name: the label, or the words of a note; "" where there is none.
        unit: name of the unit that performs it; "" where that is not settled.
        lane: index of its lane.
        parent: index of the group it stands in, or ``None``.
        host: index of the activity a boundary event sits on, or ``None``.
        trigger: what an event waits for or sends; ``"multiple"`` for several, "" for none.
        throws: whether an event sends, rather than waits.
        interrupting: as in BPMN; its absence is dashed.
        markers: signs at the lower border, in order: ``"loop"``, ``"parallel"``,
            ``"sequential"``, ``"compensation"``, ``"ad-hoc"``, ``"content"``.
        event_driven: an event sub-process.
        hint: where the file draws its centre (x, y), or ``None``.
        beside: index of the node that data or a note is placed near, or ``None``.
    """

    index: int
    kind: NodeKind
    type: str
    id: str
    name: str
    unit: str
    lane: int
    parent: int | None = None
    host: int | None = None
    trigger: str = ""
    throws: bool = False
    interrupting: bool = True
    markers: tuple[str, ...] = ()
    event_driven: bool = False
    hint: tuple[float, float] | None = None
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class End:
    """Where a flow leaves or arrives: a node, the border of a pool, or another flow.

    Args:
        node: index of a node, or ``None``.
        pool: index of a pool, or ``None``.
        flow: index of a flow that an association reaches, or ``None``.
    """

    node: int | None = None
    pool: int | None = None
    flow: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a crossing point on a flow, and whether somebody answers for both sides."""

    number: int
    governance: Governance


@dataclass(frozen=True, slots=True)
class SceneFlow:
    """One line with an arrow head.

    Args:
        index: its place in `Scene.flows`.
        kind: a sequence flow, a message flow, an association with data or a note, or the dotted
            line from a sub-process to content that lies in other lanes (``"inside"``).
        id: the BPMN id; "" for ``"inside"``.
        source: where it leaves.
        target: where it arrives.
        source_id: BPMN id of its source; "" where the file's reference leads nowhere.
        target_id: likewise.
        name: the label; "" where there is none.
        default: it is the default flow of its source.
        conditional: it carries a condition and leaves an activity.
        marks: the crossing points it carries, in order of number.
        headless: it has no arrow head, as an association with a note.
    """

    index: int
    kind: FlowKind
    id: str
    source: End
    target: End
    source_id: str
    target_id: str
    name: str = ""
    default: bool = False
    conditional: bool = False
    marks: tuple[Mark, ...] = ()
    headless: bool = False

    @property
    def governance(self) -> Governance:
        """Of several crossing points the one that most needs to be talked about."""
        found = {mark.governance for mark in self.marks}
        return "no" if "no" in found else "undetermined" if "undetermined" in found else "yes"


@dataclass(frozen=True, slots=True)
class SceneLane:
    """A lane, or a pool without lanes.

    Args:
        index: its place in `Scene.lanes`, from the top.
        id: the BPMN id; "" for the lane of nodes that no lane lists.
        name: the label.
        unit: name of the unit it stands for; "" where that is not settled.
        pool: index of its pool.
        thin: nothing stands in it by nature: messages end at its border.
    """

    index: int
    id: str
    name: str
    unit: str
    pool: int
    thin: bool = False


@dataclass(frozen=True, slots=True)
class ScenePool:
    """A pool: lanes `first` to `last`."""

    index: int
    id: str
    name: str
    first: int
    last: int
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A header left of several lanes: their pool, or the lane they are nested in.

    Args:
        kind: what it is.
        id: the BPMN id.
        name: the label.
        depth: 0 for the outermost.
        first: index of the first lane.
        last: index of the last lane.
    """

    kind: Literal["pool", "lanes"]
    id: str
    name: str
    depth: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Badge:
    """A finding about a node, a lane, or a process.

    Args:
        rule: code of the rule.
        target_id: BPMN id of what it is about.
        message: the finding in the map's language.
        node: index of the node, or ``None``.
        lane: index of the lane, or ``None``; neither means the process.
    """

    rule: str
    target_id: str
    message: str
    node: int | None = None
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A group of BPMN: an outline around nodes, which means nothing to the flow.

    Args:
        id: the BPMN id.
        name: the label; "" where there is none.
        members: indexes of the nodes it is drawn around.
    """

    id: str
    name: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class Scene:
    """What is to be drawn.

    Args:
        document: path of the document.
        pools: from the top.
        lanes: from the top.
        bands: headers left of the lanes' own.
        nodes: containers before what they contain, hosts before their boundary events, data and
            notes last.
        flows: in file order, sequence flows before message flows, associations last.
        badges: findings, ordered by rule.
        lang: language of words and hyphens.
        outlines: groups of BPMN.
        turned: work runs down the drawing, and lanes stand side by side.
    """

    document: str
    pools: tuple[ScenePool, ...]
    lanes: tuple[SceneLane, ...]
    bands: tuple[Band, ...]
    nodes: tuple[SceneNode, ...]
    flows: tuple[SceneFlow, ...]
    badges: tuple[Badge, ...] = ()
    lang: str = "nb"
    outlines: tuple[Outline, ...] = ()
    turned: bool = False

    @cached_property
    def core(self) -> Scene:
        """The scene without data and notes: what decides where everything else goes."""
        nodes = tuple(node for node in self.nodes if node.kind not in {"data", "note"})
        if len(nodes) == len(self.nodes):
            return self
        flows = tuple(flow for flow in self.flows if not self._reaches_artifact(flow))
        return replace(self, nodes=nodes, flows=flows)

    def _reaches_artifact(self, flow: SceneFlow) -> bool:
        ends = flow.source.node, flow.target.node
        return any(end is not None and self.nodes[end].kind in {"data", "note"} for end in ends)

    @cached_property
    def children(self) -> dict[int | None, tuple[SceneNode, ...]]:
        """Nodes by the group they stand in; boundary events left out."""
        found: dict[int | None, list[SceneNode]] = {}
        for node in self.nodes:
            if node.host is None:
                found.setdefault(node.parent, []).append(node)
        return {parent: tuple(nodes) for parent, nodes in found.items()}

    @cached_property
    def boundary_events(self) -> dict[int, tuple[SceneNode, ...]]:
        """Boundary events by their host."""
        found: dict[int, list[SceneNode]] = {}
        for node in self.nodes:
            if node.host is not None:
                found.setdefault(node.host, []).append(node)
        return {host: tuple(nodes) for host, nodes in found.items()}

    def groups_around(self, node: int) -> tuple[int, ...]:
        """The groups a node stands in, from the innermost out."""
        found: list[int] = []
        at = self.nodes[node].parent
        while at is not None:
            found.append(at)
            at = self.nodes[at].parent
        return tuple(found)
