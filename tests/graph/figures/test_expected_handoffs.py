"""Expected hand-offs: worked cases, an adding-up by hand, and cases that are played."""

from __future__ import annotations

import random
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics
from procmap.model import EventDefinition, Landscape, Process
from tests.graph.builders import build_landscape, build_process, ref

from .blocks import EMPTY, Block, add_up, blocks, draw_process, play


def expect(
    *processes: Process,
    probabilities: dict[str, float] | None = None,
    uniform: bool = False,
    name: str = "expected_handoffs",
    landscape: Landscape | None = None,
) -> Figure:
    landscape = landscape or build_landscape(*processes)
    metrics = Metrics(analyze_landscape(landscape)).with_stated(
        probabilities={ref(id_): share for id_, share in (probabilities or {}).items()},
        uniform=uniform,
    )
    return metrics.find(name, processes[0].ref)


# R→V→D; D goes back to V one time in four, on to L one time in four, and else ends.
WORKED = build_process("Start -> TR@R -> TV@V -> TD@D -> X1@D -> TV\nX1 -> TL@L -> End\nX1 -> End")
SHARES = {"X1>TV": 0.25, "X1>TL": 0.25, "X1>End": 0.5}


def test_the_worked_case_has_three_hand_offs_and_a_variance_of_two() -> None:
    assert expect(WORKED, probabilities=SHARES).value == pytest.approx(3)
    variance = expect(WORKED, probabilities=SHARES, name="handoff_variance")
    assert variance.value == pytest.approx(2)


def test_without_stated_probabilities_it_is_withheld_and_names_the_gateway() -> None:
    figure = expect(WORKED)
    assert figure.value is None
    assert "nobody has stated how often each way is taken at 'X1'" in figure.withheld
    assert figure.elements == (ref("X1"),)


def test_on_request_every_way_is_taken_equally_often_and_that_is_said() -> None:
    # h(D) = (1 + h(V) + 1)/3 and h(V) = 1 + h(D), so h(D) = 1.5 and h(R) = 3.5.
    figure = expect(WORKED, uniform=True)
    assert figure.value == pytest.approx(3.5)
    assert any("each way is taken equally often" in text for text in figure.assumes)


def test_a_parallel_split_is_no_choice_and_every_branch_hands_over_at_the_join() -> None:
    process = build_process(
        "Start -> TA@A -> P1@A -> TB@B -> P2@D -> TD@D -> End\nP1 -> TC@C -> P2"
    )
    figure = expect(process)
    assert figure.value == pytest.approx(4)
    assert "parallel" in expect(process, name="handoff_variance").withheld


def test_without_choices_it_is_the_number_of_hand_offs() -> None:
    process = build_process(
        "Start -> TA@A -> P1@A -> TB@B -> P2@B -> TD@A -> End\n"
        "P1 -> TC@C -> P3@C -> P2\nP3 -> TE@B -> P2"
    )
    analysis = analyze_landscape(build_landscape(process))
    assert expect(process).value == pytest.approx(len(analysis.handoffs))


def test_several_flows_out_of_an_activity_are_all_taken_and_each_arrival_goes_on() -> None:
    process = build_process("Start -> TA@A -> TB@B -> TD@D -> End\nTA -> TC@C -> TD")
    # D is done twice: once for B and once for C.
    assert expect(process).value == pytest.approx(4)
    metrics = Metrics(analyze_landscape(build_landscape(process)))
    assert metrics.visits(process)[ref("TD")] == pytest.approx(2)


def test_inclusive_ways_are_renormalised_over_the_sets_that_are_not_empty() -> None:
    process = build_process("Start -> TA@A -> O1@A -> TB@B -> O2@A -> End\nO1 -> TC@C -> O2")
    # Both are taken half the time by themselves; that neither is cannot be: 0.5 / 0.75 each.
    figure = expect(process, probabilities={"O1>TB": 0.5, "O1>TC": 0.5})
    assert figure.value == pytest.approx(2 * 0.5 / 0.75)


