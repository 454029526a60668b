"""Sub-processes, calls, boundary events and links, worked by hand."""

from __future__ import annotations

import pytest

from procmap.graph import Analysis, analyze_landscape
from procmap.model import EventDefinition, LaneMeaning, Process, Unit

from .builders import build_landscape, build_process, map_lanes, ref

INNER = dict.fromkeys(("StartI", "T3", "T4", "X1", "EndI", "EndError"), "Sub1")


def pairs(analysis: Analysis) -> set[tuple[str, str, str]]:
    return {(s.source.id, s.target.id, s.medium) for s in analysis.successions}


def points(analysis: Analysis) -> set[tuple[str, str, str, str]]:
    return {
        (c.flow.id, c.source_unit.name, c.target_unit.name, c.medium) for c in analysis.crossings
    }


def analyze(*processes: Process) -> Analysis:
    return analyze_landscape(build_landscape(*processes))


def test_three_steps_joining_into_three_others_are_nine_successions_and_one_crossing() -> None:
    analysis = analyze(
        build_process(
            """T1@A -> X1@A -> X2@B -> T4@B
            T2@A -> X1
            T3@A -> X1
            X2 -> T5@B
            X2 -> T6@B"""
        )
    )
    assert len(analysis.successions) == len(analysis.handoffs) == 9
    assert points(analysis) == {("X1>X2", "A", "B", "sequence")}
    assert {handoff.number for handoff in analysis.handoffs} == {1}


def test_a_gateway_in_a_third_lane_is_no_performer() -> None:
    analysis = analyze(build_process("T1@A -> X1@C -> T2@B\nX1 -> T3@A"))
    assert points(analysis) == {("X1>T2", "A", "B", "sequence")}


def test_one_drawn_flow_can_be_a_crossing_point_for_two_pairs_of_units() -> None:
    analysis = analyze(build_process("T1@A -> X1@B -> X2@B -> T3@C\nT2@B -> X1"))
    assert points(analysis) == {
        ("X2>T3", "A", "C", "sequence"),
        ("X2>T3", "B", "C", "sequence"),
    }
    assert sorted(point.number for point in analysis.crossings) == [1, 2]


def test_a_sub_process_with_content_is_entered_and_left() -> None:
    process = build_process("T1@A -> Sub1@B -> T2@A\nStartI -> T3 -> T4 -> EndI", inside=INNER)
    analysis = analyze(process)
    assert pairs(analysis) == {
        ("T1", "T3", "sequence"),
        ("T3", "T4", "sequence"),
        ("T4", "T2", "sequence"),
    }
    assert points(analysis) == {
        ("T1>Sub1", "A", "B", "sequence"),
        ("Sub1>T2", "B", "A", "sequence"),
    }


def test_a_sub_process_without_content_is_one_step() -> None:
    assert pairs(analyze(build_process("T1@A -> Sub1@B -> T2@A"))) == {
        ("T1", "Sub1", "sequence"),
        ("Sub1", "T2", "sequence"),
    }


def test_content_without_a_start_is_entered_at_its_nodes_without_incoming_flow() -> None:
    process = build_process("T1@A -> Sub1@A -> T2@A\nT3 -> T4", inside=INNER)
    assert ("T1", "T3", "sequence") in pairs(analyze(process))
    assert ("T4", "T2", "sequence") in pairs(analyze(process))


def test_a_boundary_event_on_a_step_starts_at_that_step() -> None:
    process = build_process(
        "T1@A -> T2@A\nBoundary1 -> T3@B",
        hosts={"Boundary1": "T1"},
        events={"Boundary1": EventDefinition("timer")},
    )
    analysis = analyze(process)
    assert pairs(analysis) == {("T1", "T2", "sequence"), ("T1", "T3", "sequence")}
    assert points(analysis) == {("Boundary1>T3", "A", "B", "sequence")}


