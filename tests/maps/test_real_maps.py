"""Maps of real files, measured from the drawing alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.maps import draw_swimlane

from .measuring import Measures, measure

FOLDERS = ("dwslab__hdBPMN", "bpmn-miwg__bpmn-miwg-test-suite")
# Every so many files; the whole corpus is measured by hand when the layout changes.
SAMPLE = 7


def measure_files(paths: list[Path]) -> list[Measures]:
    found = []
    for path in paths:
        landscape = read_bpmn(path)
        analysis = analyze_landscape(landscape)
        for document in landscape.documents:
            laned = [process for process in document.processes if process.lanes]
            for subject in (document, *laned) if laned else ():
                svg = draw_swimlane(subject, analysis=analysis).svg
                measures = measure(svg, subject)
                assert measures.faults == 0, (path.name, measures.where[:5])
                found.append(measures)
    return found


@pytest.mark.corpus
def test_real_laned_files_are_drawn_whole_without_overlap_and_with_few_crossings(
    corpus_dir: Path,
) -> None:
    paths = [path for folder in FOLDERS for path in sorted((corpus_dir / folder).iterdir())]
    found = measure_files(paths[::SAMPLE])
    assert len(found) > 40
    assert sum(each.crossings for each in found) / len(found) <= 1.2
    labels = sum(each.labels for each in found)
    assert sum(each.label_clashes for each in found) <= 0.005 * labels
    assert sum(each.numbers_covered for each in found) == 0


def test_the_samples_are_drawn_whole_without_overlap(samples_dir: Path) -> None:
    found = measure_files(sorted(samples_dir.glob("*.bpmn")))
    assert len(found) > 10
    assert sum(each.label_clashes for each in found) == 0
