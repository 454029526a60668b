"""Camunda 8."""

from __future__ import annotations

from tests.bpmn.builders import node_of, process


def test_an_assignment_definition_names_persons_and_roles() -> None:
    data = process(
        '<userTask id="T"><extensionElements><zeebe:assignmentDefinition assignee="=approver" '
        'candidateUsers="" candidateGroups="lonn,hr"/></extensionElements></userTask>'
    )
    task = node_of(data, "T")
    assert [(each.kind, each.name) for each in task.performers] == [
        ("expression", "=approver"),
        ("role", "lonn"),
        ("role", "hr"),
    ]
    assert len(task.kept) == 1


def test_a_called_element_extension_says_what_is_called() -> None:
    data = process(
        '<callActivity id="T"><extensionElements><zeebe:calledElement processId="Q"/>'
        "</extensionElements></callActivity>"
    )
    assert node_of(data, "T").called_element == "Q"