def test_a_boundary_event_on_a_sub_process_starts_at_the_sub_process() -> None:
    process = build_process(
        "T1@A -> Sub1@B -> T2@B\nStartI -> T3 -> EndI\nBoundary1 -> T5@C",
        inside=INNER,
        hosts={"Boundary1": "Sub1"},
        events={"Boundary1": EventDefinition("timer")},
    )
    analysis = analyze(process)
    assert ("Sub1", "T5", "sequence") in pairs(analysis)
    assert ("Boundary1>T5", "B", "C", "sequence") in points(analysis)


def error_process(boundary: EventDefinition) -> Process:
    return build_process(
        """T1@A -> Sub1@A -> T2@A
        StartI -> T3 -> X1 -> EndI
        X1 -> T4 -> EndError
        Boundary1 -> T5@B""",
        inside=INNER,
        hosts={"Boundary1": "Sub1"},
        events={
            "Boundary1": boundary,
            "EndError": EventDefinition("error", name="Avslag", reference="E1", code="02"),
        },
    )


def test_an_error_end_continues_at_the_boundary_event_that_names_it() -> None:
    for boundary in (
        EventDefinition("error", reference="E1"),
        EventDefinition("error", reference="E9", code="02"),
        EventDefinition("error", reference="E9", name="Avslag"),
        EventDefinition("error"),
    ):
        found = pairs(analyze(error_process(boundary)))
        assert ("T4", "T5", "sequence") in found
        assert ("Sub1", "T5", "sequence") not in found
        assert ("T4", "T2", "sequence") not in found


def test_another_error_is_not_caught() -> None:
    found = pairs(analyze(error_process(EventDefinition("error", reference="E9", code="1"))))
    assert ("T4", "T5", "sequence") not in found
    assert ("Sub1", "T5", "sequence") in found


def test_an_event_sub_process_is_an_entry_without_predecessor() -> None:
    process = build_process(
        "T1@A -> T2@A\nStartI -> T3 -> EndI\nSub1@A",
        inside=INNER,
        events={"StartI": EventDefinition("message")},
        event_sub_processes=("Sub1",),
    )
    analysis = analyze(process)
    assert pairs(analysis) == {("T1", "T2", "sequence")}
    assert not analysis.unreachable
    assert not analysis.endless


def test_link_events_are_one_arrow() -> None:
    for throw, catch in (
        (
            EventDefinition("link", name="x", id="a", targets=("b",)),
            EventDefinition("link", id="b"),
        ),
        (EventDefinition("link", id="a"), EventDefinition("link", id="b", targets=("a",))),
        (EventDefinition("link", name="videre"), EventDefinition("link", name=" Videre")),
    ):
        process = build_process(
            "T1@A -> Throw1@A\nCatch1@B -> T2@B", events={"Throw1": throw, "Catch1": catch}
        )
        analysis = analyze(process)
        assert pairs(analysis) == {("T1", "T2", "sequence")}
        assert points(analysis) == {("Catch1>T2", "A", "B", "sequence")}
        assert not analysis.unreachable


def called(flow: str = "Start -> T8@Z -> T9@Y -> End") -> Process:
    return build_process(flow, id_="Q", document="q.bpmn")


def caller(flow: str, document: str = "m.bpmn") -> Process:
    return build_process(flow, document=document, calls={"Call1": ref("Q", "q.bpmn")})


def test_a_resolved_call_is_entered_with_medium_call() -> None:
    analysis = analyze(caller("T1@A -> Call1@A -> T2@A"), called())
    assert pairs(analysis) == {
        ("T1", "T8", "call"),
        ("T8", "T9", "sequence"),
        ("T9", "T2", "call"),
    }
    assert points(analysis) == {
        ("T1>Call1", "A", "Z", "call"),
        ("T8>T9", "Z", "Y", "sequence"),
        ("Call1>T2", "Y", "A", "call"),
    }


def test_a_path_through_a_call_does_not_come_out_at_another_caller() -> None:
    analysis = analyze(
        caller("T1@A -> Call1@A -> T2@A"), caller("T5@B -> Call1@B -> T6@B", "o.bpmn"), called()
    )
    assert ("T9", "T2", "call") in pairs(analysis)
    assert ("T9", "T6", "call") in pairs(analysis)
    assert not any(
        source in ("T1", "T5") and target in ("T2", "T6") for source, target, _ in pairs(analysis)
    )


