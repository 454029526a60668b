"""Sources that say different things about one step."""

from __future__ import annotations

import pytest

from tests.bpmn.builders import definitions, read


def landscape_of(step: str, lane: str = "Lønn", other: str = "Arkiv") -> list[tuple[str, object]]:
    body = (
        f'<process id="P"><laneSet><lane id="L" name="{lane}"><flowNodeRef>T</flowNodeRef></lane>'
        f'<lane id="M" name="{other}"/></laneSet>{step}</process>'
    )
    found = read(definitions(body)).diagnostics
    return [(each.code, each.parameters["stated"]) for each in found]


def with_unit(unit: str) -> str:
    return (
        '<userTask id="T"><extensionElements><camunda:properties><camunda:property name="enhet" '
        f'value="{unit}"/></camunda:properties></extensionElements></userTask>'
    )


def test_a_unit_on_a_step_that_is_not_its_lane_is_said() -> None:
    assert landscape_of(with_unit("HR")) == [("BPM209", "HR")]


@pytest.mark.parametrize("unit", ["lønn", "LØNN ", "Lønn og personal", "${unit}"])
def test_a_unit_like_its_lane_and_an_expression_are_not(unit: str) -> None:
    assert landscape_of(with_unit(unit)) == []


def test_a_role_is_held_against_a_lane_only_where_another_lane_has_its_name() -> None:
    step = '<userTask id="T" camunda:candidateGroups="{}"/>'
    assert landscape_of(step.format("saksbehandler")) == []
    assert landscape_of(step.format("arkiv")) == [("BPM209", "arkiv")]


def test_two_fields_of_one_kind_that_share_nobody_are_said_once_for_all_steps() -> None:
    steps = "".join(
        f'<userTask id="{each}" camunda:candidateGroups="hr"><performer name="Leder"/></userTask>'
        for each in "TU"
    )
    found = read(definitions(f'<process id="P">{steps}</process>')).diagnostics
    assert [each.code for each in found] == ["BPM210"]
    assert [ref.id for ref in found[0].elements] == ["P", "T", "U"]


def test_two_fields_of_different_kinds_agree() -> None:
    step = '<userTask id="T" camunda:assignee="kari"><performer name="Leder"/></userTask>'
    assert landscape_of(step) == []
