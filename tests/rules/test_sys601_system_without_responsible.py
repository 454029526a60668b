"""SYS601: nobody answers for a system that work is done in, or line and IT both do."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import Fact, Holder, System

from .builders import build_landscape, build_process, case_of, find, ref
from .changing import change_steps

LINE, IT = Fact.stated(Holder("role", "Økonomisjef")), Fact.stated(Holder("person", "Kari Nes"))
NOBODY: Fact[Holder] = Fact.absent()


def run(used: str = "erp ", **facts: object) -> list[Finding]:
    process = change_steps(
        build_process("T1@A -> T2@A"), {"T1": {"system": Fact.stated(used)} if used else {}}
    )
    system = System(name="ERP", **facts)  # type: ignore[arg-type]  # facts of a system
    landscape = build_landscape(process).model_copy(update={"systems": (system,)})
    return find(landscape, "SYS601")


@pytest.mark.parametrize(
    ("facts", "case", "severity"),
    [
        ({"responsible": Fact.absent()}, "absent", "W"),
        ({"line": NOBODY, "technical": NOBODY}, "absent", "W"),
        ({"line": NOBODY}, "absent", "W"),
        ({"responsible": Fact.unknown()}, "unknown", "I"),
        ({"line": LINE, "technical": IT}, "line-and-technical", "I"),
        ({"line": LINE, "technical": IT, "decides": Fact.unknown()}, "line-and-technical", "I"),
    ],
)
def test_a_system_without_one_responsible_is_asked_about(
    facts: dict[str, object], case: str, severity: str
) -> None:
    (finding,) = run(**facts)
    assert (case_of(finding), finding.severity.value) == (case, severity)
    assert finding.elements == (ref("Process"), ref("T1"))


def test_the_words() -> None:
    (finding,) = run(line=LINE, technical=IT)
    assert finding.message() == "Både linjen og IT svarer for «ERP»."
    assert finding.question() == "Hvem avgjør hva?"
    assert "Kari" not in finding.model_dump_json()
    (finding,) = run(responsible=Fact.absent())
    assert finding.message("en") == "Nobody answers for “ERP”, in which one step is done."


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"responsible": Fact.stated("kommune/A")},
        {"responsible": Fact.absent(), "line": LINE},
        {"responsible": Fact.unknown(), "technical": IT},
        {"line": LINE, "technical": IT, "decides": Fact.stated("Linjen bestiller")},
        {"line": LINE, "technical": IT, "decides": Fact.not_applicable()},
        {"responsible": Fact.not_applicable()},
    ],
)
def test_one_who_answers_and_what_is_not_recorded_are_not_flagged(
    facts: dict[str, object],
) -> None:
    assert not run(**facts)


@pytest.mark.parametrize("used", ["", "Arkiv"])
def test_a_system_that_no_step_is_done_in_has_no_place_to_ask_at(used: str) -> None:
    assert not run(used, responsible=Fact.absent())
