"""The sample municipality shows what its page says, and names nobody while it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.model import Landscape
from procmap.register import apply_register
from procmap.rules import Report, build_report

CLAIM = re.compile(r"\b([A-Z]{3}\d{3})(?: \(([EWI])(?: og ([EWI]))?\))?")


@pytest.fixture(scope="module")
def plain(samples_dir: Path) -> Landscape:
    return apply_register(read_bpmn(samples_dir), samples_dir / "register.yaml")


@pytest.fixture(scope="module")
def added(plain: Landscape, samples_dir: Path) -> Landscape:
    return apply_register(plain, samples_dir / "register-utvidet.yaml")


@pytest.fixture(scope="module")
def report(plain: Landscape) -> Report:
    return build_report(analyze_landscape(plain))


@pytest.fixture(scope="module")
def report_with_addition(added: Landscape) -> Report:
    return build_report(analyze_landscape(added))


@pytest.fixture(scope="module")
def page(samples_dir: Path) -> list[list[str]]:
    """The rows of its tables."""
    path = samples_dir / "README.md"
    if not path.is_file():
        pytest.skip("the page is not beside the samples")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip("|").split("|") for line in lines if line.startswith("| ")]


def test_what_the_page_says_of_a_model_fires_there(report: Report, page: list[list[str]]) -> None:
    fired = {(f.elements[0].document, f.code, f.severity.value) for f in report.findings}
    rows = [row for row in page if row[0].strip(" `").endswith(".bpmn")]
    assert len(rows) == 11
    for row in rows:
        model = row[0].strip(" `")
        for code, *severities in CLAIM.findall(row[-1]):
            said = [severity for severity in severities if severity] or ["E", "W", "I"]
            shown = [severity for severity in said if (model, code, severity) in fired]
            assert shown, (model, code)
            assert len(said) == 3 or shown == said, (model, code)


def test_what_the_page_says_of_the_addition_fires_only_with_it(
    report: Report, report_with_addition: Report, page: list[list[str]]
) -> None:
    rows = [row for row in page if len(row) == 3]
    said = {code for row in rows for code, *_ in CLAIM.findall(row[-1])}
    before, after = ({f.code for f in r.findings} for r in (report, report_with_addition))
    assert said == after - before


def test_findings_name_no_person_of_the_register(
    added: Landscape, report_with_addition: Report
) -> None:
    words = " ".join(
        f"{finding.message(lang)} {finding.question(lang)}"
        for finding in report_with_addition.findings
        for lang in ("nb", "en")
    )
    assert len(added.people) > 20
    assert not [person.name for person in added.people if person.name in words]


def test_one_person_with_many_positions_and_one_alone_are_asked_about(
    report_with_addition: Report,
) -> None:
    found = [f.message("nb") for f in report_with_addition.findings if f.code == "CAP701"]
    alone, many = sorted(found)
    assert alone.startswith("5 steg i 2 prosesser hviler på én person (Arkivar).")
    assert many.startswith("Én person har 3 stillinger: Beredskapskoordinator, ")
