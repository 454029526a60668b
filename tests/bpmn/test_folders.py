"""Nothing outside the folder is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from tests.bpmn.builders import codes, process

GOOD = process('<task id="T"/>')


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("no links here")


def test_a_link_out_of_the_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
        (folder / "a.bpmn").write_bytes(GOOD)
    link(inside / "b.bpmn", outside / "a.bpmn")
    link(inside / "folder", outside)
    landscape = read_bpmn(inside)
    assert [document.path for document in landscape.documents] == ["a.bpmn"]
    assert codes(landscape) == ["BPM106", "BPM106"]


def test_a_link_inside_the_folder_is_followed_to_files_not_to_folders(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.bpmn").write_bytes(GOOD)
    link(tmp_path / "b.bpmn", tmp_path / "sub" / "a.bpmn")
    link(tmp_path / "sub" / "loop", tmp_path)
    landscape = read_bpmn(tmp_path)
    assert [document.path for document in landscape.documents] == ["b.bpmn", "sub/a.bpmn"]


def test_a_link_to_itself_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_bytes(GOOD)
    link(tmp_path / "self.bpmn", tmp_path / "self.bpmn")
    assert [document.path for document in read_bpmn(tmp_path).documents] == ["a.bpmn"]
