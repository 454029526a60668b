"""What holds for every file, drawn or not."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from procmap.bpmn import read_bpmn
from procmap.errors import ReadError
from procmap.model import Landscape
from tests.bpmn.builders import process
from tests.bpmn.strategies import odd_files, proper_files

SAMPLE = process(
    '<laneSet id="LS"><lane id="L" name="Lønn"><flowNodeRef>T</flowNodeRef></lane></laneSet>'
    '<userTask id="T" name="Vurdere" camunda:assignee="kari"><documentation>å</documentation>'
    '<extensionElements><camunda:x/></extensionElements></userTask><endEvent id="E"/>'
    '<sequenceFlow id="F" sourceRef="T" targetRef="E"/>',
    pool="Kommunen",
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refuse(data: bytes) -> Landscape | None:
    try:
        return read_bpmn(data, name="a.bpmn")
    except ReadError:
        return None


def sorted_throughout(value: Any, key: str = "") -> Any:
    """The same value without lines, and without order where order means nothing."""
    if isinstance(value, dict):
        return {
            name: sorted_throughout(each, name)
            for name, each in sorted(value.items())
            if name not in ("line", "sha256")
        }
    if isinstance(value, list):
        items = [sorted_throughout(each, key) for each in value]
        return items if key == "performers" else sorted(items, key=json.dumps)
    return value


@QUICK
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_read_error(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(b'<?xml version="1.0"?>' + data)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(SAMPLE)),
    st.integers(0, 60),
    st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b">", b'"', b"&x;", b"]]>", b"<!--"])),
)
def test_no_mutation_raises_anything_but_a_read_error(at: int, cut: int, paste: bytes) -> None:
    read_or_refuse(SAMPLE[:at] + paste + SAMPLE[at + cut :])


@QUICK
@given(odd_files())
def test_any_arrangement_of_bpmn_elements_is_read_and_hangs_together(data: bytes) -> None:
    landscape = read_bpmn(data, name="a.bpmn")
    document = landscape.documents[0]
    assert Landscape.from_json(landscape.to_json(sources=True)) == landscape
    for finding in landscape.diagnostics:
        assert finding.message("nb")
        assert finding.message("en")
        assert all(ref in landscape for ref in finding.elements)
    for flow in document.message_flows:
        assert all(ref in landscape for ref in (flow.source, flow.target) if ref)
    for found in document.processes:
        nodes = {node.ref for node in found.nodes}
        lanes = {lane.ref for lane in found.lanes}
        assert len(nodes) == len(found.nodes)
        for node in found.nodes:
            assert node.parent == found.ref or node.parent in nodes
            assert node.lane is None or node.lane in lanes
            assert all(each.ref is None or each.ref in landscape for each in node.performers)
        for arrow in found.sequence_flows:
            assert {arrow.source, arrow.target} <= nodes | {None}
        for lane in found.lanes:
            assert nodes.issuperset(lane.nodes)
        for line in (*found.associations, *document.associations):
            assert all(ref in landscape for ref in (line.source, line.target) if ref)
        for access in found.data_associations:
            assert access.node in nodes
            assert all(ref in landscape for ref in access.data)


@QUICK
@given(proper_files(), st.integers(0, 2**32))
def test_the_order_of_siblings_changes_nothing_but_order(data: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    root = etree.fromstring(data)
    for element in list(root.iter()):
        children = list(element)
        chance.shuffle(children)
        element.extend(children)
    plain, shuffled = (
        json.loads(read_bpmn(each, name="a.bpmn").to_json())
        for each in (data, etree.tostring(root))
    )
    assert sorted_throughout(plain) == sorted_throughout(shuffled)


@QUICK
@given(proper_files())
def test_reading_twice_gives_the_same(data: bytes) -> None:
    assert read_bpmn(data) == read_bpmn(data)


@QUICK
@given(proper_files())
def test_a_file_as_tools_write_them_gives_no_diagnostics(data: bytes) -> None:
    landscape = read_bpmn(data)
    assert [str(finding) for finding in landscape.diagnostics] == []
