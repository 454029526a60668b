"""Control-flow complexity by the definitions of Cardoso."""

from __future__ import annotations

import pytest

from procmap.graph.figures.control_flow import find_control_flow_complexity
from procmap.model import Process
from tests.graph.builders import build_process


def value(process: Process) -> float | None:
    return find_control_flow_complexity(process).value


def test_three_exclusive_three_inclusive_and_a_parallel_split_are_eleven() -> None:
    process = build_process(
        "X1 -> T1\nX1 -> T2\nX1 -> T3\nO1 -> T4\nO1 -> T5\nO1 -> T6\nP1 -> T7\nP1 -> T8"
    )
    assert value(process) == 3 + 7 + 1


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ("T1 -> T2", 0),
        ("T1 -> T2\nT1 -> T3", 1),
        ("X1 -> T1\nT2 -> X1\nT3 -> X1", 0),
        ("P1 -> T1\nP1 -> T2\nP1 -> T3\nP1 -> T4", 1),
        ("O1 -> T1\nO1 -> T2", 3),
    ],
)
def test_what_counts_and_what_does_not(flow: str, expected: int) -> None:
    assert value(build_process(flow)) == expected


def test_conditional_flows_out_of_an_activity_are_an_inclusive_choice() -> None:
    process = build_process("T1 -> T2\nT1 -> T3")
    flows = tuple(f.model_copy(update={"condition": "x"}) for f in process.sequence_flows)
    assert value(process.model_copy(update={"sequence_flows": flows})) == 3
    one = (flows[0], process.sequence_flows[1])
    assert value(process.model_copy(update={"sequence_flows": one})) == 2


def test_a_split_with_more_states_than_a_table_can_hold_is_withheld() -> None:
    figure = find_control_flow_complexity(
        build_process("\n".join(f"O1 -> T{i}" for i in range(60)))
    )
    assert figure.value is None
    assert "60 inclusive ways" in figure.withheld
