"""Entities that were not checked are those that a check lets through."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from procmap.bpmn import read_bpmn
from procmap.bpmn.trusted import trust
from procmap.model import FlowNode, Group, Landscape, SequenceFlow
from procmap.source import ElementRef
from tests.bpmn.strategies import odd_files, proper_files

REF = ElementRef("a.bpmn", "A")


def test_what_is_not_given_has_its_default() -> None:
    assert trust(Group)(ref=REF) == Group(ref=REF)
    assert trust(FlowNode)(ref=REF, type="task", parent=REF) == FlowNode(
        ref=REF, type="task", parent=REF
    )


def test_the_order_of_the_fields_is_that_of_the_class() -> None:
    flow = trust(SequenceFlow)(target=None, source=None, ref=REF, parent=REF)
    assert (
        flow.model_dump_json()
        == SequenceFlow(ref=REF, source=None, target=None, parent=REF).model_dump_json()
    )


def test_a_copy_knows_its_own_changes_and_the_original_does_not() -> None:
    build = trust(Group)
    first, second = build(ref=REF), build(ref=REF)
    changed = first.model_copy(update={"name": "Ny"})
    assert (changed.name, first.name, second.name) == ("Ny", "", "")
    assert changed.model_fields_set is not second.model_fields_set


def test_only_entities_can_be_trusted() -> None:
    with pytest.raises(TypeError, match="no entity"):
        trust(ElementRef)  # type: ignore[type-var]


@settings(max_examples=40, deadline=None)
@given(odd_files() | proper_files())
def test_the_json_of_what_was_read_is_that_of_what_a_check_lets_through(data: bytes) -> None:
    read = read_bpmn(data, name="a.bpmn")
    checked = Landscape.model_validate(
        json.loads(read.model_dump_json(exclude={"documents": {"__all__": {"source"}}}))
    )
    assert read.to_json() == checked.to_json()
    for process, twin in zip(read.processes, checked.processes, strict=True):
        assert [list(each.__dict__) for each in (*process.nodes, *process.sequence_flows)] == [
            list(each.__dict__) for each in (*twin.nodes, *twin.sequence_flows)
        ]
