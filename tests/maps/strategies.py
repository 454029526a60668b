"""Processes of any shape: lanes, groups in groups, boundary events, loops, dangling flows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from procmap.model import FlowNode, Process

from .builders import (
    association,
    data,
    flows,
    lane,
    node,
    note,
    process,
    reads,
    writes,
)

_TYPES = [
    "task",
    "userTask",
    "exclusiveGateway",
    "parallelGateway",
    "startEvent",
    "endEvent",
    "intermediateCatchEvent",
    "callActivity",
]
_NAMES = ["", "Ja", "Vurdere søknad", "Innhente opplysninger fra Folkeregisteret", "x" * 90]


@st.composite
def processes(draw: st.DrawFn) -> Process:
    lane_ids = [f"L{i}" for i in range(draw(st.integers(0, 4)))]
    groups = [f"g{i}" for i in range(draw(st.integers(0, 2)))]
    levels = ["P", *groups]
    nodes: list[FlowNode] = []
    for i, group in enumerate(groups):
        # A group may stand in the one before it; inner nodes are in no lane by themselves.
        inside = draw(st.sampled_from(levels[: i + 1]))
        own = draw(st.sampled_from(lane_ids)) if lane_ids and inside == "P" else None
        nodes.append(node(group, "subProcess", f"Gruppe {i}", inside=inside, lane=own))
    for i in range(draw(st.integers(1, 9))):
        inside = draw(st.sampled_from(levels))
        own = draw(st.sampled_from([*lane_ids, None])) if lane_ids and inside == "P" else None
        nodes.append(
            node(
                f"n{i}",
                draw(st.sampled_from(_TYPES)),
                draw(st.sampled_from(_NAMES)),
                inside=inside,
                lane=own,
            )
        )
    hosts = [n for n in nodes if n.is_activity]
    for i in range(draw(st.integers(0, 3)) if hosts else 0):
        host = draw(st.sampled_from(hosts))
        inside = host.parent.id
        name = draw(st.sampled_from(_NAMES[:3]))
        nodes.append(node(f"b{i}", "boundaryEvent", name, inside=inside, on=host.id))
    pairs = []
    for _ in range(draw(st.integers(0, 14))):
        source = draw(st.sampled_from(nodes))
        level = [n for n in nodes if n.parent == source.parent]
        target = draw(st.sampled_from(level))
        ends = [source.id, target.id]
        if draw(st.integers(0, 19)) == 0:
            ends[draw(st.integers(0, 1))] = ""
        pairs.append(f"{ends[0]}>{ends[1]} {draw(st.sampled_from(_NAMES[:3]))}".strip())
    beside = draw(artifacts([each.id for each in nodes]))
    lanes = [lane(id_, f"Enhet {id_}") for id_ in lane_ids]
    return process(nodes, flows(*pairs), lanes=lanes, **beside)


@st.composite
def artifacts(draw: st.DrawFn, node_ids: list[str]) -> dict[str, Any]:
    """Data and notes with lines to some of the nodes, or to none."""
    some = st.lists(st.sampled_from(node_ids), max_size=3, unique=True)
    types = st.sampled_from(["dataObjectReference", "dataStoreReference", "dataInput"])
    pages = [
        data(f"d{i}", draw(st.sampled_from(_NAMES)), draw(types))
        for i in range(draw(st.integers(0, 3)))
    ]
    notes = [note(f"m{i}", draw(st.sampled_from(_NAMES))) for i in range(draw(st.integers(0, 2)))]
    lines = [
        (reads if draw(st.booleans()) else writes)(node_id, page.id)
        for page in pages
        for node_id in draw(some)
    ]
    dotted = [
        association(f"{each.id}-{node_id}", each.id, node_id)
        for each in notes
        for node_id in draw(some)
    ]
    return {
        "data": tuple(pages),
        "annotations": tuple(notes),
        "data_associations": tuple(lines),
        "associations": tuple(dotted),
    }
