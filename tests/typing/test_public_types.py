"""What a type checker sees of the public API; `make types` checks this file, and it runs too."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import procmap as pm


def test_reading_gives_typed_values(samples_dir: Path) -> None:
    landscape = assert_type(pm.read_bpmn(samples_dir), pm.Landscape)
    assert_type(landscape.documents, tuple[pm.Document, ...])
    assert_type(landscape.processes, tuple[pm.Process, ...])
    assert_type(landscape.diagnostics, tuple[pm.Finding, ...])
    process = assert_type(landscape["Byggesak"], pm.Process)
    assert_type(process.nodes, tuple[pm.FlowNode, ...])
    assert_type(process.steps, tuple[pm.FlowNode, ...])
    assert_type(process.ownership, pm.Fact[tuple[pm.Ownership, ...]])
    assert_type(process.owners, tuple[pm.Ownership, ...])
    assert_type(process.label, str)


def test_facts_carry_the_type_of_their_value() -> None:
    assert_type(pm.Fact.stated(3), pm.Fact[int])
    assert_type(pm.Fact.stated("ja").or_none, str | None)
    assert_type(pm.Fact.stated(3).state, pm.FactState)


def test_reports_and_pictures_are_typed(samples_dir: Path, tmp_path: Path) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    report = assert_type(pm.analyze(landscape), pm.Report)
    assert_type(report.findings, tuple[pm.Finding, ...])
    assert_type(report.handoffs, tuple[pm.Handoff, ...])
    assert_type(report.landscape, pm.Landscape)
    assert_type(report.findings[0].severity, pm.Severity)
    assert_type(report.findings[0].message("en"), str)
    picture = assert_type(pm.draw(landscape["Byggesak"], report=report), pm.Picture)
    assert_type(picture.svg, str)
    assert_type(picture.save(tmp_path / "a.svg"), Path)
    assert_type(pm.compare(report, report), pm.Comparison)
    assert_type(landscape.to_json(), str)
    assert_type(pm.Landscape.from_json(landscape.to_json()), pm.Landscape)
    assert_type(landscape.with_owner("Lønn", holder="Lønnssjef"), pm.Landscape)
