"""UND403: steps without a description; at most one question a process."""

from __future__ import annotations

from procmap.model import Fact, Process

from .builders import build_landscape, build_process, case_of, find, ref
from .changing import change_steps


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


def test_what_the_register_describes_is_described() -> None:
    facts: dict[str, dict[str, object]] = {"T1": {"description": Fact.stated("Slik gjøres det.")}}
    (finding,) = find(build_landscape(change_steps(PLAIN, facts)), "UND403")
    assert finding.elements == (ref("Process"), ref("T2"))
    facts["T2"] = {"description": Fact.not_applicable()}
    assert not find(build_landscape(change_steps(PLAIN, facts)), "UND403")
    facts["T2"] = {"description": Fact.absent()}
    assert len(find(build_landscape(change_steps(PLAIN, facts)), "UND403")) == 1