def test_an_inclusive_join_goes_on_once() -> None:
    process = build_process(
        "Start -> TA@A -> O1@A -> TB@A -> O2@A -> TD@D -> End\nO1 -> TC@A -> O2"
    )
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities={ref("O1>TB"): 0.9, ref("O1>TC"): 0.9}
    )
    assert metrics.visits(process)[ref("TD")] == pytest.approx(1)
    # Whoever was active hands over: 0.9/0.99 each.
    assert metrics.find("expected_handoffs", process).value == pytest.approx(2 * 0.9 / 0.99)


def test_the_default_of_an_inclusive_choice_is_taken_where_no_other_is() -> None:
    process = build_process("Start -> TA@A -> O1@A -> TB@B -> End\nO1 -> TC@C -> End")
    nodes = tuple(
        n.model_copy(update={"default_flow": "O1>TC"}) if n.id == "O1" else n for n in process.nodes
    )
    process = process.model_copy(update={"nodes": nodes})
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities={ref("O1>TB"): 0.3}
    )
    assert metrics.visits(process)[ref("TC")] == pytest.approx(0.7)


def test_a_boundary_event_happens_as_often_as_stated_and_interrupts() -> None:
    process = build_process(
        "Start -> TA@A -> TB@B -> End\nBoundary1 -> TC@C -> EndC",
        hosts={"Boundary1": "TA"},
        events={"Boundary1": EventDefinition("timer")},
    )
    unstated = expect(process)
    assert unstated.value == pytest.approx(1)
    assert any("do not happen" in text for text in unstated.assumes)
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities={ref("Boundary1"): 0.2}
    )
    assert metrics.visits(process) == pytest.approx({ref("TA"): 1, ref("TB"): 0.8, ref("TC"): 0.2})
    assert metrics.find("expected_handoffs", process).value == pytest.approx(1)


def test_an_event_that_does_not_interrupt_leaves_the_normal_way_as_it_is() -> None:
    process = build_process(
        "Start -> TA@A -> TB@B -> End\nBoundary1 -> TC@C -> EndC",
        hosts={"Boundary1": "TA"},
        events={"Boundary1": EventDefinition("timer")},
    )
    nodes = tuple(
        n.model_copy(update={"interrupting": False}) if n.id == "Boundary1" else n
        for n in process.nodes
    )
    figure = expect(
        process.model_copy(update={"nodes": nodes}), probabilities={"Boundary1>TC": 0.2}
    )
    assert figure.value == pytest.approx(1.2)


INSIDE = dict.fromkeys(("StartI", "T3", "T4", "X1", "EndI", "EndError"), "Sub1")


def test_an_error_end_inside_a_sub_process_decides_how_often_it_is_caught() -> None:
    process = build_process(
        "Start -> T1@A -> Sub1@A -> T2@B -> End\nStartI -> T3@A -> X1@A -> EndI\n"
        "X1 -> EndError\nBoundary1 -> T5@C -> EndC",
        inside=INSIDE,
        hosts={"Boundary1": "Sub1"},
        events={"Boundary1": EventDefinition("error"), "EndError": EventDefinition("error")},
    )
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities={ref("X1>EndI"): 0.9, ref("X1>EndError"): 0.1}
    )
    visits = metrics.visits(process)
    assert visits[ref("T2")] == pytest.approx(0.9)
    assert visits[ref("T5")] == pytest.approx(0.1)
    assert metrics.find("expected_handoffs", process).value == pytest.approx(1)


def test_a_sub_process_is_done_once_when_all_that_goes_on_inside_is() -> None:
    process = build_process(
        "Start -> T1@A -> Sub1@A -> T2@B -> End\n"
        "StartI -> P1@A -> T3@A -> EndI\nP1 -> T4@C -> EndJ",
        inside={**INSIDE, "P1": "Sub1", "EndJ": "Sub1"},
    )
    metrics = Metrics(analyze_landscape(build_landscape(process)))
    assert metrics.visits(process)[ref("T2")] == pytest.approx(1)
    # T1→T4, T3→T2 and T4→T2.
    assert metrics.find("expected_handoffs", process).value == pytest.approx(3)


