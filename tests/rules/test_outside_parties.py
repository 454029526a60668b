"""What outside parties do is not ours to ask about: who owns it, whom it is for, its measures."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Goal, Holder, Landscape, Measure, ProcessKind

from .builders import UNITS, build_landscape, build_process, find
from .changing import change

GOALS: Fact[tuple[Goal, ...]] = Fact.stated((Goal("Raskere", path=Fact.absent()),))
MEASURES: Fact[tuple[Measure, ...]] = Fact.absent()
SETTER: Fact[Holder] = Fact.absent()
KIND: Fact[ProcessKind] = Fact.absent()
NONE: Fact[str] = Fact.absent()


def build(*, outside: bool) -> Landscape:
    process = change(
        build_process("T1@A -> T2@A", ownership=Fact.absent()),
        goals=GOALS,
        measures=MEASURES,
        goal_setter=SETTER,
        kind=KIND,
        customer=NONE,
    )
    units = tuple(
        unit.model_copy(update={"kind": "outside"}) if unit.name == "A" and outside else unit
        for unit in UNITS
    )
    return build_landscape(process).model_copy(update={"units": units})


@pytest.mark.parametrize("code", ["OWN101", "OWN111", "UND401", "UND402", "UND404", "UND405"])
def test_a_process_of_an_outside_party_is_not_asked_about(code: str) -> None:
    assert len(find(build(outside=False), code)) == 1
    assert not find(build(outside=True), code)
