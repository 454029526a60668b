"""Which files are meant, and what they are called."""

from __future__ import annotations

import os
import threading
import unicodedata
from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.inputs import find_inputs
from procmap.errors import UnresolvedReadError
from tests.bpmn.builders import codes, process

GOOD = process('<task id="T"/>')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of many kinds."""
    for name in (
        "a.bpmn",
        "B.BPMN",
        "c.bpmn2",
        "d.bpmn20.xml",
        "e.xml",
        "notes.txt",
        "register.yaml",
        ".hidden.bpmn",
        ".git/f.bpmn",
        "deep/er/g.bpmn",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(GOOD)
    return tmp_path


def names(source: object) -> list[str]:
    return [item.name for item in find_inputs(source).items]  # type: ignore[arg-type]  # any


def test_a_folder_gives_its_bpmn_files_at_every_depth_without_hidden_ones(folder: Path) -> None:
    assert names(folder) == [
        "B.BPMN",
        "a.bpmn",
        "c.bpmn2",
        "d.bpmn20.xml",
        "deep/er/g.bpmn",
        "e.xml",
    ]


def test_a_single_file_is_known_by_its_name_whatever_its_ending(folder: Path) -> None:
    assert names(folder / "notes.txt") == ["notes.txt"]
    assert names(str(folder / "deep" / "er" / "g.bpmn")) == ["g.bpmn"]


def test_a_pattern_names_files_from_before_its_first_wild_card(folder: Path) -> None:
    assert names(str(folder / "**" / "*.bpmn")) == ["a.bpmn", "deep/er/g.bpmn"]
    assert names(str(folder / "deep" / "*" / "g.*")) == ["er/g.bpmn"]


def test_a_path_that_exists_is_no_pattern_whatever_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "sak [1].bpmn"
    path.write_bytes(GOOD)
    assert names(str(path)) == ["sak [1].bpmn"]


def test_several_sources_are_named_from_what_they_have_in_common(folder: Path) -> None:
    assert names([folder / "deep", folder / "a.bpmn"]) == ["a.bpmn", "deep/er/g.bpmn"]


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    assert names([folder, folder / "a.bpmn"]) == names(folder)


def test_names_are_in_normal_form_c(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "lønnskjøring å.bpmn")).write_bytes(GOOD)
    assert names(tmp_path) == [unicodedata.normalize("NFC", "lønnskjøring å.bpmn")]


def test_two_names_that_differ_in_normal_form_alone_stay_two_documents(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "å.bpmn")).write_bytes(GOOD)
    landscape = read_bpmn(tmp_path)
    assert [document.path for document in landscape.documents] == ["å.bpmn", "å~2.bpmn"]
    assert codes(landscape) == ["BPM107", "BPM302"]


def test_a_file_name_that_is_no_text_is_still_read(tmp_path: Path) -> None:
    try:
        Path(str(tmp_path) + "/\udcff.bpmn").write_bytes(GOOD)
    except (OSError, UnicodeError):
        pytest.skip("the file system allows text only")
    assert [document.path for document in read_bpmn(tmp_path).documents] == ["�.bpmn"]


@pytest.mark.parametrize("source", ["", "missing.bpmn", "missing/*.bpmn", "a\0b.bpmn", "x" * 5000])
def test_what_is_not_there_is_said_so(source: str) -> None:
    with pytest.raises(UnresolvedReadError):
        read_bpmn(source)


def test_text_given_as_a_path_is_told_from_a_path_that_is_wrong() -> None:
    with pytest.raises(UnresolvedReadError) as text:
        read_bpmn("<definitions/>")
    with pytest.raises(UnresolvedReadError) as path:
        read_bpmn("missing.bpmn")
    assert "bytes" in text.value.remedy
    assert "bytes" not in "".join(path.value.lines("en"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "model.bpmn"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(process("<task/>"),), daemon=True)
    writer.start()
    assert len(read_bpmn(pipe).processes[0].nodes) == 1
    writer.join()


def test_an_empty_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnresolvedReadError, match="holds no BPMN files"):
        read_bpmn(tmp_path)


def test_an_empty_list_is_said_so() -> None:
    with pytest.raises(UnresolvedReadError, match="nothing was given"):
        read_bpmn([])


def test_a_missing_path_in_a_list_raises_also_where_others_are_there(folder: Path) -> None:
    with pytest.raises(UnresolvedReadError, match="no such file"):
        read_bpmn([folder, folder / "missing.bpmn"])


def test_a_source_of_another_type_is_said_so() -> None:
    with pytest.raises(UnresolvedReadError, match="type int"):
        read_bpmn(3)  # type: ignore[arg-type]  # the mistake tested for


def test_a_name_for_several_documents_is_refused(folder: Path) -> None:
    with pytest.raises(UnresolvedReadError, match="name="):
        read_bpmn(folder, name="a.bpmn")
