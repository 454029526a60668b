"""Generated processes: loops, joins, splits, several lanes, nodes in no lane."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.model import FlowNode, Landscape, Lane, Performer, Process, SequenceFlow

from .builders import build_landscape, ref

LANES = ("A", "B", "C")


@st.composite
def processes(draw: st.DrawFn, max_nodes: int = 9, *, every_lane: bool = False) -> Process:
    count = draw(st.integers(1, max_nodes))
    kinds = draw(st.lists(st.sampled_from(["T", "T", "X", "E"]), min_size=count, max_size=count))
    choices = LANES if every_lane else (*LANES, "")
    lanes = draw(st.lists(st.sampled_from(choices), min_size=count, max_size=count))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends, max_size=2 * count, unique=True))
    types = {"T": "task", "X": "exclusiveGateway", "E": "intermediateThrowEvent"}
    nodes = tuple(
        FlowNode(
            ref=ref(f"{kind}{i}"),
            type=types[kind],
            parent=ref("Process"),
            performers=(Performer("lane", lane, "lane", ref(f"Lane_{lane}")),) if lane else (),
        )
        for i, (kind, lane) in enumerate(zip(kinds, lanes, strict=True))
    )
    flows = tuple(
        SequenceFlow(
            ref=ref(f"F{s}_{t}"), source=nodes[s].ref, target=nodes[t].ref, parent=ref("Process")
        )
        for s, t in pairs
    )
    return Process(
        ref=ref("Process"),
        name="Process",
        nodes=nodes,
        sequence_flows=flows,
        lanes=tuple(Lane(ref=ref(f"Lane_{x}"), name=x, process=ref("Process")) for x in LANES),
    )


def landscapes(max_nodes: int = 9, *, every_lane: bool = False) -> st.SearchStrategy[Landscape]:
    return processes(max_nodes, every_lane=every_lane).map(build_landscape)
