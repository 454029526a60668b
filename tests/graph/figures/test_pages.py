"""Every figure has a page, built from the catalogue, and the ones in docs have not drifted."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from procmap.graph.figures import FIGURES, FigureKind
from procmap.graph.figures.pages import build_figure_page, build_figures_index

ROOT = Path(__file__).parent.parent.parent.parent
FOLDER, TOOLS = ROOT / "docs" / "figures", ROOT / "tools"
REMEDY = "run `python tools/write_figure_pages.py`"

in_checkout = pytest.mark.skipif(
    not (FOLDER.is_dir() and TOOLS.is_dir()), reason="docs are not beside the tests"
)


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    sys.path.insert(0, str(TOOLS))
    try:
        import write_figure_pages

        pages: dict[str, str] = write_figure_pages.build_pages()
    finally:
        sys.path.remove(str(TOOLS))
    return pages


@in_checkout
def test_pages_and_pictures_have_not_drifted_and_none_is_left_over(
    written: dict[str, str],
) -> None:
    there = {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*")
        if path.is_file()
    }
    assert there.keys() == written.keys(), REMEDY
    assert [name for name in there if there[name] != written[name]] == [], REMEDY


@in_checkout
@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.name)
def test_every_figure_has_a_page_with_a_picture_that_says_what_it_shows(kind: FigureKind) -> None:
    page = (FOLDER / f"{kind.name}.md").read_text(encoding="utf-8")
    (picture,) = re.findall(r"!\[.*\]\((pictures/.*\.svg)\)", page)
    assert (FOLDER / picture).is_file()
    assert re.search(r"^Here: .*\d.*\.$", page, re.MULTILINE)


@pytest.mark.parametrize("kind", FIGURES, ids=lambda kind: kind.name)
def test_a_page_says_everything_the_catalogue_says(kind: FigureKind) -> None:
    page = build_figure_page(kind)
    for text in (kind.definition, kind.unit, kind.range, kind.source, kind.not_for, *kind.details):
        assert text.en
        assert text.nb
        assert text.en in page


def test_the_index_lists_every_figure_once() -> None:
    index = build_figures_index()
    assert all(index.count(f"[{kind.name}]({kind.name}.md)") == 1 for kind in FIGURES)
    assert len({kind.name for kind in FIGURES}) == len(FIGURES)
