"""The report: immutable, picklable, and shown as escaped HTML and as text."""

from __future__ import annotations

import dataclasses
import pickle
import xml.etree.ElementTree as ET

import pytest

from procmap.errors import RuleError
from procmap.graph import analyze_landscape
from procmap.model import Fact, Mandate, Process
from procmap.rules import Report, build_report, format_findings
from procmap.source import ElementRef

from .builders import build_landscape, build_process, owned

ACROSS = "Start@A -> T1@A -> T2@B -> T3@C -> End@C"
NASTY = """<script>alert("Bygge & 'sak'")</script>"""


def report_on(name: str = "Byggesak", flow: str = ACROSS, **more: object) -> Report:
    process = build_process(flow, name=name, **more)  # type: ignore[arg-type]
    return build_report(analyze_landscape(build_landscape(process)))


def test_it_hands_on_what_the_analysis_found() -> None:
    report = report_on()
    analysis = report.analysis
    assert report.landscape is analysis.landscape
    assert report.handoffs is analysis.handoffs
    assert report.successions is analysis.successions
    assert report.crossings is analysis.crossings
    assert report.contacts is analysis.contacts
    assert report.diagnostics is analysis.landscape.diagnostics
    assert report.headline.figures is analysis.headline


def test_it_is_immutable() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        report_on().findings = ()  # type: ignore[misc]


def test_it_pickles() -> None:
    report = report_on(ownership=Fact.absent())
    again = pickle.loads(pickle.dumps(report))  # noqa: S301  # our own bytes
    assert again.findings == report.findings
    assert again.headline == report.headline
    assert again.handoffs == report.handoffs
    assert again.handoffs[0].path == report.handoffs[0].path


def test_a_finding_is_found_by_its_fingerprint() -> None:
    report = report_on(ownership=Fact.absent())
    consequence = next(f for f in report.findings if f.caused_by is not None)
    assert report.finding(str(consequence.caused_by)).code == "OWN101"
    with pytest.raises(KeyError):
        report.finding("none")


def test_settings_choose_the_rules() -> None:
    analysis = analyze_landscape(build_landscape(build_process(ACROSS)))
    found = build_report(analysis, config={"select": ["OWN101"]}).findings
    assert {finding.code for finding in found} == {"OWN101"}
    with pytest.raises(RuleError):
        build_report(analysis, config={"select": ["nothing"]})


def test_html_is_well_formed_and_escaped() -> None:
    bundle = report_on(NASTY)._repr_mimebundle_(include=None)
    section = ET.fromstring(bundle["text/html"])  # noqa: S314  # our own text
    assert section.get("lang") == "nb"
    assert "script" not in {element.tag for element in section.iter()}
    assert NASTY in "".join(section.itertext())


def test_html_heads_and_captions_its_table() -> None:
    section = ET.fromstring(report_on()._repr_html_())  # noqa: S314  # our own text
    assert section.find("table/caption") is not None
    assert {head.get("scope") for head in section.iter("th")} == {"col", "row"}


def test_a_notebook_cell_stays_short() -> None:
    chain = " -> ".join(f"T{i}@{'AB'[i % 2]}" for i in range(300))
    report = report_on(flow=chain, ownership=Fact.absent())
    html, text = report._repr_html_(), str(report)
    assert len(report.findings) > 290
    assert html.count("<tr>") == 21
    assert f"… og {len(report.findings) - 20} til." in html
    assert text.count("\n") < 80
    assert f"… og {len(report.findings) - 20} til." in text


def test_no_findings_are_said_to_be_none() -> None:
    process = build_process(
        "Start@A -> T1@A -> End@A", ownership=owned(mandate=Fact.stated(Mandate("whole")))
    )
    settings = {"ignore": ["UND"]}
    report = build_report(analyze_landscape(build_landscape(process)), config=settings)
    assert format_findings(report) == ("Ingen funn.",)
    assert format_findings(report, "en") == ("No findings.",)
    assert "<p>Ingen funn.</p>" in report._repr_html_()


def test_findings_as_text_stand_under_their_severity() -> None:
    process = build_process("T1@A -> T2@B", ownership=Fact.absent())
    settings = {"select": ["OWN101", "HND201", "HND202"]}
    report = build_report(analyze_landscape(build_landscape(process)), config=settings)
    assert format_findings(report) == (
        "Avklar først (1)",
        "  OWN101  Ingen har ansvar for helheten i «Byggesak», som går gjennom 2 enheter.",
        "          Hvem bør kunne bestemme på tvers, og hva må til?",
        "          [m.bpmn#Process]",
        "",
        "Bør avklares (1)",
        "  HND202  Nr. 1: Ingen har ansvar for begge sider når «Byggesak» går fra A til B.",
        "          Hvem avklarer når A og B er uenige?",
        "          [m.bpmn#T1>T2; følger av OWN101]",
        "",
        "Til orientering (1)",
        "  «Byggesak» (1) [m.bpmn]",
        "    HND201  Nr. 1: «Byggesak» går fra A til B.",
        "            Hva må B få med seg for å kunne gå videre?",
    )
    assert format_findings(report, every=True)[-3:] == (
        "  HND201  Nr. 1: «Byggesak» går fra A til B.",
        "          Hva må B få med seg for å kunne gå videre?",
        "          [m.bpmn#Process]",
    )
    assert format_findings(report, "en")[0] == "Clarify first (1)"


def test_a_process_without_a_model_is_known_by_its_id() -> None:
    idea = Process(ref=ElementRef("", "idéhåndtering"), name="Idéhåndtering", modelled=False)
    landscape = build_landscape().model_copy(update={"unmodelled": (idea,)})
    report = build_report(analyze_landscape(landscape))
    assert format_findings(report, every=True)[-1] == "          [idéhåndtering]"
    assert "  «Idéhåndtering» (1)" in format_findings(report)


def test_a_report_is_short_where_python_shows_it() -> None:
    report = report_on()
    shown = repr(report)
    assert shown.startswith("Report(1 process")
    assert f"{len(report.findings)} findings" in shown
