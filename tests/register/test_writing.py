from __future__ import annotations

from pathlib import Path

import pytest

from procmap.errors import RegisterError
from procmap.register import write_register
from procmap.register.template.writing import write_new

from .builders import build_landscape


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("what somebody typed", encoding="utf-8")
    with pytest.raises(RegisterError, match="exists already") as caught:
        write_register(build_landscape(), path)
    assert caught.value.remedy
    assert path.read_text(encoding="utf-8") == "what somebody typed"
    assert [found.name for found in tmp_path.iterdir()] == ["register.yaml"]


def test_a_link_that_leads_nowhere_is_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(RegisterError, match="exists already"):
        write_register(build_landscape(), path)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_only_the_file_itself_is_left(tmp_path: Path) -> None:
    write_register(build_landscape(), str(tmp_path / "register.yaml"))
    assert [found.name for found in tmp_path.iterdir()] == ["register.yaml"]


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be written"):
        write_register(build_landscape(), tmp_path / "nowhere" / "register.yaml")


def test_nothing_is_left_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(RegisterError, match="Permission denied"):
        write_new(tmp_path / "register.yaml", "text")
    assert not list(tmp_path.iterdir())