def test_a_call_is_entered_and_left() -> None:
    called = build_process("Start -> T8@Z -> T9@Y -> End", id_="Q", document="q.bpmn")
    caller = build_process("StartX -> T1@A -> Call1@A -> T2@A", calls={"Call1": ref("Q", "q.bpmn")})
    assert expect(caller, called).value == pytest.approx(3)


def test_performers_may_be_given_as_a_distribution() -> None:
    process = build_process("Start -> T1@A -> T2@A -> End")
    analysis = analyze_landscape(build_landscape(process))
    keys = {u.name: u.key for place in analysis.places.values() for u in place.units}
    metrics = Metrics(analysis).with_stated(
        performers={ref("T2"): {keys["A"]: 0.75, "somebody else": 0.25}}
    )
    assert metrics.find("expected_handoffs", process).value == pytest.approx(0.25)
    assert metrics.find("handoff_variance", process).value == pytest.approx(0.25 * 0.75)


def test_undecided_successions_are_counted_apart() -> None:
    figure = expect(build_process("Start -> T1@A -> T2@B -> T3 -> End"))
    assert figure.value == pytest.approx(1)
    assert figure.not_clarified == pytest.approx(1)


def test_where_nobody_said_who_performs_it_is_not_zero_but_withheld() -> None:
    figure = expect(build_process("Start -> T1 -> T2 -> End"))
    assert figure.value is None
    assert "who performs" in figure.withheld


@pytest.mark.parametrize(
    ("flow", "reason"),
    [
        # a choice that a parallel join waits for: one side never comes
        ("Start -> TA@A -> X1@A -> TB@B -> P2@A -> TD@A -> End\nX1 -> TC@A -> P2", "not all"),
        # a loop that is never left
        ("Start -> TA@A -> X1@A -> TB@B -> X1", "no end"),
        # a split into a loop: work multiplies
        ("Start -> X1@A -> TA@A -> P1@A -> X1\nP1 -> End", "multiplies"),
        # a step that no start leads to
        ("Start -> TA@A -> End\nTB@B -> X1@B -> TB\nX1 -> End", "no start leads"),
        # two starts of which nobody has said which
        ("Start -> TA@A -> End\nStart2 -> TB@B -> End", "each of its starts"),
        # no start at all
        ("TA@A -> TB@B -> TA", "no start"),
    ],
)
def test_it_is_withheld_with_the_reason_where_it_would_mislead(flow: str, reason: str) -> None:
    shares = {"X1>TB": 0.5, "X1>TC": 0.5} if "X1 -> TC" in flow else {}
    figure = expect(build_process(flow), probabilities=shares)
    assert figure.value is None
    assert reason in figure.withheld


def test_equal_shares_do_not_hide_a_join_that_waits_for_ever() -> None:
    process = build_process(
        "Start -> TA@A -> X1@A -> TB@B -> P2@A -> TD@A -> End\nX1 -> TC@A -> P2"
    )
    assert expect(process, uniform=True).value is None


def test_an_inclusive_join_that_belongs_to_no_split_is_withheld() -> None:
    process = build_process(
        "Start -> X1@A -> O1@A -> TB@B -> O2@A -> TD@A -> End\nO1 -> TC@A -> O2\nX1 -> TE@A -> O2"
    )
    assert expect(process, uniform=True).value is None


def test_an_end_that_breaks_off_parallel_work_is_withheld() -> None:
    process = build_process(
        "Start -> P1@A -> TA@A -> EndA\nP1 -> TB@B -> EndB",
        events={"EndA": EventDefinition("terminate")},
    )
    assert "breaks off" in expect(process).withheld


def test_a_repeated_sub_process_is_withheld() -> None:
    process = build_process(
        "Start -> T1@A -> Sub1@B -> End\nStartI -> T3@A -> T4@B -> EndI", inside=INSIDE
    )
    nodes = tuple(
        n.model_copy(update={"loop": "standard"}) if n.id == "Sub1" else n for n in process.nodes
    )
    figure = expect(process.model_copy(update={"nodes": nodes}))
    assert "how often 'Sub1' is repeated" in figure.withheld


