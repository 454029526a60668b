"""Zip archives: a folder in one file, and a way to hide things."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from procmap.bpmn import archives, read_bpmn
from procmap.bpmn.limits import Limits
from procmap.errors import SyntaxReadError, UnresolvedReadError
from tests.bpmn.builders import codes, process

GOOD = process('<task id="T"/>')
OTHER = process('<task id="U"/>', id="Q")


def archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "modeller.zip"
    found.write_bytes(archive({"b/a.bpmn": GOOD, "c.bpmn": OTHER, "les.txt": b"hei"}))
    return found


def test_an_archive_is_read_like_a_folder_from_a_path_bytes_and_an_open_file(path: Path) -> None:
    from_path = read_bpmn(path)
    assert [each.path for each in from_path.documents] == ["b/a.bpmn", "c.bpmn"]
    assert read_bpmn(path.read_bytes()) == from_path
    with path.open("rb") as file:
        assert read_bpmn(file) == from_path


def test_a_bad_file_in_an_archive_is_a_diagnostic() -> None:
    landscape = read_bpmn(archive({"a.bpmn": GOOD, "b.bpmn": b"<a>", "c.xml": b"<mxfile/>"}))
    assert codes(landscape) == ["BPM101", "BPM113"]


def test_an_archive_in_an_archive_is_said_and_not_opened() -> None:
    inner = archive({"x.bpmn": OTHER})
    landscape = read_bpmn(archive({"a.bpmn": GOOD, "b.zip": inner}))
    assert [each.path for each in landscape.documents] == ["a.bpmn"]
    assert codes(landscape) == ["BPM114"]


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("../../etc/a.bpmn", "etc/a.bpmn"),
        ("/root/a.bpmn", "root/a.bpmn"),
        ("C:\\x\\..\\a.bpmn", "C_/x/a.bpmn"),
        ("./a.bpmn", "a.bpmn"),
    ],
)
def test_names_lead_nowhere_out_of_the_archive(name: str, cleaned: str) -> None:
    assert [each.path for each in read_bpmn(archive({name: GOOD})).documents] == [cleaned]


def test_hidden_files_and_those_of_macos_are_left_out() -> None:
    files = {"a.bpmn": GOOD, "__MACOSX/._a.bpmn": b"\0\5\x16\7", ".git/b.bpmn": GOOD}
    landscape = read_bpmn(archive(files))
    assert ([each.path for each in landscape.documents], codes(landscape)) == (["a.bpmn"], [])


def test_links_are_not_followed() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        link = zipfile.ZipInfo("b.bpmn")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("a.bpmn", GOOD)
    assert [each.path for each in read_bpmn(buffer.getvalue()).documents] == ["a.bpmn"]


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 2)
    with pytest.raises(SyntaxReadError, match="3 entries, more than 2"):
        read_bpmn(archive({f"{each}.bpmn": GOOD for each in "abc"}))


def test_models_too_long_together_are_refused_though_each_is_short() -> None:
    files = {f"{each}.bpmn": GOOD for each in range(10)}
    with pytest.raises(SyntaxReadError, match="bytes unpacked, more than"):
        read_bpmn(archive(files), limits=Limits(bytes=len(GOOD) * 5))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(SyntaxReadError, match=r"“bomb.bpmn” unpacks to .* times its size"):
        read_bpmn(archive({"bomb.bpmn": b" " * 20_000_000}))


def test_sizes_that_lie_unpack_to_no_more_than_they_say() -> None:
    data = bytearray(archive({"a.bpmn": GOOD + b" " * 900_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        stated = file.getinfo("a.bpmn").file_size
    lie = bytes(data).replace(stated.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert codes(read_bpmn([lie, GOOD])) == ["BPM105"]


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_broken_archive_is_said_so(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive({"a.bpmn": GOOD})[:cut])
    with pytest.raises(UnresolvedReadError, match=r"a\.zip"):
        read_bpmn(path)


def test_an_archive_without_models_is_said_so() -> None:
    with pytest.raises(UnresolvedReadError, match="holds no BPMN files"):
        read_bpmn(archive({"les.txt": b"hei"}))


def test_an_encrypted_file_is_a_diagnostic() -> None:
    data = archive({"a.bpmn": GOOD, "b.bpmn": OTHER})
    # Bit 0 of the flags, in the local and in the central header of the first entry.
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        where = data.index(head) + at
        data = data[:where] + bytes([data[where] | 1]) + data[where + 1 :]
    landscape = read_bpmn(data)
    assert ([each.path for each in landscape.documents], codes(landscape)) == (
        ["b.bpmn"], ["BPM105"],
    )  # fmt: skip


def test_a_broken_archive_among_several_sources_is_a_diagnostic_with_its_name(
    tmp_path: Path,
) -> None:
    broken = tmp_path / "gamle.zip"
    broken.write_bytes(archive({"a.bpmn": GOOD})[:60])
    landscape = read_bpmn([GOOD, broken])
    assert len(landscape.documents) == 1
    assert [(f.code, f.location.file if f.location else "") for f in landscape.diagnostics] == [
        ("BPM105", "gamle.zip")
    ]
    with pytest.raises(UnresolvedReadError, match=r"gamle\.zip"):
        read_bpmn([GOOD, broken], on_error="raise")
    with pytest.raises(UnresolvedReadError, match=r"gamle\.zip"):
        read_bpmn(broken)


def test_an_archive_without_models_says_what_to_do_about_it(tmp_path: Path) -> None:
    path = tmp_path / "models.sgx"
    path.write_bytes(archive({"dir/model_1.json": b"{}"}))
    with pytest.raises(UnresolvedReadError) as refused:
        read_bpmn(path)
    assert "*.bpmn" in refused.value.expected
    assert "Export the models" in refused.value.remedy
