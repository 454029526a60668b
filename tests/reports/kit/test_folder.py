"""A folder is written as a whole, and never over what somebody made."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from procmap.errors import ProcmapError
from procmap.reports.kit import folder as module
from procmap.reports.kit.folder import MARKER, write_folder

FILES = {"index.html": "én", "kart/01.svg": b"<svg/>"}


def names_in(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_folder_is_made_with_all_its_files(tmp_path: Path) -> None:
    target = tmp_path / "nytt" / "kit"
    assert write_folder(FILES, target) == (target / "index.html", target / "kart/01.svg")
    assert names_in(target) == {*FILES, MARKER}
    assert (target / "index.html").read_bytes() == "én".encode()
    assert [path.name for path in target.parent.iterdir()] == ["kit"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    write_folder(FILES, tmp_path / "kit")
    assert names_in(tmp_path / "kit") == {*FILES, MARKER}


def test_what_was_written_before_is_replaced_whole(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "kit")
    write_folder({"index.html": "to"}, tmp_path / "kit")
    assert names_in(tmp_path / "kit") == {"index.html", MARKER}
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]


def test_what_a_file_manager_leaves_behind_is_no_hindrance(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "kit")
    (tmp_path / "kit" / "Thumbs.db").write_bytes(b"x")
    write_folder(FILES, tmp_path / "kit")


@pytest.mark.parametrize("name", ["register.xlsx", "kart/mitt.svg", ".skjult"])
def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(
    name: str, tmp_path: Path
) -> None:
    write_folder(FILES, tmp_path / "kit")
    (tmp_path / "kit" / name).write_text("mitt", encoding="utf-8")
    with pytest.raises(ProcmapError, match=name.rpartition("/")[2]):
        write_folder({"index.html": "ny"}, tmp_path / "kit")
    assert names_in(tmp_path / "kit") == {*FILES, MARKER, name}
    assert (tmp_path / "kit" / "index.html").read_text(encoding="utf-8") == "én"


def test_a_page_that_somebody_wrote_in_is_not_lost(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "kit")
    (tmp_path / "kit" / "index.html").write_text("én, rettet", encoding="utf-8")
    with pytest.raises(ProcmapError, match=r"changed since it was written: index\.html"):
        write_folder(FILES, tmp_path / "kit")
    assert "rettet" in (tmp_path / "kit" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("marker", ["", "{}", "[]", '{"files": 3}', '{"files": {"a": 1}}'])
def test_a_folder_with_a_marker_that_says_nothing_is_somebody_elses(
    marker: str, tmp_path: Path
) -> None:
    (tmp_path / MARKER).write_text(marker, encoding="utf-8")
    (tmp_path / "a").write_text("mitt", encoding="utf-8")
    with pytest.raises(ProcmapError, match=r": a;|a file has been changed"):
        write_folder(FILES, tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mitt", encoding="utf-8")
    with pytest.raises(ProcmapError, match="this is no folder"):
        write_folder(FILES, tmp_path / "kit")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_among_the_files_is_refused(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "kit")
    (tmp_path / "kit" / "ut").symlink_to(tmp_path)
    with pytest.raises(ProcmapError, match="ut"):
        write_folder(FILES, tmp_path / "kit")


def test_a_failure_half_way_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(FILES, tmp_path / "kit")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_fill", fail)
    with pytest.raises(KeyboardInterrupt):
        write_folder({"index.html": "ny"}, tmp_path / "kit")
    assert names_in(tmp_path / "kit") == {*FILES, MARKER}
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]
