"""A strip of a map: what stands between two cuts, in coordinates of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from procmap.maps.layout.geometry import Point, Rect, Spot, Words
from procmap.maps.layout.headers import Headers
from procmap.maps.lettering import Block
from procmap.maps.sheets.connectors import Connector
from procmap.maps.sheets.pieces import Piece

__all__ = ["Strip"]


@dataclass(frozen=True)
class Strip:
    """One strip, from the upper left corner of its lanes; headers stand to the left of that.

    Args:
        index: from 0, in reading order.
        width: of its lanes.
        height: of all its lanes.
        lanes: the body of each lane.
        nodes: the shapes on it.
        flows: the line of each flow drawn on it.
        pieces: what of each flow that is.
        node_labels: labels of nodes, outside their shapes.
        flow_labels: labels of flows.
        frame_labels: names of sub-processes, inside their frames.
        outlines: boxes of each group of BPMN.
        outline_labels: names of groups of BPMN.
        numbers: numbers of crossing points.
        connectors: where flows go on or come from elsewhere.
        headers: names of lanes.
        bands: names of pools.
        cut_left: it has a cut on the left.
        cut_right: it has a cut on the right.
    """

    index: int
    width: float
    height: float
    lanes: Sequence[Rect]
    nodes: Mapping[int, Rect]
    flows: Mapping[int, Sequence[Point]]
    pieces: Mapping[int, Piece]
    node_labels: Mapping[int, Words]
    flow_labels: Mapping[int, Words]
    frame_labels: Mapping[int, Words]
    outlines: Mapping[int, Sequence[Rect]]
    outline_labels: Mapping[int, Words]
    numbers: Sequence[Spot]
    connectors: Sequence[Connector]
    headers: Headers
    bands: Sequence[Block]
    cut_left: bool
    cut_right: bool
