"""Files are written inside the folder, and never over others unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn, write_bpmn
from procmap.bpmn.targets import find_targets
from procmap.errors import ModelError, ProcmapError
from tests.bpmn.builders import definitions

DATA = definitions('<process id="P"/>')


@pytest.mark.parametrize(
    "path",
    ["", ".", "/etc/a.bpmn", "../a.bpmn", "b/../../a.bpmn", "C:/a.bpmn", "C:a.bpmn", "..\\a.bpmn",
     "\\\\host\\a.bpmn", "\\a.bpmn", "a\0.bpmn", "b/.."],
)  # fmt: skip
def test_a_path_that_leads_out_of_the_folder_is_refused(path: str, tmp_path: Path) -> None:
    landscape = read_bpmn(DATA, name="a.bpmn")
    renamed = landscape.documents[0].model_copy(update={"path": path})
    out = tmp_path / "deep" / "out"
    with pytest.raises(ModelError) as caught:
        write_bpmn(landscape.model_copy(update={"documents": (renamed,)}), out)
    assert caught.value.where == repr(path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["a.bpmn", "plan/æ ø.bpmn", "..a/b..bpmn", "a/./b.bpmn", ".a"])
def test_any_other_path_is_fine(path: str, tmp_path: Path) -> None:
    assert find_targets([path], tmp_path, overwrite=False) == (tmp_path / path,)


def test_a_link_in_the_folder_is_not_followed_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "plan").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ModelError, match="a link leads out"):
        find_targets(["plan/a.bpmn"], tmp_path / "out", overwrite=True)


def test_two_documents_of_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="two documents"):
        find_targets(["a.bpmn", "./a.bpmn"], tmp_path, overwrite=True)


def test_files_that_are_there_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.bpmn").write_bytes(b"kept")
    landscape = read_bpmn([_write(tmp_path / "in" / name) for name in ("a.bpmn", "b.bpmn")])
    with pytest.raises(ProcmapError, match=r"1 files are there already.*: b\.bpmn"):
        write_bpmn(landscape, tmp_path)
    assert (tmp_path / "b.bpmn").read_bytes() == b"kept"
    assert not (tmp_path / "a.bpmn").exists()
    write_bpmn(landscape, tmp_path, overwrite=True)
    assert (tmp_path / "b.bpmn").read_bytes() == DATA


def test_files_go_to_their_relative_paths(tmp_path: Path) -> None:
    _write(tmp_path / "in" / "a.bpmn")
    _write(tmp_path / "in" / "plan" / "b.bpmn")
    files = write_bpmn(read_bpmn(tmp_path / "in"), tmp_path / "out")
    assert files == (tmp_path / "out" / "a.bpmn", tmp_path / "out" / "plan" / "b.bpmn")
    assert all(file.read_bytes() == DATA for file in files)


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(DATA)
    return path
