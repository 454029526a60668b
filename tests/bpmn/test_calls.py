"""Calls between files."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.model import Landscape
from procmap.source import ElementRef
from tests.bpmn.builders import codes, definitions


def caller(called: str, *, id: str = "P") -> str:
    return f'<process id="{id}"><callActivity id="C" calledElement="{called}"/></process>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("x.bpmn", "y.bpmn"):
        (tmp_path / name).write_bytes(definitions(f'<process id="Twice" name="{name}"/>'))
    (tmp_path / "z.bpmn").write_bytes(definitions('<process id="Once"/>'))
    return tmp_path


def read_with(folder: Path, body: str) -> Landscape:
    (folder / "a.bpmn").write_bytes(definitions(body))
    return read_bpmn(folder)


def calls(landscape: Landscape) -> ElementRef | None:
    return landscape["a.bpmn#P"].nodes[0].calls


@pytest.mark.parametrize("called", ["Once", "tns:Once"])
def test_a_call_to_another_file_is_resolved_where_one_has_it(folder: Path, called: str) -> None:
    landscape = read_with(folder, caller(called))
    assert calls(landscape) == ElementRef("z.bpmn", "Once")
    assert codes(landscape) == []


def test_the_same_file_goes_before_others(folder: Path) -> None:
    landscape = read_with(folder, caller("Once") + '<process id="Once"/>')
    assert calls(landscape) == ElementRef("a.bpmn", "Once")


def test_a_call_that_several_files_could_answer_is_open_and_said(folder: Path) -> None:
    landscape = read_with(folder, caller("Twice"))
    assert calls(landscape) is None
    (finding,) = landscape.diagnostics
    assert finding.code == "BPM301"
    assert finding.parameters["candidates"] == "x.bpmn#Twice, y.bpmn#Twice"
    assert finding.elements == (ElementRef("a.bpmn", "C"),)


@pytest.mark.parametrize("called", ["gone", "${Once}", "=Once", "=tns:Once", "#{x}"])
def test_a_call_to_nothing_here_or_to_an_expression_is_open(folder: Path, called: str) -> None:
    landscape = read_with(folder, caller(called))
    assert calls(landscape) is None
    assert codes(landscape) == []
