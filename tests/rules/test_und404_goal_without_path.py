"""UND404: a goal said to have no path should be clarified; one question where nobody has said."""

from __future__ import annotations

import pytest

from procmap.findings import Finding
from procmap.model import Fact, Goal

from .builders import build_landscape, build_process, case_of, find
from .changing import change


def run(*paths: Fact[str]) -> list[Finding]:
    goals = tuple(Goal(f"Mål {n}", path=path) for n, path in enumerate(paths, start=1))
    process = change(build_process("T1@A"), goals=Fact.stated(goals))
    return find(build_landscape(process), "UND404")


PATH = Fact.stated("Tiltak 7")


@pytest.mark.parametrize(
    ("path", "case", "severity"),
    [
        (Fact.absent(), "absent", "W"),
        (Fact.unknown(), "unknown", "I"),
        (Fact(), "not-recorded", "I"),
    ],
)
def test_a_goal_without_a_path_is_asked_about(path: Fact[str], case: str, severity: str) -> None:
    (finding,) = run(PATH, path)
    assert (case_of(finding), finding.severity.value) == (case, severity)
    assert "«Mål 2»" in finding.message()


def test_what_was_said_counts_before_what_nobody_has_said() -> None:
    (finding,) = run(Fact(), Fact.absent(), Fact.absent())
    assert finding.message() == (
        "2 av 3 mål for «Byggesak» har ingen plan for hvordan dere skal komme dit."
    )
    assert (finding.evidence[1].value, finding.evidence[1].limit) == (2, 3)


def test_the_order_of_goals_changes_nothing() -> None:
    def parameters(*names: str) -> object:
        goals = tuple(Goal(name) for name in names)
        process = change(build_process("T1@A"), goals=Fact.stated(goals))
        return find(build_landscape(process), "UND404")[0].parameters

    assert parameters("b", "A", "c") == parameters("c", "b", "A")


@pytest.mark.parametrize("paths", [(PATH,), (Fact.not_applicable(),)])
def test_a_path_is_not_flagged(paths: tuple[Fact[str], ...]) -> None:
    assert not run(*paths)


@pytest.mark.parametrize("goals", [Fact(), Fact.absent(), Fact.unknown()])
def test_a_process_without_goals_is_another_question(goals: Fact[tuple[Goal, ...]]) -> None:
    process = change(build_process("T1@A"), goals=goals)
    assert not find(build_landscape(process), "UND404")
