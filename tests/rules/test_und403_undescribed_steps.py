"""UND403: steps without a description; at most one question a process."""

from __future__ import annotations

from procmap.model import Process

from .builders import build_landscape, build_process, case_of, find, ref


def describe(process: Process, *ids: str) -> Process:
    nodes = tuple(
        n.model_copy(update={"documentation": "Slik gjøres det."}) if n.ref.id in ids else n
        for n in process.nodes
    )
    return process.model_copy(update={"nodes": nodes})


PLAIN = build_process("Start@A -> T1@A -> T2@A -> Call1@A")


def test_some_steps_without_one_are_for_information() -> None:
    (finding,) = find(build_landscape(describe(PLAIN, "T1"), registered=False), "UND403")
    assert finding.severity == "I"
    assert finding.message() == "«T2» i «Byggesak» har ingen beskrivelse."
    assert finding.elements == (ref("Process"), ref("T2"))


def test_no_step_is_one_question_once_others_are_described() -> None:
    other = describe(build_process("T1@A", document="n.bpmn", name="Lønn"), "T1")
    (finding,) = find(build_landscape(PLAIN, other), "UND403")
    assert case_of(finding) == "no-step"
    assert finding.elements == (ref("Process"),)
    assert not find(build_landscape(PLAIN), "UND403")
    assert not find(build_landscape(PLAIN, other, registered=False), "UND403")


def test_described_steps_are_not_flagged() -> None:
    assert not find(build_landscape(describe(PLAIN, "T1", "T2")), "UND403")
