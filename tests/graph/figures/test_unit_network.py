"""Matrix, E-I index, modularity, brokerage and betweenness of the unit network."""

from __future__ import annotations

from itertools import product

import networkx as nx
import pytest
from hypothesis import given, settings

from procmap.errors import ModelError
from procmap.graph import analyze_landscape
from procmap.graph.figures import Metrics
from tests.graph.builders import build_landscape, build_process

from .networks import analyze_network, networks

Counts = dict[tuple[str, str], int]

WORKED: Counts = {
    ("A1", "A2"): 5,
    ("A2", "A1"): 3,
    ("A2", "B1"): 2,
    ("B1", "B2"): 4,
    ("B2", "C1"): 1,
    ("C1", "A1"): 1,
}


def metrics_of(counts: Counts) -> Metrics:
    return Metrics(analyze_network(counts))


def test_the_worked_case_has_its_e_i_index_whole_and_for_each_group() -> None:
    figures = {figure.subject: figure for figure in metrics_of(WORKED).ei_index()}
    whole = figures.pop("")
    assert (whole.numerator, whole.denominator) == (4 - 12, 4 + 12)
    assert whole.value == -1 / 2
    assert {key: figure.value for key, figure in figures.items()} == {
        "A": -5 / 11,
        "B": -1 / 7,
        "C": 1,
    }


def test_the_worked_case_has_its_modularity() -> None:
    figure = metrics_of(WORKED).modularity()
    assert (figure.numerator, figure.denominator) == (71, 256)
    assert figure.value == pytest.approx(71 / 256, abs=1e-15)


def test_by_default_groups_are_the_shallowest_that_tell_units_apart() -> None:
    metrics = metrics_of(WORKED)
    assert metrics.find("ei_index").level == 1
    assert metrics.find("ei_index", "A").value == -5 / 11
    # All lie under the one top; every unit is its own group at the bottom.
    assert metrics.ei_index(0)[0].value == -1
    assert metrics.ei_index("unit")[0].value == 1


def test_stays_are_not_counted() -> None:
    metrics = metrics_of({("A1", "B1"): 1})
    assert metrics.matrix("unit").total == 1


@settings(max_examples=200)
@given(networks)
def test_e_i_index_and_modularity_are_tied_by_an_identity(counts: Counts) -> None:
    metrics = metrics_of(counts)
    index, modularity = metrics.ei_index(1)[0], metrics.modularity(1)
    if not counts:
        assert index.withheld
        assert modularity.withheld
        return
    total = sum(counts.values())
    shares = [
        sum(n for (a, _), n in counts.items() if a[0] == group)
        * sum(n for (_, b), n in counts.items() if b[0] == group)
        / total**2
        for group in "ABC"
    ]
    assert index.value is not None
    assert modularity.value is not None
    assert index.value == pytest.approx(1 - 2 * (modularity.value + sum(shares)))


@settings(max_examples=200)
@given(networks)
def test_brokerage_roles_add_up_to_the_open_two_paths(counts: Counts) -> None:
    names = {name for pair in counts for name in pair}
    paths = [
        (a, v, b)
        for a, v, b in product(names, repeat=3)
        if len({a, v, b}) == 3 and (a, v) in counts and (v, b) in counts and (a, b) not in counts
    ]
    figures = metrics_of(counts).brokerage(1)
    assert sum(figure.value or 0 for figure in figures) == len(paths)
    roles = {
        (True, True, True): "coordinator",
        (False, True, False): "consultant",
        (False, False, True): "gatekeeper",
        (True, False, False): "representative",
        (False, False, False): "liaison",
    }
    for figure in figures:
        role = figure.name.removeprefix("brokerage_")
        mine = [
            path
            for path in paths
            if path[1] == figure.subject
            and roles[path[0][0] == path[1][0], path[0][0] == path[2][0], path[1][0] == path[2][0]]
            == role
        ]
        assert figure.value == len(mine)


@pytest.mark.parametrize(
    ("first", "broker", "last", "role"),
    [
        ("A1", "A2", "A3", "coordinator"),
        ("A1", "B1", "A2", "consultant"),
        ("A1", "B1", "B2", "gatekeeper"),
        ("A1", "A2", "B1", "representative"),
        ("A1", "B1", "C1", "liaison"),
    ],
)
def test_each_brokerage_role(first: str, broker: str, last: str, role: str) -> None:
    figures = metrics_of({(first, broker): 2, (broker, last): 1}).brokerage(1)
    assert [(f.subject, f.name) for f in figures if f.value] == [(broker, f"brokerage_{role}")]


def test_a_path_that_is_closed_needs_no_broker() -> None:
    counts = {("A1", "B1"): 1, ("B1", "C1"): 1, ("A1", "C1"): 1}
    assert not any(figure.value for figure in metrics_of(counts).brokerage(1))


def test_many_hand_offs_make_a_short_way() -> None:
    # A1 to C1: directly once (distance 1), over B1 four times each way (1/4 + 1/4).
    counts = {("A1", "C1"): 1, ("A1", "B1"): 4, ("B1", "C1"): 4}
    metrics = metrics_of(counts)
    assert metrics.find("betweenness", "B1").value == 0.5
    # The other way round the direct way is the short one.
    counts = {("A1", "C1"): 4, ("A1", "B1"): 1, ("B1", "C1"): 1}
    assert metrics_of(counts).find("betweenness", "B1").value == 0


@given(networks)
def test_betweenness_is_that_of_networkx_over_inverted_weights(counts: Counts) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for (source, target), count in counts.items():
        graph.add_edge(source, target, distance=12 // count)
    expected = nx.betweenness_centrality(graph, weight="distance") if counts else {}
    found = {f.subject: f.value for f in metrics_of(counts).units if f.name == "betweenness"}
    assert found == pytest.approx(expected)


@given(networks)
def test_a_coarser_matrix_holds_the_same_hand_offs(counts: Counts) -> None:
    metrics = metrics_of(counts)
    leaves = metrics.matrix("unit")
    assert {pair: edge.count for pair, edge in leaves.edges.items()} == counts
    groups = metrics.matrix(1)
    assert groups.total == leaves.total
    for (source, target), edge in groups.edges.items():
        assert edge.count == sum(
            n for (a, b), n in counts.items() if (a[0], b[0]) == (source, target)
        )
    assert metrics.matrix("organisation").total == leaves.total


def test_units_that_nobody_has_placed_are_not_clarified() -> None:
    metrics = Metrics(analyze_landscape(build_landscape(build_process("T1@A -> T2@B -> T3@C"))))
    index = metrics.find("ei_index")
    assert index.value is None
    assert index.not_clarified == 2
    assert metrics.matrix("unit").total == 2
    assert all(figure.withheld for figure in metrics.brokerage())


def test_an_unknown_level_is_refused() -> None:
    metrics = metrics_of(WORKED)
    for level in ("team", -1, True):
        with pytest.raises(ModelError, match="unknown level"):
            metrics.ei_index(level)  # type: ignore[arg-type]


def test_the_network_is_at_unit_level_whatever_the_analysis_is() -> None:
    landscape = analyze_network(WORKED).landscape
    coarse = Metrics(analyze_landscape(landscape, level=1))
    assert coarse.find("ei_index").value == -1 / 2
    assert coarse.find("modularity").value == pytest.approx(71 / 256)


def test_many_units_with_many_boundaries_have_no_betweenness() -> None:
    names = [f"A{i}" for i in range(1500)]
    counts = {(names[i], names[i + 1]): 1 for i in range(1499)}
    figure = Metrics(analyze_network(counts)).find("betweenness", "A7")
    assert "too many" in figure.withheld
