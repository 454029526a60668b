"""The two small algorithms under the figures, against networkx and against iteration."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.figures.components import find_components
from procmap.graph.figures.elimination import EntangledError, GrowingError, solve_traffic

SIZE = 7
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))


@given(st.lists(pairs, max_size=20))
def test_components_are_those_of_networkx_and_what_they_lead_to_comes_first(
    edges: list[tuple[int, int]],
) -> None:
    ahead: list[list[int]] = [[] for _ in range(SIZE)]
    for tail, head in edges:
        ahead[tail].append(head)
    found = find_components(range(SIZE), ahead)
    graph: nx.DiGraph[int] = nx.DiGraph(edges)
    graph.add_nodes_from(range(SIZE))
    assert {frozenset(c) for c in found} == {
        frozenset(c) for c in nx.strongly_connected_components(graph)
    }
    position = {node: i for i, component in enumerate(found) for node in component}
    assert all(position[head] <= position[tail] for tail, head in edges)


@given(
    st.dictionaries(pairs, st.sampled_from((0.1, 0.3, 0.6)), max_size=18),
    st.dictionaries(st.integers(0, SIZE - 1), st.just({"case": 1.0}), min_size=1, max_size=2),
)
def test_traffic_is_what_iterating_comes_to_or_it_grows(
    weights: dict[tuple[int, int], float], sources: dict[int, dict[str, float]]
) -> None:
    arcs: list[dict[int, float]] = [{} for _ in range(SIZE)]
    for (tail, head), weight in weights.items():
        arcs[tail][head] = weight
    entering = [sources.get(i, {}).get("case", 0.0) for i in range(SIZE)]
    flows = list(entering)
    for _ in range(3000):
        flows = [
            entering[i] + sum(flows[tail] * arcs[tail].get(i, 0.0) for tail in range(SIZE))
            for i in range(SIZE)
        ]
        if max(flows) > 1e12:
            break
    try:
        solved = [x.get("case", 0.0) for x in solve_traffic(SIZE, arcs, sources)]
    except GrowingError:
        assert max(flows) > 50
        return
    if max(flows) < 1e6:
        assert solved == pytest.approx(flows, rel=1e-3)


def test_a_long_loop_is_solved_without_a_matrix() -> None:
    size = 20_000
    arcs = [{(i + 1) % size: 1.0 if i < size - 1 else 0.5} for i in range(size)]
    assert solve_traffic(size, arcs, {0: {"case": 1.0}})[7]["case"] == pytest.approx(2.0)


def test_what_cannot_be_solved_in_time_is_given_up() -> None:
    arcs = [{j: 0.01 for j in range(60) if j != i} for i in range(60)]
    with pytest.raises(EntangledError):
        solve_traffic(60, arcs, {0: {"case": 1.0}}, max_work=1000)
