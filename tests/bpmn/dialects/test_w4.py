"""W4 BPMN+ Composer, whose resources are all marked as users."""

from __future__ import annotations

from tests.bpmn.builders import definitions, node_of, read_document

DATA = definitions(
    '<resource xmlns:w4="http://www.w4.eu/spec/BPMN/20110701/MODEL" id="R" name="Accountant" '
    'w4:type="User"/><process id="P"><userTask id="T"><potentialOwner><resourceRef>R'
    "</resourceRef></potentialOwner></userTask></process>"
)


def test_a_resource_that_is_marked_as_a_user_is_a_role_all_the_same() -> None:
    (performer,) = node_of(DATA, "T").performers
    assert (performer.kind, performer.name) == ("role", "Accountant")


def test_the_mark_is_kept() -> None:
    (resource,) = read_document(DATA).definitions
    assert resource.attributes == (("{http://www.w4.eu/spec/BPMN/20110701/MODEL}type", "User"),)