def test_a_called_process_that_can_be_passed_lets_the_path_through() -> None:
    analysis = analyze(
        caller("T1@A -> Call1@A -> T2@B"), called("Start -> X1 -> End\nX1 -> T8@Z -> End")
    )
    assert pairs(analysis) == {
        ("T1", "T8", "call"),
        ("T8", "T2", "call"),
        ("T1", "T2", "sequence"),
    }
    assert ("Call1>T2", "A", "B", "sequence") in points(analysis)


@pytest.mark.parametrize(
    ("innermost", "past"),
    [("Start -> X1 -> End\nX1 -> T8@Z -> End", True), ("Start -> T8@Z -> End", False)],
)
def test_a_process_that_only_calls_is_passed_where_what_it_calls_can_be(
    innermost: str, *, past: bool
) -> None:
    between = build_process(
        "Start -> Call2 -> End", id_="Q", document="q.bpmn", calls={"Call2": ref("R", "r.bpmn")}
    )
    last = build_process(innermost, id_="R", document="r.bpmn")
    analysis = analyze(caller("T1@A -> Call1@A -> T2@B"), between, last)
    assert (("T1", "T2", "sequence") in pairs(analysis)) is past
    assert {("T1", "T8", "call"), ("T8", "T2", "call")} <= pairs(analysis)


def test_a_called_process_may_end_in_a_circle_without_steps() -> None:
    analysis = analyze(
        caller("T1@A -> Call1@A -> T2@A"), called("Start -> T8@Z -> X1 -> X2 -> End\nX2 -> X1")
    )
    assert pairs(analysis) == {("T1", "T8", "call"), ("T8", "T2", "call")}


def test_processes_that_call_each_other_in_a_circle_are_read() -> None:
    first = build_process("T1@A -> Call1@A -> T2@A", calls={"Call1": ref("Q", "q.bpmn")})
    second = build_process(
        "Call2@B -> T3@B", id_="Q", document="q.bpmn", calls={"Call2": ref("Process")}
    )
    assert ("T1", "T1", "call") in pairs(analyze(first, second))


def test_a_path_leads_through_the_called_process() -> None:
    analysis = analyze(caller("T1@A -> Call1@A -> T2@A"), called())
    (into,) = [h for h in analysis.handoffs if h.target.id == "T8"]
    assert [part.id for part in into.path] == ["T1", "T1>Call1", "Call1", "Start", "Start>T8", "T8"]
    (back,) = [h for h in analysis.handoffs if h.source.id == "T9"]
    assert [part.id for part in back.path] == ["T9", "T9>End", "End", "Call1", "Call1>T2", "T2"]


def test_too_many_successions_are_withheld_with_the_reason() -> None:
    fan = "\n".join(f"T{i}@A -> X1@A\nX1 -> T{100 + i}@B" for i in range(40))
    landscape = build_landscape(build_process(fan))
    analysis = analyze_landscape(landscape, max_successions=100)
    assert analysis.successions == ()
    assert "100" in analysis.withheld[ref("Process")]
    assert len(analysis.crossings) == 40


def test_work_that_goes_on_by_a_call_was_handed_over_by_the_flow_before_it() -> None:
    caller = build_process("T1@A -> T2@B -> Call1@B", calls={"Call1": ref("Called", "n.bpmn")})
    called = build_process("T9@B", id_="Called", document="n.bpmn")
    landscape = map_lanes(
        build_landscape(caller, called, units=(Unit(key="a", name="A"), Unit(key="b", name="B"))),
        {"A": LaneMeaning("unit", ("a",)), "B": LaneMeaning("unit", ("b",))},
    )
    found = analyze_landscape(landscape).crossings
    assert [(point.flow, point.medium) for point in found] == [(ref("T1>T2"), "sequence")]
