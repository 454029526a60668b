"""OWN109: a step without a performer beside steps that have one, or a drawing that says nothing."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Participant, Performer, Process

from .builders import build_landscape, build_process, case_of, find, ref


def test_a_step_left_out_beside_assigned_ones_should_be_clarified() -> None:
    process = build_process("Start -> T1@A -> T2 -> End", names={"T2": "Vurdere"})
    (finding,) = find(build_landscape(process), "OWN109")
    assert finding.severity == "W"
    assert finding.message() == "Det står ikke hvem som gjør «Vurdere» i «Byggesak»."
    assert finding.elements == (ref("Process"), ref("T2"))


def test_several_steps_left_out_are_one_finding() -> None:
    process = build_process("T1@A -> T2 -> T3")
    (finding,) = find(build_landscape(process), "OWN109")
    assert finding.message() == (
        "Det står ikke hvem som gjør 2 av stegene i «Byggesak», blant dem «T2»."
    )


def test_siblings_in_unmapped_lanes_count_without_any_register() -> None:
    process = build_process("T1@a -> T2")
    (finding,) = find(build_landscape(process, registered=False), "OWN109")
    assert finding.severity == "W"


def test_a_drawing_that_assigns_nobody_gives_one_question() -> None:
    (finding,) = find(build_landscape(build_process("T1 -> T2 -> T3")), "OWN109")
    assert (finding.severity, case_of(finding)) == ("I", "no-step")
    assert finding.message() == "Vi vet ikke ennå hvem som utfører stegene i «Byggesak»."


def test_all_steps_assigned_is_not_flagged() -> None:
    assert not find(build_landscape(build_process("Start -> T1@A -> T2@b -> End")), "OWN109")


@pytest.mark.parametrize("node", ["Service", "Script", "Rule", "Sub", "Call"])
def test_what_machines_do_and_containers_and_calls_are_exempt(node: str) -> None:
    assert not find(build_landscape(build_process(f"T1@A -> {node}")), "OWN109")
    assert not find(build_landscape(build_process(node)), "OWN109")


def test_a_performer_that_only_an_engine_can_resolve_is_a_performer() -> None:
    process = build_process("T1@A -> T2")
    named = process.nodes[1].model_copy(
        update={"performers": (Performer("expression", "${approver}", "assignee"),)}
    )
    process = process.model_copy(update={"nodes": (process.nodes[0], named)})
    assert not find(build_landscape(process), "OWN109")


def test_a_pool_divided_into_lanes_assigns_nobody_to_a_step_in_none_of_them() -> None:
    pool = Participant(ref=ref("Pool"), name="Kommunen", process=ref("Process"))
    process = build_process("T1@A -> T2")
    in_pool = process.nodes[1].model_copy(
        update={"performers": (Performer("pool", "Kommunen", "pool", pool.ref),)}
    )
    process = process.model_copy(
        update={"nodes": (process.nodes[0], in_pool), "participants": (pool,)}
    )
    (finding,) = find(build_landscape(process, participants=[pool]), "OWN109")
    assert finding.elements[1:] == (ref("T2"),)


def answered(process: Process, step: str, answer: Fact[str]) -> Process:
    nodes = (
        node.model_copy(update={"performer_answer": answer}) if node.ref == ref(step) else node
        for node in process.nodes
    )
    return process.model_copy(update={"nodes": tuple(nodes)})


def test_that_nobody_knows_is_told_from_what_nobody_recorded() -> None:
    process = answered(build_process("T1@A -> T2@B -> T3"), "T2", Fact.unknown())
    found = find(build_landscape(process), "OWN109")
    silent, unknown = sorted(found, key=lambda finding: str(case_of(finding)))
    assert (silent.severity.value, case_of(silent)) == ("W", "some-steps")
    assert silent.elements == (ref("Process"), ref("T3"))
    assert (unknown.severity.value, case_of(unknown)) == ("W", "unknown")
    assert unknown.message() == "De som er spurt, vet ikke hvem som gjør «T2» i «Byggesak»."
    assert silent.fingerprint != unknown.fingerprint


def test_that_nobody_does_a_step_should_be_clarified_whatever_its_lane() -> None:
    process = answered(build_process("T1@A -> T2@B"), "T2", Fact.absent())
    (finding,) = find(build_landscape(process), "OWN109")
    assert (finding.severity.value, case_of(finding)) == ("W", "nobody")
    assert finding.message("en") == "Nobody does “T2” in “Byggesak”."


def test_a_step_that_the_question_does_not_apply_to_is_not_asked_about() -> None:
    process = answered(build_process("T1@A -> T2"), "T2", Fact.not_applicable())
    assert not find(build_landscape(process), "OWN109")
    only = answered(build_process("T1"), "T1", Fact.not_applicable())
    assert not find(build_landscape(only), "OWN109")


def test_a_drawing_of_which_nobody_knows_one_step_is_still_silent_about_the_others() -> None:
    process = answered(build_process("T1 -> T2"), "T2", Fact.unknown())
    assert sorted(str(case_of(f)) for f in find(build_landscape(process), "OWN109")) == [
        "some-steps",
        "unknown",
    ]
