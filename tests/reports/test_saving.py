"""`report.save`: the ending says which form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import procmap as pm


@pytest.mark.parametrize("ending", ["html", "xlsx", "md", "json", "csv", "HTML"])
def test_a_report_is_saved_by_the_ending_of_its_name(
    report: pm.Report, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / "ny" / f"rapport.{ending}"
    assert report.save(path) == path
    assert path.stat().st_size > 1000
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["rapport", "rapport.pdf", ".html/rapport"])
def test_another_ending_is_refused_and_nothing_is_written(
    report: pm.Report, name: str, tmp_path: Path
) -> None:
    with pytest.raises(pm.RenderError, match=r"\.html, \.xlsx, \.md, \.json or \.csv"):
        report.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_another_language_is_refused(report: pm.Report, tmp_path: Path) -> None:
    with pytest.raises(pm.ProcmapError, match="no language 'xx'"):
        report.save(tmp_path / "a.html", lang="xx")  # type: ignore[arg-type]


def test_what_to_compare_with_may_be_anything_that_can_be_compared(
    report: pm.Report, landscape: pm.Landscape, tmp_path: Path
) -> None:
    after = pm.analyze(landscape.with_owner("Onboarding", holder="HR-sjef"))
    baseline = report.save_baseline(tmp_path / "sist.json")
    pages = [
        after.save(tmp_path / "a.md", since=since).read_text(encoding="utf-8")
        for since in (report, landscape, baseline, str(baseline), pm.compare(report, after))
    ]
    assert len(set(pages)) == 1
    assert "## Siden sist" in pages[0]


def test_json_has_both_languages(report: pm.Report, tmp_path: Path) -> None:
    plain = json.loads(report.save(tmp_path / "a.json").read_bytes())
    assert set(plain["headline"]) == {"nb", "en", "figures"}
