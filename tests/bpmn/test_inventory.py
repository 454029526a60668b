"""Every level, every prefix, and what stands where BPMN has nothing."""

from __future__ import annotations

import pytest

from procmap.bpmn import read_bpmn
from tests.bpmn.builders import MODEL, codes, definitions, node_of, process, read, read_process


def test_nodes_of_every_level_are_flat_in_file_order_with_their_parents() -> None:
    found = read_process(
        process(
            '<task id="A"/><subProcess id="S"><task id="B"/><transaction id="X">'
            '<task id="C"/></transaction><task id="D"/></subProcess><task id="E"/>'
        )
    )
    assert [(node.id, node.parent.id) for node in found.nodes] == [
        ("A", "P"), ("S", "P"), ("B", "S"), ("X", "S"), ("C", "X"), ("D", "S"), ("E", "P"),
    ]  # fmt: skip
    assert [node.id for node in found.steps] == ["A", "B", "C", "D", "E"]


@pytest.mark.parametrize("prefix", ["", "bpmn:", "bpmn2:", "semantic:", "x-y.z:"])
def test_any_prefix_will_do(prefix: str) -> None:
    declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    data = (
        f'<{prefix}definitions {declared}="{MODEL}"><{prefix}process id="P"><{prefix}task id="T"/>'
        f"</{prefix}process></{prefix}definitions>"
    )
    assert node_of(data.encode(), "T").type == "task"


def test_what_the_model_does_not_know_is_kept_verbatim() -> None:
    found = read_process(
        process(
            '<property id="x"/><task id="T" startQuantity="2" camunda:priority="1">'
            "<x:unit xmlns:x='urn:x'>Lønn</x:unit></task>"
        )
    )
    task = node_of(found, "T")
    assert [kept[:9] for kept in found.kept] == ["<property"]
    assert task.attributes == (
        ("startQuantity", "2"),
        ("{http://camunda.org/schema/1.0/bpmn}priority", "1"),
    )
    assert "Lønn" in task.kept[0]


def test_root_elements_that_are_unknown_are_kept_with_the_document() -> None:
    document = read(
        definitions('<import importType="x" location="y"/><process id="P"/><x xmlns="urn:x"/>')
    ).documents[0]
    assert [kept.split()[0] for kept in document.kept] == ["<import", "<x"]


def test_root_attributes_are_kept_with_the_document() -> None:
    data = (
        f'<definitions xmlns="{MODEL}" id="D" name="N" targetNamespace="urn:t" exporter="E" '
        'exporterVersion="1" expressionLanguage="x"/>'
    )
    document = read(data.encode()).documents[0]
    assert (document.exporter, document.exporter_version) == ("E", "1")
    assert document.target_namespace == "urn:t"
    assert document.attributes == (("id", "D"), ("name", "N"), ("expressionLanguage", "x"))


@pytest.mark.parametrize(
    "body",
    [
        '<choreography id="X"><participant id="A"/><choreographyTask id="T"/></choreography>',
        '<collaboration id="C"><conversation id="X"/></collaboration>',
        '<globalConversation id="X"/>',
        '<globalChoreographyTask id="X"/>',
    ],
)
def test_choreographies_and_conversations_are_kept_and_reported(body: str) -> None:
    landscape = read(definitions(body))
    document = landscape.documents[0]
    kept = (*document.kept, *(text for each in document.definitions for text in each.kept))
    assert codes(landscape) == ["BPM401"]
    assert len(kept) == 1
    assert document.participants == ()


@pytest.mark.parametrize(
    ("body", "parent"),
    [
        ('<task id="A"><task id="B"/></task>', "task"),
        ('<extensionElements><task id="B"/></extensionElements>', "extensionElements"),
        (f'<task id="A"><x xmlns="urn:x"><y:task id="B" xmlns:y="{MODEL}"/></x></task>', "x"),
        ('<messageFlow id="B"/>', "process"),
    ],
)  # fmt: skip
def test_elements_in_unknown_places_are_kept_and_reported(body: str, parent: str) -> None:
    landscape = read(process(body))
    (finding,) = landscape.diagnostics
    assert finding.code == "BPM402"
    assert finding.parameters["parent"] == parent
    assert finding.location is not None
    assert finding.location.element == "B"


def test_a_collaboration_alone_is_a_document() -> None:
    document = read_bpmn(
        definitions(
            '<collaboration id="C" name="Samarbeid"><participant id="A" name="Innbygger"/>'
            "</collaboration>"
        )
    ).documents[0]
    assert (document.processes, document.participants[0].name) == ((), "Innbygger")
    assert [(each.type, each.name) for each in document.definitions] == [
        ("collaboration", "Samarbeid")
    ]


def test_an_empty_file_is_a_document() -> None:
    assert read(definitions("")).documents[0].processes == ()
