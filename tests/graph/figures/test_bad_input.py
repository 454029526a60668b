"""Odd models: each gives a defined answer or a reason, and none an error."""

from __future__ import annotations

import pytest

from procmap.graph import analyze_landscape
from procmap.graph.figures import FIGURES, Figure, Metrics
from procmap.model import Fact, Ownership, Process
from procmap.model.ownership import Holder, Scope
from procmap.source import ElementRef
from tests.graph.builders import build_landscape, build_process, ref

NAMES = [kind.name for kind in FIGURES if "process" in kind.scopes]


def figures_of(*processes: Process) -> dict[str, Figure]:
    metrics = Metrics(analyze_landscape(build_landscape(*processes))).with_stated(uniform=True)
    assert all(isinstance(figure, Figure) for figure in metrics.figures)
    found = metrics.of(processes[0])
    assert list(found) == NAMES
    return found


def values(figures: dict[str, Figure], *names: str) -> list[float | None]:
    return [figures[name].value for name in names]


def test_an_empty_process_has_reasons_only() -> None:
    found = figures_of(Process(ref=ref("Process")), build_process("T1@A", id_="Other"))
    assert all(f.value is None and "empty" in f.withheld for f in found.values())


def test_a_process_without_a_model_has_reasons_only() -> None:
    process = Process(
        ref=ElementRef("", "idéhåndtering"),
        modelled=False,
        ownership=Fact.stated(
            (Ownership(Holder("role", "Sjef"), scope=Fact.stated(Scope("whole"))),)
        ),
    )
    landscape = build_landscape(build_process("T1@A")).model_copy(update={"unmodelled": (process,)})
    metrics = Metrics(analyze_landscape(landscape))
    assert all("no model" in figure.withheld for figure in metrics.of(process).values())
    # It counts where owners are counted.
    assert metrics.find("owner_concentration").value == 1


def test_events_alone_are_no_steps() -> None:
    found = figures_of(build_process("Start@A -> End@A"))
    assert values(found, "handoffs", "koper_size", "fewest_handoffs", "expected_handoffs") == [
        0,
        0,
        0,
        0,
    ]
    assert "no activities" in found["koper_length"].withheld
    assert "no succession" in found["crossing_share"].withheld


def test_one_step_hands_nothing_over() -> None:
    found = figures_of(build_process("T1@A"))
    assert values(found, "handoffs", "expected_handoffs", "most_handoffs", "koper_length") == [
        0,
        0,
        0,
        1,
    ]


def test_a_process_without_a_start_begins_where_nothing_leads() -> None:
    assert figures_of(build_process("T1@A -> T2@B"))["expected_handoffs"].value == 1


def test_a_circle_without_a_start_has_reasons() -> None:
    found = figures_of(build_process("T1@A -> T2@B -> T1"))
    assert found["handoffs"].value == 2
    assert "no start" in found["expected_handoffs"].withheld
    assert "no start" in found["fewest_handoffs"].withheld
    assert "no start" in found["koper_feedback_fraction"].withheld


def test_a_step_that_leads_to_itself_has_reasons() -> None:
    found = figures_of(build_process("Start -> T1@A -> T1\nT1 -> End"))
    assert found["handoffs"].value == 0
    # Both flows are always taken: each time the step is done, it is done again.
    assert "multiplies" in found["expected_handoffs"].withheld


def test_parallel_flows_between_two_steps_are_one_hand_off_done_twice() -> None:
    found = figures_of(build_process("Start -> T1@A -> T2@B -> End\nT1 -> T2"))
    assert values(found, "handoffs", "expected_handoffs", "most_handoffs") == [1, 2, 1]
    assert found["control_flow_complexity"].value == 1


def test_parts_that_hang_together_by_nothing_are_counted_together() -> None:
    found = figures_of(build_process("Start1 -> T1@A -> T2@B -> End1\nStart2 -> T3@A -> End2"))
    assert values(found, "handoffs", "koper_size", "koper_length", "fewest_handoffs") == [
        1,
        3,
        2,
        0,
    ]
    assert found["expected_handoffs"].value == 0.5


def test_processes_that_call_each_other_have_reasons() -> None:
    first = build_process("Start -> T1@A -> Call1@A -> End", calls={"Call1": ref("Q", "q.bpmn")})
    second = build_process(
        "StartQ -> T2@B -> Call2@B -> EndQ",
        id_="Q",
        document="q.bpmn",
        calls={"Call2": ref("Process")},
    )
    found = figures_of(first, second)
    for name in ("expected_handoffs", "handoff_variance", "fewest_handoffs", "most_handoffs"):
        assert "circle" in found[name].withheld
    # Two by call here, and the circle goes on.
    assert found["koper_size"].value == 2


def test_calls_that_unfold_without_bound_have_reasons() -> None:
    def caller(number: int) -> Process:
        called = ref(f"P{number + 1}", f"{number + 1}.bpmn")
        return build_process(
            f"Start{number} -> Call1@A -> T1@B -> Call2@A -> End{number}",
            id_=f"P{number}",
            document=f"{number}.bpmn",
            calls={"Call1": called, "Call2": called},
        )

    last = build_process("Start -> T1@A -> End", id_="P12", document="12.bpmn")
    found = figures_of(*(caller(number) for number in range(12)), last)
    assert "unfold" in found["expected_handoffs"].withheld
    assert found["koper_length"].value == 3


def test_too_many_successions_are_a_reason_for_all_that_counts_them() -> None:
    fan = "\n".join(f"T{i}@A -> X1@A\nX1 -> T{100 + i}@B" for i in range(30))
    landscape = build_landscape(build_process(fan))
    metrics = Metrics(analyze_landscape(landscape, max_successions=100))
    found = metrics.of(ref("Process"))
    for name in ("handoffs", "crossing_share", "ping_pong", "undecided_successions"):
        assert "100" in found[name].withheld
    assert found["crossing_points"].value == 30
    for name in ("crossing_share", "ei_index", "modularity"):
        assert "not listed" in metrics.find(name).withheld


@pytest.mark.parametrize("flow", ["X1@A -> T1@A", "P1@A -> X1@A -> P1", "O1@A"])
def test_gateways_alone_are_answered(flow: str) -> None:
    figures_of(build_process(flow))


def test_a_flow_that_leads_nowhere_is_a_reason() -> None:
    process = build_process("Start -> T1@A -> T2@B -> End")
    loose = process.sequence_flows[1].model_copy(update={"ref": ref("loose"), "target": None})
    process = process.model_copy(update={"sequence_flows": (*process.sequence_flows, loose)})
    assert "lead nowhere" in figures_of(process)["expected_handoffs"].withheld
