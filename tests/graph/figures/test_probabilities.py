"""What is refused about probabilities, and what is taken from a file."""

from __future__ import annotations

import math

import pytest

from procmap.errors import ModelError
from procmap.graph import analyze_landscape
from procmap.graph.figures import Figure, Metrics
from procmap.model import EventDefinition, Fact, Process
from tests.graph.builders import build_landscape, build_process, ref

CHOICE = build_process("Start -> T1@A -> X1@A -> T2@B -> End\nX1 -> T3@A -> End")


def expected(
    process: Process, shares: dict[str, float] | None = None, *, uniform: bool = False
) -> Figure:
    metrics = Metrics(analyze_landscape(build_landscape(process))).with_stated(
        probabilities={ref(id_): share for id_, share in (shares or {}).items()}, uniform=uniform
    )
    return metrics.find("expected_handoffs", process)


def test_probabilities_that_do_not_add_up_name_the_gateway() -> None:
    with pytest.raises(ModelError, match=r"add up to 0\.9") as caught:
        expected(CHOICE, {"X1>T2": 0.5, "X1>T3": 0.4})
    assert "exclusiveGateway 'X1'" in caught.value.where
    assert caught.value.expected == "1"


def test_one_that_is_missing_is_not_made_up() -> None:
    figure = expected(CHOICE, {"X1>T2": 0.5})
    assert figure.value is None
    assert "'X1'" in figure.withheld


def test_on_request_what_is_missing_shares_what_is_left() -> None:
    assert expected(CHOICE, {"X1>T2": 0.2}, uniform=True).value == pytest.approx(0.2)


def test_more_than_one_is_refused_even_if_some_are_missing() -> None:
    process = build_process("Start -> X1@A -> T1@A\nX1 -> T2@A\nX1 -> T3@A")
    with pytest.raises(ModelError, match=r"add up to 1\.2"):
        expected(process, {"X1>T1": 0.6, "X1>T2": 0.6})


@pytest.mark.parametrize("share", [math.nan, math.inf, -0.1, 1.5, True, "half"])
def test_what_is_no_probability_is_refused(share: float) -> None:
    with pytest.raises(ModelError, match="is no probability") as caught:
        expected(CHOICE, {"X1>T2": share, "X1>T3": 0.5})
    assert caught.value.where == "m.bpmn#X1>T2"


def test_a_flow_that_is_not_there_is_refused() -> None:
    with pytest.raises(ModelError, match="not in this landscape"):
        expected(CHOICE, {"nowhere": 0.5})


def test_a_way_that_is_always_taken_has_no_other_probability() -> None:
    with pytest.raises(ModelError, match="always taken"):
        expected(CHOICE, {"Start>T1": 0.5, "X1>T2": 0.5, "X1>T3": 0.5})
    parallel = build_process("Start -> P1@A -> T1@A\nP1 -> T2@A")
    with pytest.raises(ModelError, match="always taken"):
        expected(parallel, {"P1>T1": 0.5})


def test_an_exclusive_gateway_with_one_way_takes_it() -> None:
    process = build_process("Start -> T1@A -> X1@A -> T2@B -> End")
    assert expected(process).value == 1
    with pytest.raises(ModelError, match=r"add up to 0\.5"):
        expected(process, {"X1>T2": 0.5})


def test_an_inclusive_gateway_of_which_no_way_is_ever_taken_is_refused() -> None:
    process = build_process("Start -> O1@A -> T1@A\nO1 -> T2@A")
    with pytest.raises(ModelError, match="no way"):
        expected(process, {"O1>T1": 0, "O1>T2": 0})


def test_events_that_interrupt_more_than_always_are_refused() -> None:
    process = build_process(
        "Start -> T1@A -> End\nBoundary1 -> T2@B -> End\nBoundary2 -> T3@B -> End",
        hosts={"Boundary1": "T1", "Boundary2": "T1"},
        events=dict.fromkeys(("Boundary1", "Boundary2"), EventDefinition("timer")),
    )
    with pytest.raises(ModelError, match=r"1\.4 times"):
        expected(process, {"Boundary1": 0.7, "Boundary2": 0.7})


def test_several_starts_can_be_given_probabilities() -> None:
    process = build_process("Start1@A -> T1@A -> T2@B -> End\nStart2@A -> T2")
    assert expected(process, {"Start1": 0.25, "Start2": 0.75}).value == pytest.approx(0.25)


def test_shares_of_performers_add_up_to_one() -> None:
    metrics = Metrics(analyze_landscape(build_landscape(CHOICE)))
    for shares, problem in (
        ({"a": 0.5}, "add up to 0.5"),
        ({"a": math.nan}, "is no share"),
        ({"a": -1.0, "b": 2.0}, "is no share"),
    ):
        with pytest.raises(ModelError, match=problem):
            metrics.with_stated(uniform=True, performers={ref("T1"): shares}).of(CHOICE)
    with pytest.raises(ModelError, match="no flow node"):
        metrics.with_stated(uniform=True, performers={ref("no"): {"a": 1.0}}).of(CHOICE)


