"""A finished layout: rectangles, lines and words in the drawing's own coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from procmap.maps.lettering import Block

__all__ = ["Geometry", "Point", "Rect", "Spot", "Words", "move_geometry"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle somewhere else."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Rect:
        """The rectangle with so much more on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether the two have an area in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Words:
    """A label outside a shape.

    Args:
        block: the lines.
        rect: where they stand.
        align: how lines shorter than the rectangle are set.
    """

    block: Block
    rect: Rect
    align: Literal["start", "middle", "end"] = "middle"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the number of a crossing point stands.

    Args:
        flow: index of the flow.
        mark: which of its crossing points, from 0.
        centre: the middle of the badge.
    """

    flow: int
    mark: int
    centre: Point


@dataclass(frozen=True)
class Geometry:
    """Everything's place.

    Args:
        width: width of the lanes' bodies, without headers; x runs from 0.
        height: height of all lanes; y runs from 0.
        lanes: the body of each lane.
        nodes: the shape of each node.
        flows: corners of each flow, from its source's border to its target's.
        node_labels: labels of nodes, outside their shapes.
        flow_labels: labels of flows.
        frame_labels: names of groups, inside their frames.
        numbers: numbers of crossing points.
        outlines: boxes of each group of BPMN, by its place in `Scene.outlines`.
        outline_labels: names of groups of BPMN.
    """

    width: float
    height: float
    lanes: Sequence[Rect]
    nodes: Sequence[Rect]
    flows: Mapping[int, Sequence[Point]]
    node_labels: Mapping[int, Words]
    flow_labels: Mapping[int, Words]
    frame_labels: Mapping[int, Words]
    numbers: Sequence[Spot]
    outlines: Mapping[int, Sequence[Rect]] = field(default_factory=dict)
    outline_labels: Mapping[int, Words] = field(default_factory=dict)


def move_geometry(geometry: Geometry, *, dx: float, dy: float) -> Geometry:
    """The same layout somewhere else, so that the drawing needs no transforms."""

    def move(words: Mapping[int, Words]) -> dict[int, Words]:
        return {i: replace(each, rect=each.rect.moved(dx, dy)) for i, each in words.items()}

    return replace(
        geometry,
        lanes=[lane.moved(dx, dy) for lane in geometry.lanes],
        nodes=[node.moved(dx, dy) for node in geometry.nodes],
        flows={i: [(x + dx, y + dy) for x, y in corners] for i, corners in geometry.flows.items()},
        node_labels=move(geometry.node_labels),
        flow_labels=move(geometry.flow_labels),
        frame_labels=move(geometry.frame_labels),
        numbers=[
            replace(spot, centre=(spot.centre[0] + dx, spot.centre[1] + dy))
            for spot in geometry.numbers
        ],
        outlines={
            i: [box.moved(dx, dy) for box in boxes] for i, boxes in geometry.outlines.items()
        },
        outline_labels=move(geometry.outline_labels),
    )
