"""What `read_bpmn` promises as a whole."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.limits import Limits
from procmap.errors import ReadError, SyntaxReadError, UnresolvedReadError, UnsupportedReadError
from procmap.model import Landscape
from tests.bpmn.builders import codes, definitions, process

GOOD = process('<task id="T"/>')


def test_bytes_become_a_document_of_the_name_given() -> None:
    landscape = read_bpmn(GOOD, name="plan/byggesak.bpmn")
    assert [document.path for document in landscape.documents] == ["plan/byggesak.bpmn"]


def test_an_open_file_is_known_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    path.write_bytes(GOOD)
    with path.open("rb") as file:
        assert read_bpmn(file).documents[0].path == "a.bpmn"


def test_a_file_opened_as_text_is_refused_with_the_reason() -> None:
    with pytest.raises(UnresolvedReadError, match="opened as text"):
        read_bpmn(io.StringIO(GOOD.decode()))


def test_a_document_keeps_its_bytes_and_their_sum() -> None:
    document = read_bpmn(GOOD).documents[0]
    assert document.source == GOOD
    assert len(document.sha256) == 64


def test_documents_are_ordered_by_path_whatever_order_they_come_in(tmp_path: Path) -> None:
    for name in ("b.bpmn", "a.bpmn", "c/a.bpmn"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)
    forward = read_bpmn([tmp_path / "a.bpmn", tmp_path / "b.bpmn", tmp_path / "c"])
    backward = read_bpmn([tmp_path / "c", tmp_path / "b.bpmn", tmp_path / "a.bpmn"])
    assert [document.path for document in forward.documents] == ["a.bpmn", "b.bpmn", "c/a.bpmn"]
    assert forward == backward


def test_one_bad_file_in_a_folder_is_a_diagnostic_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.bpmn").write_bytes(GOOD)
    (tmp_path / "bad.bpmn").write_bytes(b"<definitions>\n</wrong>")
    landscape = read_bpmn(tmp_path)
    assert [document.path for document in landscape.documents] == ["good.bpmn"]
    (finding,) = landscape.diagnostics
    assert finding.location is not None
    assert (finding.code, finding.location.file, finding.location.line) == ("BPM101", "bad.bpmn", 2)


def test_one_bad_file_in_a_folder_raises_when_asked_to(tmp_path: Path) -> None:
    (tmp_path / "good.bpmn").write_bytes(GOOD)
    (tmp_path / "bad.bpmn").write_bytes(b"<definitions>")
    with pytest.raises(SyntaxReadError, match=r"bad\.bpmn"):
        read_bpmn(tmp_path, on_error="raise")


@pytest.mark.parametrize("on_error", ["diagnose", "raise"])
def test_a_single_bad_file_always_raises(tmp_path: Path, on_error: str) -> None:
    path = tmp_path / "bad.bpmn"
    path.write_bytes(b"<definitions>")
    with pytest.raises(SyntaxReadError):
        read_bpmn(path, on_error=on_error)  # type: ignore[arg-type]  # a plain str


def test_an_error_says_file_line_problem_expectation_and_remedy() -> None:
    with pytest.raises(UnsupportedReadError) as caught:
        read_bpmn(b"\n<kart/>", name="kart.xml")
    assert str(caught.value) == (
        "kart.xml, line 2: The file is XML, but not BPMN 2.0: its root element is kart "
        "(no namespace); expected bpmn:definitions of BPMN 2.0 as the root element"
    )
    assert "export it as BPMN 2.0" in caught.value.remedy
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


def test_on_error_of_another_word_is_refused() -> None:
    with pytest.raises(ReadError, match="'diagnose' or 'raise'"):
        read_bpmn(GOOD, on_error="ignore")  # type: ignore[arg-type]  # the mistake tested for


def test_progress_counts_every_file_also_those_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_bytes(GOOD)
    (tmp_path / "b.bpmn").write_bytes(b"")
    seen: list[tuple[int, int, str]] = []
    read_bpmn(tmp_path, progress=lambda *call: seen.append(call))
    assert seen == [(1, 2, "a.bpmn"), (2, 2, "b.bpmn")]


def test_a_file_beyond_the_limit_is_refused_naming_the_limit() -> None:
    with pytest.raises(SyntaxReadError, match="longer than 100 bytes"):
        read_bpmn(GOOD, limits=Limits(bytes=100))


def test_an_unreadable_file_in_a_list_is_a_diagnostic() -> None:
    closed = io.BytesIO(GOOD)
    closed.close()
    landscape = read_bpmn([closed, GOOD])
    assert codes(landscape) == ["BPM105", "BPM107"]


def test_diagnostics_are_ordered_by_file_line_and_code(tmp_path: Path) -> None:
    body = '<process id="P">\n<task id="T"/>\n<task id="T"/>\n<sequenceFlow id="F"/>\n</process>'
    for name in ("b.bpmn", "a.bpmn"):
        (tmp_path / name).write_bytes(definitions(f"{body}<!-- {name} -->"))
    found = [
        (finding.location.file, finding.location.line, finding.code)
        for finding in read_bpmn(tmp_path).diagnostics
        if finding.location is not None
    ]
    assert found == sorted(found)
    assert len(found) == 6


def test_what_was_read_survives_json() -> None:
    landscape = read_bpmn(
        process(
            '<laneSet><lane id="L" name="Lønn"><flowNodeRef>T</flowNodeRef></lane></laneSet>'
            '<task id="T"/><sequenceFlow id="F" sourceRef="T" targetRef="X"/>',
            pool="Kommunen",
        )
    )
    assert Landscape.from_json(landscape.to_json(sources=True)) == landscape