def with_attributes(shares: dict[str, str]) -> Process:
    flows = tuple(
        f.model_copy(update={"attributes": (("{http://example.org}probability", shares[f.id]),)})
        if f.id in shares
        else f
        for f in CHOICE.sequence_flows
    )
    return CHOICE.model_copy(update={"sequence_flows": flows})


def test_a_file_may_state_probabilities_as_attributes_of_flows() -> None:
    process = with_attributes({"X1>T2": "0.3", "X1>T3": "0.7"})
    assert expected(process).value == pytest.approx(0.3)
    # What is stated beside it goes first.
    assert expected(process, {"X1>T2": 0.1, "X1>T3": 0.9}).value == pytest.approx(0.1)


@pytest.mark.parametrize("text", ["70 %", "nan", "-1", "70"])
def test_an_attribute_that_is_no_probability_states_nothing(text: str) -> None:
    assert (
        "nobody has stated" in expected(with_attributes({"X1>T2": "0.3", "X1>T3": text})).withheld
    )


def test_a_file_whose_probabilities_do_not_add_up_is_a_reason_not_an_error() -> None:
    figure = expected(with_attributes({"X1>T2": "0.3", "X1>T3": "0.3"}))
    assert "add up to 0.6 in the file" in figure.withheld


def test_conditional_flows_of_an_activity_are_exclusive_where_they_add_up_to_one() -> None:
    process = build_process("Start -> T1@A -> T2@B -> End\nT1 -> T3@B -> End")
    flows = tuple(
        f.model_copy(update={"condition": "x"}) if f.source == ref("T1") else f
        for f in process.sequence_flows
    )
    process = process.model_copy(update={"sequence_flows": flows})
    assert expected(process, {"T1>T2": 0.4, "T1>T3": 0.6}).value == pytest.approx(1)
    # Else each by itself, given that some is taken.
    both = expected(process, {"T1>T2": 0.5, "T1>T3": 0.8})
    assert both.value == pytest.approx(1.3 / 0.9)
    assert "nobody has stated" in expected(process).withheld


def registered(shares: dict[str, float], process: Process = CHOICE) -> Process:
    flows = tuple(
        f.model_copy(update={"probability": Fact.stated(shares[f.id])}) if f.id in shares else f
        for f in process.sequence_flows
    )
    return process.model_copy(update={"sequence_flows": flows})


def test_what_the_register_states_counts_before_the_file() -> None:
    said = registered({"X1>T2": 0.2, "X1>T3": 0.8}, with_attributes({"X1>T2": "0.5"}))
    assert expected(said).value == pytest.approx(0.2)
    # What is stated beside both goes first.
    assert expected(said, {"X1>T2": 0.4, "X1>T3": 0.6}).value == pytest.approx(0.4)


def test_the_file_fills_in_what_the_register_leaves_out() -> None:
    said = registered({"X1>T2": 0.2}, with_attributes({"X1>T3": "0.8"}))
    assert expected(said).value == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("shares", "reason"),
    [
        ({"X1>T2": 0.2, "X1>T3": 0.2}, "add up to 0.4 in the register"),
        ({"X1>T2": 0.2}, "nobody has stated"),
        ({"X1>T2": 1.2, "X1>T3": 0.2}, "1.2 is no probability"),
        ({"X1>T2": math.nan, "X1>T3": 0.2}, "nan is no probability"),
        ({"X1>T2": 0.5, "X1>T3": 0.5, "Start>T1": 0.5}, "a way that is always taken"),
    ],
)
def test_what_the_register_has_wrong_is_a_reason_not_an_error(
    shares: dict[str, float], reason: str
) -> None:
    figure = expected(registered(shares))
    assert figure.value is None
    assert reason in figure.withheld


def test_a_way_that_is_always_taken_may_be_said_to_be() -> None:
    said = registered({"X1>T2": 0.5, "X1>T3": 0.5, "Start>T1": 1.0})
    assert expected(said).value == pytest.approx(0.5)


def test_a_complex_gateway_does_not_say_which_of_two_ways_is_taken() -> None:
    nodes = tuple(
        n.model_copy(update={"type": "complexGateway"}) if n.ref == ref("X1") else n
        for n in CHOICE.nodes
    )
    process = CHOICE.model_copy(update={"nodes": nodes})
    shares = {"X1>T2": 0.5, "X1>T3": 0.5}
    assert "complex gateway does not say" in expected(process, shares).withheld
