"""Files that are no BPMN, and what to do about them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.errors import UnsupportedReadError
from tests.bpmn.builders import codes, process

GOOD = process('<task id="T"/>')


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, b"<x/>")
    return buffer.getvalue()


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


FOREIGN = [
    ("visio.vsdx", packed("[Content_Types].xml", "visio/document.xml"), "BPM109", ".vsdx"),
    ("visio.vsd", compound("VisioDocument"), "BPM109", ".vsd"),
    ("visio.vdx", b'<VisioDocument xmlns="http://schemas.microsoft.com/visio/2003/core"/>',
     "BPM109", ".vdx"),
    ("kart.bpm", packed("ModelInfo.xml", "Process.diag"), "BPM110", ".bpm"),
    ("kart.png", b"\x89PNG\r\n\x1a\n...", "BPM111", "PNG"),
    ("kart.jpg", b"\xff\xd8\xff\xe0...", "BPM111", "JPEG"),
    ("kart.pdf", b"%PDF-1.7", "BPM111", "PDF"),
    ("kart.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "BPM111", "SVG"),
    ("liste.xlsx", packed("[Content_Types].xml", "xl/workbook.xml"), "BPM112", "Excel"),
    ("liste.docx", packed("word/document.xml"), "BPM112", "Word"),
    ("liste.xls", compound("Workbook"), "BPM112", "Excel"),
    ("a.xpdl", b'<Package xmlns="http://www.wfmc.org/2008/XPDL2.1"/>', "BPM113", "XPDL"),
    ("a.epml", b'<epml:epml xmlns:epml="http://www.epml.de"/>', "BPM113", "EPML"),
    ("a.aml", b"<AML/>", "BPM113", "ARIS AML"),
    ("a.drawio", b"<mxfile/>", "BPM113", "draw.io"),
    ("a.xmi", b'<x:XMI xmlns:x="http://www.omg.org/XMI"/>', "BPM113", "XMI (UML)"),
    ("a.dmn", b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>',
     "BPM113", "DMN"),
    ("a.cmmn", b'<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL"/>',
     "BPM113", "CMMN"),
    ("a.xml", b'<b:Definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL-XMI"/>',
     "BPM113", "BPMN-XMI (Eclipse)"),
    ("b.xml", b'<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>',
     "BPM113", "BPMN 2.0 beta"),
    ("d.xml", b'<definitions xmlns="http://www.omg.org/bpmn20"/>', "BPM113", "BPMN 2.0 beta"),
    ("c.xml", b'<b:BpmnDiagram xmlns:b="http://stp.eclipse.org/bpmn"/>', "BPM113", "BPMN 1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "code", "kind"), FOREIGN, ids=[each[0] for each in FOREIGN]
)
class TestEveryFormat:
    def test_is_recognised_by_content_whatever_the_file_is_called(
        self, name: str, data: bytes, code: str, kind: str, tmp_path: Path
    ) -> None:
        (tmp_path / "model.bpmn").write_bytes(data)
        (tmp_path / "good.bpmn").write_bytes(GOOD)
        landscape = read_bpmn(tmp_path)
        (finding,) = landscape.diagnostics
        assert (finding.code, finding.parameters["format"], name != "") == (code, kind, True)
        assert [each.path for each in landscape.documents] == ["good.bpmn"]

    def test_raises_with_a_remedy_where_it_was_asked_for_by_itself(
        self, name: str, data: bytes, code: str, kind: str
    ) -> None:
        with pytest.raises(UnsupportedReadError, match=r"not BPMN|not in it") as caught:
            read_bpmn(data, name=name)
        assert kind in caught.value.problem or code == "BPM111"
        assert caught.value.remedy


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("kart.vsdx", "BPM109"),
        ("kart.bpm", "BPM110"),
        ("kart.png", "BPM111"),
        ("modell.xpdl", "BPM113"),
        ("modell.adl", "BPM113"),
        ("flere.zip", "BPM114"),
    ],
)
def test_what_lies_beside_the_models_is_said_and_never_raises(
    name: str, code: str, tmp_path: Path
) -> None:
    data = {each[0].rpartition(".")[2]: each[1] for each in FOREIGN}
    (tmp_path / "good.bpmn").write_bytes(GOOD)
    (tmp_path / name).write_bytes(data.get(name.rpartition(".")[2], b"") or packed("a.bpmn"))
    for on_error in ("diagnose", "raise"):
        landscape = read_bpmn(tmp_path, on_error=on_error)  # type: ignore[arg-type]  # a plain str
        assert codes(landscape) == [code]
        assert landscape.diagnostics[0].question("nb") != landscape.diagnostics[0].question("en")


def test_a_picture_of_a_model_that_is_there_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_bytes(GOOD)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert codes(read_bpmn(tmp_path)) == []


def test_a_folder_of_visio_drawings_alone_says_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.vsdx").write_bytes(packed("visio/document.xml"))
    assert codes(read_bpmn(tmp_path)) == ["BPM109"]


def test_bpmn_under_the_ending_of_another_tool_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.bpm").write_bytes(GOOD)
    assert [each.path for each in read_bpmn(tmp_path).documents] == ["a.bpm"]
