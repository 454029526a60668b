"""OWN111: for information where somebody was asked; silent where nothing is recorded."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Holder

from .builders import build_landscape, build_process, find, ref
from .changing import change

PROCESS = build_process("T1@A")


@pytest.mark.parametrize(
    ("setter", "message"),
    [
        (Fact.absent(), "Nobody sets goals for digitalising “Byggesak”."),
        (
            Fact.unknown(),
            "Those who were asked do not know who sets goals for digitalising “Byggesak”.",
        ),
    ],
)
def test_nobody_who_sets_goals_is_for_information(setter: Fact[Holder], message: str) -> None:
    (finding,) = find(build_landscape(change(PROCESS, goal_setter=setter)), "OWN111")
    assert (finding.severity.value, finding.message("en")) == ("I", message)
    assert finding.elements == (ref("Process"),)


@pytest.mark.parametrize(
    "setter", [Fact(), Fact.not_applicable(), Fact.stated(Holder("role", "Leder A"))]
)
def test_what_is_stated_or_not_recorded_is_not_flagged(setter: Fact[Holder]) -> None:
    assert not find(build_landscape(change(PROCESS, goal_setter=setter)), "OWN111")
