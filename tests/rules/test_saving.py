"""Findings as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from procmap.errors import RenderError
from procmap.findings import Finding
from procmap.graph import analyze_landscape
from procmap.model import Fact
from procmap.rules import Report, build_report
from procmap.rules.saving import COLUMNS

from .builders import build_landscape, build_process


def report_on(name: str = "Byggesak") -> Report:
    process = build_process("T1@A -> T2@B", name=name, ownership=Fact.absent())
    suppress = [{"rule": "HND201", "reason": "Kjent", "until": "9999-12-31"}]
    return build_report(analyze_landscape(build_landscape(process)), config={"suppress": suppress})


def test_json_gives_the_findings_back(tmp_path: Path) -> None:
    report = report_on()
    plain = json.loads(report.save(tmp_path / "funn.json").read_text(encoding="utf-8"))
    assert plain["headline"]["nb"] == list(report.headline.lines())
    said = [finding.pop("said") for finding in plain["findings"]]
    assert [s["en"]["question"] for s in said] == [f.question("en") for f in report.findings]
    assert tuple(Finding.model_validate(f) for f in plain["findings"]) == report.findings
    assert [(s["finding"]["code"], s["reason"]) for s in plain["suppressed"]] == [
        ("HND201", "Kjent")
    ]


@pytest.mark.parametrize(("lang", "delimiter"), [("nb", ";"), ("en", ",")])
def test_csv_is_what_a_spreadsheet_of_the_language_opens(
    lang: str, delimiter: str, tmp_path: Path
) -> None:
    report = report_on()
    raw = report.save(tmp_path / "funn.CSV", lang=lang).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=delimiter))
    assert tuple(rows[0]) == COLUMNS
    assert [row["message"] for row in rows] == [f.message(lang) for f in report.findings]
    assert {row["process"] for row in rows} == {"Byggesak"}


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x"])
def test_a_name_is_never_a_formula(name: str, tmp_path: Path) -> None:
    text = report_on(name).save(tmp_path / "funn.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["process"] for row in rows} == {f"'{name}"}


@pytest.mark.parametrize("name", ["funn", "funn.pdf"])
def test_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"ending in \.html, .+ or \.csv"):
        report_on().save(tmp_path / name)
