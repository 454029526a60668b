"""What a file shows beside the flow: data, notes, and their dotted lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from pathlib import PurePosixPath
from typing import Final

from procmap.maps.lettering import clean
from procmap.maps.scene.lanes import Frame
from procmap.maps.scene.positions import Positions
from procmap.maps.scene.types import End, SceneFlow, SceneLane, SceneNode, ScenePool
from procmap.model import Annotation, DataElement, Document, FlowNode, Process
from procmap.source import ElementRef

__all__ = ["ArtifactBuilder"]

_REFERENCES: Final = frozenset({"dataObjectReference", "dataStoreReference"})

Artifact = DataElement | Annotation


@dataclass(frozen=True, slots=True)
class _Line:
    """An association that is to be drawn."""

    id: str
    source: ElementRef
    target: ElementRef
    headless: bool

    def touches(self, refs: Mapping[ElementRef, object]) -> bool:
        return self.source in refs or self.target in refs


@dataclass
class ArtifactBuilder:
    """Appends data, notes and associations to a scene whose nodes and flows are all there.

    Args:
        nodes: the scene's nodes; appended to.
        flows: the scene's flows; appended to.
        known: index of each flow node by reference.
        frame: pools and lanes.
        positions: where the file draws things.
        processes: the processes drawn.
        document: their document, or ``None``.
        whole: all of the document is drawn.
    """

    nodes: list[SceneNode]
    flows: list[SceneFlow]
    known: Mapping[ElementRef, int]
    frame: Frame
    positions: Positions
    processes: Sequence[Process]
    document: Document | None
    whole: bool
    found: dict[ElementRef, int] = field(default_factory=dict)
    by_id: dict[str, int] = field(default_factory=dict)
    inside: dict[ElementRef, FlowNode] = field(default_factory=dict)

    def add_all(self) -> None:
        """Append everything, associations between flow nodes first."""
        self.by_id = {flow.id: flow.index for flow in self.flows if flow.kind != "inside"}
        self.inside = {node.ref: node for p in self.processes for node in p.nodes}
        own = {each.ref: each for each in self._find_own()}
        shared: dict[ElementRef, Artifact] = {}
        if self.document is not None:
            notes = self.document.annotations
            shared = {each.ref: each for each in notes if self._is_drawn(each, stands=True)}
        artifacts = {**shared, **own}
        lines = [*self._find_data_lines(artifacts), *self._find_lines(artifacts)]
        for line in lines:
            if not line.touches(artifacts):
                self._add_line(line)
        near = self._find_neighbours([line for line in lines if line.touches(artifacts)], artifacts)
        for ref, element in artifacts.items():
            if ref in own or ref in near or self.whole:
                self._add_artifact(element, near.get(ref, []))
        for line in lines:
            if line.touches(artifacts):
                self._add_line(line)

    def _find_own(self) -> Iterator[Artifact]:
        """What the processes hold, but for what lies inside a closed sub-process."""
        for process in self.processes:
            used = {ref for line in process.data_associations for ref in line.data}
            for data in process.data:
                hidden = data.parent in self.inside and data.parent not in self.known
                stands = data.type in _REFERENCES or data.ref in used
                if self._is_drawn(data, stands=stands) and not hidden:
                    yield data
            yield from (each for each in process.annotations if self._is_drawn(each, stands=True))

    def _is_drawn(self, element: Artifact, *, stands: bool) -> bool:
        """Whether the file draws it; where it draws nothing at all, whether it could."""
        return element.id in self.positions.bounds if self.positions.bounds else stands

    def _find_data_lines(self, artifacts: Mapping[ElementRef, object]) -> Iterator[_Line]:
        for process in self.processes:
            references: dict[ElementRef, ElementRef] = {}
            for data in process.data:
                if data.refers_to is not None and data.ref in artifacts:
                    references.setdefault(data.refers_to, data.ref)
            for line in process.data_associations:
                node = self._lift(line.node)
                for ref in line.data:
                    at = ref if ref in artifacts else references.get(ref)
                    if at is not None:
                        ends = (at, node) if line.direction == "input" else (node, at)
                        yield _Line(line.id, *ends, headless=False)

    def _find_lines(self, artifacts: Mapping[ElementRef, object]) -> Iterator[_Line]:
        lines = [line for process in self.processes for line in process.associations]
        lines += self.document.associations if self.document is not None else ()
        for line in lines:
            if line.source is not None and line.target is not None:
                between = line.source not in artifacts and line.target not in artifacts
                directed = dict(line.attributes).get("associationDirection", "None") != "None"
                yield _Line(line.id, line.source, line.target, not (directed or between))

    def _find_end(self, ref: ElementRef) -> End | None:
        node = self.found.get(ref, self.known.get(ref))
        if node is not None:
            return End(node=node)
        if ref in self.frame.pool_by_ref:
            return End(pool=self.frame.pool_by_ref[ref])
        if ref in self.frame.lane_by_ref:
            return End(pool=self.frame.lanes[self.frame.lane_by_ref[ref]].pool)
        return End(flow=self.by_id[ref.id]) if ref.id in self.by_id else None

    def _lift(self, ref: ElementRef) -> ElementRef:
        """A node, or the closed sub-process around it."""
        at, seen = ref, {ref}
        while at not in self.known and at in self.inside:
            at = self.inside[at].parent
            if at in seen:
                break
            seen.add(at)
        return at

    def _find_neighbours(
        self, lines: Sequence[_Line], artifacts: Mapping[ElementRef, object]
    ) -> dict[ElementRef, list[End]]:
        """What each artifact has lines to."""
        near: dict[ElementRef, list[End]] = {}
        for line in lines:
            for ref, other in ((line.source, line.target), (line.target, line.source)):
                end = self._find_end(other)
                if ref in artifacts and end is not None:
                    near.setdefault(ref, []).append(end)
        return near

    def _add_artifact(self, element: Artifact, near: Sequence[End]) -> None:
        hint = self.positions.centre(element.id)
        beside = self._choose(near, hint)
        index = len(self.nodes)
        if isinstance(element, DataElement):
            name = element.name or self._find_original_name(element)
            state = f"[{element.state}]" if element.state else ""
            # Some tools write the state into the name as well.
            name = name if name.endswith(state) else f"{name} {state}".strip()
            built = SceneNode(index, "data", element.type, element.id, clean(name), "", 0)
        else:
            text = clean(element.text or element.name)
            built = SceneNode(index, "note", "textAnnotation", element.id, text, "", 0)
        lane, parent = self._find_place(element, near, beside)
        self.nodes.append(replace(built, lane=lane, parent=parent, hint=hint, beside=beside))
        self.found.setdefault(element.ref, index)

    def _find_original_name(self, element: DataElement) -> str:
        stores = self.document.data_stores if self.document is not None else ()
        everything = (*(data for process in self.processes for data in process.data), *stores)
        return next((data.name for data in everything if data.ref == element.refers_to), "")

    def _choose(self, near: Sequence[End], hint: tuple[float, float] | None) -> int | None:
        """The node to stand beside: of those with a line to it the one the file draws nearest."""
        nodes = [node for end in near if (node := self._find_node(end)) is not None]
        if not near and hint is not None:
            nodes = [n.index for n in self.nodes if n.hint and n.kind not in {"data", "note"}]
        if not nodes:
            return None

        def distance(node: int) -> float:
            at = self.nodes[node].hint
            return hypot(at[0] - hint[0], at[1] - hint[1]) if at and hint else 0.0

        best = min(nodes, key=lambda node: (distance(node), node))
        host = self.nodes[best].host
        return best if host is None else host

    def _find_node(self, end: End) -> int | None:
        if end.flow is None:
            return end.node
        flow = self.flows[end.flow]
        return flow.source.node if flow.source.node is not None else flow.target.node

    def _find_place(
        self, element: Artifact, near: Sequence[End], beside: int | None
    ) -> tuple[int, int | None]:
        """Lane and frame of an artifact."""
        if beside is not None:
            node = self.nodes[beside]
            around = [node.parent]
            while around[-1] is not None:
                around.append(self.nodes[around[-1]].parent)
            scope = element.parent if isinstance(element, DataElement) else None
            own = self.known.get(scope) if scope is not None else None
            keeps = isinstance(element, DataElement) and own in around
            return node.lane, own if keeps else node.parent
        if not self.frame.lanes:
            self._add_lane()
        pool = next((end.pool for end in near if end.pool is not None), None)
        lanes = [lane for lane in self.frame.lanes if pool in (None, lane.pool)]
        best = next((each for each in (*lanes, *self.frame.lanes) if not each.thin), lanes[0])
        if best.thin:
            self.frame.lanes[best.index] = replace(best, thin=False)
        return best.index, None

    def _add_lane(self) -> None:
        """A lane for the notes of a file that holds nothing else."""
        name = PurePosixPath(self.document.path if self.document is not None else "").stem
        self.frame.pools.append(ScenePool(0, "", clean(name), 0, 0))
        self.frame.lanes.append(SceneLane(0, "", clean(name), "", 0))

    def _add_line(self, line: _Line) -> None:
        source, target = self._find_end(line.source), self._find_end(line.target)
        if source is None or target is None or source == target:
            return
        if source.node is None and target.node is None:
            return
        index = len(self.flows)
        ids = line.source.id, line.target.id
        self.flows.append(
            SceneFlow(index, "association", line.id, source, target, *ids, headless=line.headless)
        )
