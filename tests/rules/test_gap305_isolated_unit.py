"""GAP305: a unit no drawn flow reaches or leaves."""

from __future__ import annotations

from procmap.model import MessageFlow

from .builders import build_landscape, build_process, find, ref


def test_a_unit_with_no_flow_to_the_others_is_for_information() -> None:
    process = build_process("T1@A -> T2@B\nT3@C -> T4@C")
    (finding,) = find(build_landscape(process), "GAP305")
    assert finding.severity == "I"
    assert finding.message() == (
        "2 steg hos C i «Byggesak» har ingen flyt til eller fra de andre enhetene."
    )
    assert finding.elements == (ref("Process"), ref("T3"), ref("T4"))


def test_units_tied_by_flow_are_not_flagged() -> None:
    assert not find(build_landscape(build_process("T1@A -> X1 -> T2@B -> T3@C")), "GAP305")


def test_a_unit_by_itself_is_not_isolated() -> None:
    assert not find(build_landscape(build_process("T1@A -> T2@A")), "GAP305")


def test_a_list_of_steps_without_any_flow_says_nothing() -> None:
    process = build_process("T1@A -> T2@B").model_copy(update={"sequence_flows": ()})
    assert not find(build_landscape(process), "GAP305")


def test_a_message_from_another_process_ties_the_unit_that_receives_it() -> None:
    sender = build_process("T1@A", id_="P")
    receiver = build_process("T7@B -> T8@B\nT9@C -> T10@C", id_="Q", name="Lønn")
    landscape = build_landscape(sender, receiver)
    flow = MessageFlow(ref=ref("M"), source=ref("T1"), target=ref("T9"))
    (document,) = landscape.documents
    tied = landscape.model_copy(
        update={"documents": (document.model_copy(update={"message_flows": (flow,)}),)}
    )
    assert {f.parameters["u"] for f in find(landscape, "GAP305")} == {"B", "C"}
    assert {f.parameters["u"] for f in find(tied, "GAP305")} == {"B"}
