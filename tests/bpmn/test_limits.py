"""Hostile files are refused, or read in time that grows with their length."""

from __future__ import annotations

import re

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.limits import Limits
from procmap.errors import SyntaxReadError
from tests.bpmn.builders import definitions, process

# Far above what is needed, far below what a square in it would take.
pytestmark = pytest.mark.timeout(90)


def attributes(count: int) -> str:
    return " ".join(f'a{number}=""' for number in range(count))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "windows-1252"])
def test_an_element_with_too_many_attributes_is_refused(encoding: str) -> None:
    data = definitions(f'<process id="P"><task {attributes(40_000)}/></process>', encoding=encoding)
    with pytest.raises(SyntaxReadError, match=r"more than 500 attributes \(limits\.attributes\)"):
        read_bpmn(data)


def test_as_many_attributes_as_allowed_are_read_wherever_they_stand() -> None:
    for before in range(0, 3_000, 499):
        data = process(f"{' ' * before}<task {attributes(500)}/>")
        assert len(read_bpmn(data).processes[0].nodes[0].attributes) == 500
        with pytest.raises(SyntaxReadError, match="attributes"):
            read_bpmn(process(f"{' ' * before}<task {attributes(501)}/>"))


def test_the_limit_of_attributes_is_an_option() -> None:
    data = process(f"<task {attributes(501)}/>")
    assert read_bpmn(data, limits=Limits(attributes=501)).processes
    with pytest.raises(SyntaxReadError, match="attributes"):
        read_bpmn(data, limits=Limits(attributes=3))


def test_more_elements_than_allowed_are_refused() -> None:
    data = process("<laneSet>" + "<lane/>" * 30 + "</laneSet><task/>")
    # With the process: 32.
    assert read_bpmn(data, limits=Limits(elements=32)).processes
    with pytest.raises(SyntaxReadError, match="more than 31 elements"):
        read_bpmn(data, limits=Limits(elements=31))


def test_a_million_lanes_are_refused() -> None:
    data = process("<laneSet>" + "<lane/>" * 1_000_000 + "</laneSet>")
    with pytest.raises(SyntaxReadError, match="elements"):
        read_bpmn(data)


def test_a_longer_file_than_allowed_is_refused_and_the_remedy_names_the_argument() -> None:
    with pytest.raises(SyntaxReadError, match="longer than 10 bytes") as caught:
        read_bpmn(process("<task/>"), limits=Limits(bytes=10))
    assert "limits=Limits(" in caught.value.remedy


def test_nodes_are_not_placed_by_a_drawing_beyond_the_limit_and_the_file_is_read() -> None:
    lanes = "".join(f'<lane id="L{n}"/>' for n in range(20))
    tasks = "".join(f'<task id="T{n}"/>' for n in range(20))
    shapes = "".join(f'<shape id="{kind}{n}"/>' for kind in "LT" for n in range(20))
    data = definitions(
        f'<process id="P"><laneSet>{lanes}</laneSet>{tasks}</process>'
        + re.sub(
            '<shape id="(.*?)"/>',
            r'<bpmndi:BPMNShape bpmnElement="\1"><dc:Bounds x="1" y="1" width="9" height="9"/>'
            "</bpmndi:BPMNShape>",
            f"<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>{shapes}</bpmndi:BPMNPlane>"
            "</bpmndi:BPMNDiagram>",
        )
    )
    landscape = read_bpmn(data, limits=Limits(placements=100))
    assert len(landscape.processes[0].nodes) == 20
    assert [finding.code for finding in landscape.diagnostics].count("BPM211") == 1
    assert "BPM211" not in [finding.code for finding in read_bpmn(data).diagnostics]


def test_more_markup_than_allowed_is_refused() -> None:
    data = process("<unheard/>" * 100)
    with pytest.raises(SyntaxReadError, match=r"limits\.kept"):
        read_bpmn(data, limits=Limits(kept=1_000))


def test_a_long_namespace_is_not_repeated_without_end() -> None:
    uri = "u" * 5_000_000
    data = process(f'<n:x xmlns:n="{uri}">' + "<task/>" * 10 + "</n:x>")
    assert read_bpmn(data).processes[0].kept
    many = definitions(f'<process id="P" xmlns:n="{uri}">{"<n:x/>" * 200}</process>')
    with pytest.raises(SyntaxReadError, match=r"limits\.kept"):
        read_bpmn(many)


def test_many_performers_of_many_nodes_are_refused() -> None:
    roles = "".join(f'<performer name="r{number}"/>' for number in range(100))
    tasks = "".join(f'<task><performer name="x{number}"/></task>' for number in range(100))
    data = process(f"<subProcess>{roles}{tasks}</subProcess>")
    assert read_bpmn(data).processes
    with pytest.raises(SyntaxReadError, match=r"limits\.performers"):
        read_bpmn(data, limits=Limits(performers=5_000))


def test_what_many_nodes_inherit_is_held_once() -> None:
    roles = "".join(f'<performer name="r{number}"/>' for number in range(5_000))
    data = process(f"<subProcess>{roles}{'<task/>' * 5_000}</subProcess>")
    assert len(read_bpmn(data).processes[0].nodes[9].performers) == 5_000


def test_many_pools_of_one_process_take_no_square_of_time() -> None:
    pools = "".join(f'<participant id="p{n}" processRef="P"/>' for n in range(20_000))
    data = definitions(f'<collaboration>{pools}</collaboration><process id="P"><task/></process>')
    read_bpmn(data)


def test_events_that_share_a_long_definition_share_what_is_built_of_it() -> None:
    link = f'<linkEventDefinition id="D">{"<source>x</source>" * 2_000}</linkEventDefinition>'
    event = "<startEvent><eventDefinitionRef>D</eventDefinitionRef></startEvent>"
    data = definitions(f'{link}<process id="P">{event * 2_000}</process>')
    read_bpmn(data)


def test_a_refused_file_among_several_is_a_diagnostic() -> None:
    good, bad = process("<task/>"), process("<task/>" * 20)
    landscape = read_bpmn([good, bad], limits=Limits(elements=10))
    assert len(landscape.documents) == 1
    assert [finding.code for finding in landscape.diagnostics if finding.code == "BPM104"]
