"""Since last time: closed, new, standing, and matched again after a new export."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given

from procmap.errors import ReadError, RuleError
from procmap.graph import analyze_landscape
from procmap.model import Fact, Landscape, Mandate, Ownership, Process
from procmap.rules import Report, build_report, compare, read_baseline, write_baseline

from .builders import build_landscape, build_process, owned
from .test_engine import landscapes

ACROSS = "Start@A -> T1@A -> T2@B -> T3@C -> End@C"
WHOLE = owned("Rådgiver", mandate=Fact.stated(Mandate("whole")))


def report_on(*processes: Process) -> Report:
    return build_report(analyze_landscape(build_landscape(*processes)))


def across(ownership: Fact[tuple[Ownership, ...]], **more: object) -> Process:
    return build_process(ACROSS, ownership=ownership, **more)  # type: ignore[arg-type]


def exported_again(process: Process) -> Process:
    """The same drawing with other ids, as from another tool."""
    return Process.model_validate_json(process.model_dump_json().replace('"id":"', '"id":"new_'))


def test_hand_offs_that_got_somebody_and_new_ones_are_one_sentence() -> None:
    before = report_on(across(Fact.absent()))
    longer = build_process(f"{ACROSS}\nT3@C -> T4@A\nT4@A -> T5@B", ownership=WHOLE)
    found = compare(before, report_on(longer))
    assert found.sentence() == "Siden sist: 2 overleveringer har fått en ansvarlig, 2 er nye."
    assert found.sentence("en") == (
        "Since last time: 2 hand-offs have somebody responsible, 2 are new."
    )


def test_one_of_each_has_its_own_form() -> None:
    before = report_on(build_process("T1@A -> T2@B", ownership=Fact.absent()))
    after = report_on(build_process("T1@A -> T2@B -> T3@C", ownership=WHOLE))
    assert compare(before, after).sentence() == (
        "Siden sist: 1 overlevering har fått en ansvarlig, 1 er ny."
    )


def test_findings_are_closed_new_or_standing() -> None:
    before, after = report_on(across(Fact.absent())), report_on(across(WHOLE))
    found = compare(before, after)
    assert {f.code for f in found.closed} == {"OWN101", "HND202"}
    assert not found.new
    assert {f.code for f in found.standing} >= {"HND201", "HND203"}
    assert {f.code for f in compare(after, before).new} == {"OWN101", "HND202"}


def test_the_same_is_no_change() -> None:
    report = report_on(across(Fact.absent()))
    found = compare(report, report.landscape)
    assert (found.closed, found.new, found.rematched) == ((), (), ())
    assert found.lines()[0] == "Siden sist: ingen endringer i overleveringene."
    assert len(found.lines()) == 2


def test_files_exported_again_are_matched_by_names() -> None:
    process = across(Fact.absent())
    found = compare(report_on(process), report_on(exported_again(process)))
    assert (found.closed, found.new, found.new_handoffs) == ((), (), ())
    assert found.rematched
    assert all(before != after for before, after in found.rematched)


def test_what_looks_alike_is_matched_once() -> None:
    before = report_on(build_process("T1@A -> T2@B", ownership=Fact.absent()))
    twice = build_process("T7@A -> T8@B\nT8@B -> X1\nT9@A -> T8@B", ownership=Fact.absent())
    found = compare(before, report_on(twice))
    assert len(found.new_handoffs) == 1
    assert len([f for f in found.new if f.code == "HND202"]) == 1


def test_the_headline_stands_before_and_now() -> None:
    lines = compare(report_on(across(Fact.absent())), report_on(across(WHOLE))).lines()
    assert "Før: 0 av 1 prosess har en eier for helheten (0 ikke avklart)" in lines
    assert "Nå: 1 av 1 prosess har en eier for helheten (0 ikke avklart)" in lines


def test_a_baseline_file_gives_the_same_answer(tmp_path: Path) -> None:
    before, after = report_on(across(Fact.absent())), report_on(across(WHOLE))
    path = before.save_baseline(tmp_path / "sist.json")
    assert compare(path, after) == compare(before, after)
    assert compare(str(path), after) == compare(before, after)
    assert read_baseline(path) == before.baseline


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no baseline"),
        ("[]", "it does not say that it is one"),
        ('{"findings": []}', "it does not say that it is one"),
        ('{"procmap_baseline": 2}', "procmap_baseline"),
        ('{"procmap_baseline": 1, "findings": [{}]}', "findings.0"),
        ("[" * 100_000, "no baseline"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "sist.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=problem) as caught:
        read_baseline(path)
    assert "version 1" in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"sist\.json: cannot be read"):
        read_baseline(tmp_path / "sist.json")


def test_something_else_cannot_be_compared() -> None:
    with pytest.raises(RuleError, match="a int cannot be compared"):
        compare(Landscape(), 7)  # type: ignore[arg-type]  # what the test is about


def test_html_is_well_formed() -> None:
    process = across(Fact.absent(), name="<b>&")
    html = compare(Landscape(), report_on(process))._repr_html_()
    assert "b" not in {element.tag for element in ET.fromstring(html).iter()}  # noqa: S314


@given(landscapes())
def test_every_finding_is_closed_new_or_standing_once(landscape: Landscape) -> None:
    report = build_report(analyze_landscape(landscape))
    found = compare(report, report)
    assert len(found.standing) == len(report.findings)
    away = compare(report, Landscape())
    assert len(away.closed) == len(report.findings)
    assert compare(Landscape(), report).sentence("nb")


def test_no_name_of_a_person_is_kept(samples_dir: Path, tmp_path: Path) -> None:
    from procmap.bpmn import read_bpmn

    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    path = write_baseline(build_report(analyze_landscape(landscape)).baseline, tmp_path / "b.json")
    text = path.read_text(encoding="utf-8").casefold()
    assert not [person.name for person in landscape.people if person.name.casefold() in text]


def test_findings_are_kept_with_their_process_so_that_two_of_a_kind_stay_apart() -> None:
    first = across(Fact.absent(), name="Byggesak ")
    second = across(Fact.absent(), name="Lønn", document="n.bpmn")
    report = report_on(first, second)
    kept = {f.fingerprint: f.process for f in report.baseline.findings}
    wanted = {f.fingerprint: f.parameters["p"] for f in report.findings if f.code == "OWN101"}
    assert {kept[key] for key in wanted} == {"byggesak", "lønn"}
    # What is settled in one file exported again is not matched with the other.
    now = report_on(exported_again(across(WHOLE, name="Byggesak")), exported_again(second))
    closed = {(f.code, f.process) for f in compare(report, now).closed}
    assert ("OWN101", "byggesak") in closed
    assert ("OWN101", "lønn") not in closed
