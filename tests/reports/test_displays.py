"""What a notebook shows: at once, escaped, well-formed, without names and without a network."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import procmap as pm

Bundle = dict[str, str]
KINDS: dict[str, Callable[[pm.Report], Any]] = {
    "landscape": lambda report: report.landscape,
    "process": lambda report: report.landscape.processes[0],
    "finding": lambda report: report.findings[0],
    "report": lambda report: report,
}


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    """What a test says about the language ends with it."""
    yield
    pm.use_language("nb")


def show(report: pm.Report, kind: str) -> Bundle:
    # JupyterLab, VS Code and nbconvert ask like this.
    bundle: Bundle = KINDS[kind](report)._repr_mimebundle_(include=None, exclude=None)
    return bundle


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_html_is_well_formed_and_says_its_language(report: pm.Report, kind: str, lang: str) -> None:
    pm.use_language(lang)
    section = ET.fromstring(show(report, kind)["text/html"])  # noqa: S314 - our own text
    assert section.get("class") == f"procmap-{kind}"
    assert section.get("lang") == lang
    assert {cell.get("scope") for cell in section.iter("th")} <= {"col", "row"}


def test_hostile_names_are_text(hostile_report: pm.Report, kind: str) -> None:
    html = show(hostile_report, kind)["text/html"]
    assert "<script" not in html
    assert "<img" not in html
    ET.fromstring(html)  # noqa: S314 - our own text


def test_nothing_is_fetched_and_no_map_is_drawn(report: pm.Report, kind: str) -> None:
    html = show(report, kind)["text/html"]
    for word in ("src=", "href=", "url(", "<style", "<svg"):
        assert word not in html


def test_text_is_there_for_a_terminal_and_short(report: pm.Report, kind: str) -> None:
    text = show(report, kind)["text/plain"]
    assert text
    assert "<" not in text
    assert len(text.splitlines()) < 80


def test_no_name_of_a_person_is_shown(report: pm.Report) -> None:
    shown = [
        *(process._repr_mimebundle_() for process in report.landscape.processes),
        *(finding._repr_mimebundle_() for finding in report.findings),
        report.landscape._repr_mimebundle_(),
        report._repr_mimebundle_(),
    ]
    said = "".join(text for bundle in shown for text in bundle.values())
    for person in report.landscape.people:
        assert person.name not in said


@pytest.mark.parametrize(
    ("kind", "start"),
    [("landscape", "Landscape(11 files, 13 processes,"), ("report", "Report(13 processes, ")],
)
def test_a_terminal_without_ipython_shows_one_line(
    report: pm.Report, kind: str, start: str
) -> None:
    shown = repr(KINDS[kind](report))
    assert shown.startswith(start)
    assert len(shown) < 100


def test_a_process_says_what_it_is_in_one_line(report: pm.Report) -> None:
    byggesak = report.landscape["Byggesak"]
    assert repr(byggesak) == "Process('Byggesak', 'byggesak.bpmn#Process_1', 15 steps)"


def test_a_landscape_of_many_shows_the_first_and_says_how_many_more() -> None:
    rows = [{"process": f"P{number}", "step": "A", "who": "IT"} for number in range(40)]
    landscape = pm.Landscape().with_register({"units": ["IT"], "steps": rows})
    bundle = landscape._repr_mimebundle_()
    assert bundle["text/html"].count("<tr>") == 31
    assert "… og 10 til." in bundle["text/plain"]


def test_tab_completes_to_what_finds_the_process(report: pm.Report) -> None:
    landscape = report.landscape
    keys = landscape._ipython_key_completions_()
    assert [landscape[key] for key in keys] == list(landscape.processes)
    assert "Byggesak" in keys


def test_tab_completes_to_references_where_several_share_a_name(samples_dir: Any) -> None:
    xml = (samples_dir / "lonn.bpmn").read_bytes()
    both = pm.read_bpmn(xml, name="a.bpmn"), pm.read_bpmn(xml, name="b.bpmn")
    landscape = pm.Landscape(documents=tuple(d for one in both for d in one.documents))
    keys = landscape._ipython_key_completions_()
    assert [landscape[key].ref.document for key in keys] == ["a.bpmn", "b.bpmn"]


def test_the_language_of_displays_is_chosen_once(report: pm.Report) -> None:
    assert "11 filer" in show(report, "landscape")["text/plain"]
    pm.use_language("en")
    assert "11 files" in show(report, "landscape")["text/plain"]
    assert "process owner" in show(report, "process")["text/plain"].casefold()
    assert report.headline.lines("en")[0] in show(report, "report")["text/plain"]
    assert report.findings[0].message("en") in show(report, "finding")["text/html"]
    assert "For the meeting" in report.agenda()._repr_html_()
    assert "Since last time" in pm.compare(report, report)._repr_html_()


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(pm.ProcmapError, match="no language"):
        pm.use_language("xx")
