"""Many files are one landscape: copies, imports, and calls between versions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.model import Landscape
from procmap.source import ElementRef
from tests.bpmn.builders import MODEL, codes, definitions

CALL = '<process id="P"><callActivity id="C" calledElement="{}"/></process>'


def read_all(folder: Path, files: Mapping[str, bytes]) -> Landscape:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return read_bpmn(folder)


def with_id(id: str) -> bytes:
    return definitions(f'<process id="{id}"/>')


def calls(landscape: Landscape) -> ElementRef | None:
    return landscape["a.bpmn#P"].nodes[0].calls


def test_the_same_file_twice_is_read_twice_and_said_once(tmp_path: Path) -> None:
    landscape = read_all(tmp_path, {"a.bpmn": with_id("P"), "b/kopi.bpmn": with_id("P")})
    assert len(landscape.documents) == 2
    (finding,) = landscape.diagnostics
    assert (finding.code, str(finding.location)) == ("BPM302", "b/kopi.bpmn")
    assert finding.parameters["first"] == "a.bpmn"


def test_a_call_to_a_process_that_is_there_in_copies_is_not_ambiguous(tmp_path: Path) -> None:
    landscape = read_all(
        tmp_path,
        {
            "a.bpmn": definitions(CALL.format("Q")),
            "b/q.bpmn": with_id("Q"),
            "q.bpmn": with_id("Q"),
        },
    )
    assert calls(landscape) == ElementRef("q.bpmn", "Q")
    assert codes(landscape) == ["BPM302"]


@pytest.mark.parametrize(
    ("called", "there"),
    [
        ("Sak:3", "Sak"),
        ("Sak:3:a1b2", "Sak"),
        ("Sak_v2", "Sak"),
        ("Sak", "Sak-1.0"),
        ("Sak_v3", "Sak_v2"),
        ("no.kommune.sak-1.0-SNAPSHOT", "no.kommune.sak"),
    ],
)
def test_a_call_to_another_version_is_resolved_and_said(
    called: str, there: str, tmp_path: Path
) -> None:
    files = {"a.bpmn": definitions(CALL.format(called)), "b.bpmn": with_id(there)}
    landscape = read_all(tmp_path, files)
    assert calls(landscape) == ElementRef("b.bpmn", there)
    assert codes(landscape) == ["BPM304"]


@pytest.mark.parametrize(("called", "there"), [("Process_1", "Process_2"), ("Sak1", "Sak2")])
def test_a_mere_number_is_no_version(called: str, there: str, tmp_path: Path) -> None:
    files = {"a.bpmn": definitions(CALL.format(called)), "b.bpmn": with_id(there)}
    landscape = read_all(tmp_path, files)
    assert (calls(landscape), codes(landscape)) == (None, [])


def test_a_monstrous_name_takes_no_time(tmp_path: Path) -> None:
    files = {"a.bpmn": definitions(CALL.format(":1" * 100_000)), "b.bpmn": with_id("Sak")}
    assert calls(read_all(tmp_path, files)) is None


def test_several_versions_are_ambiguous(tmp_path: Path) -> None:
    landscape = read_all(
        tmp_path,
        {
            "a.bpmn": definitions(CALL.format("Sak")),
            "b.bpmn": with_id("Sak_v1"),
            "c.bpmn": with_id("Sak_v2"),
        },
    )
    assert (calls(landscape), codes(landscape)) == (None, ["BPM301"])


def test_a_qualified_name_means_the_file_of_that_namespace(tmp_path: Path) -> None:
    def in_space(uri: str) -> bytes:
        return (
            f'<definitions xmlns="{MODEL}" targetNamespace="{uri}"><process id="Q"/></definitions>'
        ).encode()

    body = CALL.format("tns:Q")
    landscape = read_all(
        tmp_path,
        {
            "a.bpmn": definitions(body),
            "b.bpmn": in_space("http://example.com/other"),
            "c.bpmn": in_space("http://example.com/tns"),
        },
    )
    assert calls(landscape) == ElementRef("c.bpmn", "Q")


def test_a_call_to_a_global_task_of_the_same_file_is_in_its_definitions() -> None:
    landscape = read_bpmn(definitions(CALL.format("G") + '<globalUserTask id="G" name="Sign"/>'))
    (document,) = landscape.documents
    assert [(each.type, each.id) for each in document.definitions] == [("globalUserTask", "G")]
    assert document.processes[0].nodes[0].called_element == "G"
    assert codes(landscape) == []


def importing(location: str) -> bytes:
    return definitions(
        f'<import importType="{MODEL}" location="{location}" namespace="urn:x"/><process id="P"/>'
    )


def test_an_import_that_was_not_read_is_said(tmp_path: Path) -> None:
    landscape = read_all(tmp_path, {"d/a.bpmn": importing("../b%20c.bpmn")})
    assert [(each.code, each.parameters["location"]) for each in landscape.diagnostics] == [
        ("BPM303", "../b%20c.bpmn")
    ]
    assert "../b%20c.bpmn" in landscape.documents[0].kept[0]


def test_an_import_that_was_read_along_is_not(tmp_path: Path) -> None:
    files = {"d/a.bpmn": importing("../b%20c.bpmn"), "b c.bpmn": with_id("Q")}
    assert codes(read_all(tmp_path, files)) == []


def test_an_import_of_a_schema_is_none_of_our_business() -> None:
    body = '<import importType="http://www.w3.org/2001/XMLSchema" location="a.xsd"/>'
    assert codes(read_bpmn(definitions(body))) == []
