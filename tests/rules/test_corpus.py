"""The rules over real files, without any register: nothing is made worse than it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.graph import analyze_landscape
from procmap.rules import RULES, Report, build_report
from procmap.rules.context import Context

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def report(corpus_dir: Path) -> Report:
    return build_report(analyze_landscape(read_bpmn(corpus_dir)))


def test_nothing_is_to_be_clarified_first(report: Report) -> None:
    assert "E" not in {finding.severity.value for finding in report.findings}


def test_only_the_structure_of_a_model_should_be_clarified(report: Report) -> None:
    codes = {finding.code for finding in report.findings if finding.severity.value == "W"}
    assert codes == {"GAP301", "GAP302", "GAP303", "OWN109"}


def test_every_process_is_asked_about_its_owner_once(report: Report) -> None:
    asked = [f.elements[0] for f in report.findings if f.code == "OWN101"]
    assert sorted(asked) == sorted(process.ref for process in Context(report.analysis).processes)


def test_what_is_not_recorded_gives_one_question_a_process_and_rule(report: Report) -> None:
    open_cases = {(rule.code, case.name) for rule in RULES for case in rule.cases if case.open}
    context = Context(report.analysis)
    asked = [
        (finding.code, process.ref)
        for finding in report.findings
        if (finding.code, finding.parameters["case"]) in open_cases
        and (process := context.process_of(finding)) is not None
    ]
    assert len(asked) == len(set(asked))


def test_every_element_exists_and_every_finding_is_its_own(report: Report) -> None:
    refs = {
        ref
        for finding in report.findings
        for ref in (*finding.elements, *(r for e in finding.evidence for r in e.elements))
    }
    assert not {ref for ref in refs if ref not in report.landscape}
    assert len({f.fingerprint for f in report.findings}) == len(report.findings)


def test_messages_and_questions_are_filled_in_in_both_languages(report: Report) -> None:
    for finding in report.findings:
        for lang in ("nb", "en"):
            assert finding.message(lang)
            assert finding.question(lang)


def test_the_headline_says_that_responsibility_is_not_recorded(report: Report) -> None:
    assert report.headline.lines()[0].endswith("er ikke registrert ennå.")
    assert not any("%" in line for lang in ("nb", "en") for line in report.headline.lines(lang))
