"""Shapes and lines of a page in the drawing's own coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot
from statistics import median
from typing import Final

from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.scene import End, Scene, SceneFlow, SceneNode
from procmap.model import Bounds, Diagram, Shape

__all__ = ["Page", "find_flow_corners", "find_node_shapes", "open_sub_processes", "read_page"]

# Steps narrower than this are drawn larger, so that their words can be read.
_LEAST_STEP: Final = 96.0
_STEPS: Final = frozenset({"activity", "event", "gateway"})
_OPEN_END: Final = 20.0
_HALVINGS: Final = 30
_LEAST: Final = 4.0


@dataclass(frozen=True)
class Page:
    """A page with its origin moved to the upper left and its scale made legible.

    Args:
        shapes: rectangle of each element, by id; the first where it is drawn twice.
        labels: rectangle of its label, where the file says it.
        upright: elements that the file says are not horizontal.
        lines: way points of each flow.
        line_labels: rectangles of their labels.
    """

    shapes: Mapping[str, Rect]
    labels: Mapping[str, Rect]
    upright: frozenset[str]
    lines: Mapping[str, Sequence[Point]]
    line_labels: Mapping[str, Rect]


def read_page(diagram: Diagram, scene: Scene, *, margin: float) -> Page:
    """Move and scale the shapes and lines of a page that belong to a scene.

    Args:
        diagram: the page.
        scene: the part of the scene that is on it.
        margin: room to leave left of and above everything.
    """
    wanted = {node.id for node in scene.nodes} | {lane.id for lane in scene.lanes}
    wanted |= {pool.id for pool in scene.pools} | {outline.id for outline in scene.outlines}
    wanted |= {band.id for band in scene.bands}
    flows = {flow.id for flow in scene.flows}
    steps = {node.id for node in scene.nodes if node.kind == "activity"}
    dots = {node.id for node in scene.nodes}
    shapes = [
        shape
        for shape in diagram.shapes
        if shape.element in wanted and (shape.element in dots or _has_area(shape))
    ]
    edges = [edge for edge in diagram.edges if edge.element in flows and edge.points]
    widths = [shape.bounds.width for shape in shapes if shape.element in steps]
    scale = max(1.0, _LEAST_STEP / max(median(widths), _LEAST)) if widths else 1.0
    corners = [(s.bounds.x, s.bounds.y) for s in shapes]
    corners += [point for edge in edges for point in edge.points]
    labels_at = [shape.label for shape in shapes] + [edge.label for edge in edges]
    corners += [(label.x, label.y) for label in labels_at if label is not None]
    left, top = (min((corner[i] for corner in corners), default=0.0) for i in (0, 1))

    def move(x: float, y: float) -> Point:
        return (x - left) * scale + margin, (y - top) * scale + margin

    def place(bounds: Bounds) -> Rect:
        return Rect(*move(bounds.x, bounds.y), bounds.width * scale, bounds.height * scale)

    found: dict[str, Rect] = {}
    labels: dict[str, Rect] = {}
    for shape in shapes:
        found.setdefault(shape.element, place(shape.bounds))
        if shape.label is not None and shape.label.width > 0:
            labels.setdefault(shape.element, place(shape.label))
    lines: dict[str, Sequence[Point]] = {}
    line_labels: dict[str, Rect] = {}
    for edge in edges:
        lines.setdefault(edge.element, [move(x, y) for x, y in edge.points])
        if edge.label is not None and edge.label.width > 0:
            line_labels.setdefault(edge.element, place(edge.label))
    upright = frozenset(shape.element for shape in shapes if shape.horizontal is False)
    return Page(found, labels, upright, lines, line_labels)


def _has_area(shape: Shape) -> bool:
    """Whether a pool or lane is drawn at all; Bizagi gives the pool it hides no size."""
    return shape.bounds.width > 0 and shape.bounds.height > 0


def open_sub_processes(scene: Scene, page: Page) -> Scene:
    """The scene with each sub-process open that the page draws other nodes inside of."""
    middles = [
        (page.shapes[node.id].middle, node.kind in _STEPS)
        for node in scene.nodes
        if node.id in page.shapes and node.host is None
    ]
    nodes = []
    for node in scene.nodes:
        box = page.shapes.get(node.id)
        if node.kind == "activity" and box is not None:
            # Some tools file the content beside its sub-process, and draw it inside.
            any_kind = "content" in node.markers
            middle, area = box.middle, box.grown(-1)
            if any((any_kind or step) and m != middle and area.holds(m) for m, step in middles):
                markers = tuple(each for each in node.markers if each != "content")
                node = replace(node, kind="group", markers=markers)
        nodes.append(node)
    return replace(scene, nodes=tuple(nodes))


def find_node_shapes(scene: Scene, page: Page) -> list[Rect]:
    """The shape of each node; an open end lies where its flow ends."""
    ends: dict[int, Point] = {}
    for flow in scene.flows:
        line = page.lines.get(flow.id)
        for end, which in ((flow.source.node, 0), (flow.target.node, -1)):
            if end is not None and line:
                ends.setdefault(end, line[which])
    shapes = []
    for node in scene.nodes:
        shape = page.shapes.get(node.id) if node.id else None
        x, y = ends.get(node.index, (0.0, 0.0))
        half = _OPEN_END / 2
        shape = shape or Rect(x - half, y - half, _OPEN_END, _OPEN_END)
        shapes.append(Rect(shape.x, shape.y, max(shape.width, _LEAST), max(shape.height, _LEAST)))
    return shapes


def find_flow_corners(
    scene: Scene, page: Page, *, shapes: Sequence[Rect], lanes: Sequence[Rect]
) -> dict[int, list[Point]]:
    """The corners of each flow, cut where it leaves and reaches shapes.

    A flow that the page draws no line for runs straight.

    Args:
        scene: what is drawn.
        page: the page.
        shapes: the shape of each node.
        lanes: the body of each lane.
    """
    found: dict[int, list[Point]] = {}
    for flow in scene.flows:
        line = list(dict.fromkeys(page.lines.get(flow.id, ())))
        if len(line) < 2:
            line = [_find_middle(scene, end, shapes, lanes, found) for end in _ends(flow)]
        if line[0] == line[-1] and len(line) < 3:
            line = [line[0], (line[0][0] + 1, line[0][1])]
        for end, turn in ((flow.source, 1), (flow.target, -1)):
            if end.node is not None:
                line = _cut(line[::turn], scene.nodes[end.node], shapes[end.node])[::turn]
        found[flow.index] = line
    return found


def _ends(flow: SceneFlow) -> tuple[End, End]:
    return flow.source, flow.target


def _find_middle(
    scene: Scene,
    end: End,
    shapes: Sequence[Rect],
    lanes: Sequence[Rect],
    flows: Mapping[int, Sequence[Point]],
) -> Point:
    if end.node is not None:
        return shapes[end.node].middle
    if end.flow is not None and end.flow in flows:
        line = flows[end.flow]
        return line[len(line) // 2]
    pool = scene.pools[end.pool or 0]
    return lanes[pool.first].middle


def _cut(line: list[Point], node: SceneNode, shape: Rect) -> list[Point]:
    """A line without what lies inside the shape it begins in."""
    if node.kind == "group" or not _holds(node, shape, line[0]):
        return line
    beyond = next((i for i, point in enumerate(line) if not _holds(node, shape, point)), None)
    if beyond is None:
        return line
    inside, outside = line[beyond - 1], line[beyond]
    for _ in range(_HALVINGS):
        middle = ((inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2)
        if _holds(node, shape, middle):
            inside = middle
        else:
            outside = middle
    cut = [outside, *line[beyond:]]
    return cut if hypot(cut[0][0] - cut[1][0], cut[0][1] - cut[1][1]) > 0.01 else line[beyond - 1 :]


def _holds(node: SceneNode, shape: Rect, point: Point) -> bool:
    """Whether a point lies inside a shape, as it is drawn."""
    x, y = shape.middle
    across, down = abs(point[0] - x) / (shape.width / 2), abs(point[1] - y) / (shape.height / 2)
    if node.kind == "gateway":
        return across + down < 1
    if node.kind in {"event", "boundary", "open"}:
        return hypot(across, down) < 1
    return across < 1 and down < 1
