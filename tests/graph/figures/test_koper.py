"""KOPeR: the worked case, and back edges that depend on no order."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics, StepFacts
from procmap.graph.figures.case_graph import WithheldError
from procmap.graph.figures.step_graph import build_step_graph, find_back_edges
from procmap.graph.figures.unfolding import build_case_graph
from procmap.graph.landscape_graph import build_landscape_graph
from procmap.model import Fact, Landscape, Process
from tests.graph.builders import build_landscape, build_process, ref
from tests.graph.strategies import landscapes

YES, NO = Fact.stated(value=True), Fact.stated(value=False)


def koper(process: Process, facts: dict[str, StepFacts] | None = None) -> dict[str, Figure]:
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        step_facts={ref(id_): fact for id_, fact in (facts or {}).items()}
    )
    figures = metrics.of(process)
    return {
        name.removeprefix("koper_"): figure
        for name, figure in figures.items()
        if name.startswith("koper_")
    }


@pytest.mark.parametrize(
    "flow",
    [
        (
            "TCheck@Check -> TPrice@Price -> TTerms@Terms -> TManager@Manager -> TPrice\n"
            "Start -> TCheck\nTManager -> End"
        ),
        (
            "Start -> TCheck@Check -> X1@Price -> TPrice@Price -> TTerms@Terms\n"
            "TTerms -> TManager@Manager\nTManager -> X2@Manager -> End\nX2 -> X1"
        ),
    ],
)
def test_the_worked_case(flow: str) -> None:
    facts = {id_: StepFacts(YES, NO, NO) for id_ in ("TCheck", "TPrice", "TTerms")}
    facts["TManager"] = StepFacts(NO, NO, NO)
    figures = koper(build_process(flow), facts)
    assert {name: figure.value for name, figure in figures.items()} == {
        "size": 4,
        "length": 4,
        "parallelism": 1.0,
        "handoff_fraction": 0.75,
        "feedback_fraction": 0.25,
        "it_support": 0.75,
        "it_communication": 0,
        "it_automation": 0,
    }


def test_what_is_not_recorded_about_steps_is_not_zero() -> None:
    figures = koper(build_process("Start -> T1@A -> T2@A -> End"))
    for name in ("it_support", "it_communication", "it_automation"):
        assert figures[name].value is None
        assert "not recorded" in figures[name].withheld
    some = koper(build_process("Start -> T1@A -> T2@A -> End"), {"T1": StepFacts(support=YES)})
    assert (some["it_support"].value, some["it_support"].not_clarified) == (0.5, 1)


def test_the_register_s_system_is_it_support() -> None:
    process = build_process("Start -> T1@A -> T2@A -> T3@A -> End")
    systems = {"T1": Fact.stated("Sakarkiv"), "T2": Fact[str].absent(), "T3": Fact[str].unknown()}
    nodes = tuple(
        n.model_copy(update={"system": systems[n.id]}) if n.id in systems else n
        for n in process.nodes
    )
    figures = koper(process.model_copy(update={"nodes": nodes}))
    support = figures["it_support"]
    assert (support.numerator, support.denominator, support.not_clarified) == (1, 3, 1)
    # By hand is not by a system alone; of the step with a system nobody has said.
    automation = figures["it_automation"]
    assert (automation.numerator, automation.not_clarified) == (0, 2)


def test_parallel_branches_make_the_process_shorter_than_it_is_large() -> None:
    figures = koper(build_process("Start -> P1@A -> T1@A -> P2@A -> T3@A -> End\nP1 -> T2@A -> P2"))
    assert (figures["size"].value, figures["length"].value) == (3, 2)
    assert figures["parallelism"].value == 1.5


def test_a_loop_counts_with_all_its_steps() -> None:
    figures = koper(build_process("T1@A -> T2@A -> T3@A -> X1@A -> T4@A -> T2\nX1 -> T5@A"))
    assert figures["length"].value == 5
    assert figures["feedback_fraction"].numerator == 1


def test_a_step_that_leads_to_itself_is_feedback_and_no_hand_off() -> None:
    figures = koper(build_process("Start -> T1@A -> X1@A -> T1\nX1 -> End"))
    assert figures["feedback_fraction"].value == 1
    assert figures["handoff_fraction"].value == 0


def test_loops_inside_loops_have_back_edges_of_their_own() -> None:
    figures = koper(
        build_process(
            "Start -> T1@A -> T2@A -> T3@A -> X1@A -> T2\nX1 -> T4@A -> X2@A -> T1\nX2 -> End"
        )
    )
    assert figures["feedback_fraction"].numerator == 2


def test_a_loop_that_nothing_leads_into_has_no_first_step() -> None:
    figures = koper(build_process("T1@A -> T2@B -> T1"))
    assert "no start leads into" in figures["feedback_fraction"].withheld
    assert figures["length"].value == 2


def test_a_call_is_one_activity() -> None:
    called = build_process("T8@Z -> T9@Y", id_="Q", document="q.bpmn")
    caller = build_process("T1@A -> Call1@A -> T2@B", calls={"Call1": ref("Q", "q.bpmn")})
    metrics = Metrics(analyze_landscape(build_landscape(caller, called)))
    figures = metrics.of(caller.ref)
    assert figures["koper_size"].value == figures["koper_length"].value == 3
    assert figures["koper_handoff_fraction"].numerator == 1
    assert any("call" in text for text in figures["koper_length"].assumes)


def back_edges(landscape: Landscape) -> tuple[nx.DiGraph[int], set[int], set[tuple[int, int]]]:
    graphs = build_landscape_graph(landscape).graphs
    steps = build_step_graph(build_case_graph(graphs, ref("Process"), enter_calls=False))
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(steps.refs)))
    graph.add_edges_from((n, head) for n, heads in enumerate(steps.ahead) for head in heads)
    return graph, set(steps.entered), set(find_back_edges(steps))


@given(landscapes(10))
def test_without_its_back_edges_a_process_has_no_loop(landscape: Landscape) -> None:
    try:
        graph, _, back = back_edges(landscape)
    except WithheldError:
        return
    graph.remove_edges_from(back)
    assert nx.is_directed_acyclic_graph(graph)


@given(landscapes(10))
def test_where_loops_have_one_entrance_back_edges_are_those_into_what_dominates(
    landscape: Landscape,
) -> None:
    try:
        graph, entered, back = back_edges(landscape)
    except WithheldError:
        return
    graph.add_edges_from((-1, number) for number in entered)
    if -1 not in graph:
        return
    above = nx.immediate_dominators(graph, -1)

    def dominates(head: int, node: int) -> bool:
        while node != head and above.get(node) not in (None, node):
            node = above[node]
        return node == head

    natural = {(a, b) for a, b in graph.edges if a in above and dominates(b, a)}
    rest = graph.copy()
    rest.remove_edges_from(natural)
    reachable = rest.subgraph(nx.descendants(graph, -1))
    if nx.is_directed_acyclic_graph(reachable):
        assert back == natural
