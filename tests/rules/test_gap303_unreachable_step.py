"""GAP303: steps on no way from a start to an end; one finding a process."""

from __future__ import annotations

from .builders import build_landscape, build_process, case_of, find, ref


def test_a_step_that_no_start_leads_to_should_be_clarified() -> None:
    process = build_process("Start -> T1@A -> End\nT2@A -> T1")
    (finding,) = find(build_landscape(process), "GAP303")
    assert (finding.severity, case_of(finding)) == ("W", "unreachable")
    assert finding.message() == "Ingen vei fra start fører til «T2» i «Byggesak»."
    assert finding.elements == (ref("Process"), ref("T2"))


def test_a_step_that_leads_to_no_end_should_be_clarified() -> None:
    process = build_process("Start -> X1 -> End\nX1 -> T1@A -> T2@A")
    (finding,) = find(build_landscape(process), "GAP303")
    assert (finding.severity, case_of(finding)) == ("W", "endless")
    assert finding.message() == (
        "Fra 2 punkter i «Byggesak» fører ingen vei til slutten, blant dem «T1»."
    )


def test_both_are_one_finding_with_evidence_for_each() -> None:
    process = build_process("Start -> T1@A -> End\nT2@A -> T1\nT1 -> T3@A")
    (finding,) = find(build_landscape(process), "GAP303")
    assert case_of(finding) == "both"
    assert [(e.label, e.elements) for e in finding.evidence] == [
        ("unreachable", (ref("T2"),)),
        ("endless", (ref("T3"),)),
    ]


def test_a_sound_process_and_one_without_start_or_end_are_not_flagged() -> None:
    for flow in ("Start -> T1@A -> End", "T1@A -> T2@B"):
        assert not find(build_landscape(build_process(flow)), "GAP303")


def test_where_flows_dangle_it_is_for_information_whatever_is_configured() -> None:
    process = build_process("Start -> T1@A -> End\nT2@A -> T1")
    flow = process.sequence_flows[0].model_copy(
        update={"ref": ref("loose"), "source": None, "target": ref("T2")}
    )
    process = process.model_copy(update={"sequence_flows": (*process.sequence_flows, flow)})
    (finding,) = find(build_landscape(process), "GAP303", {"severity": {"GAP303": "E"}})
    assert (finding.severity, case_of(finding)) == ("I", "flows-dangle")


def test_steps_are_named_before_gateways() -> None:
    process = build_process("Start -> T1@A -> End\nX1 -> T2@A -> T1", names={"X1": "Avgjort?"})
    (finding,) = find(build_landscape(process), "GAP303")
    assert finding.parameters["s"] == "T2"
