"""A drawn map: shown in a notebook, saved to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.errors import ProcmapError, RenderError
from procmap.maps import Picture

from .builders import draw, two_lanes

PICTURE = Picture(svg="<svg>ø</svg>", text_list="1. Vurdere", title="Byggesak")


def test_a_picture_is_saved_as_svg(tmp_path: Path) -> None:
    path = PICTURE.save(tmp_path / "kart.svg")
    assert path.read_bytes() == "<svg>ø</svg>".encode()


def test_saving_replaces_what_was_there_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "kart.svg"
    target.write_text("gammelt")
    PICTURE.save(str(target))
    assert target.read_text(encoding="utf-8") == PICTURE.svg
    assert [path.name for path in tmp_path.iterdir()] == ["kart.svg"]


@pytest.mark.parametrize("name", ["kart.bmp", "kart", "kart.svg.txt"])
def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(RenderError, match=r"expected .*\.svg"):
        PICTURE.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = PICTURE.save(tmp_path / "ny" / "mappe" / "kart.svg")
    assert path.read_text(encoding="utf-8") == PICTURE.svg


def test_a_file_that_cannot_be_written_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "kart.svg").mkdir()
    with pytest.raises(ProcmapError, match="cannot be written"):
        PICTURE.save(tmp_path / "kart.svg")


def test_a_notebook_gets_picture_and_text() -> None:
    bundle = PICTURE._repr_mimebundle_()
    assert set(bundle) == {"image/svg+xml", "text/plain"}
    assert bundle["image/svg+xml"] == PICTURE.svg
    assert "1. Vurdere" in bundle["text/plain"]


def test_a_notebook_may_choose() -> None:
    assert set(PICTURE._repr_mimebundle_(include={"text/plain"})) == {"text/plain"}
    assert set(PICTURE._repr_mimebundle_(exclude={"text/plain"})) == {"image/svg+xml"}


def test_the_repr_says_what_it_shows() -> None:
    assert repr(draw(two_lanes())).startswith("Picture('Sak', ")
