"""Data objects and stores, and their associations."""

from __future__ import annotations

from tests.bpmn.builders import codes, definitions, process, read, read_process


def test_references_stand_for_their_objects_and_stores() -> None:
    landscape = read(
        definitions(
            '<dataStore id="S" name="Matrikkelen"/><process id="P"><dataObject id="D"/>'
            '<dataObjectReference id="R" name="Søknad" dataObjectRef="D"><dataState name="ny"/>'
            '</dataObjectReference><dataStoreReference id="Q" dataStoreRef="tns:S"/></process>'
        )
    )
    document, found = landscape.documents[0], landscape.processes[0]
    (store,) = document.data_stores
    assert (store.type, store.name, store.parent) == ("dataStore", "Matrikkelen", None)
    assert [(each.id, each.type) for each in found.data] == [
        ("D", "dataObject"), ("R", "dataObjectReference"), ("Q", "dataStoreReference"),
    ]  # fmt: skip
    assert found.data[1].refers_to == found.data[0].ref
    assert (found.data[1].state, found.data[1].parent) == ("ny", found.ref)
    assert found.data[2].refers_to == store.ref


def test_data_of_a_sub_process_says_where_it_stands() -> None:
    found = read_process(process('<subProcess id="S"><dataObject id="D"/></subProcess>'))
    assert found.data[0].parent == found.nodes[0].ref


def test_inputs_and_outputs_of_a_process_are_data_and_kept() -> None:
    found = read_process(
        process(
            '<ioSpecification><dataInput id="I" name="Søknad"/><dataOutput id="O"/>'
            "<inputSet/></ioSpecification>"
        )
    )
    assert [each.type for each in found.data] == ["dataInput", "dataOutput"]
    assert "<inputSet/>" in found.kept[0]


def test_a_node_reads_and_writes_data() -> None:
    found = read_process(
        process(
            '<dataObject id="D"/><task id="T"><ioSpecification><dataInput id="I"/>'
            '</ioSpecification><dataInputAssociation id="A"><sourceRef>D</sourceRef>'
            '<targetRef>I</targetRef></dataInputAssociation><dataOutputAssociation id="B">'
            "<targetRef>tns:D</targetRef></dataOutputAssociation></task>"
        )
    )
    assert [(each.direction, each.data, each.node.id) for each in found.data_associations] == [
        ("input", (found.data[0].ref,), "T"),
        ("output", (found.data[0].ref,), "T"),
    ]


def test_a_variable_at_the_far_end_is_no_data_and_no_fault() -> None:
    landscape = read(
        process(
            '<property id="x"/><task id="T"><dataInputAssociation id="A">'
            "<sourceRef>x</sourceRef></dataInputAssociation></task>"
        )
    )
    (line,) = landscape.processes[0].data_associations
    assert (line.data, len(line.kept), codes(landscape)) == ((), 1, [])


def test_a_far_end_that_dangles_is_said() -> None:
    landscape = read(
        process(
            '<dataObjectReference id="R" dataObjectRef="gone"/><task id="T">'
            '<dataInputAssociation id="A"><sourceRef>lost</sourceRef></dataInputAssociation>'
            "</task>"
        )
    )
    assert landscape.processes[0].data[0].refers_to is None
    assert codes(landscape) == ["BPM205", "BPM205"]
