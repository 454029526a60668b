"""Camunda 7, Activiti, Flowable."""

from __future__ import annotations

import pytest

from tests.bpmn.builders import node_of, process


@pytest.mark.parametrize("dialect", ["camunda", "activiti", "flowable"])
def test_assignees_are_persons_and_candidate_groups_roles(dialect: str) -> None:
    data = process(
        f'<userTask id="T" {dialect}:candidateGroups="a, b" {dialect}:candidateUsers="ola"'
        f' {dialect}:assignee="kari"/>'
    )
    found = [(each.kind, each.name, each.source) for each in node_of(data, "T").performers]
    assert found == [
        ("person", "kari", "assignee"),
        ("person", "ola", "assignee"),
        ("role", "a", "assignee"),
        ("role", "b", "assignee"),
    ]


def test_an_empty_field_says_nothing() -> None:
    assert node_of(process('<userTask id="T" camunda:assignee=" "/>'), "T").performers == ()


def test_the_attributes_stay_with_the_node_as_written() -> None:
    task = node_of(process('<userTask id="T" camunda:assignee="${x}"/>'), "T")
    assert task.attributes == (("{http://camunda.org/schema/1.0/bpmn}assignee", "${x}"),)


def test_an_assignee_without_a_namespace_is_nobodys_dialect() -> None:
    assert node_of(process('<userTask id="T" assignee="kari"/>'), "T").performers == ()
