"""What is for information stands by process and rule, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given

from procmap.findings import Finding
from procmap.graph import analyze_landscape
from procmap.model import Landscape
from procmap.rules import build_report, format_findings
from procmap.rules.grouping import describe_others, group_findings

from .builders import build_landscape, build_process
from .test_engine import landscapes, quick

CHAIN = "T1@A -> T2@B -> T3@C -> T4@A"


def find_all(*processes: object) -> tuple[Finding, ...]:
    landscape = build_landscape(*processes)  # type: ignore[arg-type]  # each is a process
    return build_report(analyze_landscape(landscape)).findings


def test_findings_of_one_rule_about_one_process_are_one_entry() -> None:
    found = [f for f in find_all(build_process(CHAIN)) if f.code == "HND201"]
    (group,) = group_findings(found)
    ((first, others),) = group.rules
    assert (first.parameters["i"], [f.parameters["i"] for f in others]) == (1, [2, 3])
    assert describe_others(others) == "… og 2 til: nr. 2, 3"
    assert describe_others(others, "en") == "… and 2 more: nos. 2, 3"


def test_numbers_of_a_pair_of_units_are_all_named() -> None:
    flow = f"{CHAIN}\nT4 -> T2\nT1 -> T5@B -> T6@A"
    found = [f for f in find_all(build_process(flow)) if f.code == "HND201"]
    (group,) = group_findings(found)
    text = describe_others(group.rules[0][1])
    named = {number for f in found for number in str(f.parameters["numbers"]).split(", ")}
    assert all(number in text or number in str(found[0].parameters["numbers"]) for number in named)


def test_processes_of_one_name_in_two_files_are_two_groups() -> None:
    found = find_all(build_process(CHAIN), build_process(CHAIN, document="n.bpmn"))
    titles = [group.title() for group in group_findings(f for f in found if f.code == "OWN101")]
    assert titles == ["«Byggesak» (1) [m.bpmn]", "«Byggesak» (1) [n.bpmn]"]


def test_what_is_about_several_processes_stands_last() -> None:
    found = find_all(
        build_process("T1@A", name="Å"), build_process("T1@A", name="A", document="n.bpmn")
    )
    last = group_findings(found)[-1]
    assert last.title() == "På tvers av prosesser (1)"
    assert last.title("en") == "Across processes (1)"
    assert last.rules[0][0].code == "GAP304"


@quick
@given(landscapes())
def test_no_finding_is_lost(landscape: Landscape) -> None:
    report = build_report(analyze_landscape(landscape))
    groups = group_findings(report.findings)
    grouped = [f for g in groups for first, others in g.rules for f in (first, *others)]
    assert sorted(f.fingerprint for f in grouped) == sorted(f.fingerprint for f in report.findings)
    assert sum(group.count for group in groups) == len(report.findings)
    every = format_findings(report, every=True)
    assert len(format_findings(report)) <= len(every) + len(groups)
