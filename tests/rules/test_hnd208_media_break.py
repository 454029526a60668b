"""HND208: supported, manual, supported along a path; nothing is read out of a task's type."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import Fact

from .builders import build_landscape, build_process, find, ref
from .changing import change_steps

LETTERS = {"m": "manual", "s": "supported", "a": "automatic"}


def run(flow: str, said: str) -> list[Finding]:
    """`said` gives how T1, T2 and so on are done; a dash where nobody said."""
    facts = {
        f"T{number}": {"support": Fact.stated(LETTERS[letter])}
        for number, letter in enumerate(said, start=1)
        if letter != "-"
    }
    return find(build_landscape(change_steps(build_process(flow), facts)), "HND208")


ROW = "T1@A -> T2@A -> T3@B -> T4@A"


def test_a_manual_step_between_supported_ones_is_for_information() -> None:
    (finding,) = run("T1@A -> T2@A -> T3@B", "sms")
    assert finding.severity == "I"
    assert finding.message() == (
        "«T2» i «Byggesak» gjøres utenfor systemet, mellom steg som gjøres i det."
    )
    assert finding.elements == (ref("Process"), ref("T2"))
    assert finding.evidence[0].elements == (ref("T1"), ref("T2"), ref("T3"))
    assert (finding.evidence[1].label, finding.evidence[1].value) == ("media breaks", 1)


def test_the_path_leads_through_all_manual_steps() -> None:
    (finding,) = run(ROW, "smma")
    assert finding.message("en").startswith("2 steps in “Byggesak” are done outside the system")
    assert [r.id for r in finding.evidence[0].elements] == ["T1", "T2", "T3", "T4"]


def test_the_path_is_the_shortest_and_ends_in_a_loop_of_manual_steps() -> None:
    (finding,) = run("T1@A -> T2@A -> T3@B -> T2\nT3 -> T4@A", "smma")
    assert [r.id for r in finding.evidence[0].elements] == ["T1", "T2", "T3", "T4"]


@pytest.mark.parametrize("said", ["ssss", "mmmm", "ssmm", "mmss", "s--s", "s-m-", "----", "sm-s"])
def test_work_that_does_not_come_back_is_not_flagged(said: str) -> None:
    assert not run(ROW, said)


def test_a_manual_task_is_a_shape_and_no_statement() -> None:
    process = change_steps(build_process(ROW), {"T2": {"type": "manualTask"}})
    assert not find(build_landscape(process), "HND208")


def test_a_system_that_the_register_names_is_support() -> None:
    process = change_steps(
        build_process("T1@A -> T2@A -> T3@B"),
        {
            "T1": {"system": Fact.stated("ERP")},
            "T2": {"system": Fact.absent()},
            "T3": {"system": Fact.stated("Arkiv")},
        },
    )
    assert len(find(build_landscape(process), "HND208")) == 1
