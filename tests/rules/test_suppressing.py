"""Suppression: a reason, a last day, and nothing lost."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest

from procmap.errors import RuleError
from procmap.findings import Finding
from procmap.graph import analyze_landscape
from procmap.model import Fact, SetAside
from procmap.rules import (
    RULES,
    Context,
    Options,
    Report,
    RulesConfig,
    build_config,
    build_report,
    find_rule,
    format_set_aside,
)

from .builders import build_landscape, build_process

LAST = dt.date(2026, 12, 31)
ENTRY = {"rule": "OWN101", "reason": "Avklares i januar", "until": "2026-12-31"}


def report_on(*entries: dict[str, object], today: dt.date = LAST) -> Report:
    process = build_process("Start@A -> T1@A -> T2@B -> End@B", ownership=Fact.absent())
    analysis = analyze_landscape(build_landscape(process))
    return build_report(analysis, config={"suppress": list(entries)}, today=today)


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "OWN101"},
        {"rule": "process-without-owner"},
        {"rule": "OWN"},
        {"rule": "OWN101", "process": "BYGGESAK"},
        {"rule": "OWN101", "process": "m.bpmn#Process"},
    ],
)
def test_a_finding_is_set_aside_with_its_reason(entry: dict[str, object]) -> None:
    report = report_on({**ENTRY, **entry})
    assert "OWN101" not in {f.code for f in report.findings}
    (aside,) = report.suppressed
    assert (aside.finding.code, aside.suppression.reason) == ("OWN101", "Avklares i januar")
    assert aside.suppression.until == LAST


def test_one_finding_is_set_aside_by_its_fingerprint() -> None:
    (wanted,) = (f for f in report_on().findings if f.code == "HND202")
    report = report_on({"fingerprint": wanted.fingerprint, "reason": "Kjent", "until": LAST})
    assert [item.finding for item in report.suppressed] == [wanted]


def test_after_its_last_day_it_is_back() -> None:
    assert not report_on(ENTRY, today=LAST + dt.timedelta(days=1)).suppressed
    assert report_on(ENTRY, today=LAST).suppressed


def test_another_process_is_not_touched() -> None:
    assert not report_on({**ENTRY, "process": "Lønn"}).suppressed


def test_what_followed_from_it_stands_by_itself() -> None:
    (before,) = (f for f in report_on().findings if f.code == "HND202")
    (after,) = (f for f in report_on(ENTRY).findings if f.code == "HND202")
    assert before.caused_by is not None
    assert after.caused_by is None


def test_the_headline_does_not_change() -> None:
    assert report_on(ENTRY).headline == report_on().headline


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reason": " "}, r"suppress\[0\].reason is empty"),
        ({"until": "later"}, r"suppress\[0\].until is 'later'; expected the last day"),
        ({"until": None}, r"suppress\[0\].until is None"),
        ({"rule": ""}, "names no finding"),
        ({"rule": "OWN999"}, r"suppress\[0\].rule is 'OWN999', no rule"),
        ({"proces": "x"}, r"suppress\[0\].proces is no setting"),
        ({"process": 7}, r"suppress\[0\].process is 7; expected a text"),
    ],
)
def test_a_wrong_entry_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        build_config({"suppress": [{**ENTRY, **change}]})


@pytest.mark.parametrize("value", ["OWN101", {"rule": "OWN101"}, 7, ["OWN101"]])
def test_what_is_no_list_of_tables_is_refused(value: object) -> None:
    with pytest.raises(RuleError, match=r"expected a (list of tables|table)"):
        build_config({"suppress": value})


def test_a_rule_that_crashes_is_reported_apart_when_the_run_keeps_going() -> None:
    def crash(context: Context, options: Options) -> Iterator[Finding]:
        yield from ()
        raise ZeroDivisionError(f"{context.processes}{options.values}")

    broken = dataclasses.replace(find_rule("OWN101"), check=crash)
    config = RulesConfig(((broken, Options()), *build_config({"ignore": ["OWN101"]}).rules))
    analysis = analyze_landscape(build_landscape(build_process("T1@A -> T2@B")))
    with pytest.raises(RuleError, match="rule OWN101"):
        build_report(analysis, config=config)
    report = build_report(analysis, config=config, keep_going=True)
    assert [str(f).split(":")[0] for f in report.failures] == [
        "rule OWN101 (process-without-owner)"
    ]
    assert isinstance(report.failures[0].__cause__, ZeroDivisionError)
    assert "HND202" in {f.code for f in report.findings}
    assert len(RULES) == len(config.rules)


def register_report(*rows: SetAside, today: dt.date = LAST, **settings: object) -> Report:
    process = build_process("Start@A -> T1@A -> T2@B -> End@B", ownership=Fact.absent())
    landscape = build_landscape(process).model_copy(update={"set_aside": rows})
    return build_report(analyze_landscape(landscape), config=settings, today=today)


@pytest.mark.parametrize(
    ("code", "process"),
    [
        ("OWN101", ""),
        ("own101", "Byggesak"),
        ("process-without-owner", " byggesak "),
        ("", "Byggesak"),
        ("OWN", "m.bpmn#Process"),
    ],
)
def test_the_register_sets_aside_too(code: str, process: str) -> None:
    report = register_report(SetAside(reason="Tas i mars", until=LAST, code=code, process=process))
    assert "OWN101" not in {f.code for f in report.findings}
    aside = next(item for item in report.suppressed if item.finding.code == "OWN101")
    assert (aside.suppression.reason, aside.suppression.origin) == ("Tas i mars", "register")


@pytest.mark.parametrize(
    ("code", "process"), [("OWN101", "Lønn"), ("XYZ999", ""), ("", ""), (" ", " ")]
)
def test_a_row_about_something_else_or_everything_sets_nothing_aside(
    code: str, process: str
) -> None:
    report = register_report(SetAside(reason="…", until=LAST, code=code, process=process))
    assert not report.suppressed


def test_what_has_expired_is_reported_wherever_it_was_said() -> None:
    row = SetAside(reason="Tas i mars", until=LAST, code="OWN101")
    day = LAST + dt.timedelta(days=1)
    report = register_report(row, today=day, suppress=[{**ENTRY, "rule": "HND202"}])
    assert not report.suppressed
    assert [(item.codes, item.origin) for item in report.expired] == [
        (("HND202",), "configuration"),
        (("OWN101",), "register"),
    ]
    assert "OWN101" in {f.code for f in report.findings}
    assert format_set_aside(report.suppressed, report.expired) == (
        "Gjelder ikke lenger (2)",
        "  HND202: Avklares i januar (til og med 2026-12-31)",
        "  OWN101: Tas i mars (til og med 2026-12-31)",
    )
    assert "Gjelder ikke lenger (2)" in str(report)


def test_the_last_day_still_counts() -> None:
    row = SetAside(reason="Tas i mars", until=LAST, code="OWN101")
    report = register_report(row)
    assert not report.expired
    assert format_set_aside(report.suppressed, report.expired, "en") == (
        "Set aside (1)",
        (
            "  OWN101  Nobody is responsible for the whole of “Byggesak”, which runs through 2 "
            "units. Tas i mars (until 2026-12-31)"
        ),
    )
