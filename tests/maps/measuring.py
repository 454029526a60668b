"""Measures a map from its SVG alone, through the public contract, and from the model.

Nothing here knows how the layout was found: shapes, lines and words are read back from the file.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from procmap.maps.lettering import find_width
from procmap.model import Document, FlowNode, Process

from .fonts import FONTS, measure_text

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]
Point = tuple[float, float]


ARTIFACTS = ("data", "textAnnotation")


@dataclass
class Node:
    id: str
    box: Box
    labels: list[Box]
    type: str = ""

    @property
    def beside(self) -> bool:
        """Data and notes, which the model knows no place for."""
        return self.type.startswith(ARTIFACTS)


@dataclass
class Flow:
    id: str
    source: str
    target: str
    kind: str
    points: list[Point]
    labels: list[Box]
    numbers: tuple[int, ...]


@dataclass
class Words:
    """Words that belong inside a box: of a step, a note, the header of a lane."""

    owner: str
    text: str
    size: float
    bold: bool
    anchor: str
    x: float
    box: Box

    def find_span(self, font: str) -> tuple[float, float]:
        """From where to where they run in a font."""
        width = measure_text(self.text, self.size, font=font, bold=self.bold)
        left = self.x - {"middle": width / 2, "end": width}.get(self.anchor, 0)
        return left, left + width


@dataclass
class Drawing:
    lanes: dict[str, Box] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    node_ids: Counter[str] = field(default_factory=Counter)
    flows: list[Flow] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)
    headers: list[Box] = field(default_factory=list)
    outlines: dict[str, Box] = field(default_factory=dict)
    words: list[Words] = field(default_factory=list)
    badges: list[Box] = field(default_factory=list)


@dataclass
class Measures:
    nodes: int = 0
    flows: int = 0
    beside: int = 0
    labels: int = 0
    nodes_missing: int = 0
    flows_missing: int = 0
    overlaps: int = 0
    through_nodes: int = 0
    outside_lane: int = 0
    loose_ends: int = 0
    shared_tracks: int = 0
    crossings: int = 0
    crossings_beside: int = 0
    bends: int = 0
    label_clashes: int = 0
    numbers_covered: int = 0
    words: int = 0
    words_outside: Counter[str] = field(default_factory=Counter)
    where: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        return (
            self.nodes_missing
            + self.flows_missing
            + self.overlaps
            + self.through_nodes
            + self.outside_lane
            + self.loose_ends
        )


def read_drawing(svg: str) -> Drawing:
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    drawing = Drawing()
    for group in root.iter(f"{SVG}g"):
        classes = (group.get("class") or "").split()
        if "procmap-lane" in classes:
            body = next(e for e in group if e.get("class") == "procmap-lane-body")
            drawing.lanes[group.get("data-id") or ""] = _box(body)
            headers = [_box(e) for e in group if e.get("class") == "procmap-lane-header"]
            drawing.headers += headers
            for header in headers:
                drawing.words += _words(group, header)
        elif "procmap-node" in classes:
            assert group[0].get("class") == "procmap-shape"
            id_ = group.get("data-id") or ""
            if group.get("data-type") == "group":
                drawing.outlines[id_] = _box(group[0])
                continue
            drawing.node_ids[id_] += 1
            # Open ends have no id of their own.
            key = id_ or f"?{drawing.node_ids['']}"
            if group[0].tag == f"{SVG}rect":
                drawing.words += _words(group, _box(group[0]))
            type_ = group.get("data-type") or ""
            drawing.nodes[key] = Node(key, _box(group[0]), _labels(group), type_)
        elif "procmap-flow" in classes:
            line = next(e for e in group if e.tag == f"{SVG}path")
            assert line.get("class") == "procmap-line"
            drawing.flows.append(
                Flow(
                    group.get("data-id") or "",
                    group.get("data-source") or "",
                    group.get("data-target") or "",
                    group.get("data-kind") or "",
                    _points(line.get("d") or ""),
                    _labels(group),
                    tuple(int(n) for n in (group.get("data-handoffs") or "").split()),
                )
            )
        elif "procmap-badge" in classes:
            drawing.badges.append(_box(group[0]))
        elif "procmap-number" in classes:
            drawing.marks.append(_box(next(e for e in group if e.tag == f"{SVG}circle")))
    return drawing


def _box(shape: ET.Element) -> Box:
    def value(name: str) -> float:
        return float(shape.get(name) or 0)

    if shape.tag == f"{SVG}rect":
        return (
            value("x"),
            value("y"),
            value("x") + value("width"),
            value("y") + value("height"),
        )
    if shape.tag == f"{SVG}circle":
        r = value("r")
        return value("cx") - r, value("cy") - r, value("cx") + r, value("cy") + r
    points = _points(shape.get("d") or "")
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _points(d: str) -> list[Point]:
    """Corners of a path of absolute M, L and Q; a rounded corner counts as its sharp one."""
    assert not re.search(r"[a-zA-Y]", re.sub(r"[MLQ]", "", d)), d
    points: list[Point] = []
    before = ""
    for command, numbers in re.findall(r"([MLQ])([^MLQZ]*)", d):
        values = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if command == "Q" and before == "L":
            points.pop()
        points.append((values[0], values[1]))
        before = command
    return points


def _words(group: ET.Element, box: Box) -> list[Words]:
    return [
        Words(
            group.get("data-id") or "",
            span.text or "",
            float(text.get("font-size") or 0),
            text.get("font-weight") == "bold",
            text.get("text-anchor") or "",
            float(span.get("x") or 0),
            box,
        )
        for text in group.iter(f"{SVG}text")
        if text.get("class") != "procmap-label"
        for span in list(text) or [text]
    ]


def _labels(group: ET.Element) -> list[Box]:
    boxes = []
    for text in group.iter(f"{SVG}text"):
        if text.get("class") != "procmap-label":
            continue
        size = float(text.get("font-size") or 0)
        bold = text.get("font-weight") == "bold"
        spans = list(text) or [text]
        width = max(find_width(span.text or "", size, bold=bold) for span in spans)
        x = float(spans[0].get("x") or 0)
        left = x - {"middle": width / 2, "end": width}.get(text.get("text-anchor") or "", 0)
        top = float(spans[0].get("y") or 0) - 0.75 * size
        bottom = float(spans[-1].get("y") or 0) + 0.2 * size
        boxes.append((left, top, left + width, bottom))
    return boxes


def _overlap(a: Box, b: Box, by: float = 0.5) -> bool:
    return a[0] + by < b[2] and b[0] + by < a[2] and a[1] + by < b[3] and b[1] + by < a[3]


def _inside(inner: Box, outer: Box, slack: float = 0.6) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def _segments(points: list[Point]) -> Iterable[tuple[Point, Point]]:
    return pairwise(points)


def _cuts(segment: tuple[Point, Point], box: Box, inset: float) -> bool:
    """Whether a segment runs through the inside of a box (Liang and Barsky)."""
    (x0, y0), (x1, y1) = segment
    low, high = 0.0, 1.0
    for start, step, least, most in (
        (x0, x1 - x0, box[0] + inset, box[2] - inset),
        (y0, y1 - y0, box[1] + inset, box[3] - inset),
    ):
        if step == 0:
            if not least < start < most:
                return False
            continue
        first, last = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, first), min(high, last)
    return low < high


def measure(svg: str, subject: Process | Document) -> Measures:
    drawing = read_drawing(svg)
    processes = subject.processes if isinstance(subject, Document) else (subject,)
    nodes = {node.id: node for process in processes for node in process.nodes}
    beside = [node for node in drawing.nodes.values() if node.beside]
    found = Measures(nodes=len(nodes), flows=len(drawing.flows), beside=len(beside))
    _measure_presence(drawing, processes, subject, found)
    _measure_nodes(drawing, processes, nodes, found)
    _measure_flows(drawing, nodes, found)
    _measure_crossings(drawing, found)
    _measure_labels(drawing, found)
    _measure_words(drawing, found)
    return found


def _measure_words(drawing: Drawing, found: Measures) -> None:
    found.words = len(drawing.words)
    for words in drawing.words:
        for font in FONTS:
            left, right = words.find_span(font)
            if left < words.box[0] - 0.5 or right > words.box[2] + 0.5:
                found.words_outside[font] += 1
                found.where.append(f"words {font} {words.owner} {words.text}")


def _measure_presence(
    drawing: Drawing,
    processes: Iterable[Process],
    subject: Process | Document,
    found: Measures,
) -> None:
    wanted = Counter(node.id for process in processes for node in process.nodes)
    found.nodes_missing = sum((wanted - drawing.node_ids).values())
    flows = Counter(flow.id for process in processes for flow in process.sequence_flows)
    if isinstance(subject, Document):
        flows += Counter(flow.id for flow in subject.message_flows)
    found.flows_missing = sum((flows - Counter(flow.id for flow in drawing.flows)).values())


def _ancestors(node: FlowNode | None, nodes: dict[str, FlowNode]) -> set[str]:
    """The node, its host, and the sub-processes around them."""
    line: set[str] = set()
    todo = [node]
    while todo:
        at = todo.pop()
        if at is None or at.id in line:
            continue
        line.add(at.id)
        todo.append(nodes.get(at.parent.id))
        todo.append(nodes.get(at.attached_to.id) if at.attached_to else None)
    return line


def _measure_nodes(
    drawing: Drawing,
    processes: Iterable[Process],
    nodes: dict[str, FlowNode],
    found: Measures,
) -> None:
    around = {id_: _ancestors(nodes.get(id_), nodes) for id_ in drawing.nodes}
    groups = {node.parent.id for node in nodes.values()}
    for id_, shape in drawing.nodes.items():
        if id_.startswith("?") or shape.beside:
            inside = (
                g for g in groups & set(drawing.nodes) if _inside(shape.box, drawing.nodes[g].box)
            )
            around[id_] |= set(inside)
    placed = sorted(drawing.nodes.values(), key=lambda node: node.box)
    for i, first in enumerate(placed):
        for second in placed[i + 1 :]:
            if second.box[0] > first.box[2]:
                break
            related = first.id in around[second.id] or second.id in around[first.id]
            if not related and _overlap(first.box, second.box):
                found.overlaps += 1
                found.where.append(f"overlap {first.id} {second.id}")
    for process in processes:
        leaves = {lane.id for lane in process.leaf_lanes}
        for node in process.nodes:
            lane = _lane_of(node, nodes, leaves)
            shape = drawing.nodes.get(node.id)
            if lane is None or shape is None:
                continue
            if lane not in drawing.lanes or not _inside(shape.box, drawing.lanes[lane]):
                found.outside_lane += 1
                found.where.append(f"outside {node.id} {lane}")


def _lane_of(node: FlowNode, nodes: dict[str, FlowNode], leaves: set[str]) -> str | None:
    at: FlowNode | None = node
    while at is not None:
        if at.attached_to is not None and at.attached_to.id in nodes:
            at = nodes[at.attached_to.id]
            continue
        refs = [at.lane, *(p.ref for p in at.performers if p.kind == "lane")]
        for ref in refs:
            if ref is not None and ref.id in leaves:
                return ref.id
        at = nodes.get(at.parent.id)
    return None


def _measure_flows(drawing: Drawing, nodes: dict[str, FlowNode], found: Measures) -> None:
    for flow in drawing.flows:
        own = _ancestors(nodes.get(flow.source), nodes) | _ancestors(nodes.get(flow.target), nodes)
        own |= {flow.source, flow.target}
        if flow.kind == "association":
            ends = [drawing.nodes[e].box for e in (flow.source, flow.target) if e in drawing.nodes]
            own |= {
                frame.id
                for frame in drawing.nodes.values()
                if any(end != frame.box and _inside(end, frame.box) for end in ends)
            }
        for node in drawing.nodes.values():
            ends = node.id in {flow.source, flow.target}
            if (node.id in own and not ends) or node.id.startswith("?"):
                continue
            group = any(n.parent.id == node.id for n in nodes.values()) if ends else False
            if group:
                continue
            if any(_cuts(segment, node.box, 2.0) for segment in _segments(flow.points)):
                found.through_nodes += 1
                found.where.append(f"through {flow.id} {node.id}")
        for end, point in ((flow.source, flow.points[0]), (flow.target, flow.points[-1])):
            shape = drawing.nodes.get(end)
            if end and shape is not None and not _touches(point, shape.box):
                found.loose_ends += 1
                found.where.append(f"loose {flow.id} {end}")


def _touches(point: Point, box: Box) -> bool:
    x, y = point
    on_side = min(abs(x - box[0]), abs(x - box[2])) < 1 and box[1] - 1 < y < box[3] + 1
    on_top = min(abs(y - box[1]), abs(y - box[3])) < 1 and box[0] - 1 < x < box[2] + 1
    return on_side or on_top


def _measure_crossings(drawing: Drawing, found: Measures) -> None:
    segments: list[tuple[Point, Point, int]] = []
    for i, flow in enumerate(drawing.flows):
        found.bends += max(0, len(flow.points) - 2)
        segments += [(*sorted(pair), i) for pair in _segments(flow.points)]
    segments.sort()
    for n, (a, b, i) in enumerate(segments):
        for c, d, j in segments[n + 1 :]:
            if c[0] > b[0] + 2.5:
                break
            if i != j:
                _measure_pair(drawing, found, ((a, b, i), (c, d, j)))


def _measure_pair(
    drawing: Drawing, found: Measures, pair: tuple[tuple[Point, Point, int], ...]
) -> None:
    (a, b, i), (c, d, j) = pair
    first, second = drawing.flows[i], drawing.flows[j]
    at = _meet(a, b, c, d)
    if at is not None and not _merge(first, second, at):
        if "association" in {first.kind, second.kind}:
            found.crossings_beside += 1
        else:
            found.crossings += 1
            found.where.append(f"crossing {first.id} {second.id}")
    for along in (0, 1):
        level = max(p[1 - along] for p in (a, b, c, d)) - min(p[1 - along] for p in (a, b, c, d))
        shared = min(max(a[along], b[along]), max(c[along], d[along]))
        shared -= max(min(a[along], b[along]), min(c[along], d[along]))
        if level < 2.5 and shared > 3 and not _related(drawing, i, j):
            found.shared_tracks += 1
            found.where.append(f"shared {first.id} {second.id}")


def _meet(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two segments cross in their insides."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    one, other = side(a, b, c), side(a, b, d)
    if one * other >= 0 or side(c, d, a) * side(c, d, b) >= 0:
        return None
    share = one / (one - other)
    return c[0] + (d[0] - c[0]) * share, c[1] + (d[1] - c[1]) * share


def _related(drawing: Drawing, i: int, j: int) -> bool:
    first, second = drawing.flows[i], drawing.flows[j]
    return first.target == second.target or first.source == second.source


def _merge(first: Flow, second: Flow, at: Point) -> bool:
    """Whether two flows to one target meet here to run on together."""
    if first.target != second.target:
        return False
    corners = (*first.points, *second.points)
    return any(abs(x - at[0]) < 0.1 and abs(y - at[1]) < 0.1 for x, y in corners)


def _measure_labels(drawing: Drawing, found: Measures) -> None:
    labels = [(box, node.id, -1) for node in drawing.nodes.values() for box in node.labels] + [
        (box, "", i) for i, flow in enumerate(drawing.flows) for box in flow.labels
    ]
    found.labels = len(labels)
    segments = [
        (segment, i) for i, flow in enumerate(drawing.flows) for segment in _segments(flow.points)
    ]
    frames = {
        node.id
        for node in drawing.nodes.values()
        if any(
            other.id != node.id and _inside(other.box, node.box, 0)
            for other in drawing.nodes.values()
        )
    }
    for n, (box, owner, _flow) in enumerate(labels):
        # Words may reach into the empty corner of a diamond or circle, but not of a page.
        on_node = any(
            (node.id != owner or node.beside) and node.id not in frames and _overlap(box, node.box)
            for node in drawing.nodes.values()
        )
        on_label = any(_overlap(box, other) for other, _, _ in labels[:n])
        on_line = any(_cuts(segment, box, 0.8) for segment, _ in segments)
        on_mark = any(_overlap(box, mark) for mark in drawing.marks)
        on_header = any(_overlap(box, header) for header in drawing.headers)
        on_badge = any(_overlap(box, badge, 2.0) for badge in drawing.badges)
        clashes = (on_node, on_label, on_line, on_mark, on_header, on_badge)
        if any(clashes):
            found.label_clashes += 1
            kind = "".join(c for c, on in zip("nlsmhb", clashes, strict=True) if on)
            found.where.append(f"label {kind} {owner or drawing.flows[_flow].id}")
    for n, mark in enumerate(drawing.marks):
        on_node = any(
            node.id not in frames and _overlap(mark, node.box) for node in drawing.nodes.values()
        )
        if on_node or any(_overlap(mark, other) for other in drawing.marks[:n]):
            found.numbers_covered += 1
            found.where.append(f"mark {mark}")
