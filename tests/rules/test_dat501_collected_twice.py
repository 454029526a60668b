"""DAT501: the same collected again, as far as the register says."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import DataUse, Fact

from .builders import build_landscape, build_process, find, ref
from .changing import collect, register_data, use

FLOW = "Start@A -> T1@A -> X1@A -> T2@A -> T4@B\nX1 -> T3@A -> T4"
FROM_APPLICANT, FROM_DOCTOR = Fact.stated("Søker"), Fact.stated("Fastlege")
REGISTER = Fact.stated("Folkeregisteret")


def run(*uses: DataUse, **facts: object) -> list[Finding]:
    other = build_process("T1@B", id_="Other", document="n.bpmn", name="Lønn")
    landscape = build_landscape(build_process(FLOW), other)
    return find(register_data(landscape, *uses, **facts), "DAT501")


ELSEWHERE = collect("T1", process="Other", document="n.bpmn")


def test_what_we_have_and_collect_again_should_be_clarified() -> None:
    (finding,) = run(collect("T1"), ELSEWHERE, master=REGISTER)
    assert finding.severity == "W"
    assert finding.message() == "«Adresse» hentes inn 2 ganger."
    assert finding.question() == "Kan vi bruke det vi allerede har?"
    assert finding.elements[:2] == (ref("Process"), ref("Other", "n.bpmn"))


def test_without_a_known_master_it_is_for_information() -> None:
    (finding,) = run(collect("T1"), ELSEWHERE)
    assert finding.severity == "I"


def test_on_one_path_the_second_time_counts() -> None:
    (finding,) = run(collect("T1"), collect("T2"))
    assert finding.parameters["n"] == 2
    (finding,) = run(collect("T1"), collect("T2"), collect("T4"), ELSEWHERE)
    assert finding.parameters["n"] == 4


def test_ways_that_exclude_each_other_collect_it_once() -> None:
    assert not run(collect("T2"), collect("T3"))


def test_what_comes_from_the_master_is_not_asked_for_again() -> None:
    fetched = collect("T4", source=Fact.stated("folkeregisteret "))
    assert not run(collect("T1"), fetched, master=REGISTER)
    assert len(run(collect("T1"), fetched)) == 1


def test_what_is_asked_of_different_people_may_be_different() -> None:
    asked = [collect("T1", source=FROM_APPLICANT), collect("T2", source=FROM_DOCTOR)]
    assert not run(*asked)
    assert len(run(*asked, collect("T4", source=FROM_DOCTOR))) == 1
    # Of whom nobody has said it may be either.
    assert len(run(asked[0], collect("T2"))) == 1


@pytest.mark.parametrize("kind", ["reads", "writes"])
def test_reading_and_writing_is_not_collecting(kind: str) -> None:
    assert not run(collect("T1"), use("Adresse", kind, "T2"))  # type: ignore[arg-type]  # a kind


def test_other_items_and_one_use_are_not_flagged() -> None:
    assert not run(collect("T1"), use("Alder", "collects", "T2"))
    assert not run(collect("T1"), collect("T1"))
    assert not run()


def test_an_item_that_only_the_uses_name_is_one_too() -> None:
    uses = (use("alder", "collects", "T1"), use("Alder", "collects", "T2"))
    (first,), (second,) = run(*uses), run(*reversed(uses))
    assert first == second
    assert first.parameters["d"] == "Alder"


def test_a_use_in_a_process_that_is_gone_is_left_out() -> None:
    assert not run(collect("T1"), collect("T1", process="Gone"))
