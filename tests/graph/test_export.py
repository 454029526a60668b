"""Graphs for networkx: what is in them, and that other programs can read them."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pytest

import procmap as pm
from procmap.graph import analyze_landscape
from procmap.graph.export import ATTRIBUTES, build_networkx

from .builders import build_landscape, build_process, ref


@pytest.fixture(scope="module")
def landscape(samples_dir: Path) -> pm.Landscape:
    return pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")


def test_steps_are_nodes_and_successions_edges(landscape: pm.Landscape) -> None:
    graph = landscape.to_networkx()
    analysis = analyze_landscape(landscape)
    steps = [str(step.ref) for process in landscape.processes for step in process.steps]
    assert sorted(n for n, data in graph.nodes(data=True) if data["step"]) == sorted(steps)
    edges = {(a, b, key) for a, b, key in graph.edges(keys=True) if key != "message"}
    assert edges == {(str(s.source), str(s.target), s.medium) for s in analysis.successions}


def test_hand_offs_carry_their_number_and_who_governs(landscape: pm.Landscape) -> None:
    graph = landscape.to_networkx()
    for handoff in analyze_landscape(landscape).handoffs:
        data = graph.get_edge_data(str(handoff.source), str(handoff.target), handoff.medium)
        assert (data["number"], data["governance"]) == (handoff.number, handoff.governance)
        assert (data["crosses"], data["contact"]) == ("yes", False)


def test_units_are_nodes_and_hand_offs_weights(landscape: pm.Landscape) -> None:
    graph = landscape.to_networkx(level="unit")
    matrix = analyze_landscape(landscape).metrics.matrix()
    assert {(a, b): d["weight"] for a, b, d in graph.edges(data=True)} == {
        pair: edge.count for pair, edge in matrix.edges.items()
    }
    assert all(d["distance"] == 1 / d["weight"] for _, _, d in graph.edges(data=True))


@pytest.mark.parametrize("level", ["step", "unit"])
def test_attributes_are_those_documented_and_every_writer_takes_them(
    landscape: pm.Landscape, level: str
) -> None:
    graph = landscape.to_networkx(level=level)  # type: ignore[arg-type]
    nodes, edges = ATTRIBUTES[f"{level} nodes"], ATTRIBUTES[f"{level} edges"]
    assert all(data.keys() == nodes.keys() for _, data in graph.nodes(data=True))
    assert all(data.keys() == edges.keys() for _, _, data in graph.edges(data=True))
    nx.write_graphml(graph, io.BytesIO())
    nx.write_gexf(graph, io.BytesIO())
    nx.node_link_data(graph)


def test_messages_between_steps_are_edges_of_their_own() -> None:
    first = build_process("T1@A", id_="P1", pool="One")
    second = build_process("T2@B", id_="P2", document="n.bpmn", pool="Two")
    landscape = build_landscape(first, second, messages=((ref("T1"), ref("T2", "n.bpmn")),))
    assert list(landscape.to_networkx().edges(keys=True)) == [("m.bpmn#T1", "n.bpmn#T2", "message")]


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(pm.ModelError, match="unknown level 'team'"):
        pm.Landscape().to_networkx(level="team")  # type: ignore[arg-type]


@pytest.mark.parametrize("level", ["step", "unit"])
def test_too_many_successions_are_refused_with_the_reason(level: str) -> None:
    fan = "\n".join(f"T{i}@A -> X1@A\nX1 -> T{100 + i}@B" for i in range(20))
    analysis = analyze_landscape(build_landscape(build_process(fan)), max_successions=100)
    with pytest.raises(pm.ModelError, match="not listed"):
        build_networkx(analysis, level=level)  # type: ignore[arg-type]
