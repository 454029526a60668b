"""Files are written whole or not at all, under names that every file system takes."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.errors import ProcmapError
from procmap.files import slugify, unique_names, write_beside


def test_text_is_written_as_utf_8_with_the_folder_made(tmp_path: Path) -> None:
    target = write_beside(tmp_path / "kart" / "lønn.svg", "Økonomi\n")
    assert target == tmp_path / "kart" / "lønn.svg"
    assert target.read_bytes() == "Økonomi\n".encode()


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    assert write_beside(tmp_path / "a", b"\r\n\x00").read_bytes() == b"\r\n\x00"


def test_a_file_is_replaced(tmp_path: Path) -> None:
    write_beside(tmp_path / "a.svg", "old and longer")
    write_beside(tmp_path / "a.svg", "new")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == "new"


def test_a_file_is_not_replaced_where_it_must_not_be(tmp_path: Path) -> None:
    target = tmp_path / "register.yaml"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(ProcmapError, match="there already") as caught:
        write_beside(target, "theirs", overwrite=False)
    assert caught.value.where == str(target)
    assert target.read_text(encoding="utf-8") == "mine"


def test_nothing_is_left_beside_the_target(tmp_path: Path) -> None:
    write_beside(tmp_path / "a.svg", "new")
    with pytest.raises(ProcmapError):
        write_beside(tmp_path / "a.svg", "again", overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


def test_a_crash_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_beside(tmp_path / "a.svg", "old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ProcmapError, match="No space left"):
        write_beside(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


def test_a_target_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ProcmapError) as caught:
        write_beside(tmp_path / "file" / "a.svg", "new")
    assert str(tmp_path / "file" / "a.svg") in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        target = write_beside(tmp_path / "a.svg", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tildele barnehageplass (2026)", "tildele-barnehageplass-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-"),
        ("lpt1", "lpt1-"),
        ("", "uten-navn"),
        ("…", "uten-navn"),
        ("a_b", "a-b"),
        ("A\u030as", "ås"),
    ],
)
def test_a_name_becomes_a_file_name(name: str, expected: str) -> None:
    assert slugify(name) == expected


@given(st.text())
def test_a_file_name_is_one_part_of_a_path_and_not_too_long(name: str) -> None:
    slug = slugify(name)
    assert 0 < len(slug) <= 81
    assert not set(slug) & set('<>:"/\\|?*.\0\n')
    assert slugify(slug) == slug


@given(st.lists(st.sampled_from(["Lønn", "lønn", "Lønn 2", "lønn-2", "IT", ""])))
def test_names_are_told_apart(names: list[str]) -> None:
    found = unique_names(names)
    assert len(set(found)) == len(found) == len(names)
