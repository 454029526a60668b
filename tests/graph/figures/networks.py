"""Landscapes made of units and hand-offs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from procmap.graph import Analysis, analyze_landscape
from procmap.model import (
    Document,
    Fact,
    FlowNode,
    Landscape,
    Lane,
    LaneMeaning,
    Performer,
    Process,
    SequenceFlow,
    Unit,
)
from tests.graph.builders import ref


def build_units(names: Iterable[str]) -> tuple[Unit, ...]:
    """A municipality over groups over units: "A1" lies under "A"."""
    leaves = sorted(set(names))
    groups = sorted({name[0] for name in leaves})
    top = Unit(key="top", name="Kommunen", organisation="K")
    return (
        top,
        *(Unit(key=g, name=g, organisation="K", parent="top") for g in groups),
        *(Unit(key=n, name=n, organisation="K", parent=n[0]) for n in leaves),
    )


def build_network_landscape(
    counts: Mapping[tuple[str, str], int], alone: Iterable[str] = ()
) -> Landscape:
    """A landscape with so many hand-offs from unit to unit: pairs of steps that share nothing."""
    process = ref("Process")
    names = sorted({name for pair in counts for name in pair} | set(alone))
    lanes = {
        name: Lane(
            ref=ref(f"Lane_{name}"),
            name=name,
            process=process,
            meaning=Fact.stated(LaneMeaning("unit", (name,))),
        )
        for name in names
    }
    nodes: list[FlowNode] = []
    flows: list[SequenceFlow] = []

    def step(name: str) -> FlowNode:
        node = FlowNode(
            ref=ref(f"T{len(nodes)}"),
            type="task",
            parent=process,
            lane=lanes[name].ref,
            performers=(Performer("lane", name, "lane", lanes[name].ref),),
        )
        nodes.append(node)
        return node

    for name in alone:
        step(name)
    for (source, target), count in counts.items():
        for _ in range(count):
            first, second = step(source), step(target)
            flows.append(
                SequenceFlow(
                    ref=ref(f"F{len(flows)}"), source=first.ref, target=second.ref, parent=process
                )
            )
    drawn = Process(
        ref=process,
        nodes=tuple(nodes),
        sequence_flows=tuple(flows),
        lanes=tuple(lanes.values()),
    )
    return Landscape(
        documents=(Document(path="m.bpmn", sha256="", processes=(drawn,)),),
        units=build_units(names),
        registered=True,
    )


def analyze_network(counts: Mapping[tuple[str, str], int], alone: Iterable[str] = ()) -> Analysis:
    return analyze_landscape(build_network_landscape(counts, alone))


UNITS = ("A1", "A2", "A3", "B1", "B2", "C1")
networks = st.dictionaries(
    st.tuples(st.sampled_from(UNITS), st.sampled_from(UNITS)).filter(lambda p: p[0] != p[1]),
    st.integers(1, 4),
    max_size=12,
)
