"""The functions of `import procmap as pm`, together as somebody would use them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import procmap as pm

XML = (
    b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P1" '
    b'name="Byggesak"><userTask id="T1" name="Vurdere"/></process></definitions>'
)


@pytest.fixture(scope="module")
def landscape(samples_dir: Path) -> pm.Landscape:
    return pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")


@pytest.fixture(scope="module")
def report(landscape: pm.Landscape) -> pm.Report:
    return pm.analyze(landscape)


# Reading.


def test_a_folder_a_pattern_and_a_list_read_the_same(samples_dir: Path) -> None:
    folder = pm.read_bpmn(samples_dir)
    assert pm.read_bpmn(str(samples_dir / "*.bpmn")) == folder
    assert pm.read_bpmn(sorted(samples_dir.glob("*.bpmn"), reverse=True)) == folder


def test_bytes_and_an_open_file_are_called_what_is_said(samples_dir: Path) -> None:
    assert pm.read_bpmn(XML, name="plan/a.bpmn")["Byggesak"].ref.document == "plan/a.bpmn"
    with (samples_dir / "lonn.bpmn").open("rb") as file:
        assert pm.read_bpmn(file).documents[0].path == "lonn.bpmn"


def test_one_file_that_cannot_be_read_raises_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    path.write_bytes(XML[:-20])
    with pytest.raises(pm.ReadError) as caught:
        pm.read_bpmn(path)
    assert "a.bpmn, line 1" in str(caught.value)


def test_of_several_files_one_that_cannot_be_read_is_a_diagnostic_or_raises(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.bpmn").write_bytes(XML)
    (tmp_path / "b.bpmn").write_bytes(XML[:-20])
    landscape = pm.read_bpmn(tmp_path)
    assert [process.label for process in landscape.processes] == ["Byggesak"]
    assert [note.location and note.location.file for note in landscape.diagnostics] == ["b.bpmn"]
    with pytest.raises(pm.ReadError):
        pm.read_bpmn(tmp_path, on_error="raise")


def test_progress_counts_the_files(samples_dir: Path) -> None:
    seen: list[tuple[int, int]] = []
    pm.read_bpmn(samples_dir, progress=lambda done, total, _: seen.append((done, total)))
    assert seen == [(n, len(seen)) for n in range(1, len(seen) + 1)]


def test_a_process_is_found_by_name_reference_and_path(landscape: pm.Landscape) -> None:
    process = landscape["Byggesak"]
    assert landscape["byggesak.bpmn#Process_1"] is process
    assert landscape[pm.ElementRef("byggesak.bpmn", "Process_1")] is process
    assert landscape[" BYGGESAK "] is process
    with pytest.raises(pm.AmbiguousNameError):
        landscape["Process_1"]
    with pytest.raises(pm.UnknownNameError, match="Byggesak"):
        landscape["Byggesakk"]


# Analysing.


def test_elements_of_findings_exist(report: pm.Report) -> None:
    for finding in report.findings:
        assert all(element in report.landscape for element in finding.elements)


def test_raw_models_have_nothing_to_clarify_first(samples_dir: Path) -> None:
    found = pm.analyze(pm.read_bpmn(samples_dir)).findings
    assert pm.Severity.CLARIFY_FIRST not in {finding.severity for finding in found}


def test_rules_are_ignored_and_turned_up_as_asked(landscape: pm.Landscape) -> None:
    found = pm.analyze(
        landscape, config={"ignore": ["HND201"], "severity": {"GAP306": "E"}}
    ).findings
    assert "HND201" not in {finding.code for finding in found}
    # What merely is not recorded stays a question, whatever severity is asked for.
    assert {f.severity.value for f in found if f.code == "GAP306"} <= {"E", "I"}
    with pytest.raises(pm.RuleError, match="expected one of"):
        pm.analyze(landscape, config={"ignore": ["HND999"]})


def test_a_level_that_is_none_is_refused(landscape: pm.Landscape) -> None:
    with pytest.raises(pm.ModelError, match="'unit'"):
        pm.analyze(landscape, level="department")  # type: ignore[arg-type]


def test_at_the_top_of_the_organisation_nothing_changes_hands(landscape: pm.Landscape) -> None:
    inside = [h for h in pm.analyze(landscape, level=0).handoffs if h.medium != "message"]
    assert [h for h in inside if not h.assumed] == []


def test_an_owner_holds_from_and_to_a_day() -> None:
    register = {
        "processes": [
            {
                "name": "Byggesak",
                "ownership": [{"holder": "Leder byggesak", "scope": "whole", "to": "2025-12-31"}],
            }
        ]
    }
    landscape = pm.read_bpmn(XML, name="a.bpmn").with_register(register)
    codes = {
        day: {f.code for f in pm.analyze(landscape, as_of=dt.date(day, 6, 1)).findings}
        for day in (2025, 2026)
    }
    assert "OWN101" not in codes[2025]
    assert "OWN101" in codes[2026]


def test_what_was_not_read_is_refused_with_what_to_do(report: pm.Report) -> None:
    for work in (lambda: pm.analyze("models/"), lambda: pm.draw(report)):  # type: ignore[arg-type]
        with pytest.raises(pm.ModelError, match="read_bpmn"):
            work()


def test_a_report_shows_in_a_notebook(report: pm.Report) -> None:
    bundle = report._repr_mimebundle_()
    assert "<script" not in bundle["text/html"]
    assert bundle["text/plain"].startswith(str(report.headline))


# Registers.


def said(finding: pm.Finding) -> pm.Finding:
    """A finding without its place: what a register says stands on other lines in another file."""
    return finding.model_copy(update={"location": None})


def test_the_template_applied_untouched_changes_no_finding(
    landscape: pm.Landscape, report: pm.Report, samples_dir: Path, tmp_path: Path
) -> None:
    for number, before in enumerate((pm.read_bpmn(samples_dir), landscape)):
        path = tmp_path / f"register-{number}.yaml"
        pm.write_register(before, path)
        after = pm.analyze(before.with_register(path))
        assert [said(f) for f in after.findings] == [said(f) for f in pm.analyze(before).findings]
    assert after.headline == report.headline


def test_a_register_is_never_overwritten(landscape: pm.Landscape, tmp_path: Path) -> None:
    path = tmp_path / "register.yaml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(pm.RegisterError):
        pm.write_register(landscape, path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_new_owner_leaves_the_landscape_before_as_it_was(landscape: pm.Landscape) -> None:
    after = landscape.with_owner("Onboarding", holder="HR-sjef")
    assert landscape["Onboarding"].ownership.is_absent
    assert [owner.holder.name for owner in after["Onboarding"].owners] == ["HR-sjef"]
    with pytest.raises(pm.UnknownNameError):
        landscape.with_owner("Onbording av katter", holder="HR-sjef")
    with pytest.raises(pm.RegisterError):
        landscape.with_owner("Onboarding", holder="HR-sjef", scope="everything")


# Drawing.


def test_a_map_shows_what_the_report_knows_whatever_process_is_passed(
    report: pm.Report, samples_dir: Path
) -> None:
    raw = pm.read_bpmn(samples_dir)["Onboarding"]
    known = report.landscape["Onboarding"]
    assert pm.draw(raw, report=report).svg == pm.draw(known, report=report).svg
    assert pm.draw(raw, report=report).svg != pm.draw(raw).svg


def test_a_document_is_drawn_as_the_report_knows_it(report: pm.Report, samples_dir: Path) -> None:
    raw = pm.read_bpmn(samples_dir / "onboarding-offboarding.bpmn").documents[0]
    (known,) = [d for d in report.landscape.documents if d.path == raw.path]
    assert pm.draw(raw, report=report).svg == pm.draw(known, report=report).svg


def test_a_process_by_itself_can_be_drawn() -> None:
    process = pm.read_bpmn(XML, name="a.bpmn")["Byggesak"]
    assert "Vurdere" in pm.draw(process, lang="en").svg


def test_no_name_of_a_person_is_drawn(report: pm.Report) -> None:
    for process in report.landscape.processes:
        if process.nodes:
            picture = pm.draw(process, report=report)
            for person in report.landscape.people:
                assert person.name not in picture.svg + picture.text_list


def test_a_landscape_is_no_swimlane_map(landscape: pm.Landscape) -> None:
    with pytest.raises(pm.RenderError, match="not a landscape") as caught:
        pm.draw(landscape)
    assert "landscape.processes" in caught.value.remedy


def test_an_unknown_kind_of_map_names_those_there_are(landscape: pm.Landscape) -> None:
    with pytest.raises(pm.RenderError, match="'swimlane'"):
        pm.draw(landscape["Byggesak"], kind="pie")


# Keeping.


def test_a_landscape_survives_json(landscape: pm.Landscape, report: pm.Report) -> None:
    text = landscape.to_json()
    assert json.loads(text)["schema_version"] == 1
    again = pm.Landscape.from_json(text)
    assert again.to_json() == text
    assert pm.analyze(again).findings == report.findings


def test_json_with_sources_gives_the_very_same_landscape(landscape: pm.Landscape) -> None:
    assert pm.Landscape.from_json(landscape.to_json(sources=True)) == landscape