def test_processes_that_call_each_other_in_a_circle_are_withheld() -> None:
    first = build_process("Start -> T1@A -> Call1@A -> End", calls={"Call1": ref("Q", "q.bpmn")})
    second = build_process(
        "StartQ -> T2@B -> Call2@B -> EndQ",
        id_="Q",
        document="q.bpmn",
        calls={"Call2": ref("Process")},
    )
    assert "circle" in expect(first, second).withheld


@settings(max_examples=150, deadline=None)
@given(blocks())
def test_it_is_what_adding_up_the_blocks_gives(block: Block) -> None:
    process, probabilities = draw_process(block)
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities=probabilities
    )
    figure = metrics.find("expected_handoffs", process)
    assert figure.value is not None, figure.withheld
    assert figure.value == pytest.approx(add_up(block, 1.0, {}).changed, abs=1e-8)


PLAYED = (
    Block(  # parallel ways that meet, and hand over both
        "seq",
        parts=(
            Block("task", "A"),
            Block("and", parts=(Block("task", "B"), Block("task", "C"))),
            Block("task", "A"),
        ),
    ),
    Block(  # one or both of two ways, in a loop
        "loop",
        parts=(
            Block("or", parts=(Block("task", "A"), Block("task", "B")), shares=(0.6, 0.3)),
            Block("task", "C"),
        ),
        shares=(0.4,),
    ),
    Block(  # a choice inside parallel ways, and a way without work
        "seq",
        parts=(
            Block("task", "B"),
            Block(
                "and",
                parts=(
                    Block("xor", parts=(Block("task", "A"), EMPTY), shares=(0.7, 0.3)),
                    Block("loop", parts=(Block("task", "C"), EMPTY), shares=(0.5,)),
                ),
            ),
            Block("task", "B"),
        ),
    ),
)


@pytest.mark.parametrize("block", PLAYED)
def test_it_is_what_cases_that_are_played_come_to(block: Block) -> None:
    process, probabilities = draw_process(block)
    chance = random.Random(7)  # noqa: S311  cases are played, nothing is kept secret
    played = [play(block, frozenset(), chance, [0])[1] for _ in range(4000)]
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities=probabilities
    )
    value = metrics.find("expected_handoffs", process).value
    error = statistics.stdev(played) / len(played) ** 0.5
    assert value == pytest.approx(statistics.mean(played), abs=5 * error + 1e-9)


@settings(max_examples=25, deadline=None)
@given(blocks(parallel=False), st.integers(0, 99))
def test_variance_is_what_cases_that_are_played_vary_by(block: Block, seed: int) -> None:
    process, probabilities = draw_process(block)
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities=probabilities
    )
    variance = metrics.find("handoff_variance", process).value
    assert variance is not None
    chance = random.Random(seed)  # noqa: S311  cases are played, nothing is kept secret
    played = [play(block, frozenset(), chance, [0])[1] for _ in range(1500)]
    mean = statistics.mean(played)
    around = [(count - mean) ** 2 for count in played]
    error = statistics.stdev(around) / len(around) ** 0.5
    assert variance == pytest.approx(statistics.mean(around), abs=6 * error + 0.05)


def test_the_variance_of_a_loop_is_that_of_a_geometric_distribution() -> None:
    process = build_process("Start -> T1@A -> T2@B -> X1@B -> T1\nX1 -> End")
    # 1 + 2N hand-offs, N = number of repeats: variance 4 p/(1-p)².
    shares = {"X1>T1": 0.25, "X1>End": 0.75}
    assert expect(process, probabilities=shares).value == pytest.approx(1 + 2 / 3)
    variance = expect(process, probabilities=shares, name="handoff_variance")
    assert variance.value == pytest.approx(4 * 0.25 / 0.75**2)


def test_a_link_that_leads_nowhere_is_no_end_and_an_event_that_leads_nowhere_is() -> None:
    flow = "Start -> T1@A -> X1@A -> T2@B -> End\nX1 -> Throw1@A"
    for kind, reason in (("link", "'Throw1', which is no end"), ("message", "")):
        process = build_process(flow, events={"Throw1": EventDefinition(kind, "nowhere")})
        metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(uniform=True)
        figure = metrics.find("expected_handoffs", process)
        assert (figure.value is None) is bool(reason)
        assert reason in (figure.withheld or "")
