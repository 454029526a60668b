"""Annotations and groups."""

from __future__ import annotations

from tests.bpmn.builders import codes, definitions, process, read, read_document, read_process


def test_an_annotation_has_its_text() -> None:
    found = read_process(
        process(
            '<textAnnotation id="A"><text> Frist:\n3 uker </text></textAnnotation>'
            '<textAnnotation id="B" text="som attributt"/><textAnnotation id="C"/>'
        )
    )
    assert [each.text for each in found.annotations] == ["Frist:\n3 uker", "som attributt", ""]


def test_a_group_is_named_by_its_category_value() -> None:
    document = read_document(
        definitions(
            '<category id="K"><categoryValue id="V" value="Oppvekst"/></category>'
            '<process id="P"><group id="G" categoryValueRef="tns:V"/><group id="H"/></process>'
        )
    )
    assert [each.name for each in document.processes[0].groups] == ["Oppvekst", ""]


def test_a_group_whose_category_is_missing_is_said() -> None:
    landscape = read(process('<group id="G" categoryValueRef="gone"/>'))
    assert landscape.processes[0].groups[0].attributes == (("categoryValueRef", "gone"),)
    assert codes(landscape) == ["BPM205"]


def test_artifacts_of_a_collaboration_belong_to_the_document() -> None:
    document = read_document(
        definitions(
            '<collaboration id="C"><participant id="A"/><textAnnotation id="N"/><group id="G"/>'
            '<association id="X" sourceRef="N" targetRef="A"/></collaboration>'
        )
    )
    assert [len(document.annotations), len(document.groups), len(document.associations)] == [1] * 3
