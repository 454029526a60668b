"""Sheets of real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.errors import RenderError
from procmap.graph import analyze_landscape
from procmap.maps import draw_swimlane
from procmap.maps.sheets import SheetName

from .checking import check
from .measuring import measure_sheets
from .test_poster import holds, reaches, read_tile, shapes_of

# Every so many files; all of them are cut by hand when cutting changes.
SAMPLE = 11


def check_files(paths: list[Path], paper: SheetName, *, least: float) -> tuple[int, int]:
    """How many maps were put on sheets, and how many refused."""
    drawn = refused = 0
    for path in paths:
        landscape = read_bpmn(path)
        analysis = analyze_landscape(landscape)
        for document in landscape.documents:
            if not any(process.lanes for process in document.processes):
                continue
            picture = draw_swimlane(document, analysis=analysis)
            try:
                sheets = picture.sheets(paper)
            except RenderError:
                refused += 1
                continue
            check(picture, measure_sheets(sheets), least=least)
            drawn += 1
    return drawn, refused


@pytest.mark.parametrize(("paper", "least"), [("A4", 8.0), ("A1", 14.0)])
def test_the_samples_are_whole_on_paper(samples_dir: Path, paper: SheetName, least: float) -> None:
    drawn, refused = check_files(sorted(samples_dir.glob("*.bpmn")), paper, least=least)
    assert drawn > 8
    assert refused == 0


@pytest.mark.corpus
def test_real_laned_files_are_whole_on_paper(corpus_dir: Path) -> None:
    paths = [
        path
        for folder in ("dwslab__hdBPMN", "bpmn-miwg__bpmn-miwg-test-suite")
        for path in sorted((corpus_dir / folder).iterdir())
    ]
    drawn, refused = check_files(paths[::SAMPLE], "A3", least=8)
    assert drawn > 8
    assert refused <= 1


@pytest.mark.corpus
def test_real_maps_that_run_down_are_whole_as_posters(corpus_dir: Path) -> None:
    shapes = whole = 0
    folder = corpus_dir / "dwslab__hdBPMN"
    for path in sorted(folder.iterdir())[::SAMPLE]:
        landscape = read_bpmn(path)
        analysis = analyze_landscape(landscape)
        for document in landscape.documents:
            picture = draw_swimlane(document, analysis=analysis, direction="down")
            sheets = picture.sheets("A4", cut="poster")
            found = measure_sheets(sheets)
            assert found.smallest >= 8 - 0.01
            assert set(found.ids.values()) <= {1}
            parts = [read_tile(sheet).part for sheet in sheets]
            for _, box in shapes_of(picture.svg):
                shapes += 1
                whole += any(holds(part, box) for part in parts)
                assert any(reaches(box, part) for part in parts)
    assert shapes > 100
    # The others lie on a seam, and both sheets show them.
    assert whole >= 0.95 * shapes
